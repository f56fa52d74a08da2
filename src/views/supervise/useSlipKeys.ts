/** Keys of the slips: J K and arrows walk the list, Enter opens, C begins a new one, digits take a step, Esc puts away. */
import { onBeforeUnmount, onMounted } from 'vue'

export interface SlipKeys {
  walk: (step: 1 | -1) => void
  open: () => void
  compose: () => void
  act: (place: number) => void
  away: () => void
}

const digit = /^(?:Digit|Numpad)([1-9])$/

export function useSlipKeys(keys: SlipKeys): void {
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const place = event.target instanceof Element ? event.target : document.body
    if (place.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [role="dialog"], [role="menu"]')) return
    const step = event.code === 'KeyJ' || event.code === 'ArrowDown' ? 1 : event.code === 'KeyK' || event.code === 'ArrowUp' ? -1 : 0
    if (step !== 0 && (event.code.startsWith('Key') || !place.closest('form'))) { event.preventDefault(); keys.walk(step) }
    else if (event.code === 'Enter' && !place.closest('button, summary, form, a:not([data-slip])')) { event.preventDefault(); keys.open() }
    else if (event.code === 'KeyC') { event.preventDefault(); keys.compose() }
    else if (event.code === 'Escape') keys.away()
    else {
      const number = digit.exec(event.code)?.[1]
      if (number !== undefined) { event.preventDefault(); keys.act(Number(number) - 1) }
    }
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
