/** The workbook opened again by a reader of its own: every figure is the snapshot's, and no part is broken. */
import { describe, expect, it } from 'vitest'
import { lampCodes } from '../../src/domain/board.ts'
import type { Lamp } from '../../src/domain/board.ts'
import type { Target } from '../../src/domain/plan.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { viewOf } from '../../src/domain/snapshot.ts'
import { bookOf } from '../../src/exports/bookFile.ts'
import { cellText, shareFormat } from '../../src/exports/bookModel.ts'
import { sheetNames } from '../../src/exports/bookSheets.ts'
import { Cancelled, plainChoice, tellNobody } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import type { PaperFacts } from '../../src/exports/paperFacts.ts'
import { zhLamps } from '../../src/wording/lampNames.ts'
import { demoSnapshot, emptySnapshot, hostileNames, longSnapshot, planOf } from './makers.ts'
import { freeze } from '../../src/domain/snapshot.ts'
import { columnLetters, readSheets, tableUnder, valueAt } from './sheetReader.ts'
import type { ReadBook, ReadSheet } from './sheetReader.ts'

/** As wide as before with two months of reports: a ledger of 54,000 lines would be read for minutes. */
function recentOnly({ plan, events, seal }: Snapshot): Snapshot {
  return freeze({ plan, events: events.filter(event => event.at >= '2020-05-01'), demo: false }, seal)
}

interface Made { snapshot: Snapshot, facts: PaperFacts, book: ReadBook }
const made = new Map<string, Promise<Made>>()
const shapes: Readonly<Record<string, () => Snapshot>> = {
  jinjiang: () => demoSnapshot(), quanzhou: () => demoSnapshot('quanzhou-tsz-2023'), empty: () => emptySnapshot(), long: () => recentOnly(longSnapshot({ targets: 200, areas: 45 })), calm: () => longSnapshot({ targets: 30, areas: 12, reds: 'none' }),
  narrow: () => longSnapshot({ targets: 9, areas: 0 }),
}
const bookOfShape = (name: string): Promise<Made> => {
  const known = made.get(name)
  if (known !== undefined) return known
  const making = (async () => {
    const snapshot = shapes[name]!()
    const view = viewOf(snapshot)
    return { snapshot, facts: factsOf(view), book: readSheets(await bookOf(view, plainChoice, tellNobody)) }
  })()
  made.set(name, making)
  return making
}
const names = Object.keys(shapes)

const sign: Readonly<Record<Lamp, string>> = { exempt: '‖', paused: '‖', done: '✓', caught_up_late: '△', overdue: '■', no_data: '○', not_due: '·', behind: '■', slightly_behind: '▲', near_due: '◆', ahead: '●', on_pace: '●' }
const lampWords = (lamp: Lamp | null): string | null => (lamp === null ? null : `${sign[lamp]} ${zhLamps[lamp]}`)
const sheetOf = (book: ReadBook, name: string): ReadSheet => book.sheets.find(sheet => sheet.name === name)!
const held = (target: Target, value: number | null): number | null => (value === null ? null : target.measure === 'rate' && target.unit.includes('‰') ? value * 1000 : value)
const dayOf = (serial: string | number | null): string | null => (typeof serial === 'number' ? new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10) : null)
const same = (one: string | number | null | undefined, other: number | null): boolean => (typeof one === 'number' && other !== null ? Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other)) : (one ?? null) === other)

type FileFigure = Snapshot['board']['targets'][number] & { area?: string | null }
const wordOf = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, '_x$1_')

describe.each(names)('figures of %s', name => {
  it('挂图: every total and every cell with its lamp', async () => {
    const { snapshot, facts, book } = await bookOfShape(name)
    const sheet = sheetOf(book, '挂图')
    const targets = new Map(facts.view.index.plan.chapters.flatMap(chapter => chapter.tasks.flatMap(task => task.targets)).map(target => [target.id, target]))
    const cells = new Map(snapshot.board.cells.map(cell => [`${cell.target}@${cell.area}`, cell]))
    const totals = new Map(snapshot.board.targets.map(total => [total.target, total]))
    const wrong: string[] = []
    let row = 5
    let seen = 0
    for (const { figures, folded } of facts.sections) {
      row += 1
      for (const line of [...figures, ...folded]) {
        const target = targets.get(line.row.target.id)!
        const total = totals.get(target.id)!
        if (!same(valueAt(sheet, row, 4), held(target, total.goal)) || !same(valueAt(sheet, row, 5), held(target, total.value)) || !same(valueAt(sheet, row, 6), total.completion)) wrong.push(`${target.id} total`)
        if (valueAt(sheet, row, 7) !== (total.lamp === null ? null : sign[total.lamp])) wrong.push(`${target.id} lamp`)
        facts.columns.forEach(({ code }, i) => {
          const cell = cells.get(`${target.id}@${code}`)
          if (!same(valueAt(sheet, row, 8 + i * 2), held(target, cell?.value ?? null)) || valueAt(sheet, row, 9 + i * 2) !== (cell?.lamp === undefined || cell.lamp === null ? null : sign[cell.lamp])) wrong.push(`${target.id}@${code}`)
          seen += cell === undefined ? 0 : 1
        })
        row += 1
      }
    }
    expect(wrong).toEqual([])
    expect([row, seen]).toEqual([Math.max(5, sheet.rowCount), snapshot.board.cells.length])
  })

  it('chapters and places: task, value, completion, pace, lamp and day of every figure', async () => {
    const { snapshot, facts, book } = await bookOfShape(name)
    const { index, board } = facts.view
    const fixed = ['总览', '挂图', '滞后明细', '会后变化', '台账', '规则', '口径']
    const free = book.sheets.filter(sheet => !fixed.includes(sheet.name))
    const file = new Map<string, FileFigure>([...snapshot.board.targets.map(one => [`${one.target}@`, one] as const), ...snapshot.board.cells.map(one => [`${one.target}@${one.area}`, one] as const)])
    const wrong: string[] = []
    const check = (line: Record<string, string | number | null>, target: Target, area: string, where: string): void => {
      const figure = file.get(`${target.id}@${area}`)!
      const facts_ = [
        same(line.任务, held(target, figure.goal)), same(line.实际, held(target, figure.value)), same(line.完成率, figure.completion), same(line.实际进度, figure.progress), same(line.差距, figure.gap),
        line.灯 === lampWords(figure.lamp), dayOf(line.填报日 ?? null) === figure.at, figure.gap === null || same(line.应达进度, figure.progress! - figure.gap),
      ]
      if (facts_.includes(false)) wrong.push(`${where} ${target.id}@${area} ${JSON.stringify(facts_)}`)
      file.delete(`${target.id}@${area}`)
    }
    facts.sections.forEach((section, i) => {
      const lines = tableUnder(free[i]!, 2)
      let at = 0
      for (const { row } of [...section.figures, ...section.folded]) {
        check(lines[at++]!, row.target, '', free[i]!.name)
        for (const cell of row.cells.filter(one => one.asked || one.value !== null)) check(lines[at++]!, row.target, cell.area!, free[i]!.name)
      }
      expect(at).toBe(lines.length)
    })
    expect([...file.values()].filter(one => one.value !== null || one.lamp !== null)).toEqual([])
    for (const one of snapshot.board.cells) file.set(`${one.target}@${one.area}`, one)
    facts.columns.forEach(({ code }, i) => {
      const sheet = free[facts.sections.length + i]!
      const lines = tableUnder(sheet, 3)
      let at = 0
      for (const { row } of facts.sections.flatMap(section => [...section.figures, ...section.folded])) {
        const cell = row.cells[i]
        if (cell !== undefined && (cell.asked || cell.value !== null)) check(lines[at++]!, row.target, code, sheet.name)
      }
      const standing = snapshot.board.areas.find(one => one.area === code)!
      expect([at, valueAt(sheet, 2, 5), valueAt(sheet, 2, 7)]).toEqual([lines.length, standing.onPace, standing.active])
      if (standing.active > 0) expect(valueAt(sheet, 2, 9)).toBeCloseTo(standing.onPace / standing.active, 12)
    })
    expect(wrong).toEqual([])
    expect(free).toHaveLength(facts.sections.length + index.columns.length)
    expect(board.rows.length).toBe(snapshot.board.targets.length)
  })

  it('总览: lamps, chapters, rates and ranks', async () => {
    const { snapshot, facts, book } = await bookOfShape(name)
    const sheet = sheetOf(book, '总览')
    const groups = [['done', 'caught_up_late'], ['on_pace', 'ahead'], ['near_due'], ['slightly_behind'], ['behind', 'overdue'], ['no_data'], ['exempt', 'paused'], ['not_due']] as const
    const count = (figures: readonly { lamp: Lamp | null }[], lamps: readonly Lamp[]): number => figures.filter(one => one.lamp !== null && lamps.includes(one.lamp)).length
    groups.forEach((lamps, i) => {
      expect(valueAt(sheet, 4 + i, 3)).toBe(count(snapshot.board.targets, lamps))
      if (facts.columns.length > 0) expect(valueAt(sheet, 4 + i, 5)).toBe(count(snapshot.board.cells, lamps))
    })
    const { onPace, active } = snapshot.board.total
    expect(valueAt(sheet, 13, 3)).toBe(active === 0 ? '不参评' : onPace / active)
    facts.sections.forEach(({ chapter }, i) => {
      const standing = snapshot.board.chapters.find(one => one.chapter === chapter.id)!
      expect([valueAt(sheet, 4 + i, 11), valueAt(sheet, 4 + i, 12), valueAt(sheet, 4 + i, 13)]).toEqual([standing.onPace, standing.active, standing.active === 0 ? '不参评' : standing.onPace / standing.active])
    })
    const head = Array.from({ length: sheet.rowCount }, (_, row) => row).find(row => valueAt(sheet, row, 0) === '名次')
    if (facts.columns.length === 0) { expect(head).toBeUndefined(); return }
    const lines = tableUnder(sheet, head!).slice(0, facts.columns.length)
    const byName = new Map(facts.standings.map((line, i) => [line.code, lines[i]!]))
    for (const { area, rank, onPace: on, active: all } of snapshot.board.areas) {
      const line = byName.get(area)!
      expect([line.名次, line.达序率, line.达序, line.参评]).toEqual([rank ?? '—', all === 0 ? '不参评' : on / all, on, all])
    }
  })

  it('滞后明细, 会后变化 and 台账 hold every line', async () => {
    const { snapshot, facts, book } = await bookOfShape(name)
    const figures = [...snapshot.board.cells, ...snapshot.board.targets.filter(one => !snapshot.board.cells.some(cell => cell.target === one.target))]
    const late = figures.filter(one => one.lamp !== null && ['overdue', 'behind', 'slightly_behind', 'no_data'].includes(one.lamp))
    const slow = tableUnder(sheetOf(book, '滞后明细'), 2).filter(line => line.灯 !== null)
    expect(slow.map(line => line.灯).sort()).toEqual(late.map(one => lampWords(one.lamp)).sort())
    facts.slow.forEach((line, i) => {
      expect([slow[i]!.序, same(slow[i]!.实际, held(line.row.target, line.figure.value)), same(slow[i]!.任务, held(line.row.target, line.figure.goal)), slow[i]!.为什么]).toEqual([i + 1, true, true, wordOf(line.why)])
    })
    const changed = tableUnder(sheetOf(book, '会后变化'), 3)
    const lines = [...facts.changes?.worse ?? [], ...facts.changes?.better ?? []]
    expect(changed).toHaveLength(lines.length)
    lines.forEach(({ change: { before, after, target } }, i) => {
      const line = changed[i]!
      const of = facts.view.index.targets.get(target)!.target
      expect([line.上次灯, line.本次灯, same(line.上次实际, held(of, before.value)), same(line.本次实际, held(of, after.value)), same(line.增减, before.value === null || after.value === null ? null : held(of, after.value)! - held(of, before.value)!)]).toEqual([lampWords(before.lamp) ?? '（无）', lampWords(after.lamp) ?? '（无）', true, true, true])
    })
    const ledger = tableUnder(sheetOf(book, '台账'), 2).filter(line => line.序 !== null)
    const events = [...snapshot.events].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
    expect(ledger).toHaveLength(events.length)
    const wrong = events.filter((event, i) => {
      const { value, numerator, denominator } = event.data as { value?: number, numerator?: number, denominator?: number }
      const rate = numerator !== undefined && denominator !== undefined && denominator > 0 ? numerator / denominator : null
      const line = ledger[i]!
      return dayOf(line.所指日 ?? null) !== event.at.slice(0, 10) || (event.type === 'report' && (!same(line.数值, rate ?? value ?? null) || !same(line.分子, numerator ?? null) || !same(line.分母, denominator ?? null))) || (line.填报人 ?? null) !== (event.by?.name ?? null)
    })
    expect(wrong).toEqual([])
  })
})

/** Does every tag close the one that it should. */
function isNested(xml: string): boolean {
  const stack: string[] = []
  for (const [, close, tag, self] of xml.matchAll(/<(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close !== '/') { if (self !== '/') stack.push(tag!) } else if (stack.pop() !== tag) return false
  }
  return stack.length === 0
}

describe.each(names)('parts of %s', name => {
  it('no dangling part or relation, no phantom override, nothing that XML forbids', async () => {
    const { book: { parts } } = await bookOfShape(name)
    const overrides = [...parts.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g)].map(one => one[1]!)
    expect(overrides.filter(part => !parts.has(part))).toEqual([])
    const reached = new Set(['[Content_Types].xml', '_rels/.rels'])
    for (const [path, xml] of parts) {
      if (!path.endsWith('.rels')) continue
      reached.add(path)
      const folder = path.replace(/_rels\/[^/]+$/, '')
      for (const [tag] of xml.matchAll(/<Relationship [^>]*>/g)) {
        if (tag.includes('TargetMode="External"')) continue
        const target = /Target="([^"]+)"/.exec(tag)![1]!
        const full = target.startsWith('/') ? target.slice(1) : new URL(`${folder}${target}`, 'http://part/').pathname.slice(1)
        expect(parts.has(full), `${path} → ${full}`).toBe(true)
        reached.add(full)
      }
    }
    expect([...parts.keys()].filter(part => !reached.has(part))).toEqual([])
    const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/iu
    expect([...parts].filter(([, xml]) => forbidden.test(xml)).map(([part]) => part)).toEqual([])
    expect([...parts].filter(([, xml]) => !isNested(xml)).map(([part]) => part)).toEqual([])
  })

  it('sheet names are legal, each once, and the ones that are told beforehand', async () => {
    const { book, facts } = await bookOfShape(name)
    const told = book.sheets.map(sheet => sheet.name)
    expect(told).toEqual(sheetNames(facts))
    expect(told.filter(one => one === '' || one.length > 31 || /[[\]:*?/\\]|^'|'$|^history$/i.test(one) || /[\ud800-\udbff]$/.test(one))).toEqual([])
    expect(new Set(told.map(one => one.normalize('NFKC').toLowerCase())).size).toBe(told.length)
    for (const { name: kind, scope, range } of book.names) expect([kind, range.startsWith(`'${told[scope!]!.replaceAll('\'', '\'\'')}'!$`)]).toEqual(['_xlnm.Print_Titles', true])
  })

  it('every sheet says what it is, prints on landscape or upright A4 or A3 by its width, and stays frozen and filtered', async () => {
    const { book, facts } = await bookOfShape(name)
    for (const sheet of book.sheets) {
      expect(String(valueAt(sheet, 0, 0))).toContain(facts.caption.demo)
      expect(String(valueAt(sheet, 1, 0))).toContain(facts.caption.code)
      expect(sheet.xml).toMatch(/<pageSetup paperSize="(8|9)" orientation="(landscape|portrait)" fitToWidth="[12]" fitToHeight="[01]"\/>/)
      expect(sheet.xml).toContain('state="frozen"')
      const foot = /<oddFooter>([^<]*)<\/oddFooter>/.exec(sheet.xml)![1]!
      expect([foot.includes(facts.caption.code), foot.includes('&amp;P'), foot.length < 255]).toEqual([true, true, true])
      if (facts.caption.demo !== '') expect(sheet.xml).toContain(`<oddHeader>&amp;L${facts.caption.demo}`)
      const far = [...sheet.cells.values()].filter(cell => typeof cell.value === 'string' && cell.value.length > 32_767)
      expect(far).toEqual([])
    }
    expect(sheetOf(book, '挂图').xml.match(/<cfRule /g)!.length).toBeGreaterThanOrEqual(6)
  })
})

describe('hostile texts', () => {
  it('stay texts: no formula but our own, and each name whole', async () => {
    const { book } = await bookOfShape('long')
    const formulas = book.sheets.flatMap(sheet => [...sheet.cells.values()].flatMap(cell => cell.formula ?? []))
    expect(formulas.filter(formula => !/^(?:SUM\([A-Z]+\d+:[A-Z]+\d+\)(?:\/SUM\([A-Z]+\d+:[A-Z]+\d+\))?|RANK\([A-Z]+\d+,[$A-Z\d:]+\)|[A-Z]+\d+[/-][A-Z]+\d+|(?:COUNTIF\((?:'挂图'!)?[$A-Z\d:]+,"[^"]{1,7}"\)\+?)+)$/.test(formula))).toEqual([])
    expect(formulas.length).toBeGreaterThan(5000)
    const texts = new Set(book.sheets.flatMap(sheet => [...sheet.cells.values()].map(cell => cell.value)))
    const clean = hostileNames.map(text => text.replace(/[\u0001\u000b\ufffe]/g, ''))
    expect(clean.filter(text => !texts.has(text))).toEqual([])
    expect(book.sheets.flatMap(sheet => [...sheet.cells.values()].filter(cell => (typeof cell.value === 'string') !== (cell.kind === 's' || cell.kind === 'inlineStr' || cell.kind === 'str')))).toEqual([])
  })

  it('a name that reads like an error or an escape of the format stays that name', async () => {
    const plan = structuredClone(planOf('jinjiang-2020'))
    plan.area.children![0]!.name = '#REF!'
    plan.area.children![1]!.name = '_x0041_乡'
    plan.area.children![2]!.name = '总览'
    plan.area.children![3]!.name = '\'History\''
    for (const one of plan.area.children!.slice(0, 4)) delete one.short
    const view = viewOf(freeze({ plan, events: [], demo: false }, { name: '=1+1', asOf: '2020-09-15', knownAt: '2020-09-15', review: 'all', madeAt: '2020-09-15T08:20:00.000Z', madeBy: {}, version: '&P&A' }))
    const book = readSheets(await bookOf(view, plainChoice, tellNobody))
    const sheet = sheetOf(book, '挂图')
    expect([valueAt(sheet, 4, 8), valueAt(sheet, 4, 10), sheet.cells.get(`${columnLetters(8)}5`)!.kind]).toEqual(['#REF!', '_x0041_乡', 'inlineStr'])
    expect(book.sheets.map(one => one.name)).toEqual(expect.arrayContaining(['#REF!', '总览', '总览(2)', 'History(2)']))
    expect(/<oddFooter>([^<]*)<\/oddFooter>/.exec(sheet.xml)![1]).toContain('挂图 &amp;&amp;P&amp;&amp;A')
  })
})

describe('work', () => {
  it('tells after every sheet and can be called off', async () => {
    const view = viewOf(emptySnapshot())
    const told: number[] = []
    await bookOf(view, plainChoice, async (done, total) => { told.push(done / total) })
    expect(told.length).toBe(sheetNames(factsOf(view)).length + 1)
    expect(told.at(-1)).toBe(1)
    await expect(bookOf(view, plainChoice, async done => { if (done === 2) throw new Cancelled() })).rejects.toBeInstanceOf(Cancelled)
  })

  it('is the same to the byte when made twice', async () => {
    const view = viewOf(emptySnapshot())
    expect(await bookOf(view, plainChoice, tellNobody)).toEqual(await bookOf(view, plainChoice, tellNobody))
  })

  it('a share just below the whole never reads 100', () => {
    expect([0.5, 0.9994, 0.9996, 1, 1.2, null].map(shareFormat)).toEqual(['0.0%', '0.0%', '"<100%"', '0.0%', '0.0%', '0.0%'])
  })

  it('texts too long for a cell are cut and say so', () => {
    expect(cellText('长'.repeat(40_000))).toHaveLength(32_008)
    expect(cellText(`${'a'.repeat(31_999)}𠮷${'b'.repeat(9)}`)).toBe(`${'a'.repeat(31_999)}…（过长，余略）`)
    expect(cellText('_x000D_')).toBe('_x005F_x000D_')
  })

  it('knows every lamp', () => { expect(lampCodes.filter(lamp => sign[lamp] === undefined)).toEqual([]) })
})
