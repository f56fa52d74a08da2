/** Stands in for what a device remembers between visits: all pages that are opened from disk share one storage, so nothing is remembered. */
import { heldSnapshot } from './heldSnapshot'

/** What was found lately. */
export const recentlyFound = (): string[] => []
export const rememberFound = (_what: string): void => { /* found again by typing */ }
export const rememberOpensMine = (_is: boolean): void => { /* there is no unit here */ }
/** Two levels where only what both accepted counts. */
export const isTwoLevelReview = (_plan: string): boolean => heldSnapshot().seal.review === 'accepted_twice'
/** Between demo and real ledger there is nothing to choose. */
export const useWorkspaceSwitch = () => ({ openReal: (): Promise<void> => Promise.resolve(), openDemo: (): Promise<void> => Promise.resolve() })
