/** One paste from the clipboard to the ledger: looked at, mended, written as one step, taken back as one. */
import { computed, shallowRef } from 'vue'
import { isInForce } from '../../domain/history'
import type { Problem } from '../../domain/problem'
import type { Block } from '../../intake/block'
import type { LineEdit } from '../../intake/checkBlock'
import { useUndo } from '../../stores/undo'
import { useWorkspace } from '../../stores/workspace'
import type * as Preview from './pastePreview'

type PastePreview = Preview.PastePreview
type PreviewAsk = Preview.PreviewAsk

export function usePaste(mayWrite: () => Promise<boolean>) {
  const workspace = useWorkspace()
  const undoing = useUndo()
  const preview = shallowRef<PastePreview | null>(null)
  const ask = shallowRef<PreviewAsk | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const isOpen = shallowRef(false)
  /** The person is asked who they are: the look steps aside. */
  const isAway = shallowRef(false)
  /** Event ids of each step of this paste. */
  const steps = shallowRef<readonly (readonly string[])[]>([])
  const written = computed(() => steps.value.reduce((sum, step) => sum + step.length, 0))
  const cellsWritten = shallowRef(0)
  let block: Block | null = null
  let edits = new Map<string, LineEdit>()
  let choices = new Map<string, string>()
  let done = new Set<string>()
  let lib: typeof Preview | null = null

  async function open(to: Block, asked: PreviewAsk): Promise<void> {
    block = to
    ask.value = asked
    edits = new Map()
    choices = new Map()
    done = new Set()
    steps.value = []
    cellsWritten.value = 0
    preview.value = null
    problem.value = null
    isOpen.value = true
    lib ??= await import('./pastePreview')
    lookAgain()
  }
  /** Matched and checked anew, against the ledger as it is. */
  function lookAgain(): void {
    const of = ask.value
    if (lib === null || block === null || of === null) return
    const all = workspace.ask((history, now) => lib!.previewOf(history, block!, of, choices, edits, now))
    preview.value = all === null ? null : lib.without(all, done)
  }
  function change(key: string, edit: LineEdit): void {
    const of = ask.value
    if (lib === null || of === null || preview.value === null) return
    // What was confirmed is not what was typed since.
    const merged: LineEdit = { ...edits.get(key), isConfirmed: false, ...edit }
    edits.set(key, merged)
    preview.value = workspace.ask((history, now) => lib!.withEdit(history, preview.value!, of, key, merged, now))
  }
  function confirmAlike(key: string): void {
    const code = preview.value?.lines.find(line => line.key === key)?.problem?.code
    for (const line of preview.value?.lines ?? []) if (line.state === 'doubt' && line.problem?.code === code) edits.set(line.key, { ...edits.get(line.key), isConfirmed: true })
    lookAgain()
  }
  function skip(key: string): void {
    done.add(key)
    if (lib !== null && preview.value !== null) preview.value = lib.without(preview.value, done)
  }
  function choose(key: string, id: string): void {
    choices.set(key, id)
    lookAgain()
  }
  /** The good lines, in one step. What is wrong stays. */
  async function write(): Promise<void> {
    const of = ask.value
    if (lib === null || of === null || preview.value === null || preview.value.counts.good === 0) return
    isAway.value = true
    const may = await mayWrite()
    isAway.value = false
    if (!may) return
    const now = preview.value
    const commands = workspace.ask((history, present) => lib!.commandsOf(history, now, of, present)) ?? []
    const result = await workspace.record(commands)
    problem.value = result.ok ? null : result.problem
    if (!result.ok) return lookAgain()
    steps.value = [...steps.value, result.events.map(event => event.id)]
    cellsWritten.value += now.counts.good
    for (const line of now.lines) if (line.state === 'good' || line.state === 'same') done.add(line.key)
    lookAgain()
    isOpen.value = false
  }
  const balances = computed(() => {
    const [now, of] = [preview.value, ask.value]
    return lib === null || now === null || of === null ? [] : workspace.ask((history, present) => lib!.balancesOf(history, now, of, present)) ?? []
  })
  /** Does anything of the paste still count: not after it was taken back, here or by 撤销. */
  const isStanding = computed(() => {
    void workspace.board
    return workspace.ask((history, now) => {
      const ids = new Set(steps.value.flat())
      for (const event of history.events.values()) if (ids.has(event.id) && isInForce(history, event, now.limit)) return true
      return false
    }) === true
  })
  async function undo(): Promise<void> {
    for (const step of [...steps.value].reverse()) {
      const isLast = undoing.next()?.[0] === step[0]
      const result = isLast ? await workspace.undo() : await workspace.record([...step].reverse().map(event => ({ kind: 'retract' as const, event, at: ask.value!.at })))
      if (result !== null && !result.ok) { problem.value = result.problem; return }
    }
    done = new Set()
    lookAgain()
  }
  function close(): void {
    isOpen.value = false
    if (steps.value.length === 0) dismiss()
  }
  function dismiss(): void {
    isOpen.value = false
    preview.value = null
    steps.value = []
    block = null
  }
  return { preview, ask, problem, isOpen, isAway, written, cellsWritten, isStanding, balances, open, change, confirmAlike, skip, choose, write, undo, close, dismiss, reopen: () => { lookAgain(); isOpen.value = true } }
}
