/** The words of time travel beside the strip: whose knowledge, playing the year, comparing. They load with it. */
export interface TravelWords {
  known: (known: 'then' | 'now') => string
  knownLabel: string
  thenTitle: (day: string) => string
  play: string
  pause: string
  playTitle: string
  compare: string
  compareTitle: (from: string, to: string) => string
  banner: (day: string) => string
  back: string
}

export const zhTravel: TravelWords = {
  known: known => (known === 'then' ? '当时所知' : '现在所知'), knownLabel: '按谁所知', thenTitle: day => `只用 ${day}结束时已经记入的数`,
  play: '播放', pause: '暂停', playTitle: '一天一天走到今天（Shift ]）', compare: '对比', compareTitle: (from, to) => `对比 ${from}与 ${to}`,
  banner: day => `当时所知：只用 ${day}结束时已记入的数，其后的补报、更正不算在内；不能填报。`, back: '看现在所知',
}

export const enTravel: TravelWords = {
  known: known => (known === 'then' ? 'Then' : 'Now'), knownLabel: 'As known', thenTitle: day => `Only what was entered by the end of ${day}`,
  play: 'Play', pause: 'Pause', playTitle: 'Day by day up to today (Shift ])', compare: 'Compare', compareTitle: (from, to) => `Compare ${from} with ${to}`,
  banner: day => `As known then: only what was entered by the end of ${day}, without later reports and corrections. Read only.`, back: 'As known now',
}
