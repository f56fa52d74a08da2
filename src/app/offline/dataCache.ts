/** The plans kept for times without a network. */
import { loadPlanList } from '../../stores/planSource'
import { dataCacheName } from './offlinePlace'

/** Brings what is kept of `data/` up to date: every plan of the list, not only the ones that were opened. Without a network it stays as it is. */
export async function keepData(): Promise<void> {
  const list = await loadPlanList()
  if (!list.ok) return
  const cache = await caches.open(dataCacheName)
  for (const file of ['index.json', ...list.value.map(entry => entry.file)]) {
    const address = new URL(`./data/${file}`, location.href).href
    const answer = await fetch(address, { cache: 'no-cache' }).catch(() => null)
    if (answer?.ok === true) await cache.put(address, answer)
  }
}
