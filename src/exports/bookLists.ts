/** 滞后明细 and 会后变化: the two lists that a meeting goes through. */
import type { BookCell, BookSheet, BookValue } from './bookModel'
import { cellName, dayFormat, dayNumber, rangeName, tidyNumber } from './bookModel'
import { amountCell, bookUnit, lampText, pointsFormat, shareCell, topLines } from './bookWords'
import { zhFullDay } from './paperCaption'
import type { ChangeLine, PaperFacts, PaperLine } from './paperFacts'

const slowHeads = ['序', '灯', '目标', '地方', '主责', '单位', '任务', '实际', '实际进度', '应达进度', '差距', '差多少', '填报日', '为什么', '转绿最少', '填报说明']
const first = 3

const headsOf = (names: readonly string[]): readonly BookValue[] => names.map(value => ({ value, look: 'head' as const }))

function slowCells(line: PaperLine, at: number): readonly BookValue[] {
  const { row: { target }, figure, explanation: { should, actual, gap } } = line
  const isDifference = should !== null && actual !== null && gap !== null && Math.abs(actual - should - gap) < 1e-9
  return [
    at - first + 1, lampText(line.row.rules, line.lamp), line.name, line.areaName, line.department, bookUnit(target), amountCell(target, figure.goal), amountCell(target, figure.value),
    shareCell(actual), shareCell(should), { value: gap === null ? null : tidyNumber(gap), format: pointsFormat, ...(isDifference && { formula: `${cellName(at, 8)}-${cellName(at, 9)}` }) },
    line.short, dayNumber(figure.at), line.why, line.toGreen, line.note,
  ].map(value => (value === '' ? null : value))
}

export function slowSheet(facts: PaperFacts, name: string): BookSheet {
  const [title, caption] = topLines(facts, '滞后明细')
  const rows = [title, caption, headsOf(slowHeads), ...facts.slow.map((line, i) => slowCells(line, first + i))]
  if (facts.slow.length === 0) rows.push([null, null, { value: '没有滞后、逾期和未填报的目标', look: 'caption' }])
  const last = rows.length - 1
  return {
    name, rows, heads: first, titleRows: 1, frozenColumns: 4, merges: [], bars: null, folded: new Set(), rowHeight: 18, heights: new Map([[first - 1, 24]]),
    columns: [
      { width: 5, look: 'number' }, { width: 13, look: 'text' }, { width: 22, look: 'text' }, { width: 9.5, look: 'text' }, { width: 13, look: 'text' }, { width: 6.5, look: 'sign' }, { width: 8.5, look: 'number' }, { width: 8.5, look: 'number' },
      { width: 9, look: 'number' }, { width: 9, look: 'number' }, { width: 8.5, look: 'number' }, { width: 19, look: 'text' }, { width: 11.5, look: 'number', format: dayFormat }, { width: 34, look: 'small' }, { width: 27, look: 'small' }, { width: 14, look: 'small' },
    ],
    filter: facts.slow.length > 0 ? rangeName(first - 1, 0, last, slowHeads.length - 1) : null,
    lamps: facts.slow.length > 0 ? [{ range: rangeName(first, 1, last, 1), first: cellName(first, 1), next: null }] : [],
    paper: 'a4', isUpright: false,
  }
}

const changeHeads = ['变化', '目标', '地方', '单位', '上次灯', '本次灯', '上次实际', '本次实际', '增减', '上次进度', '本次进度', '本次填报日']
const changeFirst = 4

function changeCells(facts: PaperFacts, { change: { before, after }, areaName, name }: ChangeLine, target: Parameters<typeof amountCell>[0], turn: string, at: number): readonly BookValue[] {
  const was = amountCell(target, before.value)
  const is = amountCell(target, after.value)
  const numberOf = (cell: BookValue): number | null => { const value = typeof cell === 'object' && cell !== null ? cell.value : cell; return typeof value === 'number' ? value : null }
  const step = before.value === null || after.value === null ? null : tidyNumber(numberOf(is)! - numberOf(was)!)
  const isShare = typeof is === 'object' && is !== null
  const moved: BookCell = { value: step, format: isShare ? pointsFormat : step === null || Number.isInteger(step) ? '+0;-0;0' : '+0.0#;-0.0#;0', ...(step !== null && { formula: `${cellName(at, 7)}-${cellName(at, 6)}` }) }
  return [turn, name, areaName, bookUnit(target), lampText(facts.view.before?.board.rules ?? facts.view.board.rules, before.lamp) || '（无）', lampText(facts.view.board.rules, after.lamp) || '（无）', was, is, moved, shareCell(before.progress), shareCell(after.progress), dayNumber(after.at)]
}

export function changeSheet(facts: PaperFacts, name: string): BookSheet {
  const [title, caption] = topLines(facts, '会后变化')
  const { changes } = facts
  const meetingName = changes === null ? '' : changes.meeting.name === '' ? `第${changes.meeting.number}次调度会` : changes.meeting.name
  const rows: (readonly BookValue[])[] = [title, caption, [{
    value: changes === null ? '此前没有开过调度会，没有可比的一次。'
      : `与${meetingName}（${zhFullDay(changes.meeting.on)}，按当时所知）相比：转差 ${changes.worse.length} 处，转好 ${changes.better.length} 处；灯没有变、数有变的 ${changes.same} 处不列。`, look: 'caption',
  }], headsOf(changeHeads)]
  const targets = new Map(facts.view.board.rows.map(({ target }) => [target.id, target]))
  for (const [turn, lines] of [['▼ 转差', changes?.worse ?? []], ['▲ 转好', changes?.better ?? []]] as const) for (const line of lines) rows.push(changeCells(facts, line, targets.get(line.change.target)!, turn, rows.length))
  const last = rows.length - 1
  const hasLines = last >= changeFirst
  return {
    name, rows, heads: changeFirst, titleRows: 1, frozenColumns: 3, merges: [], bars: null, folded: new Set(), rowHeight: 18, heights: new Map([[changeFirst - 1, 24]]),
    columns: [
      { width: 11, look: 'text' }, { width: 26, look: 'text' }, { width: 11, look: 'text' }, { width: 7, look: 'sign' }, { width: 14, look: 'text' }, { width: 14, look: 'text' }, { width: 10, look: 'number' }, { width: 10, look: 'number' }, { width: 10, look: 'number' },
      { width: 9, look: 'number' }, { width: 9, look: 'number' }, { width: 12, look: 'number', format: dayFormat },
    ],
    filter: hasLines ? rangeName(changeFirst - 1, 0, last, changeHeads.length - 1) : null,
    lamps: hasLines ? [{ range: rangeName(changeFirst, 4, last, 5), first: cellName(changeFirst, 4), next: null }] : [],
    paper: 'a4', isUpright: false,
  }
}
