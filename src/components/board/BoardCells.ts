/**
 * The cells of one row as plain nodes: shape, number, and by width what is missing, the lamp's word and a base bar; in 会后变化 the lamp
 * before stands first. One component a row and none a cell, since a board holds hundreds of cells.
 */
import { h } from 'vue'
import type { FunctionalComponent, VNode } from 'vue'
import type { Figure } from '../../domain/board'
import { lookOf } from '../../wording/lampLook'
import { shapeNode } from '../lamp/LampShape'
import type { Messages } from '../messages'
import type { CellForm } from '../../wording/cellFace'
import type { CellMark } from './cellMark'
import { numberText } from '../../wording/figureText'
import type { ChangeFace } from './viewFace'

export interface DrawnCell {
  /** Place among the columns. */
  i: number
  code: string
  figure: Figure
  face: ChangeFace
  label: string
  opens: boolean
  isAt: boolean
  isFaded: boolean
  isTurned: boolean
  mark: CellMark | undefined
  /** The share given out, while sharing out. */
  task: string | null
}

const percent = (share: number): string => `${Math.max(0, Math.min(1, share)) * 100}%`
const bar = (name: string, share: number): VNode => h(name === '--fill' ? 'i' : 'u', { style: { [name]: percent(share) } })

/** In narrow cells number and denominator stand in the line; wider ones lay out several parts. */
function figureNodes({ main, sub }: ChangeFace, form: CellForm): VNode[] {
  if (main === '' && sub === '') return []
  const parts = sub === '' ? [h('b', main)] : [h('b', main), h('s', sub)]
  return form === 'narrow' ? parts : [h('span', { class: 'q' }, parts)]
}

/** What a cell holds: classes, and its nodes. Narrow cells are one box, the cell itself; what has several parts is laid out in a box of its own. */
interface CellBox { classes: string, nodes: VNode[], isApart: boolean }

function figureBox({ face, figure }: DrawnCell, form: CellForm, messages: Messages): CellBox {
  const { tone, shape, from } = face
  const isTurned = from !== null && shape !== null && figure.lamp !== null
  const nodes = isTurned ? [shapeNode(from.shape, from.tone, ' was'), h('span', { class: 'arrow', 'aria-hidden': 'true' }), shapeNode(shape, lookOf(figure.lamp!).tone)] : []
  nodes.push(...figureNodes(face, form))
  if (form === 'wide') {
    if (face.shortfall !== null) nodes.push(h('span', { class: 'short' }, messages.cell.short(numberText(face.shortfall))))
    if (figure.lamp !== null && !isTurned && tone !== 'ok' && tone !== 'done' && tone !== 'still') nodes.push(h('em', messages.lamp[figure.lamp]))
    if (face.fill !== null && tone !== 'done') nodes.push(h('span', { class: 'base' }, face.pace === null ? [bar('--fill', face.fill)] : [bar('--fill', face.fill), bar('--pace', face.pace)]))
  }
  const classes = `x ${tone} ${form}${face.isWord ? ' word' : ''}${figure.stale ? ' stale' : ''}${isTurned ? ' turned' : shape === null ? '' : ` m m-${shape}`}`
  return { classes, nodes, isApart: form !== 'narrow' || isTurned }
}

/** A cell touched while editing shows what was typed. */
function markedBox({ mark, face }: DrawnCell, isSharing: boolean): CellBox {
  const { kind, text } = mark!
  const shape = kind === 'bad' ? 'cross' as const : kind === 'doubt' ? 'question' as const : face.shape ?? 'point' as const
  return { classes: `x mark-${kind}${isSharing ? ' task' : ''}`, nodes: [...(isSharing && kind !== 'bad' ? [] : [shapeNode(shape)]), h('b', text ?? face.main)], isApart: false }
}

function boxOf(cell: DrawnCell, form: CellForm, messages: Messages): CellBox | null {
  if (cell.mark !== undefined) return markedBox(cell, cell.task !== null)
  if (cell.task !== null) return { classes: 'x task', nodes: [h('b', cell.task)], isApart: false }
  if (cell.face.tone === 'open') return { classes: 'x open', nodes: [], isApart: false }
  return cell.face.tone === 'blank' ? null : figureBox(cell, form, messages)
}

export const BoardCells: FunctionalComponent<{ cells: readonly DrawnCell[], form: CellForm, messages: Messages, isLocked: boolean }> = ({ cells, form, messages, isLocked }) =>
  cells.map(cell => {
    const box = boxOf(cell, form, messages)
    const own = box === null || box.isApart ? '' : ` ${box.classes}`
    return h('td', {
      'key': cell.code, 'role': 'gridcell', 'class': `cell${own}${cell.opens ? ' opens' : ''}${cell.isAt ? ' at' : ''}${cell.isFaded ? ' faded' : ''}${cell.isTurned ? ' notched' : ''}`,
      'tabindex': cell.isAt ? 0 : -1, 'data-c': cell.i, 'aria-colindex': cell.i + 6, ...(box?.isApart === true ? {} : { 'aria-label': cell.label }), ...(isLocked && { 'aria-disabled': true }),
    }, box === null ? [] : box.isApart ? [h('span', { class: 'seen-by-readers' }, cell.label), h('div', { 'class': box.classes, 'aria-hidden': 'true' }, box.nodes)] : box.nodes)
  })
BoardCells.props = ['cells', 'form', 'messages', 'isLocked']
