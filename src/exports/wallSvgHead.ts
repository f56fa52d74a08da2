/** Above the wall chart's rows: title and sources, legend with counts, heads of the columns with 达序率 and 名次. Pixels. */
import { groupCounts, groupLooks } from '../wording/lampLook'
import { wholeName } from '../wording/columnGroups'
import { groupShortOf } from '../wording/ruleWords'
import { zhFullDay } from './paperCaption'
import type { PaperFacts, StandingLine } from './paperFacts'
import { linesOf, textAt, tidy, widthOf } from './svgText'
import { drawnStanding } from './wallLines'
import type { WallSheet } from './wallSheets'
import { margin } from './wallSheets'
import { leftsOf } from './wallSvgRows'
import { barAt, ink, notchAt, shapeAt, shapeInk, tileAt, tones } from './wallSvgInk'

/** 晋江市2020年民政工作要点挂图. */
export const wallTitle = ({ place, title }: PaperFacts): string => `${title.includes(place) ? '' : place}${title}挂图`

const ruleAt = (sheet: WallSheet, y: number, width: number): string => `<path d="M${margin.x} ${tidy(y)}H${sheet.width - margin.x}" stroke="${ink.text}" stroke-width="${width}"/>`

/** Title, 文号 and day on the left; mark, source and page on the right. */
export function titleAt(facts: PaperFacts, sheet: WallSheet, office: string): string {
  const right = sheet.width - margin.x
  const { caption, view } = facts
  const source = `依据：${facts.issuer}《${facts.title}》（${zhFullDay(facts.issued)}）`
  const demoWidth = caption.demo === '' ? 0 : widthOf(caption.demo, 13) + 22
  const room = right - margin.x - Math.max(260, Math.min(widthOf(source, 13, true), (right - margin.x) * 0.45)) - 40
  const title = wallTitle(facts)
  let size = 40
  while (size > 22 && widthOf(title, size, true) * 1.05 > room) size -= 1
  const y = margin.top
  const sub = [`文号：${facts.documentNumber}`, `${caption.asOf.replace('截至', '截至 ')}`, view.snapshot.seal.name === '' ? '' : `${view.snapshot.seal.name}用图`].filter(text => text !== '').join('　')
  return textAt(margin.x - 2, y + 41, title, { size, weight: 700, isSerif: true, spacing: Number((size * 0.05).toFixed(2)), most: undefined })
    + textAt(margin.x, y + 67, sub, { size: 14, fill: ink.second, most: room })
    + (demoWidth === 0 ? '' : `<rect x="${tidy(right - demoWidth)}" y="${y + 2.5}" width="${tidy(demoWidth)}" height="21" rx="10.5" fill="none" stroke="${ink.third}" stroke-dasharray="3 2"/>${textAt(right - demoWidth / 2, y + 17.7, caption.demo, { size: 13, fill: ink.text, anchor: 'middle', weight: 600 })}`)
    + textAt(right, y + 45, source, { size: 13, anchor: 'end', weight: 600, most: (right - margin.x) * 0.45 })
    + textAt(right, y + 67, `${office === '' ? '' : `制图 ${office}　`}第 ${sheet.page} 页，共 ${sheet.pages} 页`, { size: 13, fill: ink.second, anchor: 'end' })
    + ruleAt(sheet, y + 80, 2)
}

/** What the shapes mean with how many there are, and how cells are read; `unsaid`: what found no room. */
export function legendAt(facts: PaperFacts, sheet: WallSheet): { drawn: string, unsaid: string } {
  const y = margin.top + 80
  const middle = y + 20
  const base = middle + 4.7
  const parts: string[] = []
  let x = margin.x
  for (const { group, count } of groupCounts(drawnStanding(facts).lamps)) {
    const look = groupLooks[group]
    const tone = tones[look.tone]
    const name = groupShortOf(facts.view.board.rules, group)
    const width = 24 + widthOf(name, 13) + 7
    const isDone = group === 'done'
    const isPlain = tone.ground === null && !isDone
    parts.push(isDone ? tileAt(x, middle - 10, width, 20, { ...tone, ground: '#E6F1EB' }) : tileAt(x, middle - 10, width, 20, group === 'none' ? { ...tone, ground: '#FFFFFF' } : tone))
    parts.push(shapeAt(look.shape, x + (isPlain ? 6 : 12), middle, 9, tone.ground === null ? shapeInk(look.tone) : tone.shape), textAt(x + (isPlain ? 15 : 21), base, name, { size: 13, fill: isPlain ? ink.second : tone.text }))
    x += width + (isPlain ? -2 : 7)
    parts.push(textAt(x, base, String(count), { size: 14, weight: 700 }))
    x += widthOf(String(count), 14, true) + 18
  }
  // From the right: how to read cells, bar and notch.
  const right = sheet.width - margin.x
  let at = right
  const unsaid: string[] = []
  const word = (text: string, strong = ''): void => {
    const width = widthOf(strong, 13, true) + widthOf(text, 13)
    at -= width
    if (at < x) {
      unsaid.unshift(`${strong}${text}`.trim())
      return
    }
    parts.push(`<text x="${tidy(at)}" y="${tidy(base)}" fill="${ink.second}">${strong === '' ? '' : `<tspan font-weight="700" fill="${ink.text}">${strong}</tspan>`}${text}</text>`)
  }
  if (facts.view.before !== null) {
    word('上次会议后变灯')
    parts.push(notchAt(at - 6, middle - 5, 8, ink.text))
    at -= 36
  }
  word('条为实际，竖线为时序')
  parts.push(barAt(at - 66, middle - 4, 58, 8, { fill: 0.62, pace: 0.72, colour: ink.bar, ground: ink.barGround, tick: ink.text }))
  at -= 66 + 20
  word(' 空白即无任务')
  at -= 12
  word(' 即环节', '主体')
  at -= 12
  word(' 即件数', '2/3')
  at -= 12
  word(' 即81%', '格内 81')
  return { drawn: parts.join(''), unsaid: unsaid.length === 0 ? '' : `${unsaid.join('，')}。` }
}

const rankText = ({ rank, isTied, climbed }: StandingLine): string => (rank === null ? '' : `${isTied ? '并' : ''}${rank}${climbed === null || climbed === 0 ? '' : climbed > 0 ? '↑' : '↓'}`)

/** Heads of the table; `y` is their top. */
export function headAt(facts: PaperFacts, sheet: WallSheet, y: number): string {
  const { layout, columns, from } = sheet
  const at = leftsOf(sheet)
  const namesTop = y + (layout.hasGroups ? 20 : 6)
  const nameBase = namesTop + 14
  const rateBase = namesTop + layout.headLines * 17 + 5 + 13
  const rankBase = rateBase + 18
  const parts: string[] = []
  const head = (x: number, text: string, anchor: 'start' | 'end' = 'start'): void => { parts.push(textAt(x, nameBase, text, { size: 13, fill: ink.third, anchor })) }
  head(margin.x + 10, '目标')
  head(at.department, '科室')
  head(at.due - 14, '全年', 'end')
  head(at.due, '期限')
  head(at.bar, `${wholeName(facts.place)}进度`)
  head(layout.cells - 9, '完成', 'end')
  if (columns.length > 0) {
    parts.push(textAt(layout.cells - 9, rateBase, '达序率%（达到时序的任务占比）', { size: 12, fill: ink.third, anchor: 'end' }))
    parts.push(textAt(layout.cells - 9, rankBase, facts.view.before === null ? '名次' : '名次，较上次会议升降', { size: 12, fill: ink.third, anchor: 'end' }))
  }
  const standings = new Map(facts.standings.map(standing => [standing.code, standing]))
  const ranked = facts.standings.filter(standing => standing.rank !== null)
  const lowest = ranked.length < 4 || ranked[0]!.rank === ranked.at(-1)!.rank ? Infinity : ranked[Math.max(1, ranked.length - (ranked.length < 12 ? 1 : 3))]!.rank!
  columns.forEach((column, i) => {
    const middle = layout.cells + (i + 0.5) * layout.cell
    const lines = linesOf(column.short, 13, layout.cell - 4)
    lines.forEach((line, j) => parts.push(textAt(middle, nameBase + (layout.headLines - lines.length + j) * 17, line, { size: lines.length > 2 ? 12 : 14, anchor: 'middle', weight: 600, most: layout.cell - 2 })))
    const standing = standings.get(column.code)
    if (standing === undefined) return
    const isLow = (standing.rank ?? 0) >= lowest
    parts.push(`<g data-standing="${column.code.replace(/[^\w.-]/g, '')}">${textAt(middle, rateBase, standing.rate === null ? '—' : String(standing.rate), { size: 13, fill: ink.second, anchor: 'middle' })}${textAt(middle, rankBase, rankText(standing), { size: 12, fill: isLow ? ink.text : ink.third, anchor: 'middle', weight: isLow ? 700 : 400 })}</g>`)
  })
  // Groups above the columns, each as far as it goes on this sheet.
  let place = 0
  for (const group of layout.hasGroups ? facts.columnGroups : []) {
    const first = Math.max(place, from)
    const last = Math.min(place + group.count, from + columns.length)
    place += group.count
    if (last <= first) continue
    const left = layout.cells + (first - from) * layout.cell
    const right = layout.cells + (last - from) * layout.cell
    parts.push(`<path d="M${tidy(left)} ${y + 17.5}H${tidy(right - 6)}" stroke="${ink.line2}"/>`, textAt((left + right) / 2 - 3, y + 13, `${group.name === '' ? '其他' : group.name} ${group.count}`, { size: 12, fill: ink.second, anchor: 'middle' }))
  }
  parts.push(ruleAt(sheet, y + layout.headHeight, 1))
  return parts.join('')
}
