/** Files as they come: chosen, a whole folder, dropped (folders too), pasted. Only tables are taken; a lone plan file is left to others. */
import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

/** Locks that Office leaves beside an open file, and what is no table, are passed over when a folder is taken. */
export const isTable = (name: string): boolean => /\.(?:xlsx|xlsm|xls|et|csv|txt)$/i.test(name) && !/^(?:~\$|\.)/.test(name)

interface Entry { isFile: boolean, name: string, file?: (take: (file: File) => void, fail: () => void) => void, createReader?: () => { readEntries: (take: (list: Entry[]) => void, fail: () => void) => void } }

async function filesIn(entry: Entry, into: File[]): Promise<void> {
  if (into.length >= 5000) return
  if (entry.isFile) {
    const file = await new Promise<File | null>(resolve => entry.file!(resolve, () => resolve(null)))
    if (file !== null && isTable(file.name)) into.push(file)
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

/** Files of a drop or paste: single ones as they are, whatever their kind (they are refused by name); of folders the tables. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map(item => (item.kind === 'file' ? item.webkitGetAsEntry() as unknown as Entry | null : null))
  const files = [...transfer.files]
  const folders = entries.filter((entry): entry is Entry => entry !== null && !entry.isFile)
  if (folders.length === 0) return files
  const names = new Set(folders.map(folder => folder.name))
  const all = files.filter(file => !names.has(file.name))
  for (const folder of folders) await filesIn(folder, all)
  return all
}

const isPlanFile = (files: FileList): boolean => files.length === 1 && /\.json$/i.test(files[0]!.name)

/** Takes what is dropped anywhere on the window, before anything else listens, and files that are pasted. */
export function useFileDrop(take: (files: File[]) => void): { isOver: Ref<boolean> } {
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
    if (!hasFiles(event.dataTransfer) || isPlanFile(event.dataTransfer!.files)) return
    event.preventDefault()
    event.stopPropagation()
    void filesOf(event.dataTransfer!).then(take)
  }
  function paste(event: ClipboardEvent): void {
    if ((event.clipboardData?.files.length ?? 0) === 0) return
    event.preventDefault()
    void filesOf(event.clipboardData!).then(take)
  }
  const steps = [['dragenter', over], ['dragover', over], ['dragleave', leave], ['drop', drop]] as const
  onMounted(() => {
    for (const [name, step] of steps) window.addEventListener(name, step, true)
    document.addEventListener('paste', paste)
  })
  onBeforeUnmount(() => {
    for (const [name, step] of steps) window.removeEventListener(name, step, true)
    document.removeEventListener('paste', paste)
  })
  return { isOver }
}
