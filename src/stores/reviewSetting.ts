/** 两级审核 of a plan, on this device: who looks first is the bureau's own custom and changes no figure. */
import { reachStorage } from '../ledger/device'

const keyOf = (plan: string): string => `guatu.twoLevelReview:${plan}`

export function isTwoLevelReview(plan: string): boolean {
  try { return reachStorage()?.getItem(keyOf(plan)) === '1' } catch { return false }
}

export function setTwoLevelReview(plan: string, is: boolean): void {
  try { reachStorage()?.setItem(keyOf(plan), is ? '1' : '0') } catch { /* chosen again next time */ }
}
