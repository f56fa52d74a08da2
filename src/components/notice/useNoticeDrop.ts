/** A text file dragged onto the window. It is seen before the drop of plan files, which then keeps still (it looks at `defaultPrevented`). */
import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

export interface NoticeDrop {
  file: (file: File) => void
  several: () => void
  /** Everything dropped is meant, plan files too: a dialog asks for the text. */
  takesAll: () => boolean
  isOff: () => boolean
}

const isPlanFile = (name: string, type: string): boolean => /\.json$/i.test(name) || type === 'application/json'

export function useNoticeDrop(on: NoticeDrop): { isOver: Ref<boolean> } {
  const isOver = ref(false)
  /** While it is dragged a file has a type but no name; one without a type may be a plan. A file field takes its files by itself. */
  function isMeant(event: DragEvent): boolean {
    if (on.isOff() || event.dataTransfer === null || !event.dataTransfer.types.includes('Files') || (event.target as Partial<HTMLInputElement>).type === 'file') return false
    const types = [...event.dataTransfer.items].filter(item => item.kind === 'file').map(item => item.type)
    return on.takesAll() || (types.length > 0 && types.every(type => type !== '' && type !== 'application/json'))
  }
  function over(event: DragEvent): void {
    isOver.value = isMeant(event)
    if (!isOver.value) return
    event.preventDefault()
    event.dataTransfer!.dropEffect = 'copy'
  }
  function leave(event: DragEvent): void {
    if (event.relatedTarget === null) isOver.value = false
  }
  function drop(event: DragEvent): void {
    const wasMeant = isMeant(event)
    isOver.value = false
    const files = event.dataTransfer?.files
    const file = files?.[0]
    if (!wasMeant || file === undefined || (!on.takesAll() && isPlanFile(file.name, file.type))) return
    event.preventDefault()
    if (files!.length > 1) on.several()
    else on.file(file)
  }
  const watched = [['dragenter', over], ['dragover', over], ['dragleave', leave], ['drop', drop]] as const
  onMounted(() => { for (const [type, act] of watched) window.addEventListener(type, act, true) })
  onBeforeUnmount(() => { for (const [type, act] of watched) window.removeEventListener(type, act, true) })
  return { isOver }
}
