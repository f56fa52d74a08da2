/** Tabs of one profile tell each other what they have stored. A missed message loses nothing: every tab can look into the database again. */

export type TabMessage =
  /** Lines that are stored now. */
  | { kind: 'lines', lines: readonly string[] }
  /** More than fits a message, or what counts as lost has changed: look again. */
  | { kind: 'changed' }

export interface Tabs {
  tell(message: TabMessage): void
  leave(): void
}

export interface TabOptions {
  channel: string
  /** Key of localStorage whose change says that another tab has written. */
  markerKey: string
  onMessage: (message: TabMessage) => void
}

function isMessage(value: unknown): value is TabMessage {
  const message = value as { kind?: unknown, lines?: unknown } | null
  return typeof message === 'object' && message !== null
    && (message.kind === 'changed' || (message.kind === 'lines' && Array.isArray(message.lines) && message.lines.every(line => typeof line === 'string')))
}

/** Joins the other tabs. Where BroadcastChannel is missing, changes of the marker and coming back to the tab still lead to a look. */
export function joinTabs({ channel, markerKey, onMessage }: TabOptions): Tabs {
  const line = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channel)
  if (line !== null) line.onmessage = (message: MessageEvent<unknown>) => { if (isMessage(message.data)) onMessage(message.data) }
  const onStorage = (change: StorageEvent) => { if (change.key === markerKey) onMessage({ kind: 'changed' }) }
  const onVisible = () => { if (document.visibilityState === 'visible') onMessage({ kind: 'changed' }) }
  const hasPage = typeof window !== 'undefined' && typeof document !== 'undefined'
  if (hasPage) {
    window.addEventListener('storage', onStorage)
    document.addEventListener('visibilitychange', onVisible)
  }
  return {
    tell: message => line?.postMessage(message),
    leave() {
      line?.close()
      if (!hasPage) return
      window.removeEventListener('storage', onStorage)
      document.removeEventListener('visibilitychange', onVisible)
    },
  }
}
