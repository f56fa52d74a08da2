import { states as area } from './area.ts'
import { states as board } from './board.ts'
import { states as burden } from './burden.ts'
import { states as chase } from './chase.ts'
import { states as checks } from './checks.ts'
import { states as collect } from './collect.ts'
import { states as compare } from './compare.ts'
import { states as cuts } from './cuts.ts'
import { states as identity } from './identity.ts'
import { states as overview } from './overview.ts'
import { states as papers } from './papers.ts'
import type { PageState } from './pageState.ts'
import { states as paste } from './paste.ts'
import { states as places } from './places.ts'
import { states as report } from './report.ts'
import { states as review } from './review.ts'
import { states as setUpPlan } from './setUpPlan.ts'
import { states as setUpShares } from './setUpShares.ts'
import { states as setUpSites } from './setUpSites.ts'
import { states as slips } from './slips.ts'
import { states as snapshots } from './snapshots.ts'
import { states as target } from './target.ts'
import { states as wall } from './wall.ts'

/** The states by part; each part is one test a walk. */
export const parts: Readonly<Record<string, readonly PageState[]>> = { board, target, area, cuts, compare, overview, places, wall, report, collect, chase, review, checks, burden, setUpShares, setUpSites, setUpPlan, paste, identity, papers, snapshots, slips }
/** The states of the pages at a size; the board has pictures of its own. */
export const statesAt = (size: PageState['sizes'][number]): PageState[] => Object.entries(parts).flatMap(([part, states]) => (part === 'board' ? [] : states.filter(state => state.sizes.includes(size))))
