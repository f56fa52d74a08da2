/** Reminders and calendar entries in words: units and matters, never people. */
import type { DateAhead } from '../domain/datesAhead'
import type { InboxItem, InboxKind } from '../domain/inbox'
import type { ReminderUnit } from '../domain/reminder'
import { zhDay } from './zhWhy'

const zhAsk: Readonly<Partial<Record<InboxKind, string>>> = { overdue: '已逾期', returned: '被退回', receive: '待签收', due_soon: '即将到期', answer: '待反馈', apply: '办结后申请销号', report_returned: '填报被退回', period: '还没报', target_near: '快到期，还没有数' }
const enAsk: Readonly<Partial<Record<InboxKind, string>>> = { overdue: 'overdue', returned: 'sent back', receive: 'to be signed for', due_soon: 'due soon', answer: 'to be answered', apply: 'apply for closure when done', report_returned: 'reports sent back', period: 'not reported', target_near: 'ends soon, no figure yet' }

/** 限 9月12日，逾期 3 天. */
function zhDue({ due, days }: InboxItem): string {
  if (due === null || days === null) return ''
  return `，限${zhDay(due)}${days < 0 ? `，逾期 ${-days} 天` : days === 0 ? '，今天到期' : `，还有 ${days} 天`}`
}
function zhLine(item: InboxItem, slipName: string): string {
  const what = item.slip !== null ? `${slipName}${item.number}“${item.title}”` : item.kind === 'period' ? `${Number(item.title.slice(5))}月填报` : item.title
  return `${what}${item.count === null ? '' : ` ${item.count} 格`}${zhAsk[item.kind] ?? ''}${zhDue(item)}`
}
function enLine(item: InboxItem): string {
  const what = item.slip !== null ? `Slip ${item.number} "${item.title}"` : item.kind === 'period' ? `Report of ${item.title}` : item.title
  return `${what}${item.count === null ? '' : `, ${item.count} ${item.count === 1 ? 'cell' : 'cells'}`}: ${enAsk[item.kind] ?? ''}${item.due === null || item.days === null ? '' : `, due ${item.due}${item.days < 0 ? `, ${-item.days} days late` : item.days === 0 ? ', today' : `, ${item.days} days left`}`}`
}

interface ReminderSetting { name: (unit: string) => string, slipName: string, asOf: string, sender: string, isDemo: boolean }

/** Plain text: one block a unit, then how to answer. */
export function zhReminder(units: readonly ReminderUnit[], { name, slipName, asOf, sender, isDemo }: ReminderSetting): string {
  const blocks = units.map(({ unit, items, more }) => [`${name(unit)}：`, ...items.map((item, i) => `${i + 1}. ${zhLine(item, slipName)}`), ...more > 0 ? [`另有 ${more} 件，见挂图“待办”。`] : []].join('\n'))
  return [`${isDemo ? '【演示数据】' : ''}【${sender}】截至${zhDay(asOf)}待办：`, ...blocks, '请在挂图“待办”里办；不联网的，用报送包或书面反馈。已经办了的，请忽略。'].join('\n')
}
export function enReminder(units: readonly ReminderUnit[], { name, asOf, sender, isDemo }: ReminderSetting): string {
  const blocks = units.map(({ unit, items, more }) => [`${name(unit)}:`, ...items.map((item, i) => `${i + 1}. ${enLine(item)}`), ...more > 0 ? [`${more} more in the inbox.`] : []].join('\n'))
  return [`${isDemo ? '[Demo data] ' : ''}[${sender}] Open on ${asOf}:`, ...blocks, 'Answer in the inbox of Guatu, by update packet or on paper. If it is done, ignore this.'].join('\n')
}

/** One entry of the calendar file; always in Chinese, as the papers are. */
export function zhDate({ kind, number, titles, unit }: DateAhead, { name, slipName, isDemo }: Pick<ReminderSetting, 'name' | 'slipName' | 'isDemo'>): { summary: string, description: string } {
  const who = unit === null ? '' : name(unit)
  const month = `${Number(number.slice(5))}月`
  const of = (summary: string, description = ''): { summary: string, description: string } => ({ summary: `${isDemo ? '演示数据 ' : ''}${summary}`, description })
  switch (kind) {
    case 'slip': return of(`${slipName}${number} 到期：${titles[0]}`, who)
    case 'extension': return of(`答复延期申请：${slipName}${number}`, `${who}　${titles[0]}`)
    case 'meeting': return of(titles[0] ?? `第${number}次调度会`)
    case 'cutoff': return of(`${month}数据截止`)
    case 'submit': return of(`${month}填报提交`)
    case 'bulletin': return of('通报日')
    case 'targets': return of(titles.length === 1 ? `目标到期：${titles[0]}` : `${titles.length} 项目标到期`, titles.length === 1 ? '' : titles.join('\n'))
  }
}
