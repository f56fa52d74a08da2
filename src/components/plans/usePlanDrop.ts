/** One plan file dragged onto the window. Drags without files are left alone; the browser never navigates to a file. */
import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'
import type { Problem } from '../../domain/problem'

const several: Problem = { code: 'drop_several', why: '一次拖来了好几个文件', fix: '一次只拖一个计划文件' }
const notPlan: Problem = { code: 'drop_not_json', why: '这不是计划文件（文件名要以 .json 结尾）', fix: '选导出的或发来的 .json 计划文件' }

/** A chosen or dropped file as far as its name tells. */
export function planFileOf(files: FileList | null): { file: File } | { problem: Problem } {
  const file = files?.[0]
  if (file === undefined) return { problem: notPlan }
  if (files!.length > 1) return { problem: several }
  return /\.json$/i.test(file.name) || file.type === 'application/json' ? { file } : { problem: notPlan }
}

export function usePlanDrop(on: { file: (file: File) => void, refuse: (problem: Problem) => void, isOff: () => boolean }): { isOver: Ref<boolean> } {
  const isOver = ref(false)
  /** A file field takes its files by itself. */
  const hasFiles = (event: DragEvent): boolean => (event.dataTransfer?.types.includes('Files') ?? false) && (event.target as Partial<HTMLInputElement>).type !== 'file'

  /** Something on the screen has taken the drag for itself, such as the text of a notice. */
  function isTaken(event: DragEvent): boolean {
    if (event.defaultPrevented) isOver.value = false
    return event.defaultPrevented
  }
  function over(event: DragEvent): void {
    if (!hasFiles(event) || isTaken(event)) return
    event.preventDefault()
    event.dataTransfer!.dropEffect = on.isOff() ? 'none' : 'copy'
    isOver.value = !on.isOff()
  }
  /** Only leaving the window ends the drag; from one element to the next there is always another. */
  function leave(event: DragEvent): void {
    if (event.relatedTarget === null) isOver.value = false
  }
  function drop(event: DragEvent): void {
    if (!hasFiles(event) || isTaken(event)) return
    event.preventDefault()
    isOver.value = false
    if (on.isOff()) return
    const found = planFileOf(event.dataTransfer!.files)
    if ('file' in found) on.file(found.file)
    else on.refuse(found.problem)
  }

  onMounted(() => {
    window.addEventListener('dragenter', over)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('dragenter', over)
    window.removeEventListener('dragover', over)
    window.removeEventListener('dragleave', leave)
    window.removeEventListener('drop', drop)
  })
  return { isOver }
}
