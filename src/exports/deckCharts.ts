/** What a native chart of the deck looks like beyond the slide library's options: dashes, labels at the ends of lines, labels that can be read on their bar. */
import type { ChartItem } from './deckLook'
import { deckFont, inks, sizes } from './deckLook'
import { courseNames } from './deckRed'
import type { XmlNode } from './xmlTree'
import { below, childOf, element, elementsOf, textOf, valued } from './xmlTree'

const fillOf = (color: string): XmlNode => element('a:solidFill', '', [element('a:srgbClr', ` val="${color}"`)])

const textProperties = (color: string, size: number, isBold: boolean): XmlNode => element('c:txPr', '', [
  element('a:bodyPr'), element('a:lstStyle'),
  element('a:p', '', [element('a:pPr', '', [element('a:defRPr', ` sz="${size * 100}" b="${isBold ? 1 : 0}"`, [fillOf(color), element('a:latin', ` typeface="${deckFont}"`), element('a:ea', ` typeface="${deckFont}"`)])]), element('a:endParaRPr', ' lang="zh-CN"')]),
])

const shows = (isShown: boolean): XmlNode[] => [
  valued('c:showLegendKey', 0), valued('c:showVal', isShown ? 1 : 0), valued('c:showCatName', 0), valued('c:showSerName', 0), valued('c:showPercent', 0), valued('c:showBubbleSize', 0),
]

const lineOf = (color: string, points: number, dash: string): XmlNode => element('c:spPr', '', [element('a:ln', ` w="${points * 12_700}" cap="rnd"`, [fillOf(color), valued('a:prstDash', dash), element('a:round')])])

const lastOf = (values: readonly (number | null)[]): number => values.reduce<number>((last, value, i) => (value === null ? last : i), -1)

/** Which points of a line are labelled, and with which word before the number. */
function labelsOf(item: ChartItem, name: string): { at: number, word: string, place: 't' | 'b' | 'l' }[] {
  const valuesOf = (wanted: string) => item.series.find(one => one.name === wanted)?.values ?? []
  const now = lastOf(valuesOf(courseNames.actual))
  if (name === courseNames.should) {
    const end = lastOf(valuesOf(name))
    return [...(now >= 0 && valuesOf(name)[now] !== null && now !== end ? [{ at: now, word: '应 ', place: 'l' as const }] : []), ...(end >= 0 ? [{ at: end, word: '全年 ', place: 'l' as const }] : [])]
  }
  if (name === courseNames.actual) return now < 0 ? [] : [{ at: now, word: '实 ', place: (valuesOf(name)[now] ?? 0) < item.top * 0.1 ? 't' : 'b' }]
  const end = lastOf(valuesOf(name))
  return end > now ? [{ at: end, word: '年底约 ', place: 't' }] : []
}

function dressLine(item: ChartItem, ser: XmlNode): void {
  const name = textOf(childOf(ser, 'c:tx') ?? ser).replace(/Sheet1![$A-Z\d]+/, '').trim()
  const series = item.series.find(one => one.name === name)
  if (series === undefined) return
  const [points, dash] = name === courseNames.actual ? [2.75, 'solid'] as const : name === courseNames.should ? [1.75, 'dash'] as const : [2, 'sysDot'] as const
  const labels = labelsOf(item, name).map(({ at, word, place }) => element('c:dLbl', '', [
    valued('c:idx', at), element('c:numFmt', ` formatCode="&quot;${word}&quot;General" sourceLinked="0"`), element('c:spPr', '', [element('a:noFill'), element('a:ln', '', [element('a:noFill')])]),
    textProperties(series.labels, sizes.small, name === courseNames.actual), valued('c:dLblPos', place), ...shows(true),
  ]))
  const now = name === courseNames.actual ? lastOf(series.values) : -1
  const dot = now < 0 ? [] : [element('c:dPt', '', [valued('c:idx', now), element('c:marker', '', [valued('c:symbol', 'square'), valued('c:size', 9), element('c:spPr', '', [fillOf(series.color)])]), valued('c:bubble3D', 0)])]
  ser.children = [
    ...elementsOf(ser).filter(child => !['c:spPr', 'c:marker', 'c:dPt', 'c:dLbls'].includes(child.name)),
    lineOf(series.color, points, dash), element('c:marker', '', [valued('c:symbol', 'none')]), ...dot, element('c:dLbls', '', [...labels, ...shows(false)]),
  ]
}

/** Dresses a chart part of the given item, in place. */
export function dressChart(item: ChartItem, root: XmlNode): void {
  const sers = below(root).filter(node => node.name === 'c:ser')
  if (item.form === 'course') for (const ser of sers) dressLine(item, ser)
  if (item.form === 'stack') {
    for (const [i, ser] of sers.entries()) {
      const labels = childOf(ser, 'c:dLbls')
      const series = item.series[i]
      if (labels === undefined || series === undefined) continue
      labels.children = elementsOf(labels).map(child => (child.name === 'c:txPr' ? textProperties(series.labels, 14, true) : child))
      const shape = childOf(ser, 'c:spPr')
      if (shape !== undefined && series.color === inks.sunk) shape.children = [...elementsOf(shape).filter(child => child.name !== 'a:ln' && child.name !== 'a:effectLst'), element('a:ln', ' w="9525"', [fillOf(inks.faint)])]
    }
  }
  // The lines carry their own labels; those of the whole plot would speak against them.
  if (item.form === 'course') for (const plot of below(root).filter(node => node.name === 'c:lineChart')) plot.children = elementsOf(plot).filter(child => child.name !== 'c:dLbls')
}
