/** The words of the search; they load with it. */
import type { CommandName } from './commandNames'
import type { FoundKind } from './findItems'

export interface FindWords {
  title: string
  place: string
  kinds: Record<FoundKind | 'recent', string>
  commands: Record<CommandName, string>
  standing: (rate: string, rank: number) => string
  parts: (lead: number, assist: number) => string
  chapter: (targets: number, rate: string) => string
  chapterNumber: (id: string) => string
  meeting: (number: number) => string
  nothing: string
  hints: readonly string[]
  try: string
  move: string
  open: string
  second: Partial<Record<FoundKind, string>>
  close: string
}

export const zhFind: FindWords = {
  title: '搜索', place: '目标、镇街、科室、章节、会议、命令；拼音首字母也行',
  kinds: { recent: '最近打开', target: '目标', area: '镇街', department: '科室', chapter: '章', section: '依据', meeting: '会议', plan: '计划', command: '命令' },
  commands: {
    mine: '只看我的', edit: '编辑', today: '回到今天', gap: '看差额', change: '看会后变化', wall: '投屏', compare: '对比两天', places: '看各地', papers: '会议材料', snapshots: '快照', slips: '督办单', inbox: '待办', ranking: '评分排名', meetings: '调度会', bulletins: '通报', rules: '规则包', print: '打印挂图', exportLedger: '导出台账', exportBoard: '导出挂图数据', restore: '恢复台账',
    identity: '更改填报单位', real: '开始正式填报', demo: '看演示', light: '浅色', dark: '深色', system: '外观跟随系统', chinese: '语言：中文', english: '语言：英文', plans: '计划', help: '使用说明', keys: '快捷键',
  },
  standing: (rate, rank) => `达序率 ${rate}，第 ${rank} 名`, parts: (lead, assist) => [lead > 0 ? `牵头 ${lead} 项` : '', assist > 0 ? `协办 ${assist} 项` : ''].filter(text => text !== '').join('，'),
  chapter: (n, rate) => `${n} 项，达序率 ${rate}`, chapterNumber: id => `第${id}章`, meeting: n => `第 ${n} 次会议`, nothing: '没有找到', hints: ['jjyl', '2.1', '二(二)一', 'nk', '投屏'], try: '试试', move: '选', open: '打开',
  second: { target: '目标的一页', area: '挂图上只看它', section: '目标的一页' }, close: '关闭',
}

export const enFind: FindWords = {
  title: 'Find', place: 'Targets, places, sections, commands; pinyin initials too',
  kinds: { recent: 'Opened lately', target: 'Targets', area: 'Places', department: 'Departments', chapter: 'Chapters', section: 'Sections', meeting: 'Meetings', plan: 'Plans', command: 'Commands' },
  commands: {
    mine: 'Only mine', edit: 'Edit', today: 'Back to today', gap: 'Show gaps', change: 'Show changes since the meeting', wall: 'Present', compare: 'Compare two days', places: 'All places', papers: 'Meeting papers', snapshots: 'Snapshots', slips: 'Slips', inbox: 'Inbox', ranking: 'Ranking', meetings: 'Meetings', bulletins: 'Bulletins', rules: 'Rule packs', print: 'Print the board', exportLedger: 'Export the ledger', exportBoard: 'Export board data', restore: 'Restore a ledger',
    identity: 'Change the reporting unit', real: 'Start real work', demo: 'See the demo', light: 'Light', dark: 'Dark', system: 'Appearance as the system', chinese: 'Language: Chinese', english: 'Language: English', plans: 'Plans', help: 'Manual', keys: 'Keys',
  },
  standing: (rate, rank) => `${rate} on pace, rank ${rank}`, parts: (lead, assist) => [lead > 0 ? `leads ${lead}` : '', assist > 0 ? `assists ${assist}` : ''].filter(text => text !== '').join(', '),
  chapter: (n, rate) => `${n} ${n === 1 ? 'target' : 'targets'}, ${rate} on pace`, chapterNumber: id => `chapter ${id}`, meeting: n => `Meeting ${n}`, nothing: 'Nothing found', hints: ['jjyl', '2.1', 'nk', 'yl', 'present'], try: 'Try', move: 'move', open: 'open',
  second: { target: 'its page', area: 'only it on the board', section: 'its page' }, close: 'close',
}
