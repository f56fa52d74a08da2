/** A boundary file dragged onto the window while the map is open. Taken before anything else listens: there a dropped file is a plan. */
import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

export function useMapDrop(take: (file: File) => void): { isOver: Ref<boolean> } {
  const isOver = ref(false)
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  function over(event: DragEvent): void {
    if (!hasFiles(event)) return
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
    if (!hasFiles(event)) return
    event.preventDefault()
    event.stopPropagation()
    isOver.value = false
    const file = event.dataTransfer!.files[0]
    if (file !== undefined) take(file)
  }
  const steps = [['dragenter', over], ['dragover', over], ['dragleave', leave], ['drop', drop]] as const
  // While the event goes down: other listeners of the window wait for it to come back up.
  onMounted(() => { for (const [name, step] of steps) window.addEventListener(name, step, true) })
  onBeforeUnmount(() => { for (const [name, step] of steps) window.removeEventListener(name, step, true) })
  return { isOver }
}
