/** Words of 待办. */
import type { InboxItem, InboxKind, InboxSeverity } from '../../domain/inbox'
import type { DateAhead } from '../../domain/datesAhead'
import type { Shape, Tone } from '../../wording/lampLook'

export interface InboxWords {
  unit: string, all: string, open: (n: number) => string, late: (n: number) => string, office: string, officeWhy: string, others: (n: number) => string, othersWhy: string, severities: Readonly<Record<InboxSeverity, string>>
  /** Shape and 字 first, then what it is in a line. */
  marks: Readonly<Record<InboxKind, string>>, detail: (item: InboxItem, day: (text: string) => string) => string, title: (item: InboxItem) => string
  overdue: (days: number) => string, left: (days: number) => string, today: string, due: (day: string) => string
  empty: string, emptyWhy: string, keys: string
  dates: string, datesWhy: string, noDates: string, calendar: string, more: (n: number) => string, dateKinds: Readonly<Record<DateAhead['kind'], string>>, fileName: (of: string, isDemo: boolean) => string, dateText: (date: DateAhead) => string
  reminder: string, reminderWhy: string, copy: string, copied: string, byHand: string, remind: (unit: string) => string, remindShort: string, reminderFor: string, allUnits: string, noReminder: string, sender: string, departments: string, areas: string
}

export const inboxLooks: Readonly<Record<InboxKind, { shape: Shape, tone: Tone }>> = {
  overdue: { shape: 'square', tone: 'sev' }, returned: { shape: 'triangle', tone: 'lag' }, receive: { shape: 'ring', tone: 'none' }, due_soon: { shape: 'diamond', tone: 'due' }, answer: { shape: 'dot', tone: 'ok' }, apply: { shape: 'dot', tone: 'ok' },
  extension_settled: { shape: 'point', tone: 'none' }, assist: { shape: 'point', tone: 'none' }, report_returned: { shape: 'triangle', tone: 'lag' }, period: { shape: 'ring', tone: 'none' }, target_near: { shape: 'diamond', tone: 'due' },
  settle_extension: { shape: 'diamond', tone: 'due' }, verify: { shape: 'hollow', tone: 'done' }, sign: { shape: 'hollow', tone: 'done' }, close: { shape: 'check', tone: 'done' }, read_reply: { shape: 'dot', tone: 'ok' },
  drafts: { shape: 'dashed', tone: 'none' }, rulings: { shape: 'question', tone: 'err' }, meeting: { shape: 'point', tone: 'none' },
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
const lastText = ({ slip }: InboxItem): string => cut(slip?.past.at(-1)?.text ?? '')
const lastReturn = ({ slip }: InboxItem): string => cut([...slip?.past ?? []].reverse().find(({ step }) => step === 'send_back' || step === 'return_reply' || step === 'reopen')?.text ?? '')
const plural = (n: number | null, one: string): string => `${n ?? 0} ${n === 1 ? one : one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`}`
const monthOf = (text: string): number => Number(text.slice(5))

export const zhInbox: InboxWords = {
  unit: '看谁的', all: '局办公室（全部）', open: n => `待办 ${n}`, late: n => `逾期 ${n}`, office: '等办公室', officeWhy: '要拿主意、核验、签字', others: n => `等 ${n} 个单位`, othersWhy: '单子、填报',
  severities: { late: '逾期', soon: '3 天内到期', now: '等着办', later: '以后' },
  marks: { overdue: '逾期', returned: '退回', receive: '未签收', due_soon: '临期', answer: '待反馈', apply: '在办', extension_settled: '延期', assist: '协办', report_returned: '退回', period: '未报', target_near: '临期', settle_extension: '延期', verify: '待核验', sign: '待签字', close: '待销号', read_reply: '反馈', drafts: '草稿', rulings: '口径', meeting: '会议' },
  title: item => (item.kind === 'period' ? `${monthOf(item.title)}月填报` : item.kind === 'report_returned' && item.title === '' ? '填报被退回' : item.kind === 'drafts' ? '规则提议的单' : item.kind === 'rulings' ? '口径待裁定' : item.kind === 'meeting' && item.title === '' ? `第${item.number}次调度会` : item.title),
  detail: (item, day) => {
    const { slip, extension, count, kind } = item
    switch (kind) {
      case 'receive': return `${day(slip!.issued)}交办，未签收`
      case 'answer': case 'due_soon': return slip!.replies.length > 0 ? `已反馈 ${slip!.replies.length} 份，未申请销号` : slip!.receivedOn === null ? `${day(slip!.issued)}交办，未签收` : `${day(slip!.receivedOn)}签收，还没有反馈`
      case 'overdue': return slip!.receivedOn === null ? `${day(slip!.issued)}交办，一直未签收` : slip!.replies.length === 0 ? `${day(slip!.receivedOn)}签收，没有反馈` : `已反馈 ${slip!.replies.length} 份，未申请销号`
      case 'apply': return '已反馈；办结后申请销号'
      case 'returned': return `退回：${lastReturn(item)}`
      case 'assist': return `协办：${slip!.order.request.slice(0, 40)}`
      case 'extension_settled': return extension!.verdict === 'granted' ? `同意延到${day(extension!.settledDue ?? extension!.due)}` : `不同意延期${extension!.settledReason === '' ? '' : `：${cut(extension!.settledReason)}`}`
      case 'settle_extension': return `申请延到${day(extension!.due)}：${cut(extension!.reason)}`
      case 'verify': return '已申请销号，到场或查证'
      case 'sign': return '已核验，等分管领导签字'
      case 'close': return '已签字，可以销号'
      case 'read_reply': return lastText(item)
      case 'report_returned': return `${count} 格要改了再报`
      case 'period': return `${count} 格还没报`
      case 'target_near': return `${count} 格还没有数，或已过期`
      case 'drafts': return `${count} 件，都没有发出`
      case 'rulings': return `${count} 处，定了印作注`
      case 'meeting': return ''
    }
  },
  overdue: days => `逾期 ${days} 天`, left: days => `剩 ${days} 天`, today: '今天', due: day => `限${day}`,
  empty: '没有等着办的', emptyWhy: '单都在期内，该报的都报了。', keys: 'J K 上下，Enter 打开',
  dates: '往后的日子', datesWhy: '到期、会议、提交', noDates: '往后没有日子', calendar: '存为日历（.ics）', more: n => `另有 ${n} 天，见日历文件`, fileName: (of, isDemo) => `${of}待办日历${isDemo ? '（演示数据）' : ''}`,
  dateKinds: { slip: '单到期', extension: '答复延期', meeting: '会议', submit: '提交', cutoff: '截止', bulletin: '通报', targets: '目标到期' },
  dateText: ({ kind, number, titles }) => (kind === 'submit' || kind === 'cutoff' ? `${monthOf(number)}月填报` : kind === 'bulletin' ? '通报日' : kind === 'meeting' ? titles[0] ?? `第${number}次调度会` : kind === 'targets' ? (titles.length === 1 ? titles[0]! : `${titles.length} 项`) : `${number}　${titles[0]}`),
  reminder: '提醒', reminderWhy: '只写单位和事，不写人', copy: '复制提醒', copied: '已复制', byHand: '没能自动复制，已选中，请按 Ctrl+C', remind: unit => `复制给${unit}的提醒`, remindShort: '提醒', reminderFor: '发给', allUnits: '全部单位', noReminder: '没有要提醒的', sender: '局办公室', departments: '科室', areas: '镇街',
}

export const enInbox: InboxWords = {
  unit: 'Whose', all: 'Office (all)', open: n => `${n} open`, late: n => `${n} late`, office: 'Waits on the office', officeWhy: 'to decide, verify, sign', others: n => `Waits on ${plural(n, 'unit')}`, othersWhy: 'slips, reports',
  severities: { late: 'Late', soon: 'Due within 3 days', now: 'To be done', later: 'Later' },
  marks: { overdue: 'late', returned: 'returned', receive: 'unsigned', due_soon: 'due soon', answer: 'to answer', apply: 'under way', extension_settled: 'extension', assist: 'assists', report_returned: 'returned', period: 'no report', target_near: 'ends soon', settle_extension: 'extension', verify: 'to verify', sign: 'to sign', close: 'to close', read_reply: 'reply', drafts: 'drafts', rulings: 'rulings', meeting: 'meeting' },
  title: item => (item.kind === 'period' ? `Report of ${item.title}` : item.kind === 'report_returned' && item.title === '' ? 'Reports sent back' : item.kind === 'drafts' ? 'Slips proposed by the rules' : item.kind === 'rulings' ? 'Open rulings' : item.kind === 'meeting' && item.title === '' ? `Meeting ${item.number}` : item.title),
  detail: (item, day) => {
    const { slip, extension, count, kind } = item
    switch (kind) {
      case 'receive': return `issued ${day(slip!.issued)}, not signed for`
      case 'answer': case 'due_soon': case 'overdue': return slip!.replies.length > 0 ? `${plural(slip!.replies.length, 'reply')}, no closure asked for` : slip!.receivedOn === null ? `issued ${day(slip!.issued)}, not signed for` : `signed for ${day(slip!.receivedOn)}, no reply yet`
      case 'apply': return 'answered; apply for closure when done'
      case 'returned': return `returned: ${lastReturn(item)}`
      case 'assist': return `assists: ${slip!.order.request.slice(0, 40)}`
      case 'extension_settled': return extension!.verdict === 'granted' ? `granted to ${day(extension!.settledDue ?? extension!.due)}` : `refused${extension!.settledReason === '' ? '' : `: ${cut(extension!.settledReason)}`}`
      case 'settle_extension': return `asks for ${day(extension!.due)}: ${cut(extension!.reason)}`
      case 'verify': return 'closure applied for; look on the spot or at the papers'
      case 'sign': return 'verified; to be signed'
      case 'close': return 'signed; may be closed'
      case 'read_reply': return lastText(item)
      case 'report_returned': return `${plural(count, 'cell')} to be mended and reported again`
      case 'period': return `${plural(count, 'cell')} not reported`
      case 'target_near': return `${plural(count, 'cell')} without a fresh figure`
      case 'drafts': return `${count}, none sent`
      case 'rulings': return `${count}, printed as notes once decided`
      case 'meeting': return ''
    }
  },
  overdue: days => `${plural(days, 'day')} late`, left: days => `${plural(days, 'day')} left`, today: 'today', due: day => `due ${day}`,
  empty: 'Nothing waits', emptyWhy: 'Every slip is within its time, and what was asked is reported.', keys: 'J K to move, Enter to open',
  dates: 'Days ahead', datesWhy: 'due days, meetings, reports', noDates: 'No day ahead', calendar: 'Save as calendar (.ics)', more: n => `${n} more in the calendar file`, fileName: (of, isDemo) => `${of} inbox calendar${isDemo ? ' (demo data)' : ''}`,
  dateKinds: { slip: 'slip due', extension: 'extension', meeting: 'meeting', submit: 'submit', cutoff: 'cut-off', bulletin: 'bulletin', targets: 'targets due' },
  dateText: ({ kind, number, titles }) => (kind === 'submit' || kind === 'cutoff' ? `report of ${number}` : kind === 'bulletin' ? 'bulletin' : kind === 'meeting' ? titles[0] ?? `meeting ${number}` : kind === 'targets' ? (titles.length === 1 ? titles[0]! : `${titles.length} targets`) : `${number} ${titles[0]}`),
  reminder: 'Reminder', reminderWhy: 'units and matters, never people', copy: 'Copy reminder', copied: 'Copied', byHand: 'Could not copy; it is selected, press Ctrl+C', remind: unit => `Remind: copy the text for ${unit}`, remindShort: 'Remind', reminderFor: 'To', allUnits: 'all units', noReminder: 'Nobody to remind', sender: 'Office', departments: 'Departments', areas: 'Townships',
}
