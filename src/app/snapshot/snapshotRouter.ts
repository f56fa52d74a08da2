/** The addresses of the read-only file: views of its one plan, on days up to the snapshot's. */
import { createRouter, createWebHashHistory } from 'vue-router'
import type { LocationQuery, Router } from 'vue-router'
import { ref } from 'vue'
import { isDay } from '../../domain/days'
import type { Snapshot } from '../../domain/snapshot'
import AreaView from '../../views/area/AreaView.vue'
import BoardView from '../../views/BoardView.vue'
import CompareView from '../../views/compare/CompareView.vue'
import HelpView from '../../views/HelpView.vue'
import LostView from '../../views/LostView.vue'
import PlacesView from '../../views/places/PlacesView.vue'
import ScreenView from '../../views/screen/ScreenView.vue'
import TargetView from '../../views/target/TargetView.vue'

/** The later day that was asked for last; '' where none was. */
export const refusedDay = ref('')

/** What only the whole application answers: entering, what belongs to a unit, maps from files. */
const isForeign = (key: string, value: LocationQuery[string]): boolean => ['edit', 'late', 'my', 'demo'].includes(key) || (key === 'mode' && (value === 'map' || value === 'task'))

/** The query without what this file does not have; days after the snapshot's become its own. */
function allowed(query: LocationQuery, asOf: string): { query: LocationQuery, later: string } {
  let later = ''
  const kept = Object.entries(query).flatMap(([key, value]): [string, LocationQuery[string]][] => {
    if (isForeign(key, value)) return []
    if (!['at', 'from', 'to'].includes(key) || !isDay(value) || value <= asOf) return [[key, value]]
    later = value
    return key === 'at' ? [] : [[key, asOf]]
  })
  return { query: Object.fromEntries(kept), later }
}

export function snapshotRouter({ plan, seal }: Snapshot): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/plan/:plan', component: BoardView },
      { path: '/plan/:plan/target/:target', component: TargetView, meta: { screen: 'target' } },
      { path: '/plan/:plan/area/:area', component: AreaView, meta: { screen: 'area' } },
      { path: '/plan/:plan/compare', component: CompareView, meta: { screen: 'compare' } },
      { path: '/plan/:plan/places', component: PlacesView, meta: { screen: 'places' } },
      { path: '/plan/:plan/screen', component: ScreenView, meta: { screen: 'wall' } },
      { path: '/help', component: HelpView, meta: { screen: 'help' } },
      { path: '/', redirect: `/plan/${plan.id}` },
      { path: '/:rest(.*)*', component: LostView, meta: { screen: 'lost' } },
    ],
  })
  let isTelling = false
  router.beforeEach(to => {
    if (to.params.plan !== undefined && to.params.plan !== plan.id) return { path: `/plan/${plan.id}` }
    const { query, later } = allowed(to.query, seal.asOf)
    if (later !== '') { refusedDay.value = later; isTelling = true }
    return later !== '' || Object.keys(query).length < Object.keys(to.query).length ? { path: to.path, query, replace: true } : true
  })
  // What was refused is told until the next step.
  router.afterEach(() => {
    if (!isTelling) refusedDay.value = ''
    isTelling = false
  })
  return router
}
