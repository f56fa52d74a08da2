/** From slips to the lines of the list, and what a slip waits for in words. Pure. */
import { daysBetween } from '../../domain/days'
import type { Slip } from '../../domain/slip'
import { isOpen } from '../../domain/slip'
import type { SlipLine, SlipLineGroup } from '../../components/slips/slipLine'
import type { SlipWords } from '../../components/slips/slipWords'
import type { ListOrder, SlipGroup, Turn } from './slipTurns'
import type { Slips } from './useSlips'

/** What happened last, or what is asked for, in a few words. */
export function waitingText(slip: Slip, day: string, words: SlipWords, dayText: (day: string) => string): string {
  const { waiting } = words
  if (slip.pending !== null) return waiting.extension
  switch (slip.state) {
    case 'issued': return waiting.issued(daysBetween(slip.issued, day))
    case 'received': return slip.reopened > 0 && slip.past.at(-1)?.step === 'reopen' ? waiting.reopened(dayText(slip.past.at(-1)!.at)) : waiting.received(dayText(slip.receivedOn ?? slip.issued))
    case 'answered': return slip.past.at(-1)?.step === 'reply' ? waiting.reply(slip.replies.filter(reply => reply.returned === null).length) : waiting.answered(dayText(slip.replies.at(-1)?.at ?? slip.issued))
    case 'applied': return waiting.apply
    case 'verified': return waiting.verified
    case 'signed': return waiting.signed
    default: return words.state[slip.state]
  }
}

export function linesOf(groups: readonly SlipGroup[], order: ListOrder, from: Pick<Slips, 'index' | 'day' | 'words' | 'nameOf' | 'levelOf' | 'figureOf' | 'messages'>): SlipLineGroup[] {
  const words = from.words.value
  const dayText = from.messages.value.date.day
  const lineOf = (slip: Slip): SlipLine => ({
    slip, level: from.levelOf(slip), unit: from.nameOf(slip.order.lead), target: slip.order.target ?? '', lamp: from.figureOf(slip.order.target, slip.order.area)?.figure.lamp ?? null,
    waiting: waitingText(slip, from.day.value, words, dayText), date: isOpen(slip) ? dayText(slip.due) : '',
  })
  return groups.map(({ key, slips }) => {
    const target = from.index.value.targets.get(key)?.target
    const title = order === 'turn' ? words.turn[key as Turn] : order === 'unit' ? from.nameOf(key) : target === undefined ? (key === '' ? words.free : key) : `${target.id} ${target.short ?? target.name}`
    return { key: order === 'turn' ? key : key === '' ? 'free' : key, title, why: order === 'turn' ? words.turnWhy[key as Turn] : '', lines: slips.map(lineOf) }
  })
}
