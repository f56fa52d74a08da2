/** A contradiction that was found and decided is a footnote on every paper that prints the figure. */
import { expect, it } from 'vitest'
import { demoEvents, eventSealer } from '../../src/domain/demo.ts'
import { demoDay } from '../../src/domain/demoDay.ts'
import { indexPlan } from '../../src/domain/plan.ts'
import { freeze, viewOf } from '../../src/domain/snapshot.ts'
import { boardCsv, boardMarkdown } from '../../src/exports/boardTable.ts'
import { sheetMakers } from '../../src/exports/bookSheets.ts'
import { deckEntries } from '../../src/exports/deckPages.ts'
import { deckSlide } from '../../src/exports/deckSlides.ts'
import { plainChoice } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { reportOutline } from '../../src/exports/reportOutline.ts'
import { wallSvg } from '../../src/exports/wallSvg.ts'
import { makeEvent } from '../domain/makers.ts'
import { planOf } from './makers.ts'

it('stands with its number behind the name, and in words below the table, in the sheet, on the chart and in the file', () => {
  const plan = planOf('quanzhou-tsz-2023')
  const events = demoEvents(indexPlan(plan))
  const at = demoDay(plan)
  const found = (targets: readonly string[], status: string, key: string) => ({ ...makeEvent('finding', '2023-04-01', { key, conflict: 'late_issue', targets, question: `${key}？`, decision: `从印发日算${key}`, status }, { plan: plan.id }), recordedAt: `2023-04-01T00:00:00.000Z/0000/${key === 'k1' ? 'dev-0000000000000001' : 'dev-0000000000000002'}` })
  const asOf = { name: '会', asOf: at, knownAt: at, review: 'all' as const, madeAt: `${at}T08:00:00.000Z`, madeBy: {}, version: '0.5.0' }
  const slow = factsOf(viewOf(freeze({ plan, events: eventSealer()(events), demo: true }, asOf))).slow.find(line => line.lamp !== 'no_data')!.row.target.id
  const facts = factsOf(viewOf(freeze({ plan, events: eventSealer()([...events, found([slow], 'decided', 'k1'), found([slow], 'declined', 'k2')]), demo: true }, asOf)))
  const number = plan.rulings.length + 1
  const note = `注${number}：k1？按：从印发日算k1`

  const { blocks, annexes } = reportOutline(facts, plainChoice)
  const tables = [...blocks.flatMap(block => (block.kind === 'table' ? [block.table] : [])), ...annexes.map(annex => annex.table)]
  expect(tables.map(table => [table.rows.some(row => row.some(cell => cell.text.endsWith(`（注${number}）`))), table.note.includes(note)])).toEqual(tables.map(() => [true, true]))
  const entries = deckEntries(facts, plainChoice)
  expect(JSON.stringify(entries.map((entry, i) => deckSlide(facts, entry, '', i + 1, entries.length)))).toContain(`（注${number}）`)
  expect(boardCsv(facts)).toContain(note)
  expect(boardMarkdown(facts)).toContain('从印发日算k1')
  expect(wallSvg(facts)).toContain(`标“注”的有 ${number} 处`)
  expect(JSON.stringify(sheetMakers(facts).map(make => make()))).toContain('从印发日算k1')
  for (const text of [boardCsv(facts), JSON.stringify(tables)]) expect(text).not.toContain('k2')
})
