/** Cells in the views 差额 and 会后变化: the same lamp as ever, with what is missing or what changed instead of the value. */
import type { Figure, Row } from '../../domain/board'
import { changeOf, severityOf } from '../../domain/changes'
import { lookOf } from '../../wording/lampLook'
import type { LampLook } from '../../wording/lampLook'
import type { CellFace } from '../../wording/cellFace'
import { faceOf } from '../../wording/cellFace'
import type { CellForm } from '../../wording/cellFace'
import { compactText, shortfallOf, stageText, valueText } from '../../wording/figureText'

/**
 * Missing to the pace, or to the goal once it is overdue, with a minus sign; points of percentage where the target has no unit to count.
 * Null where the lamp is not of the late ones: what stands within the tolerance is not called missing. Narrow cells round up to whole units.
 */
export function missingText(row: Row, figure: Figure, form: CellForm): { main: string, sub: string } | null {
  if (severityOf(figure.lamp) < severityOf('slightly_behind')) return null
  const amount = shortfallOf(row.target, figure)
  if (amount !== null) return { main: `−${compactText(form === 'narrow' ? Math.ceil(amount) : amount)}`, sub: '' }
  const isOverdue = figure.lamp === 'overdue' && figure.progress !== null
  const gap = isOverdue ? figure.progress! - 1 : figure.gap
  if (gap === null || gap > -0.005 || row.target.goal.op === '<=') return null
  return { main: `−${Math.round(-gap * 100)}`, sub: '%' }
}

/** 差额: only what is behind its pace has a number; the rest keeps its lamp. */
export function gapFaceOf(row: Row, figure: Figure, form: CellForm, width: number): CellFace {
  const face = faceOf(row, figure, form, width)
  if (figure.lamp === null || figure.value === null) return face
  const missing = missingText(row, figure, form)
  return { ...face, main: missing?.main ?? '', sub: missing === null || form === 'narrow' ? '' : missing.sub, isWord: false, shortfall: null }
}

/** How the value moved: "+3", "−1.5", "+12%"; '' where it did not. */
export function movedText(row: Row, before: Figure, after: Figure, isWhole = false): string {
  if (before.value === null || after.value === null || before.value === after.value) return ''
  const { target } = row
  const isShare = target.measure === 'rate' || target.measure === 'milestone' || target.measure === 'qualitative'
  const step = (after.value - before.value) * (isShare ? 100 : 1)
  if (Math.abs(step) < 0.005) return ''
  return `${step > 0 ? '+' : '−'}${isShare ? Math.round(Math.abs(step)) : compactText(isWhole && Math.abs(step) >= 1 ? Math.round(Math.abs(step)) : Math.abs(step))}`
}

export interface ChangeFace extends CellFace {
  /** The lamp at the last meeting, where it was another one. */
  from: LampLook | null
}

/** 会后变化: the lamp before and after, or how far the value moved; what stands still is left blank but for its lamp. */
export function changeFaceOf(row: Row, before: Figure | undefined, figure: Figure, form: CellForm, width: number): ChangeFace {
  const face = faceOf(row, figure, form, width)
  const change = changeOf(before, figure)
  const still: ChangeFace = { ...face, from: null, main: '', sub: '', isWord: false, shortfall: null, fill: null, pace: null }
  if (figure.lamp === null) return { ...face, from: null }
  if (change === null || before === undefined) return { ...still, tone: 'still' }
  const from = before.lamp !== null && lookOf(before.lamp).shape !== lookOf(figure.lamp).shape ? lookOf(before.lamp) : null
  const value = form === 'narrow' ? '' : stageText(row.target, figure) ?? valueText(row.target, figure.value)
  const moved = movedText(row, before, figure, form === 'narrow')
  if (from !== null) return { ...still, from, main: form === 'narrow' ? '' : value, sub: form === 'narrow' ? '' : moved }
  return { ...still, main: moved === '' ? value : moved, tone: moved === '' && value === '' ? 'still' : face.tone }
}

