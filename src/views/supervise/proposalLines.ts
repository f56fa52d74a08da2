/** Proposals and cards as the right column says them. Papers keep the Chinese of `wording/slipWords`; the screen speaks its own language. Pure. */
import type { SlipLevel } from '../../domain/rulePack'
import type { Slip } from '../../domain/slip'
import type { Proposal } from '../../domain/slipProposals'
import type { CardProposal, ShownCard } from '../../domain/unitCards'
import type { CardRule } from '../../domain/rulePack'
import { zhProposed } from '../../wording/slipWords'
import type { CardLine, ProposalLine } from '../../components/slips/proposalLine'
import type { ProposalWords } from '../../components/slips/proposalWords'
import type { Slips } from './useSlips'

type From = Pick<Slips, 'messages' | 'nameOf' | 'figureOf'>

function whyOf(proposal: Proposal, words: ProposalWords, from: From): string {
  const { why, rules } = proposal
  const messages = from.messages.value
  if (messages.language !== 'en') return zhProposed(proposal)
  switch (why.of) {
    case 'figure': return `${messages.rule(why.explanation)}${why.run.days > 0 ? words.since(why.run.days) : ''}`
    case 'slip': return words.slipWaits(why.number, rules.levels.find(one => one.id === why.from)?.mark ?? why.from, why.when, why.days)
    case 'streak': return words.streak(why.numbers)
  }
}

export function proposalLines(proposals: readonly Proposal[], words: ProposalWords, from: From, hrefOf: (proposal: Proposal) => string): ProposalLine[] {
  return proposals.map(proposal => {
    const { levels } = proposal.rules
    const level = (id: string): SlipLevel => levels.find(one => one.id === id) ?? levels[0]!
    return {
      key: proposal.key, kind: proposal.kind, level: level(proposal.level), from: proposal.why.of === 'slip' ? level(proposal.why.from) : null, unit: from.nameOf(proposal.lead), title: proposal.title,
      lamp: from.figureOf(proposal.target, proposal.area)?.figure.lamp ?? null, why: whyOf(proposal, words, from), due: proposal.kind === 'issue' ? words.due(from.messages.value.date.day(proposal.due)) : '', href: hrefOf(proposal),
    }
  })
}

/** Shown cards first, then those proposed. */
export function cardLines(shown: ReadonlyMap<string, readonly ShownCard[]>, proposed: readonly CardProposal[], rules: readonly CardRule[], slips: readonly Slip[], words: ProposalWords, from: From): CardLine[] {
  const dayText = from.messages.value.date.day
  const known = [...shown.values()].flat().map((card): CardLine => {
    const rule = rules.find(one => one.id === card.card)
    return { key: `${card.unit} ${card.card}`, unit: from.nameOf(card.unit), word: rule?.word ?? card.card, ink: rule?.ink ?? 'amber', state: 'shown', why: `${words.shown(dayText(card.since))} ${card.reason}`, lift: rule?.lift ?? '' }
  })
  return [...known, ...proposed.map((one): CardLine => ({
    key: `${one.unit} ${one.rule.id}`, unit: from.nameOf(one.unit), word: one.rule.word, ink: one.rule.ink, state: 'proposed', lift: one.rule.lift,
    why: words.card[one.rule.when](one.count, one.of, slips.filter(slip => slip.order.lead === one.unit).length),
  }))]
}
