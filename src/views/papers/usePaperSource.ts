/** Which frozen board the papers are made of: one kept before, or the board of a day, frozen when they are made. Opened for the preview. */
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { isDay } from '../../domain/days'
import type { Problem } from '../../domain/problem'
import type { ReviewFilter, Snapshot } from '../../domain/snapshot'
import { readCode, snapshotName, viewOf } from '../../domain/snapshot'
import type { PaperFacts } from '../../exports/paperFacts'
import { factsOf } from '../../exports/paperFacts'
import { useSnapshots } from '../../stores/snapshots'
import { useWorkspace } from '../../stores/workspace'

const pause = (): Promise<void> => new Promise(resolve => { setTimeout(resolve, 0) })
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A snapshot opened, with what papers say of it. */
export interface OpenedSource { snapshot: Snapshot, facts: PaperFacts }

export function usePaperSource() {
  const workspace = useWorkspace()
  const snapshots = useSnapshots()
  const route = useRoute()
  const router = useRouter()
  /** Null while it is being opened, and where it cannot be. */
  const source = shallowRef<OpenedSource | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const isListed = ref(false)
  const name = ref('')
  const review = ref<ReviewFilter>('all')

  const code = computed(() => readCode(textOf(route.query.snapshot)))
  /** The kept snapshot that is asked for; null: none is, or this device does not have it. */
  const card = computed(() => (code.value === null ? null : snapshots.cards.find(one => one.fingerprint.startsWith(code.value!)) ?? null))
  const day = computed(() => { const at = textOf(route.query.at); return isDay(at) ? at : workspace.presentDay })
  const usualName = computed(() => snapshotName(workspace.meetings, day.value))
  const shownName = computed(() => (card.value !== null ? card.value.seal.name : name.value.trim() === '' ? usualName.value : name.value.trim()))
  const unknownCode = computed(() => (isListed.value && card.value === null && textOf(route.query.snapshot) !== '' ? textOf(route.query.snapshot) : null))

  /** Only what this page keeps in the address: `snapshot`, `at`, `for`. */
  function put(changes: Readonly<Record<string, string | null>>): void {
    const query = Object.fromEntries(Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== null && value !== ''))
    void router.replace({ path: route.path, query })
  }
  const pick = (fingerprint: string): void => put({ snapshot: fingerprint.slice(0, 12), at: null, known: null })
  const pickNow = (): void => put({ snapshot: null, at: null, known: null })
  const pickDay = (to: string): void => put({ snapshot: null, at: to === workspace.presentDay ? null : to, known: null })

  const ask = () => ({ name: shownName.value, asOf: day.value, review: review.value })
  let turn = 0
  async function open(): Promise<void> {
    const own = ++turn
    source.value = null
    problem.value = null
    await pause()
    const found = card.value === null ? null : await snapshots.read(card.value.fingerprint)
    const snapshot = found === null ? await snapshots.made(ask()) : found.ok ? found.value : null
    if (own !== turn) return
    if (snapshot === null) { problem.value = found?.ok === false ? found.problem : null; return }
    await pause()
    const view = viewOf(snapshot)
    await pause()
    if (own !== turn) return
    source.value = { snapshot, facts: factsOf(view) }
  }

  let frozen: { of: string, snapshot: Snapshot } | null = null
  /** The snapshot that papers are made of: the kept one, or the board frozen now. The same board asked for twice is one snapshot. */
  async function taken(): Promise<Snapshot | null> {
    if (card.value !== null) return source.value?.snapshot ?? null
    const of = JSON.stringify([workspace.planId, workspace.kind, workspace.known, workspace.eventCount, ask()])
    if (frozen?.of !== of) {
      const snapshot = await snapshots.made(ask())
      frozen = snapshot === null ? null : { of, snapshot }
    }
    return frozen?.snapshot ?? null
  }

  async function list(): Promise<void> {
    isListed.value = false
    await snapshots.open()
    isListed.value = true
  }
  void list()
  /** All that the opened board depends on, as text. */
  const basis = computed(() => [isListed.value, unknownCode.value ?? '', card.value?.fingerprint ?? '', day.value, review.value, workspace.known, workspace.eventCount, workspace.planId, workspace.kind, workspace.index !== null].join(' '))
  watch(basis, () => {
    if (unknownCode.value !== null) { turn += 1; source.value = null } else if (isListed.value && workspace.index !== null) void open()
  }, { immediate: true })
  watch(() => [workspace.planId, workspace.kind], list)

  return { source, problem, isListed, name, review, code, card, day, usualName, shownName, unknownCode, basis, put, pick, pickNow, pickDay, taken }
}
