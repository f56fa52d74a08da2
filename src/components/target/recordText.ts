/** A line of the record as text: what stood before, what stands now, which of the two is struck through. */
import type { Target } from '../../domain/plan'
import type { Recorded, RecordLine } from '../../domain/targetRecord'
import { amountText } from './targetText'
import type { TargetWords } from './targetWords'

export interface RecordText {
  before: string | null
  isBeforeStruck: boolean
  after: string | null
  isAfterStruck: boolean
  more: readonly string[]
}

function textOf(target: Target, one: Recorded | null, words: TargetWords['record']): string | null {
  if (one === null) return null
  switch (one.kind) {
    case 'value': return one.stage ?? amountText(target, one.value)
    case 'mark': return words.mark[one.state]
    case 'share': return one.share === null || (one.areas !== null && one.areas === 0) ? words.noShare : one.areas === null ? amountText(target, one.share) : words.shares(amountText(target, one.share), one.areas)
    default: {
      const { goal, due } = one
      return [goal === null ? '' : words.goal(goal.value === null ? '—' : `${goal.op === '<=' ? '≤ ' : ''}${goal.value} ${target.unit}`), due === null ? '' : words.due(due), one.hasSchedule ? words.schedule : ''].filter(part => part !== '').join(' ')
    }
  }
}

/** Shares of rates and the like are in the target's unit, not in fractions: they are told as they were given. */
const inUnit = (target: Target, one: Recorded | null): Recorded | null =>
  (one?.kind === 'share' && one.share !== null && target.measure === 'rate' ? { ...one, share: one.share / (target.unit.includes('‰') ? 1000 : 100) } : one)

export function recordTextOf(target: Target, line: RecordLine, words: TargetWords['record']): RecordText {
  const before = textOf(target, inUnit(target, line.before), words)
  const after = textOf(target, inUnit(target, line.after), words)
  const isSame = before === after && !line.isBeforeStruck && line.kind !== 'amend'
  const head = line.kind === 'review' && line.verdict !== null ? words.verdict[line.verdict] : line.kind === 'retract' ? words.takenBack(words.kind[line.named ?? 'report']) : null
  const change = { before: isSame ? null : before, isBeforeStruck: line.isBeforeStruck, after, isAfterStruck: line.state !== 'in_force' }
  return { ...change, more: [...(head === null ? [] : [head]), ...line.moved.map(one => words.moved(one.name, one.from, one.to))] }
}
