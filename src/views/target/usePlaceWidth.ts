/** Width of an element, for drawings that are laid out in pixels. */
import { onBeforeUnmount, ref, watch } from 'vue'
import type { Ref } from 'vue'

export function usePlaceWidth(place: Ref<HTMLElement | null>, first: number): Ref<number> {
  const width = ref(first)
  const watcher = new ResizeObserver(entries => { width.value = Math.floor(entries.at(-1)?.contentRect.width ?? first) })
  watch(place, (now, before) => {
    if (before) watcher.unobserve(before)
    if (now !== null) watcher.observe(now)
  }, { flush: 'post' })
  onBeforeUnmount(() => watcher.disconnect())
  return width
}
