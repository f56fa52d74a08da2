/** Words, units and formats that the sheets of the workbook share. */
import { signs } from '../charts/lampInk'
import type { Figure, Lamp, Row } from '../domain/board'
import type { LampRules } from '../domain/lampRules'
import type { Target } from '../domain/plan'
import { unitText } from '../wording/figureText'
import { groupLooks, lookOf } from '../wording/lampLook'
import type { LampGroup } from '../wording/lampLook'
import { lampNameOf } from '../wording/ruleWords'
import type { BookCell, BookLook, BookValue } from './bookModel'
import { isNear, shareFormat, tidyNumber } from './bookModel'
import type { PaperFacts } from './paperFacts'
import { zhFullDay } from './paperCaption'

export const signOf = (lamp: Lamp | null): string => (lamp === null ? '' : signs[lookOf(lamp).shape])
/** ■ 严重滞后; '' without a lamp. */
export const lampText = (rules: LampRules, lamp: Lamp | null): string => (lamp === null ? '' : `${signOf(lamp)} ${lampNameOf(rules, lamp)}`)
/** The signs that a group's lamps have: 完成 has two. */
export const groupSigns = (group: LampGroup): readonly string[] => (group === 'done' ? [signs.check, signs.hollow] : [signs[groupLooks[group].shape]])

const isPermille = (target: Target): boolean => target.measure === 'rate' && target.unit.includes('‰')
const isShare = (target: Target): boolean => target.measure === 'rate' || target.measure === 'milestone' || target.measure === 'qualitative'

/** The unit that stands beside a row's figures. */
export const bookUnit = (target: Target): string => (target.measure === 'milestone' || target.measure === 'qualitative' ? '%' : unitText(target))

const wholeFormat = (share: number | null): string => (share !== null && Math.abs(share * 100 - Math.round(share * 100)) < 1e-9 ? '0%' : shareFormat(share))

/** A value or goal in the row's unit. Shares are held as fractions and shown as per cent; per mille as its number. */
export function amountCell(target: Target, value: number | null, look?: BookLook): BookValue {
  const number = value === null ? null : tidyNumber(isPermille(target) ? value * 1000 : value)
  const format = isShare(target) && !isPermille(target) ? wholeFormat(number) : undefined
  if (format === undefined && look === undefined) return number
  return { value: number, ...(look !== undefined && { look }), ...(format !== undefined && { format }) }
}

export const shareCell = (share: number | null, look?: BookLook): BookCell => ({ value: share === null ? null : tidyNumber(share), format: shareFormat(share), ...(look !== undefined && { look }) })

/** A difference of shares in points: -40.0. */
export const pointsFormat = '+0.0%;-0.0%;0.0%'

/** Is 完成率 simply 实际 ÷ 任务: not of ceilings, thresholds, baselines, and not of totals that count places. */
function isQuotient(target: Target, { area, value, goal, completion }: Figure): boolean {
  if (value === null || goal === null || completion === null || goal === 0 || target.goal.op === '<=') return false
  const isPooled = area === null && target.scope === 'area'
  if (target.measure === 'standard' || (isPooled && !isAdditive(target) && target.measure !== 'rate')) return false
  if (target.measure === 'stock' && area === null && target.baseline !== undefined) return false
  return isNear(value / goal, completion)
}

/** 完成率: a quotient of two cells where it is one, else its number. */
export function completionCell(target: Target, figure: Figure, valueAt: string, goalAt: string, look?: BookLook): BookCell {
  const cell = shareCell(figure.completion, look)
  return isQuotient(target, figure) ? { ...cell, formula: `${valueAt}/${goalAt}` } : cell
}

const isAdditive = ({ measure }: Target): boolean => measure === 'count' || measure === 'amount' || measure === 'stock'

/** Is the row's total the plain sum of what stands in its cells. */
export function isPlainSum(row: Row): boolean {
  const { total, cells, target } = row
  return isAdditive(target) && total.value !== null && cells.some(cell => cell.value !== null) && isNear(cells.reduce((sum, cell) => sum + (cell.value ?? 0), 0), total.value)
}

/** Why a total is no sum of the cells beside it; '' where it is one, or where there are none. */
export function totalNote(row: Row): string {
  const { target, total, cells } = row
  if (cells.length === 0 || total.value === null || isPlainSum(row)) return ''
  switch (target.measure) {
    case 'rate': return '合计＝各地分子之和÷分母之和，不是各地平均'
    case 'standard': case 'frequency': case 'milestone': case 'qualitative': return `合计的实际为${target.goal.op === '<=' ? '最高' : '最低'}的一地，完成率＝达标的地方÷有任务的地方`
    default: return '合计按口径计算（免考、暂缓、调整或重报的不计），不是各格之和'
  }
}

const isShareOfPlaces = ({ target }: Row): boolean => target.scope === 'area' && !isAdditive(target) && target.measure !== 'rate'

/** What of a row's completion is no quotient. */
export function completionNote(row: Row): string {
  const { target, total } = row
  if (target.baseline !== undefined && target.measure === 'stock') return `完成率从基数 ${tidyNumber(target.baseline.value)} 起算`
  if (total.completion === null || isShareOfPlaces(row)) return ''
  if (target.goal.op === '<=') return '不超过为完成，完成率只有 0 和 100%'
  return target.measure === 'standard' ? '达到为完成，完成率不按比例' : ''
}

export const notesOf = (...notes: readonly string[]): string => [...new Set(notes.filter(note => note !== ''))].join('；')

/** The two lines at the top of every sheet: what it is, and which version. */
export function topLines(facts: PaperFacts, name: string): readonly [readonly BookValue[], readonly BookValue[]] {
  const { caption } = facts
  const mark = caption.demo === '' ? '' : `【${caption.demo}】`
  return [
    [{ value: `${mark}${facts.issuer} ${facts.title} · ${name}`, look: 'title' }],
    [{ value: `${caption.asOf}（${caption.knownAt}）　${caption.scope}　${caption.review}　${facts.view.snapshot.seal.name}　校验码 ${caption.code}`, look: 'caption' }],
  ]
}

export const issuedText = (facts: PaperFacts): string => `${facts.issuer}　${facts.documentNumber}　${zhFullDay(facts.issued)}`
