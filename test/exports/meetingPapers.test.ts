/** Minutes and the one-page follow-up: from the snapshot of a meeting alone; every figure is the board's, every decision stands in them once. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event.ts'
import { eventSealer } from '../../src/domain/demo.ts'
import { decisionCommand } from '../../src/domain/meetingDecision.ts'
import { defaultPack } from '../../src/domain/rulePack.ts'
import { freeze, viewOf } from '../../src/domain/snapshot.ts'
import { followUpOutline, mostFollowed } from '../../src/exports/followUpOutline.ts'
import { meetingPaperOf } from '../../src/exports/meetingPaper.ts'
import { minutesOutline } from '../../src/exports/minutesOutline.ts'
import type { FigureToken, Outline } from '../../src/exports/outline.ts'
import { textOfRun } from '../../src/exports/outline.ts'
import { outlineHtml } from '../../src/exports/outlineHtml.ts'
import { outlineText } from '../../src/exports/outlineText.ts'
import { tellNobody } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { documentOf } from '../../src/exports/paperFile.ts'
import { demoSnapshot } from './makers.ts'

const demo = demoSnapshot()
const facts = factsOf(viewOf(demo))
const day = '2020-09-15'
const { index } = facts.view
const meeting = { id: 'm9', number: 5, on: day, name: '' }
const red = facts.red[0]!
const long = '完成选址报批和用地预审并把施工图送审，同步落实运营单位、资金来源和开办清单'

/** The demo with a fifth meeting today, and so many decisions: the first on a red item, the others free. */
function decidedSnapshot(count: number, note = '各镇街把年底任务排到周', pattern = '') {
  const setting = { index, pack: defaultPack, meeting, meetingName: '第5次调度会', day }
  const stamp = (n: number): string => `2020-09-15T09:30:00.${String(n).padStart(3, '0')}Z/0000/dev-00000000000000aa`
  const event = (n: number, type: string, data: Record<string, unknown>): LedgerEvent => ({ v: 1, id: `0190b6a2-0000-7000-8000-${String(n).padStart(12, '0')}`, plan: demo.plan.id, type, at: day, recordedAt: stamp(n), device: 'dev-00000000000000aa', by: {}, data, prev: null, hash: '' })
  const places = index.columns.map(node => node.area)
  const decisions = Array.from({ length: count }, (_, i) => {
    const { kind, ...data } = decisionCommand(i === 0 ? { text: '9月25日前报批，10月10日前开工', lead: red.figure.area ?? 'bangong', due: '2020-10-10', target: red.figure.target, area: red.figure.area } : { text: `${places[i % places.length]!.name}${long}第${i}件`, lead: places[i % places.length]!.code, due: '2020-10-31', target: null, area: null }, { ...setting, id: `d${i}`, number: `${pattern}2020-${90 + i}` })
    return event(10 + i, kind, { ...data })
  }).map(one => ({ ...one, data: Object.fromEntries(Object.entries(one.data).filter(([key, value]) => key !== 'at' && value !== undefined)) }))
  const own = eventSealer()([event(1, 'meeting', { ...meeting }), ...decisions, ...(note === '' ? [] : [event(900, 'meeting_note', { id: 'n1', meeting: 'm9', text: note })])])
  return freeze({ plan: demo.plan, events: [...demo.events, ...own], demo: true }, { ...demo.seal, name: '第5次调度会', asOf: day, knownAt: '2020-09-15T10:00:00.000Z' })
}
const paperOf = (count: number, note?: string, pattern?: string) => meetingPaperOf(factsOf(viewOf(decidedSnapshot(count, note, pattern))), 'm9')!
const tables = ({ blocks }: Outline) => blocks.flatMap(block => (block.kind === 'table' ? [block.table] : []))
const textOf = ({ blocks }: Outline) => blocks.map(block => (block.kind === 'paragraph' ? block.runs.map(textOfRun).join('') : block.kind === 'heading' ? block.text : '')).join('\n')

it('minutes: promises with their result, the item decided on, decisions with owner and date, notes', () => {
  const paper = paperOf(3)
  const outline = minutesOutline(paper)
  expect(outline.title.join('')).toBe('晋江市民政局第5次调度会会议纪要')
  const [before, decided] = tables(outline)
  expect(before!.rows.length).toBe(paper.followUps.length)
  expect(paper.followUps.length).toBeGreaterThan(3)
  expect(decided!.rows.map(row => [row[1]!.text, row[4]!.text])).toEqual([['2020-90', '10月10日'], ['2020-91', '10月31日'], ['2020-92', '10月31日']])
  const text = textOf(outline)
  expect(text).toMatch(/议定：9月25日前报批，10月10日前开工（.+，10月10日，2020-90）。/)
  expect(text).toContain('各镇街把年底任务排到周。')
  expect(text).not.toContain('政府督查')
  expect(outline.mark).toBe('演示数据，不作公文使用')
  // Counts are those of the board and of the slips.
  const tokens = outline.blocks.flatMap(block => (block.kind === 'paragraph' ? block.runs : [])).filter((run): run is FigureToken => typeof run !== 'string')
  const count = (key: string) => tokens.find(token => 'count' in token.origin && token.origin.count === key)?.text
  expect([count('cells:sev'), count('promises:all'), count('decisions:all')]).toEqual([String(facts.red.length), String(paper.followUps.length), '3'])
  const kinds = ['kept', 'applied', 'overdue', 'left']
  expect(kinds.reduce((sum, kind) => sum + Number(count(`promises:${kind}`) ?? 0), 0)).toBe(paper.followUps.length)
})

it('a meeting that decided nothing and noted nothing has natural minutes; a snapshot before the meeting gives none', () => {
  const outline = minutesOutline(paperOf(0, ''))
  expect(textOf(outline)).toContain('会议没有议定新的事项。')
  expect(textOf(outline)).not.toContain('其他')
  expect(meetingPaperOf(facts, 'm9')).toBeNull()
})

it('as text and as a page for print it says the same', () => {
  const outline = minutesOutline(paperOf(2))
  const text = outlineText(outline)
  const html = outlineHtml(outline)
  for (const table of tables(outline)) for (const row of table.rows) { expect(text).toContain(row.map(cell => cell.text).join('\t')); for (const cell of row) expect(html).toContain(cell.text) }
  expect(text).toMatch(/^演示数据，不作公文使用\n/)
})

it('the follow-up names decisions first, then what is still open, at most twenty, and says how many more', () => {
  const paper = paperOf(3)
  const [table] = tables(followUpOutline(paper))
  expect(table!.rows.slice(0, 3).map(row => row[1]!.text)).toEqual(['2020-90', '2020-91', '2020-92'])
  expect(table!.rows.length).toBe(Math.min(mostFollowed, 3 + paper.open.length))
  const full = paperOf(22)
  expect(tables(followUpOutline(full))[0]).toMatchObject({ note: `另有${22 + full.open.length - mostFollowed}件，见督办台账。` })
})

const hasOffice = (() => { try { execFileSync('soffice', ['--version'], { stdio: 'ignore' }); return true } catch (error) { if (process.env.CI === 'true') throw error; return false } })()
it('twenty matters of two lines fit one page', async () => {
  const outline = followUpOutline(paperOf(20, '', '晋民督'))
  expect(tables(outline)[0]!.rows.length).toBe(20)
  const bytes = await documentOf(outline, tellNobody)
  expect(bytes.length).toBeGreaterThan(5_000)
  if (!hasOffice) return
  const folder = mkdtempSync(join(tmpdir(), 'guatu-follow-'))
  writeFileSync(join(folder, 'one.docx'), bytes)
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'one.docx')], { stdio: 'ignore' })
  const pages = [...readFileSync(join(folder, 'one.pdf')).toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
  rmSync(folder, { recursive: true, force: true })
  expect(pages).toBe(1)
}, 60_000)
