/** The view-model of the field checks: hints as texts, with what was found the last time. */
import type { Row } from '../../domain/board'
import type { LedgerEvent } from '../../domain/event'
import { hintKey } from '../../domain/hints'
import type { Hint } from '../../domain/hints'
import type { PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import { unitText, valueText, stageText } from '../../wording/figureText'
import type { CheckItem } from '../../components/checks/checkItem'
import type { ChecksWords } from '../../components/checks/checksWords'
import type { Messages } from '../../components/messages'
import { hintTextOf } from './hintText'

export interface ChecksSources { index: PlanIndex, rows: ReadonlyMap<string, Row>, hints: readonly Hint[], checked: readonly LedgerEvent[], ownLevel: string, messages: Messages, words: ChecksWords }

export function checkItems({ index, rows, hints, checked, ownLevel, messages, words }: ChecksSources): CheckItem[] {
  const found = new Map(checked.map(event => [hintKey(event.data as unknown as Hint), event]))
  return hints.map((hint): CheckItem => {
    const row = rows.get(hint.target)!
    const { target, total, cells } = row
    const node = index.areas.get(hint.area)!
    const key = hintKey(hint)
    const last = found.get(key)
    const figure = cells.find(cell => cell.area === hint.area) ?? (node === index.root ? total : null)
    const unit = unitText(target)
    const value = figure === null ? valueText(target, hint.facts.value) : stageText(target, figure) ?? `${valueText(target, figure.value)}${/^[a-zA-Z]/.test(unit) ? ' ' : ''}${unit}`
    return {
      key, rule: hint.rule, target: hint.target, area: hint.area, areaName: node === index.root ? ownLevel : shortNameOf(node.area), targetName: target.name, value,
      text: hintTextOf(hint, index, row, messages, words), found: last === undefined ? null : words.checked(String(last.data.result), messages.date.day(last.at)), isFoundNow: last !== undefined && last.at >= hint.at,
    }
  })
}
