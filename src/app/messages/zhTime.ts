import type { TimeWords } from '../../components/time/timeWords'

export const zhTime: TimeWords = {
  label: '时间轴',
  flag: day => `截至 ${day}`,
  withYear: (day, year) => `${year}年${day}`,
  year: year => `${year}年`,
  last: day => [`上次会议 ${day}`, `上次 ${day}`],
  next: (day, inMonth) => [`下次会议 ${day}`, `下次 ${day}`, ...(inMonth === null ? [] : [`下次 ${inMonth}日`])],
  present: '今天',
  toPresent: day => `回到今天 ${day}`,
  meeting: (number, day, name) => [number > 0 ? `第 ${number} 次会议 ${day}` : `会议 ${day}`, name].filter(part => part !== '').join('，'),
  since: (day, meeting, days) => `截至 ${day}，上次会议 ${meeting}后第 ${days} 天`,
  onMeeting: (day, number) => (number > 0 ? `截至 ${day}，第 ${number} 次会议当天` : `截至 ${day}，会议当天`),
  flagHint: '左右拖动换日子，点一下直接写日期',
  back: '前一天（按住 Shift：上个月末）',
  forward: '后一天（按住 Shift：下个月末）',
  unreadable: example => `没有看懂，写成 ${example} 这样的日期`,
  outside: (from, to) => `不在计划期内（${from} 至 ${to}）`,
}
