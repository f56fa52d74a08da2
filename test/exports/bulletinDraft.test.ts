/** Drafts of bulletins: every figure is that of board.json, none stands outside a token, names are named, the text keeps to its ceiling. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulletinCeilings, lengthOf, textOfBlock } from '../../src/domain/bulletin.ts'
import { sourcesOfView, sourcesOn } from '../../src/domain/bulletinCounts.ts'
import { staleSentences } from '../../src/domain/bulletinTokens.ts'
import { knownAtLimit } from '../../src/domain/clock.ts'
import type { BulletinText, BulletinToken } from '../../src/domain/meetingEvents.ts'
import { fitsBulletin } from '../../src/domain/meetingEvents.ts'
import { foldEvents } from '../../src/domain/history.ts'
import type { Target } from '../../src/domain/plan.ts'
import { indexPlan } from '../../src/domain/plan.ts'
import type { Snapshot, SnapshotView } from '../../src/domain/snapshot.ts'
import { freeze, viewOf } from '../../src/domain/snapshot.ts'
import { draftOf } from '../../src/exports/bulletinDraft.ts'
import { bulletinOutline } from '../../src/exports/bulletinOutline.ts'
import { textOfRun } from '../../src/exports/outline.ts'
import { valueOfToken } from '../../src/wording/tokenText.ts'
import { index, ledger } from '../domain/randomLedger.ts'
import { makeEvent } from '../domain/makers.ts'
import { demoSnapshot, emptySnapshot, longSnapshot } from './makers.ts'

const draft = (view: SnapshotView, form: BulletinText['form'] = 'bulletin'): BulletinText => draftOf(view, form, { id: 'b1', title: '', number: '第4期', addressee: '' })
const tokensOf = ({ blocks }: BulletinText): BulletinToken[] => blocks.flatMap(block => (block.kind === 'paragraph' ? block.runs.filter((run): run is BulletinToken => typeof run !== 'string') : []))

const onPace = new Set(['done', 'caught_up_late', 'ahead', 'on_pace', 'near_due'])
const aside = new Set(['exempt', 'paused', 'not_due'])
const round = (value: number) => String(Number(value.toFixed(2)))

/** What a token must say by a snapshot's `board` (the content of board.json) alone; undefined where that file does not tell. */
function expectedOf({ board, plan }: Snapshot, targets: ReadonlyMap<string, Target>, { origin }: BulletinToken): string | undefined {
  const withCells = new Set(board.cells.map(cell => cell.target))
  const listed = [...board.cells, ...board.targets.filter(row => !withCells.has(row.target))]
  if (origin.of === 'slips') return undefined
  if (origin.of === 'count') {
    const parts = origin.count.split(':')
    if (origin.count === 'places') return String(plan.area.children!.length)
    if (origin.count === 'slow:places') return String(board.areas.filter(area => (area.lamps.overdue ?? 0) + (area.lamps.behind ?? 0) + (area.lamps.slightly_behind ?? 0) > 0).length)
    const among = parts[0] === 'targets' ? board.targets : parts[0] === 'cells' ? listed : parts[0] === 'area' ? board.cells.filter(cell => cell.area === parts[1]) : null
    if (among === null) return undefined
    const [what, lamp] = parts.slice(parts[0] === 'area' ? 2 : 1)
    const active = among.filter(one => one.lamp !== null && !aside.has(one.lamp))
    const good = active.filter(one => onPace.has(one.lamp!))
    if (what === undefined) return String(parts[0] === 'targets' ? among.length : among.filter(one => one.lamp !== null).length)
    return what === 'lamp' ? String(among.filter(one => one.lamp === lamp).length) : what === 'active' ? String(active.length) : what === 'onPace' ? String(good.length) : `${Math.floor(100 * good.length / active.length + 1e-7)}%`
  }
  const figure = origin.area === null ? board.targets.find(row => row.target === origin.target)! : board.cells.find(cell => cell.target === origin.target && cell.area === origin.area)!
  const target = targets.get(origin.target)!
  const scale = target.measure === 'rate' ? (target.unit.includes('‰') ? 1000 : 100) : 1
  const amount = (value: number) => (target.measure === 'qualitative' || target.measure === 'milestone' ? `${Math.floor(100 * value + 1e-7)}%` : `${round(scale === 1 ? value : Number((value * scale).toFixed(1)))}${target.unit}`)
  switch (origin.field) {
    case 'value': return amount(figure.value!)
    case 'goal': return amount(figure.goal!)
    case 'completion': return `${Math.floor(100 * figure.completion! + 1e-7)}%`
    case 'progress': return `${Math.round(100 * figure.progress!)}%`
    case 'pace': return `${Math.round(100 * (figure.gap === null ? figure.pace! : figure.progress! - figure.gap))}%`
    case 'gap': {
      const isAmount = ['count', 'amount', 'stock', 'frequency'].includes(target.measure) && figure.goal !== null && target.goal.op === '>='
      const missing = !isAmount ? 0 : figure.lamp === 'overdue' ? figure.goal! - (figure.value ?? 0) : -(figure.gap ?? 0) * figure.goal!
      if (!isAmount || missing <= 1e-9) return `${Math.max(0, Math.round(-100 * figure.gap!))}个百分点`
      return target.measure === 'amount' ? `${round(Math.ceil(missing * 10 - 1e-7) / 10)}${target.unit}` : `${Math.ceil(missing - 1e-7)}${target.unit}`
    }
  }
}

const plans = ['jinjiang-2020', 'jiangsu-2023', 'quanzhou-tsz-2023', 'xiamen-2022', 'zhengxiang-2022']
const worlds: Record<string, () => Snapshot> = {
  ...Object.fromEntries(plans.map(plan => [plan, () => demoSnapshot(plan)])), empty: () => emptySnapshot(), long: () => longSnapshot({ targets: 60, areas: 45 }), 'no columns': () => longSnapshot({ targets: 20, areas: 0 }),
}
const views = new Map(Object.entries(worlds).map(([name, make]) => [name, viewOf(make())]))
const targetsOf = (view: SnapshotView) => new Map(view.board.rows.map(row => [row.target.id, row.target]))

const wrongIn = (view: SnapshotView, text: BulletinText) => tokensOf(text).flatMap(token => { const expected = expectedOf(view.snapshot, targetsOf(view), token); return expected === undefined || expected === token.text ? [] : [`${token.text} for ${expected}: ${JSON.stringify(token.origin)}`] })

describe.each([...views.keys()])('%s', name => {
  const view = views.get(name)!
  const [down, up] = [draft(view), draft(view, 'report')]

  it('says in every token what board.json says, and so it stays while nothing is revised', () => {
    const tokens = [...tokensOf(down), ...tokensOf(up)]
    expect(tokens.length).toBeGreaterThan(4)
    expect([...wrongIn(view, down), ...wrongIn(view, up)]).toEqual([])
    const told = tokens.filter(token => expectedOf(view.snapshot, targetsOf(view), token) !== undefined)
    expect(told.length).toBeGreaterThan(tokens.length / 2)
    const sources = sourcesOfView(view)
    expect(staleSentences(down, origin => valueOfToken(origin, sources))).toEqual([])
    expect(fitsBulletin({ ...down })).toBe(true)
  })

  it('has no figure outside a token', () => {
    const { index: planIndex, meetings } = view
    const notes = view.board.rows.flatMap(row => row.cells).flatMap(cell => cell.detail?.note ?? [])
    const known = [view.index.plan.title, view.index.plan.documentNumber ?? '', ...view.board.rows.map(row => row.target.name), ...planIndex.columns.flatMap(({ area }) => [area.name, area.short ?? '']), ...[...planIndex.departments.values()].map(one => one.name), ...meetings.map(one => one.name), ...notes, ...sourcesOfView(view).slips.flatMap(({ order }) => [order.number, order.title])]
      .filter(text => /\d/.test(text)).sort((a, b) => b.length - a.length)
    const plain = [down, up].flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'paragraph' ? block.runs.filter(run => typeof run === 'string') : [block.text]))).join('\n')
    expect(known.reduce((text, one) => text.replaceAll(one, ''), plain).replace(/(?:\d+年)?\d+月\d+日(?: \d+:\d+)?/g, '').match(/\d+/g)).toBeNull()
  })

  it('keeps to its ceiling, and goes up shorter than down', () => {
    expect(lengthOf(down)).toBeLessThan(bulletinCeilings.bulletin)
    expect(lengthOf(up)).toBeLessThanOrEqual(lengthOf(down))
    expect(down.blocks.every(block => textOfBlock(block).trim() !== '' && !/，，|。。|、。|，。|；。|undefined|null|NaN/.test(textOfBlock(block)))).toBe(true)
  })

  it('carries in its annex every slow item, worst first, in the columns of practice', () => {
    const outline = bulletinOutline(down, view, '2020-09-16')
    const slow = view.board.rows.flatMap(row => (row.cells.length > 0 ? row.cells : [row.total])).filter(one => ['overdue', 'behind', 'slightly_behind', 'no_data'].includes(one.lamp ?? ''))
    const [annex] = outline.annexes
    expect(annex!.table.columns.map(column => column.head.replace(/^\d+(?:–\d+)?月(?:（至\d+日）)?/u, ''))).toEqual(['序号', '项目', '责任单位', '目标任务', '实际完成', '完成率%', '备注'])
    expect(annex!.table.rows.length).toBe(Math.min(600, slow.length))
    expect(new Set(annex!.table.rows.map(row => JSON.stringify(row[4]!.origin))).size).toBe(annex!.table.rows.length)
    expect(outline.blocks.flatMap(block => (block.kind === 'paragraph' ? [block.runs.map(textOfRun).join('')] : []))).toEqual(down.blocks.flatMap(block => (block.kind === 'paragraph' ? [textOfBlock(block)] : [])))
  })
})

it('names the slowest places with their items; a 专报 names fewer and takes no 各镇 as addressee', () => {
  const text = draft(views.get('jinjiang-2020')!).blocks.map(textOfBlock).join('\n')
  expect(text).toMatch(/罗山街道14项中.*应71%、实15%，差121\.2万元/)
  expect(draft(views.get('jinjiang-2020')!).addressee).toBe('各镇（街道），局机关各科室')
  expect(draft(views.get('jinjiang-2020')!, 'report').addressee).toBe('')
})

it('random ledgers: every figure of a fresh draft is that of board.json', () => {
  fc.assert(fc.property(ledger, fc.constantFrom('2020-03-31', '2020-07-15', '2020-12-31', '2021-02-01'), fc.constantFrom('bulletin', 'report'), (events, asOf, form) => {
    const view = viewOf(freeze({ plan: index.plan, events, demo: false }, { name: '会', asOf, knownAt: '2099-01-01', review: 'all', madeAt: '2099-01-01T00:00:00.000Z', madeBy: {}, version: '1' }))
    expect(wrongIn(view, draft(view, form))).toEqual([])
  }), { numRuns: 150 })
})

it('after one report was corrected, the sentences with that figure are listed and no others; nothing replaces itself', () => {
  const snapshot = demoSnapshot()
  const view = viewOf(snapshot)
  const text = draft(view)
  const before = JSON.stringify(text)
  const report = makeEvent('report', '2020-09-15', { target: '1.2-1', area: '350582004', value: 1 }, { plan: 'jinjiang-2020', recordedAt: '2021-03-01T00:00:00.000Z/0000/dev-0000000000000009' })
  const slow = view.board.rows.flatMap(row => row.cells).find(cell => cell.lamp === 'behind' && view.board.rows.find(row => row.target.id === cell.target)!.target.measure === 'amount')!
  const fixed = { ...report, data: { target: slow.target, area: slow.area!, value: slow.goal! } }
  const history = foldEvents(indexPlan(snapshot.plan), [...snapshot.events, fixed])
  const sources = sourcesOn(history, text.asOf, knownAtLimit('2021-03-02'), 'all')
  const stale = staleSentences(text, origin => valueOfToken(origin, sources))
  expect(stale.flatMap(one => one.tokens).some(token => token.origin.of === 'figure' && token.origin.target === slow.target && token.origin.area === slow.area)).toBe(true)
  expect(stale.flatMap(one => one.tokens).filter(token => token.origin.of === 'figure' && token.origin.target !== slow.target)).toEqual([])
  expect(JSON.stringify(text)).toBe(before)
  const unchanged = sourcesOn(foldEvents(indexPlan(snapshot.plan), snapshot.events), text.asOf, view.limit, 'all')
  expect(staleSentences(text, origin => valueOfToken(origin, unchanged))).toEqual([])
})
