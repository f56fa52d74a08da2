/** Why a slip or a card is proposed, on screen. */
export interface ProposalWords {
  since: (days: number) => string, slipWaits: (number: string, mark: string, when: 'unreceived' | 'unanswered' | 'overdue', days: number) => string, streak: (numbers: readonly string[]) => string, due: (day: string) => string
  shown: (day: string) => string, card: Readonly<Record<'overdue_slips' | 'open_slips' | 'behind_cells' | 'missed_months', (n: number, of: readonly string[], all: number) => string>>
}

export const zhProposal: ProposalWords = {
  since: days => `，已 ${days} 天`, slipWaits: (number, mark, when, days) => `${number} 号${mark}单${{ unreceived: '没有签收', unanswered: '没有反馈', overdue: '过了限期' }[when]}，满 ${days} 天`, streak: numbers => `连续 ${numbers.length} 张没有按时办结：${numbers.join('、')}`, due: day => `限 ${day}`,
  shown: day => `${day}亮。`, card: {
    overdue_slips: (n, of, all) => `发过 ${all} 张单，逾期 ${n} 张：${of.join('、')}`, open_slips: (n, of) => `在办 ${n} 张：${of.join('、')}`,
    behind_cells: (n, of) => `严重滞后 ${n} 格：${of.join('、')}`, missed_months: (n, of) => `连续 ${n} 个月没有跟上：${of.join('、')}`,
  },
}
export const enProposal: ProposalWords = {
  since: days => `, for ${days} d`, slipWaits: (number, _mark, when, days) => `No. ${number} ${{ unreceived: 'not received', unanswered: 'not answered', overdue: 'past its date' }[when]} for ${days} d`, streak: numbers => `${numbers.length} slips in a row not done in time: ${numbers.join(', ')}`, due: day => `due ${day}`,
  shown: day => `Shown ${day}.`, card: {
    overdue_slips: (n, of, all) => `${n} of ${all} slips overdue: ${of.join(', ')}`, open_slips: (n, of) => `${n} open slips: ${of.join(', ')}`,
    behind_cells: (n, of) => `${n} cells far behind: ${of.join(', ')}`, missed_months: (n, of) => `${n} months running behind: ${of.join(', ')}`,
  },
}
