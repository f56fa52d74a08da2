/** One red item on a slide: its course as a native chart, why it is red, whether it can be made, the least step to green, and room for what is decided. */
import { axisOf } from '../charts/burnUpScale'
import { lampNameOf } from '../wording/ruleWords'
import { zhDay, zhShouldActual } from '../wording/zhWhy'
import { zhValue } from '../wording/figureWords'
import { notesOn } from '../wording/rulingNotes'
import { frameOf, heightsOf, plain, rowOfCells, textItem } from './deckFrame'
import type { DeckItem, DeckRow, Span } from './deckLook'
import { clipTo, glyphOf, heightOf, inks, lampSpan, linesIn, page, sizes } from './deckLook'
import type { PaperCurve } from './paperCurve'
import type { PaperFacts, PaperLine, RedItem } from './paperFacts'
import { redItemOf } from './paperFacts'

export const courseNames = { should: '时序', actual: '实际', forecast: '按近三月推算' } as const

/** 内坑 老区村建设项目：应 60%，实 20%. */
export const redTitle = (line: PaperLine): string => `${clipTo(line.areaName, 12)}　${line.name}：${zhShouldActual(line.explanation)}`

const left = { w: 6.85 } as const
const right = { x: 7.7, w: page.left + page.inner - 7.7 } as const
const pairs = [1.12, right.w - 1.12]

const hasCourse = (curve: PaperCurve): boolean => [...curve.should, ...curve.actual].filter(value => value !== null).length > 1

function courseItems(item: RedItem, asOf: string): DeckItem[] {
  const { curve } = item
  const box = { x: page.left, y: page.top + 0.05, w: left.w, h: page.bottom - page.top - 0.5 }
  if (curve === null || !hasCourse(curve)) return [textItem({ ...box, h: 1 }, plain('没有时序和填报可以画成曲线。'), { color: inks.soft, anchor: 'top' })]
  const heights = [...curve.should, ...curve.actual, ...curve.forecast, curve.goal].flatMap(value => value ?? [])
  const axis = axisOf(Math.max(...heights), false)
  const series = [
    { name: courseNames.should, values: curve.should, color: inks.faint, labels: inks.soft },
    { name: courseNames.actual, values: curve.actual, color: inks.sev, labels: inks.sev },
    { name: courseNames.forecast, values: curve.forecast, color: inks.sev, labels: inks.sev },
  ].filter(one => one.values.some(value => value !== null))
  return [
    {
      kind: 'chart', form: 'course', name: '进程', box, categories: curve.names, series, top: axis.max, step: axis.interval, format: 'General',
      alt: series.map(one => `${one.name}：${one.values.map((value, i) => (value === null ? '' : `${curve.names[i]} ${value}`)).filter(text => text !== '').join('，')}`).join('；'),
    },
    textItem({ x: page.left, y: page.bottom - 0.4, w: left.w, h: 0.34 }, plain(`单位：${curve.unit}${curve.goal === null ? '' : `；全年 ${curve.goal}`}；${zhDay(asOf)}为当日数，其余为月末数`), { size: sizes.small, color: inks.faint, anchor: 'middle' }),
  ]
}

const pairRow = (head: string, spans: readonly Span[], size: number): DeckRow => rowOfCells([{ lines: [[{ text: head, color: inks.faint }]], size }, { lines: [spans], size }], pairs, size, 'none', 0.26)

/** What stood at the last meeting. */
function pastOf(facts: PaperFacts, line: PaperLine): Span[] {
  const row = facts.view.before?.board.rows.find(one => one.target.id === line.figure.target)
  const figure = line.figure.area === null ? row?.total : row?.cells.find(one => one.area === line.figure.area)
  if (row === undefined || figure === undefined || figure.lamp === null) return []
  return [lampSpan(figure.lamp, lampNameOf(row.rules, figure.lamp)), { text: figure.value === line.figure.value ? '；数未动' : `；${zhValue(row, figure)}` }]
}

interface Block { heading: Span[], rows: DeckRow[] }

function blocksOf(facts: PaperFacts, item: RedItem, size: number): Block[] {
  const past = pastOf(facts, item)
  const why: DeckRow[] = [
    pairRow('应、实', [{ text: zhShouldActual(item.explanation) }], size),
    pairRow('数', [{ text: `${item.value}${item.short.startsWith('差') ? `；${item.short}` : ''}` }], size),
    pairRow('依据', [{ text: item.why }], size),
    ...(past.length > 0 ? [pairRow('上次会议', past, size)] : []),
    ...notesOn(facts.view.index.plan, [item.row.target.id], 2).map(note => pairRow('口径', [{ text: clipTo(note, 66) }], size)),
    ...(item.note !== '' ? [pairRow('填报说明', [{ text: clipTo(item.note, 44) }], size)] : []),
  ]
  const forecast = item.forecastLines.map(text => { const at = text.indexOf('　'); return pairRow(text.slice(0, at), [{ text: text.slice(at + 1) }], size) })
  return [
    { heading: [{ text: '为什么亮 ' }, { text: glyphOf(item.lamp), color: inks.sev }], rows: why },
    { heading: [{ text: '赶得上吗' }], rows: forecast.length > 0 ? forecast : [pairRow('推算', [{ text: '没有可推算的数' }], size)] },
  ]
}

const headingHeight = 0.42
const heightOfBlocks = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + headingHeight + heightsOf(block.rows) + 0.08, 0)

export function redItems(facts: PaperFacts, line: PaperLine): DeckItem[] {
  const item = redItemOf(facts.view, line)
  const green = item.toGreen === '' ? '没有一步能转绿' : item.toGreen
  const greenHeight = heightOf(1 + linesIn(green, sizes.body, right.w - 0.24), sizes.body) + 0.14
  const room = page.bottom - page.top - greenHeight - 0.12 - 0.8
  const size = [sizes.body, 15, sizes.table, sizes.small].find(one => heightOfBlocks(blocksOf(facts, item, one)) <= room) ?? sizes.least
  const items: DeckItem[] = [...frameOf(redTitle(line), '', { text: `${glyphOf(line.lamp)} ${line.lampName}`, color: inks.sev }), ...courseItems(item, facts.view.board.asOf)]
  let y = page.top as number
  for (const [i, block] of blocksOf(facts, item, size).entries()) {
    if (i > 0) items.push({ kind: 'rule', box: { x: right.x, y, w: right.w, h: 0.014 }, color: inks.rule })
    items.push(textItem({ x: right.x, y: y + 0.03, w: right.w, h: 0.36 }, [block.heading], { bold: true, anchor: 'middle' }))
    const height = heightsOf(block.rows)
    items.push({ kind: 'table', name: block.heading[0]!.text.trim(), box: { x: right.x, y: y + headingHeight, w: right.w, h: height }, widths: pairs, rows: block.rows })
    y += headingHeight + height + 0.08
  }
  items.push(
    textItem({ x: right.x, y, w: right.w, h: greenHeight }, [[{ text: '转绿最少', bold: true }], [{ text: green }]], { color: inks.done, fill: inks.doneFill, padding: 0.08, anchor: 'middle' }),
    textItem({ x: right.x, y: y + greenHeight + 0.12, w: right.w, h: Math.max(0.5, page.bottom - y - greenHeight - 0.12) }, [[{ text: '本次议定', bold: true }, { text: '　责任单位、事项、期限', color: inks.faint }]], { border: inks.line, padding: 0.08, anchor: 'top' }),
  )
  return items
}
