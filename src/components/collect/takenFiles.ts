/** Files as they come: chosen, a whole folder, dropped (folders too), pasted. Only tables are taken; a lone plan file is left to others. */
import { onBeforeUnmount, onMounted } from 'vue'
import type { Ref } from 'vue'
import { filesOfTransfer, useWindowDrop } from '../windowDrop'

/** Locks that Office leaves beside an open file, and what is no table, are passed over when a folder is taken. */
export const isTable = (name: string): boolean => /\.(?:xlsx|xlsm|xls|et|csv|txt)$/i.test(name) && !/^(?:~\$|\.)/.test(name)

/** Files of a drop or paste: single ones as they are, whatever their kind (they are refused by name); of folders the tables. */
async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const { single, ofFolders } = await filesOfTransfer(transfer, { most: 5000, wants: file => isTable(file.name) })
  return [...single, ...ofFolders]
}

const isPlanFile = ({ files }: DataTransfer): boolean => files.length === 1 && /\.json$/i.test(files[0]!.name)

/** Takes what is dropped anywhere on the window, and files that are pasted. */
export function useFileDrop(take: (files: File[]) => void): { isOver: Ref<boolean> } {
  function paste(event: ClipboardEvent): void {
    if ((event.clipboardData?.files.length ?? 0) === 0) return
    event.preventDefault()
    void filesOf(event.clipboardData!).then(take)
  }
  onMounted(() => document.addEventListener('paste', paste))
  onBeforeUnmount(() => document.removeEventListener('paste', paste))
  return useWindowDrop(transfer => { void filesOf(transfer).then(take) }, isPlanFile)
}
