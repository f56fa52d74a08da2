/** 只算已审: the board shown against the same board without the reports that nobody has accepted. */
import { percentText } from '../../wording/figureText'
import type { WithoutUnreviewed } from '../../components/review/ReviewAside.vue'
import { isFullyReviewed, reviewLines, reviewedOnly } from '../../domain/reviewState'
import type { Standing } from '../../domain/board'
import { boardOf } from '../../domain/rollUp'
import { useWorkspace } from '../../stores/workspace'

const rateText = ({ onPace, active }: Standing): string => (active === 0 ? '—' : `${percentText(onPace / active)}%`)

export function withoutUnreviewed(isTwoLevel: boolean): WithoutUnreviewed | null {
  const workspace = useWorkspace()
  const { board } = workspace
  if (board === null) return null
  return workspace.ask((history, now) => {
    const { asOf, knownAt } = board
    const without = boardOf(reviewedOnly(history, now.limit, isTwoLevel), { asOf, knownAt })
    const leftOut = reviewLines(history, { asOf, limit: now.limit }, isTwoLevel).filter(line => line.state.kind !== 'returned' && !isFullyReviewed(line.state)).length
    const turned = board.rows.flatMap((row, i) => { const { lamp } = without.rows[i]!.total; return lamp === row.total.lamp ? [] : [{ target: row.target.id, name: row.target.name, from: row.total.lamp, to: lamp }] })
    return { before: rateText(board.total), after: rateText(without.total), counts: `${board.total.onPace}/${board.total.active} → ${without.total.onPace}/${without.total.active}`, leftOut, turned }
  })
}
