/** English words of what is wrong with a bulletin; see {@link enProblems}. */
export const enProblemsBulletin: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  bulletin_title: ['The bulletin has no title.', 'Write a title, then save.'],
  bulletin_issued: ['This bulletin was issued; it cannot be changed directly.', 'Take it back first, then edit. The version that was issued stays.'],
}
