/** 总览: how many lamps of each kind, each chapter and each place, counted by formulas over the matrix, and a chart of the places' rates. */
import { standingOf } from '../domain/rollUp'
import type { Standing } from '../domain/board'
import { groupCounts, lampGroups } from '../wording/lampLook'
import type { LampGroup } from '../wording/lampLook'
import { groupNameOf, groupShortOf } from '../wording/ruleWords'
import type { BookCell, BookSheet, BookValue } from './bookModel'
import { cellName, fixedRange, rangeName, shareFormat, sheetRef } from './bookModel'
import { boardPlaces } from './bookBoard'
import { groupSigns, issuedText, topLines } from './bookWords'
import type { PaperFacts, StandingLine } from './paperFacts'

const width = 14
const onPaceGroups: readonly LampGroup[] = ['done', 'ok', 'due']
const activeGroups: readonly LampGroup[] = ['done', 'ok', 'due', 'lag', 'sev', 'none']

/** Long names stand in their short form: they are the chart's labels too. */
const nameOf = ({ name, short }: StandingLine): string => (name.length > 8 ? short : name)

const countIf = (range: string, groups: readonly LampGroup[]): string => groups.flatMap(groupSigns).map(sign => `COUNTIF(${range},"${sign}")`).join('+')
const cell = (value: BookValue, look: BookCell['look']): BookValue => (typeof value === 'object' && value !== null ? { ...value, look } : { value, look })
const heads = (names: readonly (string | null)[]): readonly BookValue[] => names.map(value => cell(value, 'head'))
const rateCell = ({ onPace, active }: Standing, formula: string): BookCell => (active === 0 ? { value: '不参评', look: 'total' } : { value: onPace / active, look: 'totalNumber', format: shareFormat(onPace / active), formula })

interface Sheet { rows: (readonly BookValue[])[], merges: { row: number, from: number, to: number }[], heights: Map<number, number> }

function countsTable(sheet: Sheet, facts: PaperFacts, board: string): void {
  const { rows, merges } = sheet
  const places = boardPlaces(facts)
  const totals = new Map(groupCounts(facts.total.lamps).map(({ group, count }) => [group, count]))
  const cells = standingOf(facts.view.board.rows.flatMap(row => row.cells))
  const ofCells = new Map(groupCounts(cells.lamps).map(({ group, count }) => [group, count]))
  const moved = new Map(facts.counts.map(one => [one.group, one.moved]))
  const first = rows.length + 1
  const blank = Array.from({ length: 2 }, () => null)
  const left: (readonly BookValue[])[] = [heads(['灯', '状态', null, '目标（项）', '比上次', '各地（格）'])]
  for (const [i, group] of lampGroups.entries()) {
    const at = first + i
    left.push([
      cell(groupSigns(group).join(''), 'sign'), cell(groupNameOf(facts.view.board.rules, group), 'text'), cell(null, 'text'), { value: totals.get(group) ?? 0, look: 'number', formula: countIf(board + places.totals, [group]) },
      { value: moved.get(group) ?? null, look: 'number', format: '+0;-0;0' }, places.cells === '' ? cell(null, 'number') : { value: ofCells.get(group) ?? 0, look: 'number', formula: countIf(board + places.cells, [group]) },
    ])
    merges.push({ row: at, from: 1, to: 2 })
  }
  const last = first + lampGroups.length - 1
  const sumOf = (counts: ReadonlyMap<LampGroup, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const sum = (column: number, value: number): BookValue => ({ value, look: 'totalNumber', formula: `SUM(${rangeName(first, column, last, column)})` })
  left.push([cell('合计', 'total'), cell(null, 'total'), cell(null, 'total'), sum(3, sumOf(totals)), cell(null, 'totalNumber'), places.cells === '' ? cell(null, 'totalNumber') : sum(5, sumOf(ofCells))])
  const rate = (column: number, standing: Standing): BookValue => rateCell(standing, `SUM(${rangeName(first, column, first + onPaceGroups.length - 1, column)})/SUM(${rangeName(first, column, first + activeGroups.length - 1, column)})`)
  left.push([cell('达序率', 'total'), cell(null, 'total'), cell(null, 'total'), rate(3, facts.total), cell(null, 'totalNumber'), places.cells === '' ? cell(null, 'totalNumber') : rate(5, cells)])
  merges.push({ row: first - 1, from: 1, to: 2 }, { row: last + 1, from: 0, to: 2 }, { row: last + 2, from: 0, to: 2 })
  const right: (readonly BookValue[])[] = [heads(['章', null, null, null, '达序', '参评', '达序率'])]
  facts.sections.forEach(({ numeral, chapter }, i) => {
    const at = first + i
    const standing = facts.view.board.chapters.find(one => one.chapter === chapter.id)!
    const range = board + places.chapters[i]!
    right.push([
      cell(`${numeral}、${chapter.title}`, 'text'), cell(null, 'text'), cell(null, 'text'), cell(null, 'text'), { value: standing.onPace, look: 'number', formula: countIf(range, onPaceGroups) }, { value: standing.active, look: 'number', formula: countIf(range, activeGroups) },
      rateCell(standing, `${cellName(at, 11)}/${cellName(at, 12)}`),
    ])
  })
  right.forEach((_, i) => merges.push({ row: first - 1 + i, from: 7, to: 10 }))
  const empty = (count: number): readonly BookValue[] => Array.from({ length: count }, () => null)
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) rows.push([...left[i] ?? empty(6), ...blank.slice(0, 1), ...right[i] ?? []])
}

function standingsTable(sheet: Sheet, facts: PaperFacts, board: string): { first: number, last: number } {
  const { rows } = sheet
  const places = boardPlaces(facts)
  sheet.heights.set(rows.length, 24)
  rows.push(heads(['名次', '地方', '达序率', '达序', '参评', ...lampGroups.map(group => groupShortOf(facts.view.board.rules, group)), '名次变化']))
  const first = rows.length
  const last = first + facts.standings.length - 1
  for (const line of facts.standings) {
    const at = rows.length
    const range = board + places.columns[facts.columns.findIndex(column => column.code === line.code)]!
    const { standing } = line
    rows.push([
      line.rank === null ? cell('—', 'totalSign') : { value: line.rank, look: 'totalSign', formula: `RANK(${cellName(at, 2)},${fixedRange(first, 2, last, 2)})` }, cell(nameOf(line), 'text'), rateCell(standing, `${cellName(at, 3)}/${cellName(at, 4)}`),
      { value: standing.onPace, look: 'number', formula: `SUM(${rangeName(at, 5, at, 7)})` }, { value: standing.active, look: 'number', formula: `SUM(${rangeName(at, 5, at, 10)})` },
      ...lampGroups.map((group): BookValue => ({ value: line.counts[group], look: 'number', formula: countIf(range, [group]) })),
      { value: line.climbed, look: 'number', format: '"↑"0;"↓"0;"–"' },
    ])
  }
  return { first, last }
}

function captionTable(sheet: Sheet, facts: PaperFacts): void {
  const { caption, rulingsOpen } = facts
  const lines: readonly (readonly [string, string])[] = [
    ['文件', issuedText(facts)], ['截至', `${caption.asOf}，${caption.knownAt}`], ['范围', caption.scope], ['审核', caption.review], ['规则', caption.rules], ['图例', `${caption.legend}；△为滞后补齐，·为未到期`],
    ['达序率', '完成、滞后补齐、正常、超前、临期为达序；免考、暂缓、未到期不参评；达序率＝达序÷参评，并列同名次'], ['待明确', rulingsOpen === 0 ? '没有' : `${rulingsOpen} 处，见“口径”`], ['版本', `${caption.version}，${facts.view.snapshot.seal.name}`], ['校验码', caption.code],
    ...(caption.demo === '' ? [] : [['注意', caption.demo]] as const),
  ]
  for (const [name, text] of lines) {
    const at = sheet.rows.length
    sheet.rows.push([cell(name, 'label'), cell(text, 'text'), ...Array.from({ length: width - 2 }, () => cell(null, 'text'))])
    sheet.merges.push({ row: at, from: 1, to: width - 1 })
  }
}

/** `board`: the name of the sheet 挂图. */
export function overviewSheet(facts: PaperFacts, name: string, board: string): BookSheet {
  const ref = sheetRef(board)
  const [title, caption] = topLines(facts, '总览')
  const sheet: Sheet = { rows: [title, caption, []], merges: [], heights: new Map([[2, 6]]) }
  countsTable(sheet, facts, ref)
  sheet.rows.push([])
  let bars: BookSheet['bars'] = null
  if (facts.standings.length > 0) {
    const { first, last } = standingsTable(sheet, facts, ref)
    if (facts.standings.some(line => line.rank !== null)) {
      const from = sheet.rows.length + 1
      for (let i = 0; i < 17; i += 1) sheet.rows.push([])
      const ranked = first + facts.standings.filter(line => line.rank !== null).length - 1
      bars = { title: `${facts.caption.demo === '' ? '' : '【演示】'}各地达序率（${facts.caption.asOf}）`, names: fixedRange(first, 1, ranked, 1), values: fixedRange(first, 2, ranked, 2), from: { row: from, col: 0 }, to: { row: from + 15, col: width } }
    } else sheet.rows.push([{ value: '各地都没有参评的格，不排名、不画图。', look: 'caption' }], [])
    if (last < first) sheet.rows.push([])
  } else sheet.rows.push([{ value: '这份计划没有分地方的列。', look: 'caption' }], [])
  captionTable(sheet, facts)
  const isOnePage = facts.standings.length <= 30
  const nameWidth = Math.min(40, Math.max(16, ...facts.standings.map(line => nameOf(line).length * 2 + 2)))
  return {
    name, ...sheet, heads: 2, titleRows: 1, frozenColumns: 0, filter: null, folded: new Set(), lamps: [], bars, rowHeight: 18,
    columns: [{ width: 9, look: 'none' }, { width: nameWidth, look: 'none' }, ...Array.from({ length: width - 2 }, () => ({ width: 8.6, look: 'none' as const }))],
    paper: 'a4', isUpright: true, isOnePage, ...(!isOnePage && bars !== null && { newPage: bars.from.row - 1 }),
  }
}
