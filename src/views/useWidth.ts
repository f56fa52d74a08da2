import { onBeforeUnmount, ref } from 'vue'
import type { Ref } from 'vue'

/** Width of the window, for choosing between matrix and phone. */
export function useWidth(): Ref<number> {
  const width = ref(window.innerWidth)
  const update = (): void => { width.value = window.innerWidth }
  window.addEventListener('resize', update)
  onBeforeUnmount(() => window.removeEventListener('resize', update))
  return width
}
