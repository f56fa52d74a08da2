/** One run: freeze and keep the board, make the papers, hand them over as one file. It can be called off at any time. */
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import { saveBlob } from '../../components/saveFile'
import type { Problem } from '../../domain/problem'
import type { Snapshot } from '../../domain/snapshot'
import type { MadePaper, PaperProgress } from '../../exports/makePapers'
import { makePapers } from '../../exports/makePapers'
import { Cancelled } from '../../exports/paper'
import type { PaperChoice, PaperFormat } from '../../exports/paper'
import { PaperRefused } from '../../exports/paperFailure'
import { paperStem } from '../../exports/paperName'
import { paperWork } from '../../exports/paperWork'
import { useSnapshots } from '../../stores/snapshots'
import { drawPng } from './drawPng'
import { pageTemplate } from './pageTemplate'

export type RunPhase = 'idle' | 'freezing' | 'making' | 'zipping' | 'done' | 'cancelled' | 'failed'

export interface RunAsk { formats: readonly PaperFormat[], choice: PaperChoice }

const pngScale = 2
async function drawn(svg: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await (await drawPng(svg, pngScale)).arrayBuffer())
  } catch {
    throw new PaperRefused('drawing')
  }
}

const types: Readonly<Record<string, string>> = {
  zip: 'application/zip', html: 'text/html', svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv', md: 'text/markdown', json: 'application/json', txt: 'text/plain',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** `taken` freezes, or gives what is frozen already; `isKept`: it is on the shelf of this device. */
export function usePaperRun(taken: () => Promise<Snapshot | null>, isKept: () => boolean) {
  const snapshots = useSnapshots()
  const phase = ref<RunPhase>('idle')
  const progress = shallowRef<PaperProgress | null>(null)
  const papers = shallowRef<readonly MadePaper[]>([])
  const snapshot = shallowRef<Snapshot | null>(null)
  /** Why the snapshot is not kept; the papers are made all the same. */
  const notKept = shallowRef<Problem | null>(null)
  /** The last file handed over. */
  const saved = shallowRef<{ name: string, size: number } | null>(null)
  const startedAt = ref(0)
  const now = ref(0)
  let control: AbortController | null = null
  let clock: ReturnType<typeof setInterval> | undefined

  const isRunning = computed(() => phase.value === 'freezing' || phase.value === 'making' || phase.value === 'zipping')
  /** Of the whole run, between 0 and 1. */
  const share = computed(() => {
    const one = progress.value
    if (phase.value === 'done') return 1
    return one === null || !isRunning.value ? 0 : (one.number - 1 + Math.min(1, one.done / Math.max(1, one.total))) / one.count
  })
  const seconds = computed(() => Math.max(0, Math.round((now.value - startedAt.value) / 1000)))
  const left = computed(() => (share.value > 0.15 && seconds.value >= 2 ? Math.max(1, Math.round(seconds.value / share.value - seconds.value)) : null))

  async function keep(): Promise<Snapshot | null> {
    phase.value = 'freezing'
    const one = await taken()
    if (one === null) { phase.value = 'failed'; return null }
    snapshot.value = one
    const kept = isKept() ? null : await snapshots.keep(one)
    notKept.value = kept !== null && !kept.ok ? kept.problem : null
    return one
  }

  async function freezeOnly(): Promise<void> {
    if (isRunning.value) return
    reset()
    if (await keep() !== null) phase.value = 'idle'
  }

  /** What a run before has left. */
  function reset(): void {
    phase.value = 'idle'
    snapshot.value = null
    progress.value = null
    papers.value = []
    saved.value = null
    notKept.value = null
  }

  async function start({ formats, choice }: RunAsk): Promise<void> {
    if (isRunning.value || formats.length === 0) return
    reset()
    const own = control = new AbortController()
    startedAt.value = now.value = Date.now()
    clock = setInterval(() => { now.value = Date.now() }, 500)
    let close = (): void => undefined
    try {
      const one = await keep()
      if (one === null) return
      if (own.signal.aborted) throw new Cancelled()
      phase.value = 'making'
      let held: Promise<string | null> | null = null
      const work = paperWork({ snapshot: one, choice, template: () => (held ??= pageTemplate().catch(() => null)), draw: drawn, signal: own.signal })
      close = work.close
      const made = await makePapers(one, formats, work.make, step => {
        progress.value = step
        return own.signal.aborted ? Promise.reject(new Cancelled()) : Promise.resolve()
      }, paper => { papers.value = [...papers.value, paper] })
      if (own.signal.aborted) throw new Cancelled()
      phase.value = 'zipping'
      const file = made.length === 1 ? made[0]! : { name: `${paperStem(one)}-会议材料.zip`, bytes: await work.zip(made.map(({ name, bytes }) => ({ name, bytes }))) }
      if (own.signal.aborted) throw new Cancelled()
      const ending = file.name.slice(file.name.lastIndexOf('.') + 1)
      saveBlob(file.name, new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: types[ending] ?? 'application/octet-stream' }))
      saved.value = { name: file.name, size: file.bytes.length }
      phase.value = 'done'
    } catch (error) {
      phase.value = error instanceof Cancelled ? 'cancelled' : 'failed'
      if (phase.value === 'failed') throw error
    } finally {
      close()
      clearInterval(clock)
    }
  }

  const cancel = (): void => { control?.abort() }
  onBeforeUnmount(cancel)
  return { phase, progress, papers, snapshot, notKept, saved, isRunning, share, seconds, left, start, cancel, freezeOnly, reset }
}
