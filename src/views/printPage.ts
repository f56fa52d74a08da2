import { nextTick } from 'vue'

/** Opens the browser's print. The board is told first: only then are all its rows drawn, and `window.print` waits for nobody. */
export async function printPage(): Promise<void> {
  window.dispatchEvent(new Event('beforeprint'))
  await nextTick()
  window.print()
}
