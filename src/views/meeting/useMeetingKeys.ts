/** Keys of a meeting besides those of the big screen: D decides, ↑ ↓ go through promises, 0 to 5 reach a step. */
import { onBeforeUnmount, onMounted } from 'vue'

export interface MeetingKeys { decide: () => void, item: (by: -1 | 1) => void, step: (place: number) => void }

export function useMeetingKeys(steps: MeetingKeys): void {
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
    if ((event.target as Element).closest('input, textarea, select, [role="dialog"], [role="menu"]')) return
    const digit = /^(?:Digit|Numpad)([0-5])$/.exec(event.code)
    if (event.code === 'KeyD') steps.decide()
    else if (event.code === 'ArrowUp' || event.code === 'ArrowDown') steps.item(event.code === 'ArrowUp' ? -1 : 1)
    else if (digit !== null) steps.step(Number(digit[1]))
    else return
    event.preventDefault()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
