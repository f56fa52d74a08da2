/** Words of slips that are recorded or printed, so in the language of papers: what is asked for, why it was proposed. Own short words. */
import type { Proposal } from '../domain/slipProposals'
import type { SlipCommand, SlipStepKind } from '../domain/slipEvents'
import { orderWith } from '../domain/slipProposals'
import { zhDay, zhRule, zhToGreen } from './zhWhy'

export const zhSlipSteps: Readonly<Record<'issue' | SlipStepKind, string>> = {
  issue: '交办', receive: '签收', reply: '反馈', return_reply: '反馈退回', remind: '催办', ask_extension: '申请延期', settle_extension: '答复延期', escalate: '升级', interview: '约谈',
  apply: '申请销号', verify: '核验', sign: '签字', close: '销号', publish: '公示', send_back: '退回', reopen: '重开', withdraw: '撤销',
}

const zhWhen = { unreceived: '发出后没有签收', unanswered: '签收后没有反馈', overdue: '过了时限没有办结' } as const

/** 内坑镇 is left out: the reader sees whose it is. What is to be done by when, as the order's 办理要求. */
export function zhRequest(proposal: Proposal): string {
  const { why, due } = proposal
  const by = zhDay(due)
  if (why.of !== 'figure') return ''
  const { explanation, target, figure } = why
  switch (figure.lamp) {
    case 'no_data': return `${by}前填报进度；没有进度的，写明原因和打算。`
    case 'near_due': return `${zhDay(explanation.due)}前办成；${by}前反馈还差什么、怎么赶。`
    default: {
      const step = explanation.toGreen
      if (step === null || step.kind === 'report') return `写明赶上进度的办法，${by}前反馈。`
      const words = step.kind === 'amount' && target.measure === 'rate' ? `${zhDay(step.by)}前分子再增加 ${Math.ceil(step.amount)}` : zhToGreen(explanation, target)
      return step.by === due ? `${words}，并反馈办理情况。` : `${words}；${by}前反馈办理情况。`
    }
  }
}

/** Why it is proposed, in one line. */
export function zhProposed(proposal: Proposal): string {
  const { why, rules } = proposal
  const wordOf = (level: string): string => rules.levels.find(one => one.id === level)?.word ?? level
  switch (why.of) {
    case 'figure': return `${zhRule(why.explanation)}${why.run.days > 0 ? `，已 ${why.run.days} 天` : ''}`
    case 'slip': return `${why.number} 号${wordOf(why.from)}${zhWhen[why.when]}，满 ${why.days} 天`
    case 'streak': return `连续 ${why.numbers.length} 张单没有按时办结：${why.numbers.join('、')}`
  }
}

/** The command that follows a proposal as it stands; `number` and `id` only count where a slip is issued. Nothing records it by itself. */
export function commandOfProposal(proposal: Proposal, number: string, id: string, at: string): SlipCommand {
  const { kind, level, rule, target, area, title, lead, assist, basis, due } = proposal
  if (kind === 'escalate') return { kind: 'slip_step', slip: proposal.slip!, step: 'escalate', level, rule: rule.id, reason: zhProposed(proposal), at }
  if (kind === 'interview') return { kind: 'slip_step', slip: proposal.slip!, step: 'interview', text: zhProposed(proposal), at }
  return {
    kind: 'slip', at, ...orderWith({ slips: proposal.rules }, {
      id, number, title, level, basis, request: zhRequest(proposal), lead, assist, due, rule: rule.id, ...(target !== null && { target }), ...(area !== null && { area }),
    }),
  }
}
