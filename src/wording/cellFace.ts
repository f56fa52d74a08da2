/** What a cell shows: shape, number, fraction or stage by the width there is. Its lamp comes from the figure, never from here. */
import type { Figure, Row } from '../domain/board'
import type { Target } from '../domain/plan'
import { fairPace, milestoneStages } from '../domain/pace'
import type { Shape, Tone } from './lampLook'
import { lookOf } from './lampLook'
import { compactText, numberText, percentText, shortfallOf, stageText, valueText } from './figureText'

/** How much room a cell has. */
export type CellForm = 'narrow' | 'middle' | 'wide'

export interface CellFace {
  /** `still`: nothing changed since the last meeting. */
  tone: Tone | 'bare' | 'open' | 'blank' | 'still'
  shape: Shape | null
  main: string
  /** Lighter and smaller: a denominator, or the goal of what is not reported yet. */
  sub: string
  /** The text is 汉字: less padding. */
  isWord: boolean
  /** Only wide cells: how much is missing, and a base bar. */
  shortfall: number | null
  fill: number | null
  pace: number | null
}

const blank: CellFace = { tone: 'blank', shape: null, main: '', sub: '', isWord: false, shortfall: null, fill: null, pace: null }

/** Room for text in a cell: its width less paddings, shape and gap. */
const roomOf = (form: CellForm, width: number): number => width - (form === 'narrow' ? 17 : form === 'middle' ? 34 : 150)

/** Pixels of a number at the sizes that cells use (12 or 13px, the part behind the slash smaller). */
const pixelsOf = (main: string, sub: string): number => main.length * 7.3 + sub.length * 6.6

/** The face of a figure in a cell of `width` pixels. `isRaw`: the value itself instead of a percentage, as while editing. */
export function faceOf(row: Row, figure: Figure, form: CellForm, width: number, isRaw = false): CellFace {
  const { target } = row
  const bare = (text: string): CellFace => ({ ...blank, tone: 'bare', main: text })
  if (figure.lamp === null) {
    if (figure.value !== null) return bare(form === 'narrow' ? shortValue(target, figure.value) : valueText(target, figure.value))
    return figure.asked ? { ...blank, tone: 'open' } : blank
  }
  const { shape, tone } = lookOf(figure.lamp)
  const text = textOf(target, figure, form, roomOf(form, width), isRaw)
  return {
    ...text, shape, tone: tone === 'err' ? 'none' : tone,
    shortfall: form === 'wide' ? shortfallOf(target, figure) : null,
    fill: form === 'wide' && figure.progress !== null ? figure.progress : null,
    pace: form === 'wide' ? tickOf(target, figure) : null,
  }
}

/** A bare value where there is no lamp: four characters at most. */
const shortValue = (target: Target, value: number): string => { const text = valueText(target, value); return text.length <= 4 || target.measure === 'rate' ? text : compactText(value) }

type Text = Pick<CellFace, 'main' | 'sub' | 'isWord'>

function textOf(target: Target, figure: Figure, form: CellForm, room: number, isRaw: boolean): Text {
  const plain = (main: string, sub = ''): Text => ({ main, sub, isWord: false })
  if (figure.value === null) return plain('', figure.lamp === 'exempt' || figure.lamp === 'paused' || figure.goal === null ? '' : goalOf(target, figure))
  const stage = figure.lamp === 'done' && target.measure !== 'qualitative' ? null : stageText(target, figure)
  if (stage !== null) {
    if (form !== 'narrow') return { main: stage, sub: '', isWord: true }
    if (stage === '未启动') return { main: '未启', sub: '', isWord: true }
    if (stage.length <= 2) return { main: stage, sub: '', isWord: true }
  }
  const { goal, completion } = figure
  switch (target.measure) {
    case 'qualitative': return plain(percentText(figure.value), '%')
    case 'milestone': return plain(String(reachedStages(target, figure)), `/${milestoneStages(target, '').length}`)
    case 'standard': return form === 'narrow' || goal === null ? plain(valueText(target, figure.value)) : plain(valueText(target, figure.value), `/${valueText(target, goal)}`)
    case 'rate': return goal === null || form !== 'narrow' ? plain(valueText(target, figure.value), target.unit) : plain(percentText(completion ?? 0))
    default:
  }
  if (goal === null || target.goal.op === '<=') return plain(numberText(figure.value))
  const fraction = plain(numberText(figure.value), `/${numberText(goal)}`)
  const isShort = pixelsOf(fraction.main, fraction.sub) <= room
  if (form !== 'narrow' && isShort) return fraction
  if (isRaw && goal >= 10) return plain(pixelsOf(fraction.main, '') <= room ? fraction.main : compactText(form === 'narrow' && figure.value >= 10 ? Math.round(figure.value) : figure.value))
  return goal < 10 && fraction.main.length + fraction.sub.length <= 3 ? fraction : plain(percentText(completion ?? 0), form === 'narrow' ? '' : '%')
}

function goalOf(target: Target, figure: Figure): string {
  if (target.measure === 'qualitative' || target.measure === 'milestone') return ''
  return valueText(target, figure.goal)
}

export function reachedStages(target: Target, figure: Figure): number {
  const stages = figure.detail?.stages
  if (stages === undefined || stages === null) return 0
  return milestoneStages(target, '').filter(stage => Object.hasOwn(stages, stage.id)).length
}

/** Total of a row: percent from 10 on, a fraction below, a single site's stage. */
export function totalText(row: Row): Text {
  const { target, total } = row
  if (total.value === null) return { main: '—', sub: '', isWord: false }
  const stage = total.lamp === 'done' ? null : stageText(target, total)
  if (stage !== null && stage.length <= 3) return { main: stage, sub: '', isWord: true }
  if (target.goal.op === '<=') return { main: valueText(target, total.value), sub: '', isWord: false }
  const goal = total.goal
  if (target.measure === 'standard' && total.completion !== null) return { main: percentText(total.completion), sub: '%', isWord: false }
  const isCount = target.measure === 'count' || target.measure === 'frequency'
  // Of sites the bar shows their stages and the number those that count: a percentage beside the bar would contradict it.
  if (isCount && goal !== null && (goal < 10 || (target.ladder !== undefined && goal < 100))) return { main: numberText(total.value), sub: `/${numberText(goal)}`, isWord: false }
  return total.completion === null ? { main: valueText(target, total.value), sub: '', isWord: false } : { main: percentText(total.completion), sub: '%', isWord: false }
}

/** Where the tick stands: the pace that the lamp compares with, so that bar and lamp never disagree. */
export function tickOf(target: Target, figure: Figure): number | null {
  if (figure.pace === null) return null
  if (figure.gap !== null && figure.progress !== null) return figure.progress - figure.gap
  return fairPace(target, figure.goal, figure.pace)
}
