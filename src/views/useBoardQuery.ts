/**
 * Everything the board shows stands in the address: plan, day, mode, filter, cut, open cell, open chapters, editing. What opens something
 * or changes what is looked at is a step that Back takes back; dragging, folding and editing only correct the address.
 */
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { LocationQuery } from 'vue-router'
import { isDay } from '../domain/days'
import type { LampGroup } from '../wording/lampLook'
import { lampGroups } from '../wording/lampLook'
import type { BoardViewName } from '../components/board/boardView'
import { boardViews } from '../components/board/boardView'

export interface OpenCell { target: string, area: string | null }

export const cutNames = ['chapter', 'department', 'area', 'group'] as const
/** A part of the board: rows of a chapter or a department, columns of one township or one kind of place. */
export type Cut = Partial<Record<typeof cutNames[number], string>>

/** What an entry of the browser's history says of itself: the address below it, and whether it is one of a run of small steps. */
interface Step { under?: string, small?: boolean }
/** The entry that is being left by going back: a second Escape must not go back twice. */
let left: unknown = null

const textOf = (value: LocationQuery[string] | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

export function useBoardQuery() {
  const route = useRoute()
  const router = useRouter()
  function change(changes: Record<string, string | null>, step: boolean | 'small' | 'day' = false): void {
    const query = Object.fromEntries(Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== null && value !== ''))
    const { fullPath } = router.resolve({ path: route.path, query })
    const now = history.state as Step | null
    // A day is always gone forward to: going back arrives late, and a second key would start from where the first has left.
    if (step !== 'day' && step !== 'small' && now?.under === fullPath) {
      if (left !== now) router.back()
      left = now
    } else if (step === false || (step === 'small' && now?.small === true)) void router.replace(fullPath)
    else void router.push({ path: route.path, query, state: { under: route.fullPath, small: step === 'small' } })
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
  /** The cut as one text, '' without one: a text that did not change cuts nothing anew. Columns stay while editing: an entry goes where the cursor stands. */
  const cut = computed(() => cutNames.map((name, i) => (i > 1 && isEditing.value ? '' : textOf(route.query[name]) ?? '')).join('\n').trimEnd())
  const open = computed(() => textOf(route.query.open)?.split(',') ?? [])
  const cell = computed((): OpenCell | null => {
    const [target, area] = textOf(route.query.cell)?.split('/') ?? []
    return target === undefined || target === '' ? null : { target, area: area === undefined || area === '' ? null : area }
  })
  return {
    plan, day, known, lamp, cut, view, isLate, isEditing, mode, open, cell,
    setDay: (at: string, isSmall = false) => change({ at, late: null, edit: null, mode: null }, isSmall ? 'small' : 'day'),
    setKnown: (to: 'now' | 'then') => change({ known: to === 'then' ? to : null, late: null, edit: null, mode: null }, true),
    setView: (to: BoardViewName) => change({ view: to === 'done' ? null : to }),
    setLate: (is: boolean) => change({ late: is ? '1' : null }),
    setLamp: (group: LampGroup | null) => change({ lamp: group }, true),
    set: change,
    setMode: (to: 'achievement' | 'allocation') => change({ mode: to === 'allocation' ? 'task' : null }),
    setEditing: (is: boolean, isLateEntry = false) => change({ edit: is ? '1' : null, ...(is ? { cell: null, lamp: null, view: null, area: null, group: null, late: isLateEntry ? '1' : null } : { mode: null, late: null }) }),
    /** From card to card is no step of its own: Back closes the card. */
    setCell: (to: OpenCell | null, chapter?: string) => change({ cell: to === null ? null : `${to.target}/${to.area ?? ''}`, ...(chapter !== undefined && { open: [...open.value, chapter].join(',') }) }, cell.value === null),
    toggleChapter: (chapter: string) => change({ open: (open.value.includes(chapter) ? open.value.filter(one => one !== chapter) : [...open.value, chapter]).join(',') }),
  }
}
