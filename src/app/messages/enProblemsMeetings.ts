/** English of the problems of meetings (src/domain/decideMeeting): why, fix. */
export const enProblemsMeetings: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  meeting_unknown: ['The ledger knows no such meeting', 'plan the meeting first'],
  meeting_early: ['The meeting is planned for a later day', 'end it on that day; if it was moved, change its day first'],
  meeting_over: ['The meeting has ended', 'decide it at the next meeting, or issue a slip under Supervision'],
}
