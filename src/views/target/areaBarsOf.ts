/** The bars of all areas of a target, by what they are compared: gap, share of the whole, or value. */
import { areaBars } from '../../charts/areaBars'
import type { AreaBar, BarShape } from '../../charts/areaBars'
import type { Chart, ChartPalette } from '../../charts/chart'
import type { Lamp } from '../../domain/board'
import type { Target } from '../../domain/plan'
import { inFractions, isCeiling } from '../../domain/tally'
import { numberText, percentText, shortfallOf, stageText, valueText } from '../../wording/figureText'
import { reachedStages } from '../../wording/cellFace'
import type { Shape } from '../../wording/lampLook'
import { lookOf } from '../../wording/lampLook'
import type { Messages } from '../../components/messages'
import { amountText, isCountedFigure, pointsText } from '../../components/target/targetText'
import type { TargetWords } from '../../components/target/targetWords'
import type { AreaFigure, TargetPage } from './targetPage'

export const barModes = ['gap', 'share', 'value'] as const
export type BarMode = typeof barModes[number]

const isDrawn = (shape: Shape): shape is BarShape => shape !== 'cross' && shape !== 'question' && shape !== 'dashed'
const shapeOf = (shape: Shape): BarShape => (isDrawn(shape) ? shape : 'dot')
const isLateLamp = (lamp: Lamp | null): boolean => lamp === 'behind' || lamp === 'overdue' || lamp === 'slightly_behind'
const percent = (share: number): string => `${numberText(Math.round(share * 1000) / 10)}%`
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2000 ? 13 : 7.6), 0)

/** What a target can be compared by: only sums have shares, and stages have no amounts. */
export function modesOf(target: Target): BarMode[] {
  const isStaged = target.measure === 'milestone' || target.measure === 'qualitative'
  const isSum = target.measure === 'count' || target.measure === 'amount' || target.measure === 'stock'
  return ['gap', ...(isSum && !isCeiling(target) ? ['share' as const] : []), ...(isStaged ? [] : ['value' as const])]
}

export interface AreaBarsSources {
  page: TargetPage
  mode: BarMode
  name: string
  asOf: string
  source: string
  mark: string | null
  width: number
  palette: ChartPalette
  messages: Messages
  words: TargetWords
}

/** What stands at the end of an area's line: its stage, how much is missing, or that nothing is. */
function noteOf(target: Target, { figure }: AreaFigure, messages: Messages, words: TargetWords): string {
  const { lamp, gap } = figure
  if (lamp === null || lamp === 'exempt' || lamp === 'paused' || lamp === 'no_data' || lamp === 'done' || lamp === 'caught_up_late' || lamp === 'not_due') return lamp !== null ? messages.lamp[lamp] : figure.goal === null ? messages.cell.open : ''
  const stage = stageText(target, figure)
  if (stage !== null) return stage
  const short = isLateLamp(lamp) || lamp === 'near_due' ? shortfallOf(target, figure) : null
  if (short !== null && isCountedFigure(target, figure)) return words.bars.short(numberText(short))
  return isLateLamp(lamp) && gap !== null && gap < 0 ? words.bars.points(pointsText(gap)) : lamp === 'ahead' || lamp === 'on_pace' ? words.bars.onPace : messages.lamp[lamp]
}

/** Value and goal as they stand before a bar: "1" and "/2". */
function fractionOf(target: Target, { figure }: AreaFigure): { value: string, goal: string } {
  if (figure.value === null) return { value: '', goal: figure.goal === null || target.measure === 'qualitative' || target.measure === 'milestone' ? '—' : `—/${valueText(target, figure.goal)}` }
  if (target.measure === 'milestone') return { value: String(reachedStages(target, figure)), goal: '' }
  if (target.measure === 'qualitative') return { value: `${percentText(figure.value)}%`, goal: '' }
  return { value: valueText(target, figure.value), goal: figure.goal === null ? '' : `/${valueText(target, figure.goal)}` }
}

export function areaBarsOf({ page, mode, name, asOf, source, mark, width, palette, messages, words }: AreaBarsSources): Chart & { count: number, columns: 1 | 2 } {
  const { target, areas } = page
  const ceiling = isCeiling(target)
  const inUnits = (value: number): number => Number(valueText(target, value)) || 0
  const order = mode === 'gap' ? areas : [...areas].sort((one, other) => (mode === 'share' ? (other.share ?? -1) - (one.share ?? -1) : (other.figure.value ?? -1) - (one.figure.value ?? -1)))
  const bars = order.map((area): AreaBar => {
    const { figure } = area
    const look = figure.lamp === null ? null : lookOf(figure.lamp)
    const fill = mode === 'share' ? area.share : mode === 'value' ? (figure.value === null ? null : inUnits(figure.value)) : ceiling ? (figure.value === null || figure.goal === null || figure.goal === 0 ? null : figure.value / figure.goal) : figure.progress
    const tick = mode === 'share' ? area.goalShare : mode === 'value' ? (figure.goal === null ? null : inUnits(figure.goal)) : ceiling ? (figure.goal === null ? null : 1) : figure.goal === null ? null : area.should
    return {
      code: figure.area!, name: area.name, shape: look === null ? null : shapeOf(look.shape), shapeTone: look === null || look.tone === 'err' ? 'none' : look.tone,
      tone: figure.lamp === 'behind' || figure.lamp === 'overdue' ? 'sev' : figure.lamp === 'slightly_behind' ? 'lag' : 'plain',
      ...fractionOf(target, area), bar: figure.value === null ? null : fill, mark: tick,
      note: mode === 'share' && area.share !== null ? words.bars.share(percent(area.share)) : noteOf(target, area, messages, words),
    }
  })
  const byCode = new Map(areas.map(area => [area.figure.area!, area]))
  const columns = width >= 760 && bars.length > 7 ? 2 : 1
  const late = areas.filter(({ figure }) => isLateLamp(figure.lamp))
  const silent = areas.filter(({ figure }) => figure.lamp === 'no_data').length
  const first = order[0]
  const { finding } = words.bars
  const title = first === undefined ? finding.none : mode === 'share' && first.share !== null ? finding.most(first.name, percent(first.share)) : mode === 'value' && first.figure.value !== null ? finding.most(first.name, amountText(target, first.figure.value))
    : areas.every(({ figure }) => figure.lamp === null) ? finding.unlit : late.length === 0 && silent > 0 ? finding.silent(silent, areas.length) : late.length === 0 ? finding.fine(areas.length) : finding.late(late.length, areas.length, late[0]!.name)
  const longest = Math.max(0, ...bars.map(bar => Math.max(bar.bar ?? 0, bar.mark ?? 0)))
  const lampOf = (area: AreaFigure): string => (area.figure.lamp === null ? words.why.noLamp : messages.lamp[area.figure.lamp])
  const shareText = (share: number | null): string => (share === null ? '—' : percent(share))
  const chart = areaBars({
    bars, columns, width, max: mode === 'gap' && !ceiling ? 1 : longest > 0 ? longest : inFractions(target, 1),
    nameWidth: Math.min(120, 10 + Math.max(26, ...bars.map(bar => widthOf(bar.name)))), valueWidth: 12 + Math.max(24, ...bars.map(bar => widthOf(bar.value) + widthOf(bar.goal))), noteWidth: 14 + Math.max(24, ...bars.map(bar => widthOf(bar.note))),
  }, palette, {
    caption: { title, unit: mode === 'gap' ? words.bars.unit.gap : mode === 'share' ? words.bars.unit.share : target.unit, asOf, source, mark },
    label: words.bars.label(name, title),
    tip: bar => { const area = byCode.get(bar.code)!; return [bar.name, lampOf(area), amountText(target, area.figure.value), area.should === null ? '' : words.bars.should(percent(area.should)), bar.note].filter((text, i, all) => text !== '' && all.indexOf(text) === i).join('\n') },
    head: [words.bars.head.area, words.bars.head.lamp, words.bars.head.value, words.bars.head.goal, words.bars.head.progress, words.bars.head.should, words.bars.head.gap, words.bars.head.share],
    row: bar => {
      const area = byCode.get(bar.code)!
      const { figure } = area
      return [bar.name, lampOf(area), amountText(target, figure.value), figure.goal === null ? '—' : amountText(target, figure.goal), shareText(figure.progress), shareText(area.should), figure.gap === null ? '—' : `${figure.gap < 0 ? '−' : '+'}${pointsText(figure.gap)}`, shareText(area.share)]
    },
  })
  return { ...chart, count: bars.length, columns }
}
