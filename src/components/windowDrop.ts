/** Files and folders dragged anywhere onto the window, taken before anything else listens: there a dropped file is a plan. */
import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

interface Entry { isFile: boolean, fullPath: string, file?: (take: (file: File) => void, fail: () => void) => void, createReader?: () => { readEntries: (take: (list: Entry[]) => void, fail: () => void) => void } }

/** What is taken of folders: at most so many files, and only those that are wanted. */
export interface FolderWish { most: number, wants?: (file: File) => boolean }

async function filesIn(entry: Entry, wish: FolderWish, into: File[]): Promise<void> {
  if (into.length >= wish.most) return
  if (entry.isFile) {
    const file = await new Promise<File | null>(resolve => entry.file!(resolve, () => resolve(null)))
    if (file === null || wish.wants?.(file) === false) return
    Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.replace(/^\//, ''), configurable: true })
    into.push(file)
    return
  }
  const reader = entry.createReader!()
  for (;;) {
    // A folder hands its entries out in portions, until none is left.
    const list = await new Promise<Entry[]>(resolve => reader.readEntries(resolve, () => resolve([])))
    if (list.length === 0) return
    for (const one of list) await filesIn(one, wish, into)
  }
}

/** What was dropped or pasted: single files, and those of folders, which keep their path as chosen ones do. */
export async function filesOfTransfer(transfer: DataTransfer, wish: FolderWish): Promise<{ single: File[], ofFolders: File[] }> {
  const files = [...transfer.files]
  const entries = [...transfer.items].map(item => (item.kind === 'file' ? item.webkitGetAsEntry() as unknown as Entry | null : null))
  const folders = entries.filter((entry): entry is Entry => entry !== null && !entry.isFile)
  const names = new Set(folders.map(folder => folder.fullPath.replace(/^\//, '')))
  const ofFolders: File[] = []
  for (const folder of folders) await filesIn(folder, wish, ofFolders)
  return { single: files.filter(file => !names.has(file.name)), ofFolders }
}

/** Hears what is dragged over the window and dropped; what `leaves` says is left to others. */
export function useWindowDrop(take: (transfer: DataTransfer) => void, leaves: (transfer: DataTransfer) => boolean = () => false): { isOver: Ref<boolean> } {
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
    if (!hasFiles(event.dataTransfer) || leaves(event.dataTransfer!)) return
    event.preventDefault()
    event.stopPropagation()
    take(event.dataTransfer!)
  }
  const steps = [['dragenter', over], ['dragover', over], ['dragleave', leave], ['drop', drop]] as const
  // While the event goes down: other listeners of the window wait for it to come back up.
  onMounted(() => { for (const [name, step] of steps) window.addEventListener(name, step, true) })
  onBeforeUnmount(() => { for (const [name, step] of steps) window.removeEventListener(name, step, true) })
  return { isOver }
}
