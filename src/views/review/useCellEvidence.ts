/** The evidence of a cell: its pieces in the ledger, their files on this device, adding and taking away. */
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { cellKey, evidenceOf, formOfFile, linkProblem, photoProblem, safeLink } from '../../domain/evidence'
import type { EvidencePiece } from '../../domain/evidence'
import type { FurtherCommand } from '../../domain/further'
import type { Problem } from '../../domain/problem'
import { shrinkPhoto } from '../../components/evidence/shrinkPhoto'
import { saveBlob } from '../../components/saveFile'
import { useEvidence } from '../../stores/evidence'
import { useWorkspace } from '../../stores/workspace'

type EvidenceCommand = Extract<FurtherCommand, { kind: 'evidence' }>

export function useCellEvidence(cell: () => { target: string, area: string }, mayWrite: () => Promise<boolean>) {
  const workspace = useWorkspace()
  const store = useEvidence()
  const problem = shallowRef<Problem | null>(null)
  const isBusy = ref(false)
  const photo = shallowRef<{ url: string, name: string } | null>(null)
  const shrunk = shallowRef<{ was: number, kept: number } | null>(null)
  watch(() => [workspace.kind, workspace.planId] as const, ([kind, plan]) => { if (plan !== null) void store.open(kind, plan) }, { immediate: true })

  const pieces = computed((): EvidencePiece[] => {
    void workspace.eventCount
    const key = cellKey(cell().target, cell().area)
    return workspace.ask((history, now) => evidenceOf(history, now.limit).filter(piece => cellKey(piece.target, piece.area) === key)) ?? []
  })
  const here = computed(() => new Set(store.cards.keys()))

  async function add(piece: Omit<EvidenceCommand, 'kind' | 'target' | 'area' | 'at'>): Promise<void> {
    const result = await workspace.record([{ kind: 'evidence', ...cell(), at: workspace.asOf, ...piece }])
    problem.value = result.ok ? null : result.problem
  }
  async function takeFile(file: File): Promise<Problem | null> {
    const told = formOfFile(new Uint8Array(await file.slice(0, 16).arrayBuffer()), file.size)
    if (!told.ok) return told.problem
    const bytes = told.form === 'photo' ? await shrinkPhoto(file) : new Uint8Array(await file.arrayBuffer())
    if (bytes === null) return photoProblem()
    const kept = await store.keep(told.form === 'photo' ? 'image/jpeg' : 'application/pdf', bytes)
    if (!kept.ok) return kept.problem
    shrunk.value = told.form === 'photo' ? { was: file.size, kept: bytes.length } : null
    await add({ form: told.form, name: file.name, hash: kept.value.hash, size: kept.value.size })
    return problem.value
  }
  async function addFiles(files: readonly File[]): Promise<void> {
    if (!await mayWrite()) return
    isBusy.value = true
    let trouble: Problem | null = null
    try {
      for (const file of files) trouble = await takeFile(file) ?? trouble
    } catch {
      trouble = { code: 'file_unreadable', why: '文件读不出来（可能正被别的程序占用，或刚被移动）', fix: '关掉占用它的程序，再选一次' }
    }
    isBusy.value = false
    problem.value = trouble
  }
  async function addLink(address: string, name: string): Promise<void> {
    const href = safeLink(address)
    if (href === null) { problem.value = linkProblem(); return }
    if (await mayWrite()) await add({ form: 'link', name: name.trim() === '' ? href.replace(/^https?:\/\//, '').slice(0, 60) : name.trim(), text: href })
  }
  async function addNote(text: string): Promise<void> {
    if (await mayWrite()) await add({ form: 'note', name: text.slice(0, 20), text })
  }
  /** Taken away by a retraction; the file stays until it is cleared. */
  async function remove(piece: EvidencePiece): Promise<void> {
    if (!await mayWrite()) return
    const result = await workspace.record([{ kind: 'retract', event: piece.event, at: workspace.asOf }])
    problem.value = result.ok ? null : result.problem
    closePhoto()
  }
  function closePhoto(): void {
    if (photo.value !== null) URL.revokeObjectURL(photo.value.url)
    photo.value = null
  }
  async function open(piece: EvidencePiece): Promise<void> {
    const read = piece.hash === null ? null : await store.read(piece.hash)
    if (read === null) return
    if (!read.ok) { problem.value = read.problem; return }
    if (read.value === null) return
    const blob = new Blob([read.value.bytes.slice()], { type: read.value.type })
    closePhoto()
    if (piece.form === 'photo') photo.value = { url: URL.createObjectURL(blob), name: piece.name }
    else saveBlob(piece.name, blob)
  }
  onBeforeUnmount(closePhoto)
  return { pieces, here, problem: computed(() => problem.value ?? store.problem), isBusy, photo, shrunk, store, addFiles, addLink, addNote, remove, open, closePhoto }
}
