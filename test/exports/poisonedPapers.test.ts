/** Every paper of a snapshot whose every text tries to run something: nothing in them is markup, script, a formula or an address that runs (reliability.md goals 18, 20, 21). */
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { freeze } from '../../src/domain/snapshot.ts'
import { plainChoice, tellNobody } from '../../src/exports/paper.ts'
import type { PaperFormat } from '../../src/exports/paper.ts'
import { makerOf } from '../../src/exports/paperMakers.ts'
import { unpackedSnapshot } from '../../src/exports/pagePacking.ts'
import { islandOf } from '../../src/exports/pageFile.ts'
import { writePaper } from '../../src/exports/writePaper.ts'
import { payloads, poisonedLedger, poisonedPlan } from '../domain/poison.ts'
import { parsePlan } from '../../src/domain/parsePlan.ts'
import { isTorture, recordFigure } from '../tools/figures.ts'
import { planOf } from './makers.ts'
import { readSheets } from './sheetReader.ts'

/** What is left of a page's or part's markup without quoted attributes: a payload that stands in it would be read as a tag. */
const tagsOf = (text: string): string[] => (text.match(/<[^>]*>/g) ?? [])
const unquoted = (tag: string): string => tag.replace(/"[^"]*"/g, '""')
/** The papers' own: the seal, as data. */
const seal = '<script type="application/json" id="guatu-seal">'
const runs = (text: string): string[] => tagsOf(text).filter(tag => tag !== seal).filter(tag => /xss|<script|<iframe|\son\w+=/i.test(unquoted(tag)))
const addresses = (text: string): string[] => [...text.matchAll(/(?:href|src|Target|xlink:href)="([^"]*)"/g)].map(match => match[1]!).filter(to => /^[\s\p{C}]*(?:java|vb|data:(?!image\/|,$))/iu.test(to))

const rotations = isTorture ? payloads.map((_, i) => i) : [7]

it.each(rotations)('papers with the payloads from %i on', async rotation => {
  const plan = poisonedPlan(planOf('jinjiang-2020'), rotation)
  expect(parsePlan(JSON.stringify(plan))).toMatchObject({ ok: true })
  const events = poisonedLedger(plan, rotation)
  const snapshot = freeze({ plan, events, demo: false }, { name: payloads[rotation]!, asOf: '2020-09-15', knownAt: '2020-09-15', review: 'all', madeAt: '2020-09-15T08:20:00.000Z', madeBy: { unit: 'bangong', name: payloads[(rotation + 1) % 20]! }, version: '1' })
  const order = { snapshot, choice: { ...plainChoice, office: payloads[(rotation + 2) % 20]!, documentNumber: payloads[(rotation + 3) % 20]!, addressee: payloads[(rotation + 4) % 20]!, hasRedHead: true }, template: '<!doctype html><title>x</title><script type="application/json" id="snapshot-data">null</script>' }
  const make = async (format: Exclude<PaperFormat, 'png'>) => writePaper(await makerOf(format), format, order, tellNobody)
  const textOf = async (format: Exclude<PaperFormat, 'png'>) => new TextDecoder().decode(await make(format))
  const found: string[] = []
  const look = (name: string, text: string) => { found.push(...[...runs(text), ...addresses(text)].map(one => `${name}: ${one.slice(0, 120)}`)) }

  for (const format of ['svg', 'print', 'poster'] as const) look(format, await textOf(format))
  // The one HTML file holds its data packed, and the seal as JSON: one script that was there, and one for each island.
  const page = await textOf('page')
  expect(tagsOf(page).filter(tag => /^<(?!\/|!|title|script type="application\/json")/.test(tag))).toEqual([])
  expect(await unpackedSnapshot(islandOf(page)!)).toContain('xss()')
  for (const format of ['docx', 'pptx', 'xlsx'] as const) {
    const bytes = await make(format)
    for (const [part, content] of Object.entries(unzipSync(bytes))) if (/\.(?:xml|rels)$/.test(part)) look(`${format} ${part}`, strFromU8(content))
    if (format === 'xlsx') found.push(...readSheets(bytes).sheets.flatMap(sheet => [...sheet.cells.values()].filter(cell => cell.formula !== null && /xss|cmd|HYPERLINK/i.test(cell.formula)).map(cell => `xlsx formula ${cell.formula}`)))
  }
  const csv = await textOf('csv')
  found.push(...csv.split(/\r\n/).flatMap(line => line.match(/(?:^|,)"?[=+@＝][^,]*/g) ?? []).map(cell => `csv ${cell}`))
  const markdown = await textOf('markdown')
  // The seal stands in a comment at the end, which nothing inside can close.
  expect(markdown).toMatch(/\n<!-- guatu[^<>]*-->\n$/)
  found.push(...(markdown.replace(/<!-- guatu[^<>]*-->\n$/, '').match(/(?<!\\)\]\(|<[a-z/!]/gi) ?? []).map(one => `markdown ${one}`))
  expect([csv, markdown].every(text => text.includes('xss()'))).toBe(true)
  for (const format of ['board', 'snapshot'] as const) expect(JSON.parse(await textOf(format))).toBeTypeOf('object')
  expect(found).toEqual([])
  if (rotation === rotations.at(-1)) recordFigure({ id: 'xssPapers', name: 'payloads in every text, 11 paper formats', value: `0 live of ${payloads.length} x ${rotations.length} rotations`, goal: '0 script, 0 formula, 0 address that runs' })
}, 120_000)
