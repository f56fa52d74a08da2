/** Keys, touch and the clock of the big screen: all that turns its pages. */
import { onBeforeUnmount, onMounted, ref, watch } from 'vue'
import type { Ref } from 'vue'

export interface WallSteps {
  /** By so many pages, by hand: the rotation stops. */
  step: (by: number) => void
  /** To the next page, from the last to the first, and on. */
  rotate: () => void
  first: () => void
  last: () => void
  wall: () => void
  leave: () => void
  isAuto: Readonly<Ref<boolean>>
  setAuto: (is: boolean) => void
  /** Changes with every page, so that each is shown for the whole time. */
  page: Readonly<Ref<number>>
}

/** Seconds that a page stands while they rotate. */
export const secondsPerPage = 15
/** A finger that moves further is not tapping. */
const tapRoom = 12

export function useWallKeys(place: Readonly<Ref<HTMLElement | null>>, steps: WallSteps) {
  const canFull = typeof document.documentElement.requestFullscreen === 'function' && document.fullscreenEnabled
  const full = ref<'none' | 'off' | 'on'>(canFull ? 'off' : 'none')
  const readFull = (): void => { if (canFull) full.value = document.fullscreenElement === null ? 'off' : 'on' }
  /** A browser may refuse; the screen then stays as it is. */
  function toggleFull(): void {
    if (canFull) (document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()).catch(() => undefined)
  }

  let timer = 0
  function rotate(): void {
    clearTimeout(timer)
    if (steps.isAuto.value) timer = window.setTimeout(steps.rotate, secondsPerPage * 1_000)
  }
  watch([steps.isAuto, steps.page], rotate, { immediate: true })

  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => steps.step(-1), PageUp: () => steps.step(-1), ArrowRight: () => steps.step(1), PageDown: () => steps.step(1), Space: () => steps.step(1),
    Home: steps.first, End: steps.last, KeyW: steps.wall, KeyF: toggleFull,
  }
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
    const target = event.target as Element
    if (target.closest('input, textarea, select, [role="dialog"], [role="menu"]')) return
    if (event.code === 'KeyA') { event.preventDefault(); steps.setAuto(!steps.isAuto.value); return }
    if (event.code === 'Escape') { event.preventDefault(); steps.leave(); return }
    // Space and Enter belong to a button that has the focus.
    const to = target.closest('button, a') && event.code === 'Space' ? undefined : keys[event.code]
    if (to !== undefined) event.preventDefault()
    // Keys that turn the page stop the rotation by themselves; any other stops it here.
    if (steps.isAuto.value && (to === undefined || to === toggleFull)) steps.setAuto(false)
    to?.()
  }

  let from: { x: number, y: number } | null = null
  function onDown(event: PointerEvent): void {
    from = event.pointerType === 'touch' && (event.target as Element).closest('button, a') === null ? { x: event.clientX, y: event.clientY } : null
  }
  /** Right half: the next page; left half: the one before. */
  function onUp(event: PointerEvent): void {
    const box = place.value?.getBoundingClientRect()
    const isTap = from !== null && Math.abs(event.clientX - from.x) <= tapRoom && Math.abs(event.clientY - from.y) <= tapRoom
    from = null
    if (isTap && box !== undefined) steps.step(event.clientX > box.left + box.width / 2 ? 1 : -1)
  }

  onMounted(() => {
    window.addEventListener('keydown', onKey)
    document.addEventListener('fullscreenchange', readFull)
    readFull()
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKey)
    document.removeEventListener('fullscreenchange', readFull)
    if (canFull && document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined)
  })
  return { full, toggleFull, onDown, onUp }
}
