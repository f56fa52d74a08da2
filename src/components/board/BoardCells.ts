/**
 * The cells of one row as plain nodes: shape, number, and by width what is missing, the lamp's word and a base bar; in 会后变化 the lamp
 * before stands first. One component a row and none a cell, since a board holds hundreds of cells.
 */
import { h } from 'vue'
import type { FunctionalComponent, VNode } from 'vue'
import type { Figure } from '../../domain/board'
import { lookOf } from '../lamp/lampLook'
import { shapeNode } from '../lamp/LampShape'
import type { Messages } from '../messages'
import type { CellForm } from './boardLayout'
import type { CellMark } from './cellMark'
import { numberText } from './figureText'
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

function inside({ face, figure }: DrawnCell, form: CellForm, messages: Messages): VNode {
  const { tone, shape, main, sub, from } = face
  const nodes: VNode[] = []
  if (from !== null) nodes.push(shapeNode(from.shape, from.tone, ' was'), h('span', { class: 'arrow', 'aria-hidden': 'true' }))
  if (shape !== null) nodes.push(shapeNode(shape, tone === 'bare' || tone === 'still' || figure.lamp === null ? undefined : lookOf(figure.lamp).tone))
  if (main !== '' || sub !== '') nodes.push(h('span', { class: 'q' }, sub === '' ? [h('b', main)] : [h('b', main), h('s', sub)]))
  if (form === 'wide') {
    if (face.shortfall !== null) nodes.push(h('span', { class: 'short' }, messages.cell.short(numberText(face.shortfall))))
    if (figure.lamp !== null && from === null && tone !== 'ok' && tone !== 'done' && tone !== 'still') nodes.push(h('em', messages.lamp[figure.lamp]))
    if (face.fill !== null && tone !== 'done') nodes.push(h('span', { class: 'base' }, face.pace === null ? [bar('--fill', face.fill)] : [bar('--fill', face.fill), bar('--pace', face.pace)]))
  }
  const classes = `x ${tone} ${form}${face.isWord ? ' word' : ''}${figure.stale ? ' stale' : ''}${from !== null ? ' turned' : ''}`
  return h('div', { class: classes }, nodes)
}

/** A cell touched while editing shows what was typed. */
function marked({ mark, face }: DrawnCell, isSharing: boolean): VNode {
  const { kind, text } = mark!
  const shape = kind === 'bad' ? 'cross' as const : kind === 'doubt' ? 'question' as const : face.shape ?? 'point' as const
  return h('div', { class: `x mark-${kind}${isSharing ? ' task' : ''}` }, [...(isSharing && kind !== 'bad' ? [] : [shapeNode(shape)]), h('b', text ?? face.main)])
}

function contentOf(cell: DrawnCell, form: CellForm, messages: Messages): VNode | null {
  if (cell.mark !== undefined) return marked(cell, cell.task !== null)
  if (cell.task !== null) return h('div', { class: 'x task' }, [h('b', cell.task)])
  if (cell.face.tone === 'open') return h('div', { class: 'x open' })
  return cell.face.tone === 'blank' ? null : inside(cell, form, messages)
}

export const BoardCells: FunctionalComponent<{ cells: readonly DrawnCell[], form: CellForm, messages: Messages, isLocked: boolean }> = ({ cells, form, messages, isLocked }) =>
  cells.map(cell => {
    const content = contentOf(cell, form, messages)
    return h('td', {
      'key': cell.code, 'role': 'gridcell', 'class': `cell${cell.opens ? ' opens' : ''}${cell.isAt ? ' at' : ''}${cell.isFaded ? ' faded' : ''}${cell.isTurned ? ' notched' : ''}`,
      'tabindex': cell.isAt ? 0 : -1, 'data-c': cell.i, 'aria-colindex': cell.i + 6, 'aria-label': cell.label, ...(isLocked && { 'aria-disabled': true }),
    }, content === null ? [] : [content])
  })
BoardCells.props = ['cells', 'form', 'messages', 'isLocked']
