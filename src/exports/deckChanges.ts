/** Changes since the last meeting: what turned worse and what turned better, side by side. */
import { zhDay } from '../wording/zhWhy'
import { cell, frameOf, headRow, heightsOf, packed, plain, rowOfCells, textItem } from './deckFrame'
import type { DeckItem, DeckRow } from './deckLook'
import { inks, lampSpan, page, sizes } from './deckLook'
import type { ChangeLine, PaperFacts } from './paperFacts'

export interface ChangesSheet { worse: readonly ChangeLine[], better: readonly ChangeLine[] }

/** More than this is no page for a meeting. */
const mostPages = 6
const widths = [0.86, 1.86, 1.76, 1.5]
const width = widths.reduce((sum, one) => sum + one, 0)
const room = page.bottom - page.top - 0.85

function rowFor({ change: { before, after }, areaName, name, from, to, after: value }: ChangeLine): DeckRow {
  const now = after.lamp === null ? { text: to } : lampSpan(after.lamp, to)
  const was = before.lamp === null ? '' : `${from} → `
  return rowOfCells([cell(areaName), cell(name), { lines: [[{ text: was, color: inks.faint }, { ...now, bold: true }]] }, cell(value, { align: 'right', color: inks.soft })], widths, sizes.least, 'grid', 0.32)
}

export function changesSheets(facts: PaperFacts): ChangesSheet[] {
  if (facts.changes === null) return []
  const [worse, better] = [facts.changes.worse, facts.changes.better].map(lines => packed(lines, line => rowFor(line).height, room))
  return Array.from({ length: Math.min(mostPages, Math.max(1, worse!.length, better!.length)) }, (_, i) => ({ worse: worse![i] ?? [], better: better![i] ?? [] }))
}

export const changesTitle = (facts: PaperFacts): string => `会后变化：变好 ${facts.changes?.better.length ?? 0}，变差 ${facts.changes?.worse.length ?? 0}`

function half(heading: string, lines: readonly ChangeLine[], total: number, x: number): DeckItem[] {
  const rows = [headRow(['镇街', '事项', '上次 → 现在', '现为'], ['left', 'left', 'left', 'right'], widths), ...lines.map(rowFor)]
  const head = textItem({ x, y: page.top, w: width, h: 0.4 }, [[{ text: heading, bold: true }, { text: `　${total} 格`, size: sizes.small, color: inks.faint }]], { anchor: 'middle' })
  if (lines.length === 0) return [head, textItem({ x, y: page.top + 0.45, w: width, h: 0.4 }, plain(total === 0 ? '没有。' : '已列完。'), { color: inks.soft, anchor: 'middle' })]
  return [head, { kind: 'table', name: heading, box: { x, y: page.top + 0.42, w: width, h: heightsOf(rows) }, widths, rows }]
}

export function changesItems(facts: PaperFacts, sheet: ChangesSheet, title: string): DeckItem[] {
  const changes = facts.changes!
  const shown = changesSheets(facts).reduce((sum, one) => sum + one.worse.length + one.better.length, 0)
  const left = changes.worse.length + changes.better.length - shown
  return [
    ...frameOf(title, `较${zhDay(changes.meeting.on)}会议${left > 0 ? `；另有 ${left} 格见工作簿` : `；另有 ${changes.same} 格数变灯未变`}`),
    ...half('变差', sheet.worse, changes.worse.length, page.left),
    ...half('变好', sheet.better, changes.better.length, page.left + page.inner - width),
  ]
}
