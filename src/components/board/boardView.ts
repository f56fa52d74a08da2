/** What the cells of the board show: completion, what is missing to the pace, or what changed since the last meeting. */
export const boardViews = ['done', 'gap', 'change'] as const
export type BoardViewName = typeof boardViews[number]
