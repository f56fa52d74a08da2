/** The report's outline: every figure is the board's, what is many is counted and not listed, what is missing leaves a natural text. */
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { viewOf } from '../../src/domain/snapshot.ts'
import type { Block, FigureToken, Outline } from '../../src/exports/outline.ts'
import { textOfRun } from '../../src/exports/outline.ts'
import { plainChoice } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { reportOutline } from '../../src/exports/reportOutline.ts'
import { demoSnapshot, emptySnapshot, longSnapshot } from './makers.ts'
import { readingOf } from './reportReading.ts'

const plans = ['jinjiang-2020', 'jiangsu-2023', 'quanzhou-tsz-2023', 'xiamen-2022', 'zhengxiang-2022']
const made = (snapshot: Snapshot, more: Partial<typeof plainChoice> = {}) => {
  const facts = factsOf(viewOf(snapshot))
  return { snapshot, facts, outline: reportOutline(facts, { ...plainChoice, ...more }) }
}
const tables = ({ blocks, annexes }: Outline) => [...blocks.flatMap(block => (block.kind === 'table' ? [block.table] : [])), ...annexes.map(annex => annex.table)]
const charts = ({ blocks }: Outline) => blocks.flatMap(block => (block.kind === 'chart' ? [block.chart] : []))
const paragraphs = ({ blocks }: Outline) => blocks.flatMap(block => (block.kind === 'paragraph' ? [block.runs] : []))
const headings = ({ blocks }: Outline) => blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : []))
const textOf = (outline: Outline) => paragraphs(outline).map(runs => runs.map(textOfRun).join('')).join('\n')

const worlds: Record<string, () => Snapshot> = {
  ...Object.fromEntries(plans.map(plan => [plan, () => demoSnapshot(plan)])), empty: () => emptySnapshot(), long: () => longSnapshot({ targets: 60, areas: 45 }), 'no red': () => longSnapshot({ targets: 30, areas: 12, reds: 'none' }), 'no columns': () => longSnapshot({ targets: 20, areas: 0 }),
}
const outlines = new Map(Object.entries(worlds).map(([name, make]) => [name, made(make())]))

describe.each([...outlines.keys()])('%s', name => {
  const { snapshot, facts, outline } = outlines.get(name)!
  const reading = readingOf(snapshot, new Map(facts.view.board.rows.map(row => [row.target.id, row.target])), facts.view.before?.board ?? null)

  it('says in every token what the board says', () => {
    const tokens = paragraphs(outline).flat().filter((run): run is FigureToken => typeof run !== 'string')
    const cells = tables(outline).flatMap(table => table.rows.flat()).flatMap(cell => (cell.origin === undefined ? [] : [{ text: cell.text, origin: cell.origin }]))
    expect(tokens.length).toBeGreaterThan(1)
    const steps = new Map(facts.slow.map(({ figure, explanation: { toGreen } }) => [`${figure.target} ${figure.area}`, toGreen?.kind === 'amount' || toGreen?.kind === 'reduce' ? String(Number(toGreen.amount.toFixed(2))) : '']))
    const saidSteps = tokens.flatMap(({ text, origin }) => ('field' in origin && origin.field === 'toGreen' && /\d/.test(text) ? [[text, `${origin.target} ${origin.area}`] as const] : []))
    expect(saidSteps.filter(([text, key]) => !text.includes(steps.get(key)!))).toEqual([])
    expect([...tokens, ...cells].map(({ text, origin }) => reading.wrong(text, origin)).filter(wrong => wrong !== null)).toEqual([])
  })

  it('has no figure outside a token', () => {
    const known = [facts.title, facts.documentNumber, ...facts.view.board.rows.map(row => row.target.name), ...facts.columns.flatMap(column => [column.name, column.short]), ...[...facts.view.index.departments.values()].map(one => one.name), ...facts.view.meetings.map(meeting => meeting.name)]
      .filter(text => /\d/.test(text)).sort((a, b) => b.length - a.length)
    const plain = paragraphs(outline).flat().filter(run => typeof run === 'string').join('\n')
    const rest = known.reduce((text, one) => text.replaceAll(one, ''), plain).replace(/(?:\d+年)?\d+月\d+日|[表图]1/g, '')
    expect(rest.match(/\d+/g)).toBeNull()
  })

  it('lists in the annex every figure that is off pace or silent, worst first', () => {
    const weight = (lamp: string | null) => ({ overdue: 3, behind: 2, slightly_behind: 1, no_data: 0 })[lamp ?? ''] ?? -1
    const slow = reading.listed.filter(one => weight(one.lamp) >= 0)
    if (name === 'empty') { expect([outline.annexes, slow.length > 0]).toEqual([[], true]); return }
    const rows = outline.annexes[0]!.table.rows
    expect(rows.length).toBe(Math.min(600, slow.length))
    const keys = rows.map(row => row.find(cell => cell.origin !== undefined)!.origin as { target: string, area: string | null })
    const weights = keys.map(key => weight(reading.listed.find(one => one.target === key.target && one.area === key.area)!.lamp))
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(new Set(keys.map(key => `${key.target} ${key.area}`)).size).toBe(rows.length)
  })

  it('draws the on-pace rate of every place that has one', () => {
    const rates = new Map(snapshot.board.areas.filter(area => area.active > 0).map(area => [area.area, Math.floor(100 * area.onPace / area.active + 1e-7)]))
    const drawn = charts(outline).flatMap(chart => chart.series[0]!.values)
    if (name === 'empty' || rates.size < 2) { expect(drawn).toEqual([]); return }
    expect(drawn).toEqual([...rates.values()].sort((a, b) => b - a))
    expect(charts(outline).map(chart => chart.categories.length === chart.series[0]!.values.length && chart.categories.length <= 25)).toEqual(charts(outline).map(() => true))
  })

  it('counts its headings without a gap, and nothing stands twice', () => {
    const first = headings(outline).filter(text => /^[一二三四]、/.test(text))
    expect(first.map(text => text[0])).toEqual(['一', '二', '三', '四'].slice(0, first.length))
    const texts = paragraphs(outline).map(runs => runs.map(textOfRun).join(''))
    expect(texts.filter(text => !text.endsWith('。') || /。。|，，|，。|：。|；。|undefined|null|NaN/.test(text))).toEqual([])
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('breaks its title by sense', () => {
    expect(outline.title.join('')).toBe(`${facts.issuer}关于${facts.title}推进情况的报告`)
    expect(outline.title.filter(line => [...line].length > 21 || [...line].length < 3 || /^[的，。）]|\d$/.test(line))).toEqual([])
  })
})

it('says at length what is many and only counts the rest', () => {
  const { outline, facts } = made(longSnapshot({ targets: 200, areas: 45 }))
  expect(facts.red.length).toBeGreaterThan(300)
  expect(textOf(outline).length).toBeLessThan(4000)
  expect(tables(outline)[0]!.rows.length).toBe(24)
  expect(textOf(outline)).toMatch(/另有\d+个镇有滞后，见附件。/)
  expect(outline.annexes[0]!.table.note).toBe(`共${facts.slow.length}格，列最慢的600格，全部见工作簿。`)
  expect(outline.annexes[0]!.name).toContain(`（${facts.slow.length}格）`)
})

it('reads like a clerk where all is known', () => {
  const { outline } = made(demoSnapshot('zhengxiang-2022'), { addressee: '区人民政府' })
  expect(outline.title).toEqual(['蒸湘区民政局关于2022年', '民政工作要点推进情况的报告'])
  expect(outline.addressee).toBe('区人民政府：')
  expect(headings(outline)).toEqual(['一、总体情况', '二、存在问题', '（一）分镇（街道）情况', '（二）分任务情况', '（三）未填报情况', '三、会后变化', '四、下一步工作'])
  const text = textOf(outline)
  expect(text).toContain('52项任务中，免考核和暂缓1项、未到期4项，不计入达序率；其余47项中，42项达到时序（其中完成5项），达序率89%；滞后4项，严重滞后1项。')
  expect(text).toContain('编纂《蒸湘慈善志》（慈善社工科）进展到“部署”，应71%、实33%，严重滞后。')
  expect(text).toContain('第三次调度会（8月12日）以来')
  expect([outline.office, outline.date, outline.mark]).toEqual(['蒸湘区民政局', '2022年9月15日', '演示数据，不作公文使用'])
})

it('names the notice by its number where it has one', () => {
  expect(textOf(outlines.get('quanzhou-tsz-2023')!.outline)).toContain('现将《2023年民政工作要点》（泉台管民生规〔2023〕3号）推进情况报告如下。')
  expect(textOf(outlines.get('jinjiang-2020')!.outline)).toContain('现将《2020年民政工作要点》推进情况报告如下。')
})

it('says so where nobody has reported, where nothing is slow, where no meeting was, where nothing is shared out', () => {
  const empty = outlines.get('empty')!.outline
  expect(paragraphs(empty).map(runs => runs.map(textOfRun).join(''))).toEqual(['现将《2020年民政工作要点》推进情况报告如下。', '截至2020年9月15日没有收到填报，50项任务都未填报。', '未填报的68格，9月30日前填报。'])
  expect(empty.mark).toBe('')
  expect(headings(outlines.get('long')!.outline)).not.toContain('三、会后变化')
  const alone = outlines.get('no columns')!.outline
  expect(textOf(alone)).not.toMatch(/格|镇/)
  const { facts } = outlines.get('jinjiang-2020')!
  const calm = reportOutline({ ...facts, slow: [], red: [], changes: null }, plainChoice)
  expect(textOf(calm)).toContain('没有滞后、逾期和未填报的任务。')
  expect([calm.annexes, headings(calm).at(-1), textOf(calm).split('\n').at(-1)]).toEqual([[], '三、下一步工作', '其余任务按时序推进。'])
})

it('leaves out the parts that are not chosen, and never points to an annex that is not there', () => {
  const { outline } = made(demoSnapshot(), { parts: new Set(['overview']) })
  expect([outline.annexes, charts(outline), headings(outline).filter(text => text.includes('变化'))]).toEqual([[], [], []])
  expect(textOf(outline)).not.toMatch(/附件|图1/)
})

it('has a red head and a foot only where asked for', () => {
  const plain = outlines.get('jinjiang-2020')!.outline
  expect([plain.redHead, plain.documentNumber, plain.copies]).toEqual([null, '', null])
  const { outline } = made(demoSnapshot(), { hasRedHead: true, documentNumber: '晋民〔2020〕31号', office: '局办公室' })
  expect([outline.redHead, outline.documentNumber, outline.copies]).toEqual(['晋江市民政局文件', '晋民〔2020〕31号', { to: '', by: '晋江市民政局办公室', on: '2020年9月15日印发' }])
})

it('is dated on the day of making, in UTC+8, unless the figures are a demonstration', () => {
  const { facts } = outlines.get('jinjiang-2020')!
  const seal = { ...facts.view.snapshot.seal, demo: false, madeAt: '2020-09-15T16:30:00.000Z' }
  const real = reportOutline({ ...facts, view: { ...facts.view, snapshot: { ...facts.view.snapshot, seal } } }, plainChoice)
  expect([real.date, real.mark]).toEqual(['2020年9月16日', ''])
})

it('is the same for the same snapshot', () => {
  const text = (blocks: readonly Block[]) => JSON.stringify(blocks)
  expect(text(made(demoSnapshot()).outline.blocks)).toBe(text(outlines.get('jinjiang-2020')!.outline.blocks))
})

it('the reading that the tokens are held against finds a wrong one', () => {
  const { snapshot, facts, outline } = outlines.get('jinjiang-2020')!
  const reading = readingOf(snapshot, new Map(facts.view.board.rows.map(row => [row.target.id, row.target])), facts.view.before!.board)
  const tokens = paragraphs(outline).flat().filter((run): run is FigureToken => typeof run !== 'string' && /\d/.test(run.text) && !('field' in run.origin && run.origin.field === 'toGreen'))
  expect(tokens.filter(({ text, origin }) => reading.wrong(text.replace(/\d+/, digits => String(Number(digits) + 2)), origin) === null)).toEqual([])
})

it('keeps a place whose name ends in a figure apart from its count', () => {
  const text = textOf(outlines.get('no red')!.outline)
  expect(text).toMatch(/镇\d+的\d+项中/)
  expect(text).not.toMatch(/^镇\d+项中/m)
})
