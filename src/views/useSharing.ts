/** Sharing a goal out: the shares typed into one row, written as one `allocate` event when the row is left. */
import { computed, ref, shallowRef } from 'vue'
import type { ComputedRef } from 'vue'
import { balanceOf } from '../domain/allocation'
import { readShare } from '../domain/split'
import type { Problem } from '../domain/problem'
import type { CellMark } from '../components/board/cellMark'
import { numberText } from '../wording/figureText'
import { useWorkspace } from '../stores/workspace'
import type { Place } from './useEntry'

type Shares = Record<string, number | null>
type Typed = Readonly<Record<string, string>>

export function useSharing(place: ComputedRef<Place | null>, mayWrite: () => Promise<boolean>) {
  const workspace = useWorkspace()
  const draft = ref<string | null>(null)
  const typed = shallowRef<Readonly<Record<string, Typed>>>({})
  const done = shallowRef<Readonly<Record<string, Typed>>>({})
  const problem = shallowRef<Problem | null>(null)

  const present = (at: Place): string => typed.value[at.row.target.id]?.[at.mark] ?? (at.row.allocated !== null && at.figure.goal !== null ? numberText(at.figure.goal) : '')

  function sharesWith(target: string, changes: Typed): Shares {
    const shares: Shares = { ...workspace.sharesOf(target) }
    for (const [area, text] of Object.entries(changes)) {
      const share = readShare(text)
      if (share === 'none') delete shares[area]
      else if (share !== undefined) shares[area] = share
    }
    return shares
  }
  const balance = computed(() => {
    const at = place.value
    if (at === null) return null
    const now = draft.value === null ? {} : { [at.mark]: draft.value }
    return balanceOf(at.row.target, sharesWith(at.row.target.id, { ...typed.value[at.row.target.id], ...now }))
  })
  const marks = computed(() => {
    const all: Record<string, Record<string, CellMark>> = {}
    for (const [target, cells] of [...Object.entries(done.value), ...Object.entries(typed.value)])
      for (const [area, text] of Object.entries(cells)) (all[target] ??= {})[area] = { kind: readShare(text) === undefined ? 'bad' : 'new', text }
    return all
  })
  function commit(): void {
    const at = place.value
    const text = draft.value
    draft.value = null
    if (at === null || text === null || at.mark === '' || text === present(at)) return
    typed.value = { ...typed.value, [at.row.target.id]: { ...typed.value[at.row.target.id], [at.mark]: text.trim() } }
  }
  /** Writes the row's allocation; what is not a number stays visible and is not written. */
  async function flush(target: string): Promise<void> {
    const changes = typed.value[target]
    if (changes === undefined) return
    const good = Object.fromEntries(Object.entries(changes).filter(([, text]) => readShare(text) !== undefined))
    if (Object.keys(good).length === 0 || !await mayWrite()) return
    const result = await workspace.record([{ kind: 'allocate', target, at: workspace.asOf, shares: sharesWith(target, good) }])
    problem.value = result.ok ? null : result.problem
    if (!result.ok) return
    const { [target]: _, ...others } = typed.value
    const left = Object.fromEntries(Object.entries(changes).filter(([area]) => good[area] === undefined))
    typed.value = Object.keys(left).length > 0 ? { ...others, [target]: left } : others
    done.value = { ...done.value, [target]: { ...done.value[target], ...good } }
  }
  const forgetWritten = (): void => { done.value = {} }
  return { draft, typed, balance, marks, problem, present, commit, flush, flushAll: async () => { for (const target of Object.keys(typed.value)) await flush(target) }, forgetWritten }
}
