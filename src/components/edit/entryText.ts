/** A cell's present value as text to edit, and as the payload that says "no change". */
import type { Figure, Row } from '../../domain/board'
import type { ReportPayload } from '../../domain/decide'
import { qualitativeStages } from '../../domain/stages'
import { numberText } from '../../wording/figureText'

export type EditorKind = 'text' | 'stage' | 'milestone' | 'items'

/** Which editor a target asks for. Sites already listed are edited as a list, or their names would be lost. */
export function editorOf(row: Row, figure: Figure, isByTyping: boolean): EditorKind {
  const { target } = row
  if (target.measure === 'milestone') return 'milestone'
  if (target.measure === 'qualitative') return 'stage'
  if (target.ladder !== undefined && (!isByTyping || (figure.detail?.items?.length ?? 0) > 0)) return 'items'
  return 'text'
}

export function entryTextOf(row: Row, figure: Figure): string {
  const { target } = row
  const { detail, value } = figure
  if (target.measure === 'rate') return detail === null || detail.numerator === null ? '' : `${numberText(detail.numerator)}/${numberText(detail.denominator ?? 0)}`
  if (target.measure === 'qualitative') return qualitativeStages(target).find(stage => stage.id === detail?.stage)?.name ?? ''
  return value === null || target.measure === 'milestone' ? '' : numberText(value)
}

/** The same report again, for a day on which nothing changed; null where nothing was reported. */
export function unchangedPayload(figure: Figure): ReportPayload | null {
  const { detail } = figure
  if (detail === null) return null
  if (detail.items !== null) return { items: detail.items.map(item => ({ ...item })) }
  if (detail.stages !== null) return { stages: { ...detail.stages } }
  if (detail.stage !== null) return { stage: detail.stage }
  if (detail.numerator !== null && detail.denominator !== null) return { numerator: detail.numerator, denominator: detail.denominator }
  return figure.value === null ? null : { value: figure.value }
}
