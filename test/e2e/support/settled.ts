/** When a page has come to rest: nothing is being fetched, no node changes, no motion that ends is still running. */
import type { Page } from 'playwright-core'

/** Milliseconds without any change that count as rest. */
const rest = 150
/** Milliseconds after which a page that never rests is taken as it is. */
const most = 3_000

/** Resolves once the page rests; watches what it fetches from the call of `watchTraffic` on. */
export function watchTraffic(page: Page): () => Promise<void> {
  const open = new Set<unknown>()
  page.on('request', request => open.add(request))
  page.on('requestfinished', request => open.delete(request))
  page.on('requestfailed', request => open.delete(request))
  return async () => {
    const from = Date.now()
    do await page.evaluate(quiet, [rest, most] as const)
    while (open.size > 0 && Date.now() - from < most)
  }
}

/** Runs in the page. */
async function quiet([least, longest]: readonly [number, number]): Promise<void> {
  const from = performance.now()
  let changed = from
  const observer = new MutationObserver(() => { changed = performance.now() })
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const isMoving = () => document.getAnimations().some(one => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
  const pause = (ms: number) => new Promise(resolve => { setTimeout(resolve, ms) })
  // What waits for an idle moment (the panel beside the board) comes first.
  await new Promise(resolve => { requestIdleCallback(resolve, { timeout: 500 }) })
  while (performance.now() - from < longest) {
    const since = performance.now() - changed
    if (since >= least && !isMoving()) break
    await pause(Math.max(20, least - since))
  }
  observer.disconnect()
}
