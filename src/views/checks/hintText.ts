/** A hint in words, its values in the target's unit. */
import type { Row } from '../../domain/board'
import type { Hint } from '../../domain/hints'
import type { PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import type { ChecksWords } from '../../components/checks/checksWords'
import { numberText, percentText, stageText, unitText, valueText } from '../../wording/figureText'
import type { Messages } from '../../components/messages'

export function hintTextOf(hint: Hint, index: PlanIndex, { target, total, cells }: Row, messages: Messages, words: ChecksWords): string {
  const { value, was, since, areas, share } = hint.facts
  const unit = unitText(target)
  // A single site stands at a stage, which says more than its number.
  const stage = hint.rule === 'still' ? stageText(target, cells.find(cell => cell.area === hint.area) ?? total) : null
  const withUnit = (one: number | null): string => `${valueText(target, one)}${one === null || unit === '' ? '' : messages.language === 'en' || /^[a-zA-Z]/.test(unit) ? ` ${unit}` : unit}`
  return words.hint(hint, {
    value: stage ?? withUnit(value), was: withUnit(was), times: share === null ? '' : numberText(Math.round(share * 10) / 10), percent: share === null ? '' : percentText(share),
    areas: areas.map(code => shortNameOf(index.areas.get(code)!.area)), month: since === null ? '' : messages.date.month(`${since}-01`),
  })
}
