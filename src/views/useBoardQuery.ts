/** Everything the board shows stands in the address: plan, day, mode, filter, open cell, open chapters, editing. */
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { LocationQuery } from 'vue-router'
import { isDay } from '../domain/days'
import type { LampGroup } from '../components/lamp/lampLook'
import { lampGroups } from '../components/lamp/lampLook'
import type { BoardViewName } from '../components/board/boardView'
import { boardViews } from '../components/board/boardView'

export interface OpenCell { target: string, area: string | null }

const textOf = (value: LocationQuery[string] | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

export function useBoardQuery() {
  const route = useRoute()
  const router = useRouter()
  function change(changes: Record<string, string | null>): void {
    const query = Object.fromEntries(Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== null && value !== ''))
    void router.replace({ path: route.path, query })
  }
  const plan = computed(() => (typeof route.params.plan === 'string' ? route.params.plan : null))
  const day = computed(() => { const at = textOf(route.query.at); return at !== null && isDay(at) ? at : null })
  const lamp = computed((): LampGroup | null => lampGroups.find(group => group === route.query.lamp) ?? null)
  const view = computed((): BoardViewName => boardViews.find(one => one === route.query.view) ?? 'done')
  /** 当时所知: what was known on the day itself. */
  const known = computed(() => (route.query.known === 'then' ? 'then' as const : 'now' as const))
  /** 补报: entering for a past day, on purpose. */
  const isLate = computed(() => route.query.late === '1')
  const isEditing = computed(() => route.query.edit === '1')
  const mode = computed(() => (route.query.mode === 'task' ? 'allocation' as const : 'achievement' as const))
  const open = computed(() => textOf(route.query.open)?.split(',') ?? [])
  const cell = computed((): OpenCell | null => {
    const [target, area] = textOf(route.query.cell)?.split('/') ?? []
    return target === undefined || target === '' ? null : { target, area: area === undefined || area === '' ? null : area }
  })
  return {
    plan, day, known, lamp, view, isLate, isEditing, mode, open, cell,
    setDay: (at: string) => change({ at, late: null, edit: null, mode: null }),
    setKnown: (to: 'now' | 'then') => change({ known: to === 'then' ? to : null, late: null, edit: null, mode: null }),
    setView: (to: BoardViewName) => change({ view: to === 'done' ? null : to }),
    setLate: (is: boolean) => change({ late: is ? '1' : null }),
    setLamp: (group: LampGroup | null) => change({ lamp: group }),
    setMode: (to: 'achievement' | 'allocation') => change({ mode: to === 'allocation' ? 'task' : null }),
    setEditing: (is: boolean, isLateEntry = false) => change({ edit: is ? '1' : null, ...(is ? { cell: null, lamp: null, view: null, late: isLateEntry ? '1' : null } : { mode: null, late: null }) }),
    setCell: (to: OpenCell | null) => change({ cell: to === null ? null : `${to.target}/${to.area ?? ''}` }),
    toggleChapter: (chapter: string) => change({ open: (open.value.includes(chapter) ? open.value.filter(one => one !== chapter) : [...open.value, chapter]).join(',') }),
  }
}
