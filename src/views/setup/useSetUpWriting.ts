/** Writing of the pages of set-up: who enters is asked first, all commands are one step, the step can be taken back by button and by Ctrl Z. */
import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import type { Command } from '../../domain/decide'
import type { History } from '../../domain/history'
import type { Present } from '../../domain/decide'
import type { Problem } from '../../domain/problem'
import { useDeskWords } from '../../components/setup/useDeskWords'
import { useIdentity } from '../../stores/identity'
import { useWorkspace } from '../../stores/workspace'

export function useSetUpWriting() {
  const workspace = useWorkspace()
  const who = useIdentity()
  const words = useDeskWords()
  const isAsking = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const said = ref('')
  let answer: ((may: boolean) => void) | null = null

  function mayWrite(): Promise<boolean> {
    if (who.identity !== null) return Promise.resolve(true)
    isAsking.value = true
    return new Promise(resolve => { answer?.(false); answer = resolve })
  }
  function answered(may: boolean): void {
    isAsking.value = false
    answer?.(may)
    answer = null
  }
  /** All of the commands or none; `saying` is shown when they are written. */
  async function write(commands: readonly Command[], saying = ''): Promise<boolean> {
    if (commands.length === 0 || !await mayWrite()) return false
    const result = await workspace.record(commands)
    problem.value = result.ok ? null : result.problem
    said.value = result.ok ? saying : ''
    return result.ok
  }
  async function step(way: 'undo' | 'redo'): Promise<void> {
    const result = await workspace[way]()
    if (result === null) return
    problem.value = result.ok ? null : result.problem
    said.value = result.ok ? words.value[way === 'undo' ? 'undone' : 'redone'] : ''
  }
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey) || (event.target as Element).closest('input, textarea, select, [role="dialog"]')) return
    const way = event.code === 'KeyZ' ? (event.shiftKey ? 'redo' : 'undo') : event.code === 'KeyY' ? 'redo' : null
    if (way === null) return
    event.preventDefault()
    void step(way)
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
  /** Asks the domain as known now, again after every event. Nothing is open: null. */
  const asked = <T>(question: (history: History, now: Present) => T) => computed(() => { void workspace.eventCount; return workspace.ask(question) })
  return { isAsking, problem, said, answered, write, step, asked }
}

export type SetUpWriting = ReturnType<typeof useSetUpWriting>
