/** The room of a screen: its unit, and whether it is so narrow that columns stand below each other. */
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'
import { unitOf, wallSize } from '../../components/screen/wallLayout'

/** Narrower than this, in pixels, columns are stacked; type is then 22 units of 0.62: at least 13 pixels. */
const narrow = 1000
const narrowUnit = 0.62

export function useWallRoom() {
  /** The window at first, then the place itself: a warning above it takes some of the room. */
  const place = ref<HTMLElement | null>(null)
  const room = ref({ width: window.innerWidth, height: window.innerHeight })
  const isNarrow = computed(() => room.value.width < narrow)
  const unit = computed(() => (isNarrow.value ? narrowUnit : unitOf(room.value.width, room.value.height)))
  const size = computed(() => ({ width: Math.max(wallSize.width, Math.floor(room.value.width / unit.value)), height: Math.max(wallSize.height, Math.floor(room.value.height / unit.value)) }))
  let observer: ResizeObserver | null = null
  onMounted(() => {
    const element = place.value!
    observer = new ResizeObserver(() => { room.value = { width: element.offsetWidth, height: element.offsetHeight } })
    observer.observe(element)
  })
  onBeforeUnmount(() => observer?.disconnect())
  return { place, unit, size, isNarrow }
}
