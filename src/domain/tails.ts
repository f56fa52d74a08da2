/**
 * The end of a device's chain can be cut without a trace in the chain itself. Once another device has said how many it knows and which was the
 * last, a ledger that lacks it is told so. Source: reliability.md 5, 7 (16); issue 8 part 5.
 */

/** How many events of which device, and the hash of the latest of each. */
export type Heads = Readonly<Record<string, { readonly count: number, readonly hash: string }>>

/** What a device (`by`) said at a moment (`at`, UTC) that it knows; `unit`: who was at work on it. */
export interface Quote { by: string, unit: string | null, at: string, heads: Heads }

export interface MissingTail {
  device: string
  expected: number
  found: number
  /** The head that is not here. */
  hash: string
  by: string
  unit: string | null
  at: string
}

/** Is the value a quote: notes come from a database that others may have written. */
export function readQuote(by: string, value: unknown): Quote | null {
  if (typeof value !== 'object' || value === null) return null
  const { at, unit, heads } = value as { at?: unknown, unit?: unknown, heads?: unknown }
  if (typeof at !== 'string' || typeof heads !== 'object' || heads === null) return null
  const kept = Object.entries(heads).filter(([device, one]: [string, { count?: unknown, hash?: unknown } | null]) => device.startsWith('dev-') && Number.isSafeInteger(one?.count) && typeof one?.hash === 'string')
  return { by, unit: typeof unit === 'string' ? unit : null, at, heads: Object.fromEntries(kept) as Heads }
}

/** Devices of which somebody knows more than is here: one line a device, by the one who knows most (of equals the first to say so), in the order of their names. */
export function missingTails(quotes: readonly Quote[], own: Heads, has: (hash: string) => boolean): MissingTail[] {
  const missing = new Map<string, MissingTail>()
  for (const { by, unit, at, heads } of quotes)
    for (const [device, { count, hash }] of Object.entries(heads)) {
      const found = Object.hasOwn(own, device) ? own[device]!.count : 0
      if (count <= 0 || (has(hash) && found >= count)) continue
      const before = missing.get(device)
      if (before === undefined || count > before.expected || (count === before.expected && `${at} ${by}` < `${before.at} ${before.by}`)) missing.set(device, { device, expected: count, found, hash, by, unit, at })
    }
  return [...missing.values()].sort((one, other) => (one.device < other.device ? -1 : 1))
}
