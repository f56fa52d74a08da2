/** Entering values: what is being typed, what was refused or doubted, what was written. One entry at a time, kept out of the way of the rest. */
import { computed, ref, shallowRef } from 'vue'
import type { ComputedRef } from 'vue'
import type { Figure, Row } from '../domain/board'
import type { ReportPayload } from '../domain/decide'
import { checkEntry } from '../domain/entry'
import type { Fix, Verdict } from '../domain/entry'
import type { Problem } from '../domain/problem'
import type { CellMark } from '../components/board/cellMark'
import { unchangedPayload } from '../components/edit/entryText'
import { useWorkspace } from '../stores/workspace'

/** The cell that would be written: `area` is the reporting area, `mark` the key of its cell ('' for a whole row). */
export interface Place { row: Row, figure: Figure, area: string, mark: string, name: string }

export interface Refused { place: Place, text: string, kind: 'bad' | 'doubt', problem: Problem, fixes: readonly Fix[], payload: ReportPayload | null }

type Marks = Record<string, Record<string, CellMark>>

const keyOf = (place: Place): string => `${place.row.target.id}/${place.mark}`

export function useEntry(place: ComputedRef<Place | null>, mayWrite: () => Promise<boolean>) {
  const workspace = useWorkspace()
  const draft = ref<string | null>(null)
  const note = ref('')
  const refused = shallowRef<ReadonlyMap<string, Refused>>(new Map())
  const written = shallowRef<ReadonlyMap<string, { place: Place, kind: 'new' | 'same' }>>(new Map())

  const check = (at: Place, input: string | ReportPayload): Verdict | null =>
    workspace.ask((history, now) => checkEntry(history, { target: at.row.target.id, area: at.area, at: workspace.asOf, ...(note.value !== '' && { note: note.value }) }, input, now))
  const verdict = computed((): Verdict | null => (place.value === null || draft.value === null ? null : check(place.value, draft.value)))
  const marks = computed((): Marks => {
    const all: Marks = {}
    const put = (at: Place, mark: CellMark) => { (all[at.row.target.id] ??= {})[at.mark] = mark }
    for (const { place: at, kind } of written.value.values()) put(at, { kind, text: null })
    for (const { place: at, kind, text } of refused.value.values()) put(at, { kind, text })
    return all
  })

  function refuse(at: Place, entry: Refused | null): void {
    const next = new Map(refused.value)
    if (entry === null) next.delete(keyOf(at))
    else next.set(keyOf(at), entry)
    refused.value = next
  }
  async function write(at: Place, payload: ReportPayload, kind: 'new' | 'same'): Promise<void> {
    if (!await mayWrite()) return
    const said = note.value.trim()
    note.value = ''
    const result = await workspace.record([{ kind: 'report', target: at.row.target.id, area: at.area, at: workspace.asOf, payload, ...(said !== '' && { note: said }) }])
    if (result.ok) {
      written.value = new Map(written.value).set(keyOf(at), { place: at, kind })
      refuse(at, null)
    } else refuse(at, { place: at, text: draft.value ?? '', kind: 'bad', problem: result.problem, fixes: [], payload: null })
  }

  /** Takes what was typed: writes it, or keeps it visible with its reason. A doubt is written when it is entered a second time. */
  async function take(at: Place, input: string | ReportPayload): Promise<void> {
    const now = check(at, input)
    if (now === null || now.kind === 'empty') return
    const text = typeof input === 'string' ? input : '…'
    const before = refused.value.get(keyOf(at))
    if (now.kind === 'ok' || (now.kind === 'doubt' && before?.kind === 'doubt' && before.text === text)) await write(at, now.payload, 'new')
    else if (now.kind === 'doubt') refuse(at, { place: at, text, kind: 'doubt', problem: now.problem, fixes: [], payload: now.payload })
    else refuse(at, { place: at, text, kind: 'bad', problem: now.problem, fixes: now.fixes, payload: null })
  }
  async function commit(): Promise<void> {
    const at = place.value
    const text = draft.value
    draft.value = null
    if (at !== null && text !== null) await take(at, text)
  }
  async function keepUnchanged(): Promise<void> {
    const at = place.value
    const payload = at === null ? null : unchangedPayload(at.figure)
    if (at === null || payload === null) return
    draft.value = null
    if (at.figure.at === workspace.asOf) {
      written.value = new Map(written.value).set(keyOf(at), { place: at, kind: 'same' })
      refuse(at, null)
    } else await write(at, payload, 'same')
  }
  const refusedAt = computed(() => (place.value === null ? null : refused.value.get(keyOf(place.value)) ?? null))
  return {
    draft, note, verdict, marks, refused, refusedAt, written, commit, take, keepUnchanged,
    keepDoubt: (entry: Refused) => (entry.payload === null ? Promise.resolve() : write(entry.place, entry.payload, 'new')),
    dismiss: (entry: Refused) => refuse(entry.place, null),
    forgetWritten: () => { written.value = new Map() },
  }
}
