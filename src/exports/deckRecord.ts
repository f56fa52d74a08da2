/** 变更记录: the latest entries of the ledger, newest first. */
import type { LedgerEvent } from '../domain/event'
import { comesLater, isInForce } from '../domain/history'
import type { RecordLine } from '../domain/targetRecord'
import { recordOf } from '../domain/targetRecord'
import { shortNameOf } from '../domain/plan'
import { numberText, valueText } from '../wording/figureText'
import { cell, frameOf, headRow, heightsOf, rowOfCells } from './deckFrame'
import type { DeckCell, DeckItem } from './deckLook'
import { clipTo, inks, page, sizes } from './deckLook'
import type { PaperFacts } from './paperFacts'
import { zhMoment } from './paperCaption'

const mostEntries = 60
const perPage = 10
const widths = [1.75, 1.3, 1.35, 4.0, 1.3, 2.533]
const heads = ['记于', '所属日', '镇街', '事项', '记了什么', '改前 → 改后']
const aligns: readonly DeckCell['align'][] = ['left', 'left', 'left', 'left', 'left', 'left']

const kinds: Readonly<Record<string, string>> = { report: '填报', allocate: '分解', amend: '调整目标', exempt: '免停标记', review: '审核', retract: '撤回' }

/** Reports, allocations, amendments and marks about days up to the board's, newest first: what the pages list. */
export function recordEntries({ view: { history, limit, board: { asOf } } }: PaperFacts): LedgerEvent[] {
  const wanted = new Set(['report', 'allocate', 'amend', 'exempt'])
  const events = [...history.events.values()].filter(event => wanted.has(event.type) && event.at <= asOf && event.recordedAt <= limit)
  return events.sort((one, other) => (comesLater(one, other) ? -1 : 1)).slice(0, mostEntries)
}

export const recordPages = (facts: PaperFacts): LedgerEvent[][] => {
  const entries = recordEntries(facts)
  return Array.from({ length: Math.ceil(entries.length / perPage) }, (_, i) => entries.slice(i * perPage, (i + 1) * perPage))
}

function wordsOf(facts: PaperFacts, target: string, line: RecordLine | undefined): string {
  const placed = facts.view.index.targets.get(target)
  if (line === undefined || placed === undefined) return ''
  const word = (one: RecordLine['before']): string => {
    if (one === null) return '无'
    if (one.kind === 'value') return one.stage ?? valueText(placed.target, one.value)
    if (one.kind === 'share') return one.share === null ? '无' : numberText(one.share)
    return one.kind === 'mark' ? { exempt: '免考核', paused: '暂缓', active: '在考' }[one.state] : one.due ?? (one.goal?.value === undefined || one.goal.value === null ? '—' : numberText(one.goal.value))
  }
  return `${word(line.before)} → ${word(line.after)}`
}

export function recordItems(facts: PaperFacts, events: readonly LedgerEvent[], title: string): DeckItem[] {
  const { index, history, limit } = facts.view
  const records = new Map<string, Map<string, RecordLine>>()
  const lineOfEvent = (target: string, id: string): RecordLine | undefined => {
    let known = records.get(target)
    if (known === undefined) records.set(target, known = new Map(recordOf(history, target, null, limit).map(line => [line.event, line])))
    return known.get(id)
  }
  const rows = events.map(event => {
    const target = String(event.data.target)
    const area = index.areas.get(String(event.data.area))?.area
    const state = isInForce(history, event, limit) ? '' : '（已撤回）'
    return rowOfCells([
      cell(zhMoment(event.recordedAt), { color: inks.soft }), cell(zhMoment(event.at)), cell(area === undefined ? facts.ownLevel : clipTo(shortNameOf(area), 6)), cell(clipTo(index.targets.get(target)?.target.name ?? target, 19)),
      cell(`${kinds[event.type] ?? event.type}${state}`), cell(clipTo(wordsOf(facts, target, lineOfEvent(target, event.id)), 11)),
    ], widths, sizes.small, 'grid', 0.4)
  })
  const all = [headRow(heads, aligns, widths), ...rows]
  return [...frameOf(title, `最近 ${recordEntries(facts).length} 条，新的在前`), { kind: 'table', name: '变更记录', box: { x: page.left, y: page.top - 0.1, w: page.inner, h: heightsOf(all) }, widths, rows: all }]
}
