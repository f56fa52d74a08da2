/** How demo entries are told from real ones wherever they travel: the name that stands on each of them (product.md "What the product must never do"). */
import type { LedgerEvent } from './event'

/** `by.name` of everything generated or entered in a demo workspace. */
export const demoName = '演示数据'

/** Was the event made in a demo workspace. */
export const isDemoEvent = (event: LedgerEvent): boolean => event.by?.name === demoName
