/** One sheet a place: all that is asked of it, its lamps and what is missing. */
import type { Lamp } from '../domain/board'
import { lampCodes } from '../domain/board'
import { explainFigure } from '../domain/explain'
import { isActiveLamp, isOnPaceLamp } from '../domain/lamp'
import type { LampRules } from '../domain/lampRules'
import { numberText, shortfallOf } from '../wording/figureText'
import { zhRule, zhToGreen } from '../wording/zhWhy'
import type { BookSheet, BookValue } from './bookModel'
import { cellName, dayFormat, dayNumber, fixedRange, rangeName, shareFormat } from './bookModel'
import { boardLines } from './bookBoard'
import { paceCells } from './bookChapters'
import { amountCell, bookUnit, completionCell, lampText, topLines } from './bookWords'
import type { PaperFacts, StandingLine } from './paperFacts'

const heads = ['编号', '目标', '主责', '单位', '任务', '实际', '完成率', '实际进度', '应达进度', '差距', '灯', '比时序差', '填报日', '亮灯依据', '转绿最少', '填报说明']
const firstRow = 4
const lampColumn = 10

/** Each text once: a pack may call two lamps alike. */
const textsOf = (rules: LampRules, isWanted: (lamp: Lamp) => boolean): readonly string[] => [...new Set(lampCodes.filter(isWanted).map(lamp => lampText(rules, lamp)))]

/** The line above the list: rate, counts and rank; the rate is made of the lamps below. */
function standingCells(rules: LampRules, one: StandingLine, ranked: number, lastRow: number): readonly BookValue[] {
  const { standing: { onPace, active } } = one
  const lamps = fixedRange(firstRow, lampColumn, Math.max(firstRow, lastRow), lampColumn)
  const countOf = (texts: readonly string[]): string => texts.map(text => `COUNTIF(${lamps},"${text.replaceAll('"', '""')}")`).join('+')
  const label = (value: string): BookValue => ({ value, look: 'label' })
  return [
    { value: null, look: 'label' }, label('达序率＝达序÷参评'), { value: null, look: 'label' }, { value: null, look: 'label' }, label('达序'), { value: onPace, look: 'totalNumber', formula: countOf(textsOf(rules, isOnPaceLamp)) }, label('参评'), { value: active, look: 'totalNumber', formula: countOf(textsOf(rules, isActiveLamp)) },
    label('达序率'), active === 0 ? { value: '不参评', look: 'total' } : { value: onPace / active, look: 'totalNumber', format: shareFormat(onPace / active), formula: `${cellName(2, 5)}/${cellName(2, 7)}` },
    label('名次'), one.rank === null ? { value: '—', look: 'total' } : { value: `${one.isTied ? '并列' : ''}第 ${one.rank} 名（共 ${ranked} 个）`, look: 'total' }, { value: null, look: 'total' },
  ]
}

export function placeSheet(facts: PaperFacts, one: StandingLine, name: string): BookSheet {
  const { view: { index, board, meetings } } = facts
  const place = facts.columns.findIndex(column => column.code === one.code)
  const [title, caption] = topLines(facts, one.name)
  const days = meetings.map(meeting => meeting.on)
  const rows: (readonly BookValue[])[] = [title, caption, [], heads.map(value => ({ value, look: 'head' as const }))]
  for (const { row, number, department } of boardLines(facts)) {
    const cell = row.cells[place]
    if (cell === undefined || (!cell.asked && cell.value === null)) continue
    const { target } = row
    const at = rows.length
    const explanation = explainFigure(index.plan, row, cell, board.asOf, days)
    const short = shortfallOf(target, cell)
    rows.push([
      number, target.name, department, bookUnit(target), amountCell(target, cell.goal), amountCell(target, cell.value), completionCell(target, cell, cellName(at, 5), cellName(at, 4)),
      ...paceCells(facts, row, cell, at, 7), lampText(row.rules, cell.lamp) || null, short === null ? null : `${numberText(short)} ${target.unit}`, dayNumber(cell.at), zhRule(explanation), zhToGreen(explanation, target), cell.detail?.note ?? null,
    ])
  }
  const last = rows.length - 1
  rows[2] = standingCells(facts.view.board.rules, one, facts.standings.filter(line => line.rank !== null).length, last)
  return {
    name, rows, heads: firstRow, titleRows: 1, frozenColumns: 2, bars: null, folded: new Set(), rowHeight: 18, heights: new Map([[2, 24], [firstRow - 1, 24]]),
    merges: [{ row: 2, from: 1, to: 3 }, { row: 2, from: 11, to: 12 }],
    columns: [
      { width: 8, look: 'plain' }, { width: 22, look: 'text' }, { width: 6, look: 'sign' }, { width: 6.5, look: 'sign' }, { width: 8.5, look: 'number' }, { width: 8.5, look: 'number' }, { width: 8.5, look: 'number' }, { width: 9, look: 'number' },
      { width: 9, look: 'number' }, { width: 8.5, look: 'number' }, { width: 13, look: 'text' }, { width: 11, look: 'text' }, { width: 11.5, look: 'number', format: dayFormat }, { width: 34, look: 'small' }, { width: 27, look: 'small' }, { width: 14, look: 'small' },
    ],
    filter: last >= firstRow ? rangeName(firstRow - 1, 0, last, heads.length - 1) : null,
    lamps: last >= firstRow ? [{ range: rangeName(firstRow, lampColumn, last, lampColumn), first: cellName(firstRow, lampColumn), next: null }] : [],
    paper: 'a4', isUpright: false,
  }
}
