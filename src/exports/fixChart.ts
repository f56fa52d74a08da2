/** A chart part as the slide library writes it, brought into the order and shape that the schema of DrawingML charts asks for. */
import type { XmlNode } from './xmlTree'
import { attributeOf, below, childOf, element, elementsOf, sortChildren, textOf, valued } from './xmlTree'

const words = (text: string): readonly string[] => text.split(' ').map(name => `c:${name}`)

const labelParts = 'numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst'
const axisOrder = words('axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl baseTimeUnit crossBetween majorUnit majorTimeUnit minorUnit minorTimeUnit dispUnits extLst')
const chartOrder = words('barDir scatterStyle radarStyle wireframe grouping varyColors ser dLbls dropLines hiLowLines upDownBars gapWidth gapDepth shape overlap serLines firstSliceAng holeSize bubbleScale marker smooth axId extLst')

/** The schema's order of children, by parent. */
export const chartSchema: Readonly<Record<string, readonly string[]>> = {
  'c:chartSpace': words('date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst'),
  'c:chart': words('title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst'),
  'c:ser': words('idx order tx spPr invertIfNegative pictureOptions marker explosion dPt dLbls trendline errBars cat val xVal yVal bubbleSize bubble3D smooth shape extLst'),
  'c:dPt': words('idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst'),
  'c:dLbls': words(`dLbl delete ${labelParts}`),
  'c:dLbl': words(`idx delete layout tx ${labelParts}`),
  'c:marker': words('symbol size spPr extLst'),
  'c:legend': words('legendPos legendEntry layout overlay spPr txPr extLst'),
  'c:scaling': words('logBase orientation max min extLst'),
  'c:catAx': axisOrder, 'c:valAx': axisOrder, 'c:dateAx': axisOrder, 'c:serAx': axisOrder,
}

/** Is the element one of the charts of a plot area: c:barChart, c:lineChart … */
const isPlot = ({ name }: XmlNode): boolean => /^c:\w+Chart$/.test(name)
const isAxis = ({ name }: XmlNode): boolean => /^c:(?:cat|val|date|ser)Ax$/.test(name)

export const orderOf = (node: XmlNode): readonly string[] | undefined => (isPlot(node) ? chartOrder : chartSchema[node.name])

/** Only these know `c:invertIfNegative` in a series. */
const inverting = new Set(['c:barChart', 'c:bar3DChart', 'c:bubbleChart'])
/** Places that labels may take; another makes PowerPoint repair the file. */
const labelPlaces = (plot: XmlNode): ReadonlySet<string> => {
  if (plot.name === 'c:lineChart' || plot.name === 'c:scatterChart') return new Set(['t', 'b', 'l', 'r', 'ctr'])
  if (plot.name !== 'c:barChart') return new Set(['ctr', 'inEnd', 'outEnd', 'bestFit'])
  const grouping = childOf(plot, 'c:grouping')
  return new Set(grouping !== undefined && attributeOf(grouping, 'val').toLowerCase().includes('stacked') ? ['ctr', 'inEnd', 'inBase'] : ['ctr', 'inEnd', 'inBase', 'outEnd'])
}

function fixPlot(plot: XmlNode, axes: ReadonlySet<string>): void {
  // A third axis that no axis answers to: Microsoft 365 asks to repair the file.
  plot.children = elementsOf(plot).filter(child => child.name !== 'c:axId' || axes.has(attributeOf(child, 'val')))
  if ((plot.name === 'c:lineChart' || plot.name === 'c:areaChart') && childOf(plot, 'c:grouping') === undefined) plot.children.unshift(valued('c:grouping', 'standard'))
  const places = labelPlaces(plot)
  for (const node of below(plot)) {
    if (node.name === 'c:ser' && !inverting.has(plot.name)) node.children = node.children.filter(child => typeof child === 'string' || child.name !== 'c:invertIfNegative')
    if (node.name === 'c:dLbls' || node.name === 'c:dLbl') node.children = node.children.filter(child => typeof child === 'string' || child.name !== 'c:dLblPos' || places.has(attributeOf(child, 'val')))
  }
}

/** East-Asian font beside the Latin one on everything that carries text. */
function fixFonts(node: XmlNode, font: string): void {
  if (childOf(node, 'a:ea') !== undefined) return
  const ea = element('a:ea', ` typeface="${font}"`)
  const at = node.children.findIndex(child => typeof child !== 'string' && (child.name === 'a:cs' || child.name === 'a:sym' || child.name === 'a:hlinkClick'))
  node.children.splice(at < 0 ? node.children.length : at, 0, ea)
}

/** The tree of one chart part, changed in place. */
export function fixChart(root: XmlNode, font: string): void {
  const plotArea = below(root).find(node => node.name === 'c:plotArea')
  if (plotArea !== undefined) {
    const axes = new Set(elementsOf(plotArea).filter(isAxis).flatMap(axis => { const id = childOf(axis, 'c:axId'); return id === undefined ? [] : [attributeOf(id, 'val')] }))
    for (const plot of elementsOf(plotArea).filter(isPlot)) fixPlot(plot, axes)
    const rank = (child: XmlNode): number => (child.name === 'c:layout' ? 0 : isPlot(child) ? 1 : isAxis(child) ? 2 : child.name === 'c:dTable' ? 3 : 4)
    plotArea.children = elementsOf(plotArea).map((child, i) => ({ child, i })).sort((a, b) => rank(a.child) - rank(b.child) || a.i - b.i).map(({ child }) => child)
  }
  for (const node of below(root)) {
    if (node.name === 'c:roundedCorners') node.attributes = ' val="0"'
    if (node.name === 'a:defRPr' || node.name === 'a:rPr') fixFonts(node, font)
    // A value that is not there is a gap, not an empty number.
    if (node.name === 'c:numCache') node.children = node.children.filter(child => typeof child === 'string' || child.name !== 'c:pt' || textOf(child).trim() !== '')
    const order = orderOf(node)
    if (order !== undefined && node.children.length > 1 && elementsOf(node).length > 0) sortChildren(node, order)
  }
}
