/** Words of the pages of 督办. */
export interface SuperviseFrameWords { title: string, pages: Readonly<Record<'slips' | 'inbox' | 'ranking', string>> }

export const zhSuperviseFrame: SuperviseFrameWords = { title: '督办', pages: { slips: '督办单', inbox: '待办', ranking: '评分排名' } }
export const enSuperviseFrame: SuperviseFrameWords = { title: 'Supervision', pages: { slips: 'Slips', inbox: 'Inbox', ranking: 'Ranking' } }
