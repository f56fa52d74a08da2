/** 上次定的事: what earlier meetings decided and how it stands, the open first. Nothing was decided: no slide. */
import { followUpsOf } from '../domain/meetingRecord'
import type { Slip } from '../domain/slip'
import { daysLeft, isOpen, isOverdue, slipsOf } from '../domain/slip'
import type { SlipState } from '../domain/slipEvents'
import { zhDay } from '../wording/zhWhy'
import { slipUnitName } from './bulletinSlips'
import { cell, frameOf, headRow, heightsOf, packed, rowOfCells } from './deckFrame'
import type { DeckCell, DeckItem, DeckRow } from './deckLook'
import { clipTo, inks, page, sizes } from './deckLook'
import type { PaperFacts } from './paperFacts'

const states: Readonly<Record<SlipState, string>> = { issued: '待签收', received: '在办', answered: '已反馈', applied: '待核验', verified: '待签字', signed: '待销号', closed: '已销号', published: '已公示', withdrawn: '已撤销' }
const widths = [1.2, 5.2, 2.3, 1.35, 2.183]
const heads = ['单号', '事项', '责任单位', '期限', '现状']
const aligns: readonly DeckCell['align'][] = ['left', 'left', 'left', 'left', 'left']
const room = page.bottom - page.top + 0.1 - headRow(heads, aligns, widths).height

/** What the meetings before the day decided and was still to do then, or was settled since the last one: overdue first, then by date, settled last. */
export function followUpSlips({ view: { history, limit, meetings, board: { asOf } } }: PaperFacts): Slip[] {
  const weight = (slip: Slip): number => (isOverdue(slip, asOf) ? 0 : isOpen(slip) ? 1 : 2)
  return followUpsOf(slipsOf(history, { asOf, limit }), meetings, { id: '', number: 0, on: asOf, name: '' }).sort((a, b) => weight(a) - weight(b) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

function rowFor(facts: PaperFacts, slip: Slip): DeckRow {
  const { asOf } = facts.view.board
  const isLate = isOverdue(slip, asOf)
  const state = isLate ? `逾期 ${-daysLeft(slip, asOf)} 天` : !isOpen(slip) && slip.closedOn !== null ? `✓ ${states[slip.state]} ${zhDay(slip.closedOn)}` : states[slip.state]
  return rowOfCells([
    cell(clipTo(slip.order.number, 8), { color: inks.faint }), cell(slip.order.title), cell(slipUnitName(facts, slip.order.lead)), cell(zhDay(slip.due)), cell(isLate ? `■ ${state}` : state, isLate ? { bold: true, color: inks.sev } : {}),
  ], widths, sizes.small, 'grid', 0.4)
}

export const followUpSheets = (facts: PaperFacts): Slip[][] => packed(followUpSlips(facts), slip => rowFor(facts, slip).height, room)

export function followUpTitle(facts: PaperFacts): string {
  const slips = followUpSlips(facts)
  const late = slips.filter(slip => isOverdue(slip, facts.view.board.asOf)).length
  return `上次定的事：${slips.length} 件，办结 ${slips.filter(slip => !isOpen(slip)).length} 件${late > 0 ? `，逾期 ${late} 件` : ''}`
}

export function followUpItems(facts: PaperFacts, slips: readonly Slip[], title: string): DeckItem[] {
  const rows = [headRow(heads, aligns, widths), ...slips.map(slip => rowFor(facts, slip))]
  return [...frameOf(title, '逾期的在前，办结的在后'), { kind: 'table', name: '上次定的事', box: { x: page.left, y: page.top - 0.1, w: page.inner, h: heightsOf(rows) }, widths, rows }]
}
