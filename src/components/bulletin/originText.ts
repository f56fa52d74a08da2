/** Where a figure comes from, in words: what it counts, of which item and place. */
import type { Lamp } from '../../domain/board'
import type { TokenOrigin } from '../../domain/meetingEvents'
import type { PlanIndex } from '../../domain/plan'
import type { BulletinWords } from './bulletinWords'

export interface OriginText { target: { id: string, name: string } | null, area: string, what: string }

const nameOfArea = (index: PlanIndex, code: string | null, words: BulletinWords): string => (code === null || code === '' ? words.origin.whole : index.areas.get(code)?.area.name ?? code)

const targetOf = (index: PlanIndex, id: string): OriginText['target'] => ({ id, name: index.targets.get(id)?.target.name ?? id })

function ofStanding(what: string, words: BulletinWords, lamps: Readonly<Record<Lamp, string>>): string {
  const { counts } = words
  if (what.startsWith('lamp:')) return counts.lamp(lamps[what.slice(5) as Lamp])
  return what === 'active' ? counts.active : what === 'onPace' ? counts.onPace : what === 'rate' ? counts.rate : counts.slow
}

export function originText(origin: TokenOrigin, index: PlanIndex, words: BulletinWords, lamps: Readonly<Record<Lamp, string>>): OriginText {
  const { counts } = words
  if (origin.of === 'figure') return { target: targetOf(index, origin.target), area: nameOfArea(index, origin.area, words), what: words.field[origin.field] }
  const [kind, ...rest] = origin.count.split(':') as [string, ...string[]]
  const what = rest.join(':')
  if (origin.of === 'slips') return { target: null, area: '', what: words.slips[(kind === 'late' ? 'late' : origin.count) as keyof BulletinWords['slips']] ?? origin.count }
  switch (kind) {
    case 'targets': case 'cells': return { target: null, area: '', what: what === '' ? counts[kind] : counts.of(counts[kind], ofStanding(what, words, lamps)) }
    case 'places': return { target: null, area: '', what: counts.places }
    case 'slow': return { target: null, area: '', what: counts.slowPlaces }
    case 'reports': return { target: null, area: '', what: what === 'asked' ? counts.asked : counts.reported }
    case 'changes': return { target: null, area: '', what: what === 'better' ? counts.better : counts.worse }
    case 'area': return { target: null, area: nameOfArea(index, rest[0]!, words), what: ofStanding(rest.slice(1).join(':'), words, lamps) }
    case 'green': return { target: targetOf(index, rest[0]!), area: nameOfArea(index, rest[1] ?? '', words), what: counts.green }
    default: return { target: null, area: '', what: origin.count }
  }
}
