/** What became of slips, in the bulletin and on the deck's first page of changes; and the bulletin as a DOCX. */
import { expect, it } from 'vitest'
import { sourcesOfView } from '../../src/domain/bulletinCounts.ts'
import type { LedgerEvent } from '../../src/domain/event.ts'
import { eventSealer } from '../../src/domain/demo.ts'
import { defaultSlipRules } from '../../src/domain/rulePack.ts'
import type { SlipStepData } from '../../src/domain/slipEvents.ts'
import { freeze, viewOf } from '../../src/domain/snapshot.ts'
import { textOfBlock } from '../../src/domain/bulletin.ts'
import type { BulletinToken } from '../../src/domain/meetingEvents.ts'
import { draftOf } from '../../src/exports/bulletinDraft.ts'
import { bulletinOutline } from '../../src/exports/bulletinOutline.ts'
import { deckEntries } from '../../src/exports/deckPages.ts'
import { deckSlide } from '../../src/exports/deckSlides.ts'
import { outlineHtml } from '../../src/exports/outlineHtml.ts'
import { plainChoice, tellNobody } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { documentOf } from '../../src/exports/paperFile.ts'
import { valueOfToken } from '../../src/wording/tokenText.ts'
import { makeEvent } from '../domain/makers.ts'
import { malformed, partsOf, wordTables, wordText } from './docxParts.ts'
import { demoSnapshot, planOf } from './makers.ts'

const plain = demoSnapshot()
/** The demo without slips of its own. */
const bare = plain.events.filter(one => !one.type.startsWith('slip'))
const meeting = viewOf(plain).meetings.findLast(one => one.on < plain.seal.asOf)!
let minute = 0
const event = (type: string, at: string, data: Record<string, unknown>): LedgerEvent => makeEvent(type, at, data, { plan: 'jinjiang-2020', recordedAt: `${at}T00:${String(minute++).padStart(2, '0')}:00.000Z/0000/dev-0000000000000001` })
const slip = (id: string, due: string, at = meeting.on): LedgerEvent => event('slip', at, { id, number: `2020-${id}`, title: `事项${id}`, level: 'yellow', levels: defaultSlipRules.levels, escalation: [], basis: '会议', request: '办', lead: '350582004', assist: [], due, closure: [], meeting: meeting.id })
const step = (id: string, at: string, data: SlipStepData): LedgerEvent => event('slip_step', at, { slip: id, ...data })
const settled = [step('03', '2020-08-16', { step: 'receive' }), step('03', '2020-08-20', { step: 'apply', text: '', acceptance: '' }), step('03', '2020-08-21', { step: 'verify', text: '', way: 'site', isMet: true, met: [] }), step('03', '2020-08-22', { step: 'sign', text: '' }), step('03', '2020-08-23', { step: 'close' })]
const slips = [slip('01', '2020-09-10'), slip('02', '2020-09-30'), slip('03', '2020-08-31'), step('01', '2020-09-12', { step: 'interview', text: '约谈' }), ...settled]
const frozen = (more: readonly LedgerEvent[]) => freeze({ plan: planOf('jinjiang-2020'), events: [...bare, ...eventSealer()([...more])], demo: true }, { ...plain.seal, knownAt: plain.seal.knownAt })
const view = viewOf(frozen(slips))
const text = draftOf(view, 'bulletin', { id: 'b1', title: '', number: '第4期', addressee: '' })
const tokens = text.blocks.flatMap(block => (block.kind === 'paragraph' ? block.runs.filter((run): run is BulletinToken => typeof run !== 'string') : []))

it('the bulletin tells of slips: issued, closed, overdue with days, interviews, each a live count', () => {
  const said = text.blocks.map(textOfBlock).join('\n')
  expect(said).toContain('督办事项办理情况\n共发督办单3件，已销号1件，在办2件，逾期1件；已约谈1次。')
  expect(said).toContain('逾期的有罗山街道《事项01》（2020-01），期限9月10日，已过5天。')
  expect(said).toContain('已销号的有罗山街道《事项03》（2020-03）。')
  expect(said).toContain('最近到期的有《事项01》9月10日、《事项02》9月30日')
  expect(tokens.flatMap(({ text: printed, origin }) => (origin.of === 'slips' ? [`${origin.count} ${printed}`] : []))).toEqual(expect.arrayContaining(['issued 3', 'closed 1', 'open 2', 'overdue 1', 'interviews 1', 'late:01 5']))
  const later = { ...sourcesOfView(view), slips: [] }
  expect(valueOfToken({ of: 'slips', count: 'issued' }, later)).toBe('0')
  expect(valueOfToken({ of: 'slips', count: 'late:01' }, later)).toBeNull()
})

it('the deck opens its changes with what was decided at earlier meetings; without decisions it has no such slide', () => {
  const pages = (of: typeof view) => deckEntries(factsOf(of), { ...plainChoice, parts: new Set(['changes']) })
  expect(pages(viewOf(frozen([]))).filter(page => page.key.startsWith('follow-ups'))).toEqual([])
  const withSlips = pages(view)
  expect([withSlips[0]!.key, withSlips[0]!.title]).toEqual(['follow-ups-1', '上次定的事：3 件，办结 1 件，逾期 1 件'])
  const { items } = deckSlide(factsOf(view), withSlips[0]!, '', 1, 1)
  const rows = items.flatMap(item => (item.kind === 'table' ? item.rows.map(row => row.cells.map(cell => cell.lines.map(line => line.map(span => span.text).join('')).join('')).join(' ')) : []))
  expect(rows).toEqual(['单号 事项 责任单位 期限 现状', '2020-01 事项01 罗山街道 9月10日 ■ 逾期 5 天', '2020-02 事项02 罗山街道 9月30日 待签收', '2020-03 事项03 罗山街道 8月31日 ✓ 已销号 8月23日'])
})

it('the DOCX opens: every figure of the text stands in it, and the annex has a row for every slow item', async () => {
  const outline = bulletinOutline(text, view, '2020-09-16')
  const parts = partsOf(await documentOf(outline, tellNobody))
  for (const [name, part] of parts) expect([name, malformed(part)]).toEqual([name, null])
  const document = parts.get('word/document.xml')!
  const written = wordText(document)
  for (const block of text.blocks) expect(written).toContain(textOfBlock(block))
  expect(tokens.filter(token => !written.includes(token.text))).toEqual([])
  expect(written).toContain('各镇（街道），局机关各科室：')
  expect(written).toContain('第4期')
  expect(written).toContain('2020年9月16日')
  const [annex] = wordTables(document)
  expect(annex![0]).toEqual(['序号', '项目', '责任单位', '目标任务', '1–9月（至15日）实际完成', '完成率%', '备注'])
  expect(annex!.length - 1).toBe(factsOf(view).slow.length)
  expect(outlineHtml(outline)).toContain('data-count="slips:overdue"')
})
