/** The wall chart: every figure as in the snapshot, well-formed whatever the names, the same bytes from the same snapshot. */
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event.ts'
import { changeOf } from '../../src/domain/changes.ts'
import { codeOf, viewOf } from '../../src/domain/snapshot.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import type { PaperFacts } from '../../src/exports/paperFacts.ts'
import { wallSvg } from '../../src/exports/wallSvg.ts'
import { wallSheets } from '../../src/exports/wallSheets.ts'
import { drawnStanding, dueText } from '../../src/exports/wallLines.ts'
import { faceOf, totalText } from '../../src/wording/cellFace.ts'
import { zhValue } from '../../src/wording/figureWords.ts'
import { groupCounts } from '../../src/wording/lampLook.ts'
import { demoSnapshot, emptySnapshot, hostileNames, longSnapshot, planOf } from './makers.ts'
import { freeze } from '../../src/domain/snapshot.ts'
import { drawnFigures, textsOf, xmlFault } from './xmlText.ts'

const factsFrom = (snapshot: Snapshot): PaperFacts => factsOf(viewOf(snapshot))

const known = new Map<string, PaperFacts>()
/** Facts of a plan's demo, made once. */
function demoFacts(id = 'jinjiang-2020'): PaperFacts {
  const facts = known.get(id) ?? factsFrom(demoSnapshot(id))
  known.set(id, facts)
  return facts
}

/** Everything asked for stands once, with the snapshot's own value, goal and lamp; nothing else does. */
function expectFigures(facts: PaperFacts, svgs: readonly string[]): void {
  const figures = svgs.flatMap(drawnFigures)
  const { board } = facts.view
  const key = (target: string, area: string): string => `${target} ${area}`
  const cells = figures.filter(figure => figure.area !== '' && figure.area !== 'total')
  const wanted = board.rows.flatMap(row => row.cells.filter(cell => cell.asked || cell.lamp !== null || cell.value !== null))
  expect(cells.map(cell => key(cell.target, cell.area)).sort()).toEqual(wanted.map(cell => key(cell.target, cell.area!)).sort())
  const drawn = new Map(cells.map(cell => [key(cell.target, cell.area), cell]))
  for (const row of board.rows) {
    for (const cell of row.cells) {
      const one = drawn.get(key(row.target.id, cell.area!))
      if (one === undefined) continue
      expect([one.target, one.area, one.value, one.goal, one.lamp]).toEqual([cell.target, cell.area, cell.value === null ? '' : String(cell.value), cell.goal === null ? '' : String(cell.goal), cell.lamp ?? ''])
    }
  }
  const wholes = figures.filter(figure => figure.area === '')
  expect(wholes.map(one => [one.target, one.value, one.lamp]).sort()).toEqual(board.rows.filter(row => row.cells.length === 0).map(row => [row.target.id, row.total.value === null ? '' : String(row.total.value), row.total.lamp ?? '']).sort())
}

describe('the wall chart as one drawing', () => {
  for (const id of ['jinjiang-2020', 'quanzhou-tsz-2023', 'jiangsu-2023', 'xiamen-2022', 'zhengxiang-2022']) {
    it(`${id}: every figure equals the snapshot, and reads as the board says it`, () => {
      const facts = demoFacts(id)
      const sheet = wallSheets(facts, 'whole')[0]!
      const svg = wallSvg(facts)
      expect(xmlFault(svg)).toBeNull()
      expectFigures(facts, [svg])
      const figures = drawnFigures(svg)
      const rows = new Map(facts.view.board.rows.map(row => [row.target.id, row]))
      let read = 0
      for (const figure of figures) {
        const row = rows.get(figure.target)!
        const cell = row.cells.find(one => one.area === figure.area)
        if (figure.area === 'total') { const { main, sub } = totalText(row); expect(figure.text).toBe(`${main}${sub}`) }
        if (cell === undefined) continue
        const face = faceOf(row, cell, sheet.layout.form, sheet.layout.cell)
        expect(figure.title).toContain(zhValue(row, cell))
        if (cell.value !== null) { expect(figure.text.startsWith(`${face.main}${face.sub}`)).toBe(true); read += 1 } else if (cell.lamp === 'no_data') expect(figure.text).toMatch(/^未(填)?报$/)
      }
      expect(read).toBeGreaterThan(15)
    })
  }

  it('says what it is: title, 文号, day, meeting, issuer, scope, rules, rulings, code, and that figures are demo figures', () => {
    const facts = demoFacts('quanzhou-tsz-2023')
    const { snapshot } = facts.view
    const text = textsOf(wallSvg(facts, { office: '局办公室' })).join('')
    for (const words of ['泉州台商投资区2023年民政工作要点挂图', '泉台管民生规〔2023〕3号', '2023年9月15日', '第4次调度会', '泉州台商投资区管理委员会民生保障局', '含未审的填报', '规则 default', codeOf(snapshot.fingerprint), '演示数据，非真实进度', '制图 局办公室', '第 1 页，共 1 页', '处未定']) expect(text).toContain(words)
    expect(textsOf(wallSvg(demoFacts())).join('')).toContain('文号：原文未载')
    expect(textsOf(wallSvg(factsFrom(emptySnapshot()))).join('')).not.toContain('演示')
  })

  it('legend and heads carry the counts, rates and ranks of the facts', () => {
    const facts = demoFacts()
    const svg = wallSvg(facts)
    const texts = textsOf(svg)
    for (const { count } of groupCounts(drawnStanding(facts).lamps)) expect(texts).toContain(String(count))
    for (const standing of facts.standings) {
      const group = new RegExp(`<g data-standing="${standing.code}">(.*?)</g>`).exec(svg)![1]!
      const arrow = standing.climbed === null || standing.climbed === 0 ? '' : standing.climbed > 0 ? '↑' : '↓'
      expect(textsOf(group)).toEqual([standing.rate === null ? '—' : String(standing.rate), `${standing.isTied ? '并' : ''}${standing.rank}${arrow}`])
    }
  })

  it('notches the cells whose lamp turned since the last meeting, and no others', () => {
    const facts = demoFacts()
    const svg = wallSvg(facts)
    const before = new Map(facts.view.before!.board.rows.map(row => [row.target.id, row]))
    const turned = facts.view.board.rows.flatMap(row => row.cells.filter((cell, i) => (changeOf(before.get(row.target.id)?.cells[i], cell)?.turn ?? 'same') !== 'same').map(cell => `${cell.target} ${cell.area}`))
    const notched = [...svg.matchAll(/<g data-target="([^"]*)" data-area="(\d+)"[^>]*>(.*?)<\/g>/g)].filter(match => /h6v6z/.test(match[3]!)).map(match => `${match[1]} ${match[2]}`)
    expect(notched.length).toBeGreaterThan(5)
    expect(notched.sort()).toEqual(turned.sort())
  })

  it('the same snapshot gives the same bytes, another one does not', () => {
    const facts = demoFacts('quanzhou-tsz-2023')
    const again = JSON.parse(JSON.stringify(facts.view.snapshot)) as Snapshot
    expect(wallSvg(factsFrom(again))).toBe(wallSvg(facts))
    expect(wallSvg(factsFrom(demoSnapshot('quanzhou-tsz-2023', { name: '第5次调度会' })))).not.toBe(wallSvg(facts))
  })

  it('is no picture and asks nobody: no script, no link, no style, no font file', () => {
    expect(wallSvg(demoFacts())).not.toMatch(/<script|<image|href|style=|<style|url\(|@font-face|<foreignObject/)
  })
})

describe('chains of stages', () => {
  const plan = planOf('xiamen-2022')
  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
  const chained = (count: number, reached: number) => {
    const stages = months.slice(0, count).map((month, i) => ({ id: `s${i}`, name: `第${i + 1}环节的名称`, due: `2022-${month}-20` }))
    const chapters = [{ ...plan.chapters[0]!, tasks: [{ ...plan.chapters[0]!.tasks[0]!, targets: [{ id: '1.1-1', name: '建设一处', measure: 'milestone' as const, unit: '', goal: { op: '>=' as const, value: null }, scope: 'whole' as const, stages, source: { section: '', figure: '' }, criteria: [], note: '' }] }] }]
    const event: LedgerEvent = { v: 1, id: 'e1', plan: plan.id, type: 'report', at: '2022-08-31', recordedAt: '2022-08-31T01:00:00.000Z-0000-a1b2c3d4', by: { unit: plan.chapters[0]!.tasks[0]!.lead }, data: { target: '1.1-1', area: plan.area.code, stages: Object.fromEntries(stages.slice(0, reached).map(stage => [stage.id, stage.due])) }, prev: null, hash: 'h1' }
    return factsFrom(freeze({ plan: { ...plan, chapters, rulings: [] }, events: [event], demo: false }, { name: '', asOf: '2022-09-15', knownAt: '2022-09-15', review: 'all', madeAt: '2022-09-15T00:00:00.000Z', madeBy: {}, version: '0.5.0' }))
  }
  const chainOf = (facts: PaperFacts) => drawnFigures(wallSvg(facts)).find(figure => figure.area === '')!.text

  it('short ones stand in full with their months, the next stage with its days', () => {
    const text = chainOf(chained(4, 2))
    for (const words of ['市本级', '第1环节的名称', '1月', '第2环节的名称', '第3环节的名称', '逾179天', '第4环节的名称', '4月']) expect(text).toContain(words)
  })

  it('long ones draw together what is done and what is to come, never the next stage', () => {
    const facts = chained(12, 6)
    const text = chainOf(facts)
    expect(text).toContain('第7环节的名称')
    expect(text).toContain('逾57天')
    const gathered = [...text.matchAll(/(\d+) 个环节/g)].reduce((sum, match) => sum + Number(match[1]), 0)
    expect(gathered).toBeGreaterThan(1)
    expect(gathered + [...text.matchAll(/第\d+环节的名称/g)].length).toBe(12)
  })
})

describe('bad input', () => {
  it('hostile names stay text and keep their rare characters', () => {
    const facts = factsFrom(longSnapshot({ targets: 30, areas: 12 }))
    const svg = wallSvg(facts)
    expect(xmlFault(svg)).toBeNull()
    expectFigures(facts, [svg])
    const text = textsOf(svg).join('')
    for (const name of ['=cmd|\'/c calc\'!A1', '<b>"引号"&\'单引号\'</b>', '控制字符', '右向左', '表情😀站点', '㙍田〇号𠮷村', '$& $1 %s {{x}}']) expect(text).toContain(name)
    expect(svg).not.toMatch(/[\u202a-\u202e\u0001\u000b\ufffe]/)
    expect(hostileNames.length).toBeGreaterThan(5)
  })

  it('an empty board: nothing reported is said, nothing is invented', () => {
    const facts = factsFrom(emptySnapshot())
    const svg = wallSvg(facts)
    expect(xmlFault(svg)).toBeNull()
    expectFigures(facts, [svg])
    expect(drawnFigures(svg).filter(figure => figure.value !== '')).toEqual([])
    expect(textsOf(svg).filter(text => text === '未报').length).toBeGreaterThan(20)
  })

  it('a plan without columns, and one whose chapters hold nothing', () => {
    const plan = { ...planOf('xiamen-2022') }
    const alone = freeze({ plan: { ...plan, area: { ...plan.area, children: [] }, chapters: plan.chapters.map(chapter => ({ ...chapter, tasks: chapter.tasks.map(task => ({ ...task, targets: task.targets.filter(target => target.scope === 'whole') })).filter(task => task.targets.length > 0) })), rulings: [] }, events: [], demo: false }, { name: '', asOf: '2022-09-15', knownAt: '2022-09-15', review: 'all', madeAt: '2022-09-15T00:00:00.000Z', madeBy: {}, version: '0.5.0' })
    const facts = factsFrom(alone)
    const svg = wallSvg(facts)
    expect(facts.columns).toEqual([])
    expect(xmlFault(svg)).toBeNull()
    expectFigures(facts, [svg])
    expect(textsOf(svg).join('')).not.toContain('达序率%')
    const bare = factsFrom(freeze({ plan: { ...plan, chapters: plan.chapters.map(chapter => ({ ...chapter, tasks: [] })), rulings: [] }, events: [], demo: false }, { name: '', asOf: '2022-09-15', knownAt: '2022-09-15', review: 'all', madeAt: '2022-09-15T00:00:00.000Z', madeBy: {}, version: '0.5.0' }))
    expect(xmlFault(wallSvg(bare))).toBeNull()
    expect(wallSheets(bare, 'A3').length).toBe(1)
  })
})

describe('days in short', () => {
  it('the last of a month is its end, and another year is named', () => {
    expect(['2020-12-31', '2020-02-29', '2020-02-28', '2021-06-30', '2020-10-15'].map(day => dueText(day, '2020'))).toEqual(['12月底', '2月底', '2月28日', '2021年6月底', '10月15日'])
  })
})
