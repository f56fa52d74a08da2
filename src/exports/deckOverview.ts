/** Cover and one-page overview: lamp counts with their changes, bars by chapter, findings in words by rule. */
import type { Row } from '../domain/board'
import { groupCounts } from '../wording/lampLook'
import type { LampGroup } from '../wording/lampLook'
import { groupShortOf } from '../wording/ruleWords'
import { zhDay } from '../wording/zhWhy'
import { frameOf, heightsOf, plain, rowOfCells, stripOf, textItem } from './deckFrame'
import type { ChartItem, DeckItem, DeckSeries, Line, Span } from './deckLook'
import { clipTo, heightOf, inks, linesIn, page, sizeFor, sizes } from './deckLook'
import type { PaperFacts } from './paperFacts'
import { cellsOf } from './paperFacts'
import { zhFullDay } from './paperCaption'

/** Has nobody reported anything. */
export const isUnreported = (facts: PaperFacts): boolean => facts.view.board.rows.every(row => row.total.reported === 0 && row.total.value === null)

const countOf = (facts: PaperFacts, group: LampGroup): { count: number, moved: number | null } => facts.cellCounts.find(one => one.group === group) ?? { count: 0, moved: null }

/** 24 项中 21 项达序，红项比上次多 3 格. */
export function overviewTitle(facts: PaperFacts): string {
  const { onPace, active } = facts.targets
  if (isUnreported(facts)) return `${facts.view.board.rows.length} 项任务，尚未填报`
  const { count, moved } = countOf(facts, 'sev')
  const red = count === 0 ? '没有红项' : moved === null || moved === 0 ? `红项 ${count} 格${moved === 0 ? '，与上次持平' : ''}` : `红项 ${count} 格，比上次${moved > 0 ? '多' : '少'} ${Math.abs(moved)} 格`
  return `${active} 项中 ${onPace} 项达序，${red}`
}

export function coverItems(facts: PaperFacts, office: string): DeckItem[] {
  const { caption, view: { snapshot: { seal } } } = facts
  const title = sizeFor(facts.title, sizes.cover, 11.6, 2, 28)
  const titleHeight = heightOf(linesIn(facts.title, title, 11.6), title) + 0.1
  const by = [facts.place, `${caption.asOf}，${caption.knownAt}`, office === '' ? '' : `${office}制`].filter(text => text !== '').join('　')
  const items: DeckItem[] = [
    { kind: 'rule', box: { x: page.left, y: 0.8, w: 0.07, h: titleHeight + 1.35 }, color: inks.rule },
    textItem({ x: 0.85, y: 0.75, w: 11.8, h: titleHeight }, plain(facts.title), { size: title, bold: true, anchor: 'top', isTitle: true }),
    textItem({ x: 0.85, y: 0.85 + titleHeight, w: 11.8, h: 0.55 }, plain(clipTo(seal.name, 34)), { size: sizes.big, color: inks.soft, anchor: 'middle' }),
    textItem({ x: 0.85, y: 1.5 + titleHeight, w: 11.8, h: 0.6 }, plain(by), { color: inks.soft, anchor: 'middle' }),
  ]
  const meeting = facts.view.before?.meeting
  const cells = `${facts.cellCounts.reduce((sum, one) => sum + one.count, 0)} 格任务${meeting === undefined ? '' : `，增减为较上次会议（${zhDay(meeting.on)}）`}`
  const big: Line = isUnreported(facts) ? [{ text: '尚未填报', size: sizes.cover, bold: true }] : [{ text: String(facts.targets.onPace), size: 44, bold: true }, { text: `/${facts.targets.active}`, size: 28 }, { text: ' 项达序', size: sizes.body }]
  items.push(
    textItem({ x: page.left, y: 4.15, w: 7.4, h: 0.5 }, plain(cells), { size: sizes.body, color: inks.soft, anchor: 'bottom' }),
    textItem({ x: 8, y: 3.75, w: page.left + page.inner - 8, h: 0.9 }, [big], { align: 'right', anchor: 'bottom' }),
    stripOf(facts.view.board.rules, facts.cellCounts, 4.72, 0.78),
  )
  const origin = `依据：${facts.issuer}《${facts.title}》（${zhFullDay(facts.issued)}）　文号：${facts.documentNumber}`
  items.push(textItem({ x: page.left, y: 5.6, w: page.inner, h: 1.12 }, [[{ text: clipTo(origin, 140), size: sizes.small }], [{ text: caption.rules }], [{ text: caption.legend }]], { size: sizes.least, color: inks.faint, anchor: 'top' }))
  return items
}

const barGroups: readonly { group: LampGroup, color: string, labels: string }[] = [
  { group: 'sev', color: inks.sev, labels: inks.white }, { group: 'lag', color: inks.lagBar, labels: inks.ink }, { group: 'due', color: inks.dueBar, labels: inks.ink }, { group: 'none', color: inks.sunk, labels: inks.ink },
]

/** Chapters with what stands in their cells; those furthest off pace where there are too many for one chart. */
function chapterBars(facts: PaperFacts, box: ChartItem['box']): { chart: ChartItem | null, left: number } {
  const all = facts.sections.map(section => {
    const rows: readonly Row[] = [...section.figures, ...section.folded].map(line => line.row)
    const standing = cellsOf(rows)
    const counts = new Map(groupCounts(standing.lamps).map(({ group, count }) => [group, count]))
    return { name: `${section.numeral}、${clipTo(section.chapter.title, 11)}　${standing.onPace}/${standing.active}`, values: barGroups.map(({ group }) => counts.get(group) ?? 0) }
  })
  const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
  const most = 15
  const kept = new Set(all.length <= most ? all : [...all].sort((a, b) => sumOf(b.values) - sumOf(a.values)).slice(0, most))
  const shown = all.filter(one => kept.has(one))
  const top = Math.max(0, ...shown.map(one => sumOf(one.values)))
  if (top === 0) return { chart: null, left: 0 }
  const series = barGroups.map(({ group, color, labels }, i): DeckSeries => ({ name: groupShortOf(facts.view.board.rules, group), values: shown.map(one => one.values[i]!), color, labels })).filter(one => one.values.some(value => value !== 0))
  return {
    left: all.length - shown.length,
    chart: { kind: 'chart', form: 'stack', name: '各章不达序与临期格数', alt: shown.map((one, i) => `${one.name}：${series.map(each => `${each.name} ${each.values[i]}`).join('，')}`).join('；'), box, categories: shown.map(one => one.name), series, top, step: 0, format: '0;;' },
  }
}

/** The places that hold most of some lines: 内坑 4、东石 2、英林 1. */
function placesOf(lines: PaperFacts['red']): string {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line.areaName, (counts.get(line.areaName) ?? 0) + 1)
  const sorted = [...counts].sort((a, b) => b[1] - a[1])
  return `${sorted.slice(0, 3).map(([name, count]) => `${clipTo(name, 10)} ${count}`).join('、')}${sorted.length > 3 ? ` 等 ${sorted.length} 处` : ''}`
}

interface Finding { head: string, text: string }

export function findingsOf(facts: PaperFacts): Finding[] {
  if (isUnreported(facts)) return [{ head: '尚未填报', text: `截至 ${zhDay(facts.view.board.asOf)} 还没有任何填报，${countOf(facts, 'none').count} 格应报未报。` }]
  const list: Finding[] = []
  const { red, slow, changes } = facts
  if (red.length === 0) list.push({ head: '没有红项', text: '没有严重滞后或逾期的任务格。' })
  else {
    const late = red.filter(line => line.lamp === 'overdue').length
    const worst = red[0]!
    list.push({ head: `红项 ${red.length} 格`, text: `${placesOf(red)}${late > 0 ? `，其中逾期 ${late} 格` : ''}。最重：${clipTo(worst.areaName, 10)}${clipTo(worst.name, 16)}，${worst.why}。` })
  }
  if (changes === null) list.push({ head: '此前没有开过会', text: '没有上次可比，不作增减。' })
  else {
    const toRed = changes.worse.filter(({ change: { after } }) => after.lamp === 'behind' || after.lamp === 'overdue').length
    list.push({ head: `会后变好 ${changes.better.length}，变差 ${changes.worse.length}`, text: changes.worse.length === 0 ? '没有变差的格。' : `变差的格里 ${toRed} 格转 ■；另有 ${changes.same} 格数有变、灯未变。` })
  }
  const none = countOf(facts, 'none').count
  if (none > 0) list.push({ head: `未填报 ${none} 格`, text: `计入分母：${placesOf(slow.filter(line => line.lamp === 'no_data'))}。` })
  if (facts.rulingsOpen > 0) list.push({ head: `口径待定 ${facts.rulingsOpen} 处`, text: '原文有出入，未定前按原文数字计。' })
  const ranked = facts.standings.filter(line => line.rate !== null)
  const last = ranked.at(-1)
  if (last !== undefined && ranked[0]!.rate !== last.rate && list.length < 4) list.push({ head: `达序率 ${last.rate}% 到 ${ranked[0]!.rate}%`, text: `末位 ${clipTo(last.short, 12)}，${last.standing.onPace}/${last.standing.active} 达序。` })
  return list.slice(0, 4)
}

export function overviewItems(facts: PaperFacts): DeckItem[] {
  const items: DeckItem[] = [...frameOf(overviewTitle(facts)), stripOf(facts.view.board.rules, facts.cellCounts, page.top, 0.78)]
  const y = page.top + 0.98
  const { chart, left } = chapterBars(facts, { x: page.left, y: y + 0.4, w: 7.75, h: page.bottom - y - 0.72 })
  if (chart === null) items.push(textItem({ x: page.left, y: y + 0.3, w: 7.75, h: 0.9 }, plain('各章没有滞后、临期和未填报的任务格。'), { size: 20, color: inks.soft, anchor: 'top' }))
  else {
    items.push(
      textItem({ x: page.left, y: y + 0.02, w: 7.75, h: 0.36 }, plain('各章要管的格数（章名后为达序格／总格）'), { bold: true, anchor: 'middle' }),
      chart,
      textItem({ x: page.left, y: page.bottom - 0.3, w: 7.75, h: 0.28 }, plain(`自左至右：${chart.series.map(one => one.name).join('、')}，颜色同上排${left > 0 ? `；另有 ${left} 章较好，未列` : ''}`), { size: sizes.least, color: inks.faint, anchor: 'middle' }),
    )
  }
  const width = 4.0
  const rowsAt = (size: number) => findingsOf(facts).map(({ head, text }) => rowOfCells([{ lines: [[{ text: head, bold: true, size: size + 2 } satisfies Span], [{ text, color: inks.soft }]], align: 'left', size }], [width], size, 'grid', 0.8))
  const rows = [16, 15, 14, 13].map(rowsAt).find(one => heightsOf(one) <= page.bottom - y - 0.09) ?? rowsAt(12)
  items.push(
    { kind: 'rule', box: { x: 8.78, y: y + 0.05, w: width, h: 0.024 }, color: inks.rule },
    { kind: 'table', name: '要点', box: { x: 8.78, y: y + 0.09, w: width, h: heightsOf(rows) }, widths: [width], rows },
  )
  return items
}

