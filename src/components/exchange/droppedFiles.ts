/** Files and whole folders that are dropped anywhere on the window. A file out of a folder keeps its path, as a chosen one does. */
import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

interface Entry { isFile: boolean, fullPath: string, file?: (take: (file: File) => void, fail: () => void) => void, createReader?: () => { readEntries: (take: (list: Entry[]) => void, fail: () => void) => void } }

const mostFiles = 20_000

async function filesIn(entry: Entry, into: File[]): Promise<void> {
  if (into.length >= mostFiles) return
  if (entry.isFile) {
    const file = await new Promise<File | null>(resolve => entry.file!(resolve, () => resolve(null)))
    if (file === null) return
    Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.replace(/^\//, ''), configurable: true })
    into.push(file)
    return
  }
  const reader = entry.createReader!()
  for (;;) {
    // A folder hands its entries out in portions, until none is left.
    const list = await new Promise<Entry[]>(resolve => reader.readEntries(resolve, () => resolve([])))
    if (list.length === 0) return
    for (const one of list) await filesIn(one, into)
  }
}

/** What was dropped: single files, and those of folders. */
async function filesOf(transfer: DataTransfer): Promise<{ single: File[], ofFolders: File[] }> {
  const files = [...transfer.files]
  const entries = [...transfer.items].map(item => (item.kind === 'file' ? item.webkitGetAsEntry() as unknown as Entry | null : null))
  const folders = entries.filter((entry): entry is Entry => entry !== null && !entry.isFile)
  if (folders.length === 0) return { single: files, ofFolders: [] }
  const names = new Set(folders.map(folder => folder.fullPath.replace(/^\//, '')))
  const ofFolders: File[] = []
  for (const folder of folders) await filesIn(folder, ofFolders)
  return { single: files.filter(file => !names.has(file.name)), ofFolders }
}

/** Takes what is dropped, before anything else listens. */
export function useDroppedFiles(take: (single: File[], ofFolders: File[]) => void): { isOver: Ref<boolean> } {
  const isOver = ref(false)
  const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false
  function over(event: DragEvent): void {
    if (!hasFiles(event.dataTransfer)) return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer!.dropEffect = 'copy'
    isOver.value = true
  }
  /** Only leaving the window ends the drag. */
  function leave(event: DragEvent): void {
    if (event.relatedTarget === null) isOver.value = false
  }
  function drop(event: DragEvent): void {
    isOver.value = false
    if (!hasFiles(event.dataTransfer)) return
    event.preventDefault()
    event.stopPropagation()
    void filesOf(event.dataTransfer!).then(({ single, ofFolders }) => take(single, ofFolders))
  }
  const steps = [['dragenter', over], ['dragover', over], ['dragleave', leave], ['drop', drop]] as const
  onMounted(() => { for (const [name, step] of steps) window.addEventListener(name, step, true) })
  onBeforeUnmount(() => { for (const [name, step] of steps) window.removeEventListener(name, step, true) })
  return { isOver }
}
