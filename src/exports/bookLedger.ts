/** 台账: every event known in the snapshot in the order in which it was recorded, names as recorded. */
import type { Item, LedgerEvent } from '../domain/event'
import { canonicalJson } from '../domain/hash'
import type { Placed, PlanIndex, Target } from '../domain/plan'
import { shortNameOf } from '../domain/plan'
import { milestoneStages } from '../domain/pace'
import { qualitativeStages } from '../domain/stages'
import type { BookSheet, BookValue } from './bookModel'
import { cellName, dayFormat, dayNumber, momentFormat, momentNumber, rangeName } from './bookModel'
import { topLines } from './bookWords'
import type { PaperFacts } from './paperFacts'

const heads = ['序', '所指日', '记录时间', '类别', '编号', '目标', '地方', '数值', '分子', '分母', '单位', '内容', '说明', '填报单位', '填报人', '状态', '记录号']
const firstRow = 3

const kinds: Readonly<Record<string, string>> = {
  report: '填报', allocate: '分解', amend: '调整', exempt: '免考', review: '审核', retract: '撤回', meeting: '调度会',
  department: '单位', assign: '分工', ruling: '口径', calendar: '填报日历', submit: '提交', evidence: '佐证', checked: '核实',
}
const marks: Readonly<Record<string, string>> = { exempt: '免考核', paused: '暂缓', active: '恢复' }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

const goalOf = (goal: unknown): string => {
  const { op, value } = (goal ?? {}) as { op?: unknown, value?: unknown }
  return `目标改为 ${op === '<=' ? '≤' : ''}${numberOf(value) ?? '未定'}`
}

function reportText(target: Target | undefined, data: Record<string, unknown>): string {
  if (target === undefined) return ''
  if (Array.isArray(data.items)) {
    const names = new Map((target.ladder ?? []).map(stage => [stage.id, stage.name]))
    return (data.items as Item[]).map(item => `${textOf(item.name)}：${names.get(item.stage) ?? textOf(item.stage)}`).join('；')
  }
  if (typeof data.stage === 'string') return qualitativeStages(target).find(stage => stage.id === data.stage)?.name ?? data.stage
  if (typeof data.stages !== 'object' || data.stages === null) return ''
  const names = new Map(milestoneStages(target, '').map(stage => [stage.id, stage.name]))
  return Object.entries(data.stages).map(([id, day]) => `${names.get(id) ?? id}：${textOf(day)}`).join('；')
}

/** What an event says beyond its number. */
function contentOf(index: PlanIndex, placed: Placed | undefined, { type, data }: LedgerEvent, named: LedgerEvent | undefined): string {
  const areaName = (code: string): string => shortNameOf(index.areas.get(code)?.area ?? { name: code })
  const ofNamed = named === undefined ? '' : `${kinds[named.type] ?? named.type} ${recordNumber(named.hash)}（${named.at}）`
  switch (type) {
    case 'report': return reportText(placed?.target, data)
    case 'allocate': return typeof data.shares === 'object' && data.shares !== null ? Object.entries(data.shares).map(([code, share]) => `${areaName(code)} ${numberOf(share) ?? '未定'}`).join('；') : ''
    case 'exempt': return marks[textOf(data.state)] ?? textOf(data.state)
    case 'amend': return [data.goal === undefined ? '' : goalOf(data.goal), data.due === undefined ? '' : `期限改为 ${textOf(data.due)}`, data.schedule === undefined ? '' : '计划曲线改了'].filter(text => text !== '').join('；')
    case 'retract': return `撤回${ofNamed === '' ? ` ${textOf(data.event)}` : ofNamed}`
    case 'review': return `${data.verdict === 'returned' ? '退回' : '通过'}${ofNamed === '' ? ` ${textOf(data.event)}` : ofNamed}`
    case 'meeting': return [`${textOf(data.on)} 开会`, textOf(data.name)].filter(text => text !== '').join('　')
    default: return canonicalJson(data)
  }
}

/** What it is called by in talk: four characters of its hash. Generated demo events carry stand-ins that differ at their end only. */
const recordNumber = (hash: string): string => (/^0{32}/.test(hash) ? hash.slice(-4) : hash.slice(0, 4))

export const inOrder = (events: readonly LedgerEvent[]): readonly LedgerEvent[] => [...events].sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0))

export function ledgerSheet(facts: PaperFacts, name: string): BookSheet {
  const { snapshot, index, history, limit } = facts.view
  const [title, caption] = topLines(facts, '台账')
  const events = inOrder(snapshot.events)
  const byId = new Map(events.map(event => [event.id, event]))
  const isNamed = (lists: ReadonlyMap<string, readonly LedgerEvent[]>, id: string, fits: (event: LedgerEvent) => boolean = () => true): boolean => (lists.get(id) ?? []).some(event => event.recordedAt <= limit && fits(event))
  const rows: (readonly BookValue[])[] = [title, caption, heads.map(value => ({ value, look: 'head' as const }))]
  events.forEach((event, i) => {
    const { data, by } = event
    const placed = typeof data.target === 'string' ? index.targets.get(data.target) : undefined
    const at = rows.length
    const numerator = event.type === 'report' ? numberOf(data.numerator) : null
    const denominator = event.type === 'report' ? numberOf(data.denominator) : null
    const value: BookValue = event.type !== 'report' ? null : numerator !== null && denominator !== null && denominator > 0
      ? { value: numerator / denominator, format: '0.0%', formula: `${cellName(at, 8)}/${cellName(at, 9)}` } : numberOf(data.value)
    const area = typeof data.area === 'string' ? shortNameOf(index.areas.get(data.area)?.area ?? { name: data.area }) : null
    const unit = by?.unit === undefined ? null : index.departments.get(by.unit)?.name ?? index.areas.get(by.unit)?.area.name ?? by.unit
    rows.push([
      i + 1, dayNumber(event.at), momentNumber(event.recordedAt), kinds[event.type] ?? event.type, placed?.target.id ?? (typeof data.target === 'string' ? data.target : null), placed?.target.name ?? null, area,
      value, numerator, denominator, placed === undefined ? null : placed.target.unit || null, contentOf(index, placed, event, typeof data.event === 'string' ? byId.get(data.event) : undefined) || null, textOf(data.note) || textOf(data.reason) || null, unit, by?.name ?? null,
      isNamed(history.retractions, event.id) ? '已撤回' : isNamed(history.reviews, event.id, review => review.data.verdict === 'returned') ? '退回过' : null, recordNumber(event.hash),
    ])
  })
  if (events.length === 0) rows.push([null, null, null, { value: '还没有任何记录', look: 'caption' }])
  const last = rows.length - 1
  return {
    name, rows, heads: firstRow, titleRows: 1, frozenColumns: 3, merges: [], lamps: [], bars: null, folded: new Set(), rowHeight: null, heights: new Map([[firstRow - 1, 24]]),
    columns: [
      { width: 7, look: 'none' }, { width: 11, look: 'none', format: dayFormat }, { width: 16, look: 'none', format: momentFormat }, { width: 9, look: 'none' }, { width: 9, look: 'none' }, { width: 24, look: 'none' }, { width: 10, look: 'none' }, { width: 10, look: 'none' }, { width: 8, look: 'none' }, { width: 8, look: 'none' },
      { width: 7, look: 'none' }, { width: 64, look: 'note' }, { width: 26, look: 'note' }, { width: 16, look: 'none' }, { width: 11, look: 'none' }, { width: 8, look: 'none' }, { width: 8, look: 'none' },
    ],
    filter: events.length > 0 ? rangeName(firstRow - 1, 0, last, heads.length - 1) : null,
    paper: 'a4', isUpright: false, ...(events.length > 0 && { ruled: rangeName(firstRow, 0, last, heads.length - 1) }),
  }
}
