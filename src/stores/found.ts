/** What this device remembers of the search and of 我的; apart from the rest, because it loads with them. */
import { reachStorage } from '../ledger/device'
import { mineKey } from './remembered'

const foundKey = 'guatu.found'
const most = 40

/** What was opened from the search, the last first; one text a thing, made by the search. */
export function recentlyFound(): readonly string[] {
  try {
    const list: unknown = JSON.parse(reachStorage()?.getItem(foundKey) ?? '[]')
    return Array.isArray(list) ? list.filter(one => typeof one === 'string') : []
  } catch { return [] }
}
export function rememberFound(what: string): void {
  try { reachStorage()?.setItem(foundKey, JSON.stringify([what, ...recentlyFound().filter(one => one !== what)].slice(0, most))) } catch { /* found again by typing */ }
}

export function rememberOpensMine(is: boolean): void {
  try { reachStorage()?.setItem(mineKey, is ? '1' : '0') } catch { /* asked again next time */ }
}
