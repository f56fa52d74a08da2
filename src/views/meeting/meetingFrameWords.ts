/** Words of the pages of 会议. */
export interface MeetingFrameWords { title: string, pages: Readonly<Record<'meetings' | 'bulletins' | 'papers' | 'snapshots', string>> }

export const zhMeetingFrame: MeetingFrameWords = { title: '会议', pages: { meetings: '调度会', bulletins: '通报', papers: '会议材料', snapshots: '快照' } }
export const enMeetingFrame: MeetingFrameWords = { title: 'Meetings', pages: { meetings: 'Meetings', bulletins: 'Bulletins', papers: 'Papers', snapshots: 'Snapshots' } }
