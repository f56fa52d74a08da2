/** The worker's life as a page sees it: kept up to date, a newer one offered, taken only when asked for. */

/** At most this often is a page that stays open asked whether there is something newer. */
const lookAgainAfter = 60 * 60_000

export interface Version {
  /** Makes the waiting version the current one; the pages then hear `onTaken`. */
  take(): void
}

export interface VersionEvents {
  /** A newer version is kept completely and waits. */
  onWaiting: () => void
  /** Another version is in charge of this page now. */
  onTaken: () => void
}

/** Registers the worker beside the page. Null where the browser refuses; never throws. */
export async function watchVersion({ onWaiting, onTaken }: VersionEvents): Promise<Version | null> {
  const workers = navigator.serviceWorker
  // The first worker of all takes charge of a page that had none: nothing changes for it.
  let hadWorker = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    if (hadWorker) onTaken()
    hadWorker = true
  })
  const registration = await workers.register('./sw.js', { scope: './', updateViaCache: 'none' }).catch(() => undefined)
  if (registration === undefined) return null
  const look = (): void => { if (registration.waiting !== null && workers.controller !== null) onWaiting() }
  const follow = (): void => registration.installing?.addEventListener('statechange', look)
  look()
  follow()
  registration.addEventListener('updatefound', follow)

  let lookedAt = Date.now()
  const lookForNewer = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < lookAgainAfter) return
    lookedAt = Date.now()
    void registration.update().catch(() => undefined)
  }
  document.addEventListener('visibilitychange', lookForNewer)
  setInterval(lookForNewer, lookAgainAfter / 4)
  return { take: () => registration.waiting?.postMessage({ type: 'SKIP_WAITING' }) }
}

const channelName = 'guatu-version'
/** Tabs of one browser answer within a moment, also from the background. */
const answerTime = 300

/** Lets the tabs of this browser ask each other whether an entry is still open somewhere: a newer version takes them all along. */
export function askTabs(isBusy: () => boolean): { othersBusy: () => Promise<boolean>, leave: () => void } {
  const line = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName)
  let answered: (() => void) | null = null
  if (line !== null) line.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'busy') answered?.()
    else if (data === 'ask' && isBusy()) line.postMessage('busy')
  }
  return {
    othersBusy: () => new Promise(resolve => {
      if (line === null) { resolve(false); return }
      const timer = setTimeout(() => { answered = null; resolve(false) }, answerTime)
      answered = () => { clearTimeout(timer); answered = null; resolve(true) }
      line.postMessage('ask')
    }),
    leave: () => line?.close(),
  }
}
