/** Cells of the wall chart: what `faceOf` says, drawn by width; chains and figures of rows that are not shared out. Pixels. */
import type { Figure, Row } from '../domain/board'
import { changeOf } from '../domain/changes'
import type { CellFace, CellForm } from '../wording/cellFace'
import { faceOf } from '../wording/cellFace'
import { chainNodes } from '../wording/chainNodes'
import type { ChainNode } from '../wording/chainNodes'
import { numberText, shortfallOf, unitText, valueText } from '../wording/figureText'
import { areaNameOf, zhValue } from '../wording/figureWords'
import { lookOf } from '../wording/lampLook'
import type { Tone } from '../wording/lampLook'
import { lampNameOf } from '../wording/ruleWords'
import type { PaperFacts } from './paperFacts'
import { textAt, tidy, widthOf, xml } from './svgText'
import { barAt, ink, notchAt, shapeAt, shapeInk, tileAt, tones } from './wallSvgInk'

export interface Box { x: number, y: number, width: number, height: number }

/** Opens a figure's group: the snapshot's own values as data, and in words for who points at it. */
export function figureGroup(facts: PaperFacts, row: Row, figure: Figure, inner: string): string {
  const lampName = figure.lamp === null ? '' : `，${lampNameOf(row.rules, figure.lamp)}`
  const data = [['target', row.target.id], ['area', figure.area ?? ''], ['lamp', figure.lamp ?? ''], ['value', figure.value === null ? '' : String(figure.value)], ['goal', figure.goal === null ? '' : String(figure.goal)]]
  return `<g${data.map(([name, text]) => ` data-${name!}="${xml(text!)}"`).join('')}><title>${xml(`${areaNameOf(facts.view.index, row, figure)} ${row.target.name}：${zhValue(row, figure)}${lampName}`)}</title>${inner}</g>`
}

/** The words of a face: numbers, or what stands for a number that is not there. */
function wordsOf(face: CellFace, figure: Figure, form: CellForm): Pick<CellFace, 'main' | 'sub' | 'isWord'> {
  const word = (main: string) => ({ main, sub: '', isWord: true })
  if (face.tone === 'open') return word('未分')
  if (figure.lamp === 'no_data') return word(form === 'narrow' ? '未报' : '未填报')
  if (figure.value === null && figure.lamp === 'exempt') return word('免考')
  if (figure.value === null && figure.lamp === 'paused') return word('暂缓')
  return face
}

/** Main and sub in one line of text, so that 2/3 is found and copied as 2/3. */
function numberAt(x: number, y: number, { main, sub }: Pick<CellFace, 'main' | 'sub'>, look: { colour: string, subColour: string, weight: number, anchor: 'start' | 'end', most: number }): string {
  if (main === '' && sub === '') return ''
  const width = widthOf(main, 13, look.weight >= 600) + widthOf(sub, 12)
  const press = width > look.most ? ` textLength="${tidy(look.most)}" lengthAdjust="spacingAndGlyphs"` : ''
  return `<text x="${tidy(x)}" y="${tidy(y)}" fill="${look.colour}"${look.weight === 400 ? '' : ` font-weight="${look.weight}"`}${look.anchor === 'end' ? ' text-anchor="end"' : ''}${press}>${xml(main)}${sub === '' ? '' : `<tspan font-size="12" font-weight="400" fill="${look.subColour}">${xml(sub)}</tspan>`}</text>`
}

/** The lamp's word at the right of a wide cell: in short or not at all where the figure needs the room, and never a second time. */
function wideLampName({ rules }: Row, { lamp, value }: Figure, { tone }: CellFace, used: number, width: number): string {
  if (lamp === null || lamp === 'no_data' || tone === 'ok' || tone === 'done' || (value === null && (lamp === 'exempt' || lamp === 'paused'))) return ''
  return [lampNameOf(rules, lamp), lamp === 'behind' && rules.words?.behind === undefined ? '严重' : ''].find(name => used + 14 + widthOf(name, 13, true) <= width) ?? ''
}

const isLoud = (tone: CellFace['tone'] | 'na'): boolean => tone === 'lag' || tone === 'sev' || tone === 'due'

/** One cell; '' where nobody is asked. `was`: the figure of the last meeting. */
export function cellAt(facts: PaperFacts, row: Row, figure: Figure, was: Figure | undefined, form: CellForm, box: Box): string {
  const face = faceOf(row, figure, form, box.width)
  if (face.tone === 'blank') return ''
  const { x, y, width, height } = box
  const tone = figure.lamp === 'not_due' ? tones.open : tones[face.tone]
  const middle = y + height / 2
  const isTurned = (changeOf(was, figure)?.turn ?? 'same') !== 'same'
  const parts = [tileAt(x + 1.5, y + 1.5, width - 2, height - 3, tone)]
  const words = wordsOf(face, figure, form)
  const colours = { colour: face.tone === 'ok' ? ink.text : tone.text, subColour: face.tone === 'ok' ? ink.third : tone.text, weight: face.tone === 'sev' || face.tone === 'lag' ? 600 : 400 }
  if (form === 'wide') {
    const hasBase = height >= 26 && face.fill !== null && face.tone !== 'done'
    const base = middle + (hasBase ? 2.2 : 4.7)
    if (face.shape !== null) parts.push(shapeAt(face.shape, x + 14, base - 4.5, 9, tone.shape))
    const used = 24 + widthOf(words.main, 13, true) + widthOf(words.sub, 12)
    const lampName = wideLampName(row, figure, face, used, width)
    parts.push(numberAt(x + 24, base, words, { ...colours, weight: words.isWord ? 400 : 600, anchor: 'start', most: width - 32 - (lampName === '' ? 0 : widthOf(lampName, 13, true) + 6) }))
    if (face.shortfall !== null && isLoud(face.tone) && used + 60 + widthOf(lampName, 13) < width) parts.push(textAt(x + used + 10, base, `差 ${numberText(face.shortfall)}`, { size: 12, fill: tone.text }))
    parts.push(textAt(x + width - 8, base, lampName, { size: 13, fill: tone.text, anchor: 'end', weight: 600 }))
    if (hasBase) parts.push(barAt(x + 10, y + height - 7, width - 20, 2.5, face.tone === 'sev' ? { fill: face.fill, pace: face.pace, colour: '#FFFFFF', ground: '#D0706A', tick: '#FFFFFF' } : { fill: face.fill, pace: face.pace, colour: tone.bar, ground: face.tone === 'lag' ? '#F0D092' : ink.barGround, tick: ink.text }, 2))
  } else {
    const base = middle + 4.7
    const isTight = words.isWord && form === 'narrow'
    const left = isTight ? 7 : form === 'narrow' ? 9 : 12
    if (face.shape !== null) parts.push(shapeAt(face.shape, x + left, middle, isTight ? 8 : 9, tone.shape))
    const start = face.shape === null ? 3 : left + (isTight ? 5.5 : 7)
    const right = isTight ? (isTurned ? 6.5 : 3.5) : form === 'narrow' ? 6 : 10
    parts.push(numberAt(x + width - right, base, words, { ...colours, anchor: 'end', most: width - right - start }))
  }
  if (isTurned) parts.push(notchAt(x + width - 0.5, y + 1.5, 6, face.tone === 'sev' ? '#FFFFFF' : ink.text))
  return figureGroup(facts, row, figure, parts.join(''))
}

const monthOf = (day: string): string => `${Number(day.slice(5, 7))}月`

interface ChainText { node: ChainNode, /** How many stages it stands for. */ count: number, words: string, extra: string, width: number }

function chainText(node: ChainNode, count: number): ChainText {
  const isLit = node.tone !== 'na' && node.tone !== 'done'
  const left = node.left === null ? '' : node.left < 0 ? `逾${-node.left}天` : `剩${node.left}天`
  const words = count > 1 ? `${count} 个环节` : node.name
  const extra = count > 1 ? '' : isLit && left !== '' ? left : node.day === null ? '' : monthOf(node.day)
  return { node, count, words, extra, width: 9 + 12 + widthOf(words, 13, node.tone === 'sev') + (extra === '' ? 0 : 5 + widthOf(extra, 13)) + 6 }
}

/** Stages as texts. Too many for the line: neighbours that are done, or still to come, draw together; the one that is next always stands alone. */
function chainTexts(row: Row, asOf: string, room: number): ChainText[] {
  const nodes = chainNodes(row, asOf).map(node => chainText(node, 1))
  const isPair = (i: number, tone: ChainNode['tone']): boolean => nodes[i]?.node.tone === tone && nodes[i + 1]?.node.tone === tone
  while (nodes.reduce((sum, node) => sum + node.width + 18, 0) > room) {
    const places = nodes.map((_, i) => i)
    const first = places.find(i => isPair(i, 'done')) ?? places.reverse().find(i => isPair(i, 'na'))
    if (first === undefined) break
    nodes.splice(first, 2, chainText(nodes[first]!.node, nodes[first]!.count + nodes[first + 1]!.count))
  }
  return nodes
}

/** A row that is not shared out: its stages with lines between them, or its figure. */
export function wholeAt(facts: PaperFacts, row: Row, was: Figure | undefined, { x, y, width, height }: Box): string {
  const middle = y + height / 2
  const base = middle + 4.7
  const own = textAt(x + 8, base, facts.ownLevel, { size: 13, fill: ink.third })
  const from = x + 8 + widthOf(facts.ownLevel, 13) + 10
  const room = x + width - 8 - from
  const nodes = chainTexts(row, facts.view.board.asOf, room)
  const parts = [own]
  let end = from
  if (nodes.length > 0) {
    const total = nodes.reduce((sum, node) => sum + node.width, 0)
    const gap = nodes.length === 1 ? 0 : Math.min(260, (room - total) / (nodes.length - 1))
    let at = from
    nodes.forEach(({ node, words, extra, width: nodeWidth }, i) => {
      if (i > 0) {
        if (gap > 14) parts.push(`<path d="M${tidy(at + 4)} ${tidy(middle)}h${tidy(gap - 8)}" stroke="${ink.line2}"/>`)
        at += gap
      }
      const tone = tones[node.tone]
      const isTile = isLoud(node.tone)
      if (isTile) parts.push(tileAt(at, y + 2, nodeWidth, height - 4, tone))
      parts.push(shapeAt(node.shape, at + 10, middle, 9, tone.shape))
      const colour = isTile ? tone.text : node.tone === 'na' ? ink.third : ink.second
      const wordsWidth = widthOf(words, 13, node.tone === 'sev')
      parts.push(textAt(at + 19, base, words, { size: 13, fill: colour, most: Math.max(40, Math.min(wordsWidth, room - 40)) }))
      parts.push(textAt(at + 19 + wordsWidth + 5, base, extra, { size: 13, fill: isTile ? tone.text : ink.third }))
      at += nodeWidth
      if (isTile || end === from || node.tone === 'done') end = at
    })
  } else {
    const { drawn, width: used } = wholeFigure(row, from, y, height)
    parts.push(drawn)
    end = from + used
  }
  if ((changeOf(was, row.total)?.turn ?? 'same') !== 'same') parts.push(notchAt(end - 0.5, y + 2, 6, row.total.lamp !== null && lookOf(row.total.lamp).tone === 'sev' ? '#FFFFFF' : ink.text))
  return figureGroup(facts, row, row.total, parts.join(''))
}

/** Value of goal with its unit, and what is missing, in a tile where it is off pace. */
function wholeFigure(row: Row, x: number, y: number, height: number): { drawn: string, width: number } {
  const { target, total } = row
  const { shape, tone } = total.lamp === null ? { shape: null, tone: 'bare' as const } : lookOf(total.lamp)
  const look = tones[tone]
  const middle = y + height / 2
  const value = total.value === null ? '未填报' : valueText(target, total.value)
  const goal = total.goal === null ? '' : ` / ${valueText(target, total.goal)}`
  const unit = unitText(target) === '' ? '' : ` ${unitText(target)}`
  const shortfall = shortfallOf(target, total)
  const isTile = isLoud(tone) || tone === 'none'
  const more = `${isLoud(tone) && tone !== 'due' && shortfall !== null ? `　差 ${numberText(shortfall)}` : ''}${isTile && total.lamp !== null && total.lamp !== 'no_data' ? `　${lampNameOf(row.rules, total.lamp)}` : ''}`
  const isBold = tone === 'sev' || tone === 'lag'
  const first = widthOf(value, 13, true)
  const rest = `${goal}${unit}${more}`
  const width = 22 + first + widthOf(rest, 13) + 8
  const drawn = (isTile ? tileAt(x, y + 2, width, height - 4, look) : '') + (shape === null ? '' : shapeAt(shape, x + 10, middle, 9, look.shape))
    + `<text x="${tidy(x + 20)}" y="${tidy(middle + 4.7)}" fill="${isTile ? look.text : tone === 'done' ? look.text : ink.text}"><tspan font-weight="${isBold ? 700 : 600}">${xml(value)}</tspan><tspan fill="${isTile ? look.text : ink.second}">${xml(rest)}</tspan></text>`
  return { drawn, width }
}

/** The lamp's shape on white paper. */
export const plainShape = (lamp: Figure['lamp'], x: number, y: number, size = 9): string => {
  if (lamp === null) return ''
  const { shape, tone } = lookOf(lamp)
  return shapeAt(shape, x, y, size, shapeInk(tone as Tone))
}
