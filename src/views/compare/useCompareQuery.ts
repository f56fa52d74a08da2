/** Everything the compare page shows stands in the address: both days with their knowledge, what is looked at, and how. */
import { computed } from 'vue'
import type { Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Known, Side } from '../../components/compare/compareFace'
import type { Scope } from '../../domain/comparison'
import { isDay } from '../../domain/days'

export type Only = 'all' | 'progress' | 'late'
export interface Defaults { from: string, to: string, toKnown: Known }

/** In the address the earlier day comes first; `order=back` says that it stands on the right. */
export function useCompareQuery(defaults: Ref<Defaults>) {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string): string | null => { const value = route.query[name]; return typeof value === 'string' && value !== '' ? value : null }
  const day = (name: string): string | null => { const value = text(name); return value !== null && isDay(value) ? value : null }
  const known = (name: string, otherwise: Known): Known => { const value = text(name); return value === 'then' || value === 'now' ? value : otherwise }
  const isBack = computed(() => text('order') === 'back')
  const early = computed((): Side => ({ day: day('from') ?? defaults.value.from, known: known('fromKnown', 'then') }))
  const late = computed((): Side => ({ day: day('to') ?? defaults.value.to, known: known('toKnown', defaults.value.toKnown) }))
  const sides = computed((): readonly [Side, Side] => (isBack.value ? [late.value, early.value] : [early.value, late.value]))
  const only = computed((): Only => { const value = text('only'); return value === 'progress' || value === 'late' ? value : 'all' })
  const scope = computed((): Scope => ({ target: text('target'), area: text('area') }))
  const isSideBySide = computed(() => text('sides') === '1')

  function change(changes: Record<string, string | null>): void {
    const query = Object.fromEntries(Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== null && value !== ''))
    void router.replace({ path: route.path, query })
  }
  function setSides(left: Side, right: Side): void {
    const isTurned = left.day > right.day
    const [first, second] = isTurned ? [right, left] : [left, right]
    change({ from: first.day, fromKnown: first.known, to: second.day, toKnown: second.known, order: isTurned ? 'back' : null })
  }
  return {
    sides, early, only, scope, isSideBySide, setSides,
    setSide: (place: 0 | 1, side: Side) => (place === 0 ? setSides(side, sides.value[1]) : setSides(sides.value[0], side)),
    swap: () => setSides(sides.value[1], sides.value[0]),
    setOnly: (to: Only) => change({ only: to === 'all' ? null : to }),
    setScope: (to: Scope) => change({ target: to.target, area: to.area }),
    setSideBySide: (is: boolean) => change({ sides: is ? '1' : null }),
  }
}
