/** What a round says of the folder: who writes into it, what each of them has received, and what is wrong with which file. */
import type { Problem } from '../domain/problem'
import type { Marker } from '../ledger/marker'
import type { KnownFile } from './folderFiles'
import { segmentTrouble } from './segmentTroubles'

/** A device other than this one that has files there. */
export interface SeenDevice {
  device: string
  unit: string
  /** Events of it that are known here. */
  count: number
  /** Clock of its latest event that is known here, a UTC instant; null where there is none. */
  lastAt: string | null
  /** How many of this device's events it said it has; 0 where it never said. */
  seenOfMine: number
}

export interface Quote { device: string, unit: string, heads: Marker['devices'] }

/** What each device said last. */
export function quotesOf(files: Iterable<KnownFile>): Quote[] {
  const last = new Map<string, NonNullable<KnownFile['head']>>()
  for (const { head } of files) if (head !== null && head.seq > (last.get(head.device)?.seq ?? 0)) last.set(head.device, head)
  return [...last.values()].map(({ device, unit, heads }) => ({ device, unit, heads }))
}

/** `latest`: the clock value of each device's latest event. In the order of units, then devices. */
export function devicesSeen(files: Iterable<KnownFile>, own: string, known: Marker['devices'], latest: ReadonlyMap<string, string>): SeenDevice[] {
  return quotesOf(files)
    .filter(one => one.device !== own)
    .map(({ device, unit, heads }) => ({ device, unit, count: known[device]?.count ?? 0, lastAt: latest.get(device)?.slice(0, 24) ?? null, seenOfMine: heads[own]?.count ?? 0 }))
    .sort((one, other) => (`${one.unit} ${one.device}` < `${other.unit} ${other.device}` ? -1 : 1))
}

/** What is wrong with one file, said as long as it is so. */
export interface SegmentTrouble { path: string, problem: Problem }

/** `also`: troubles that no reading has found. `isSuperseded`: everything that an incomplete file should hold stands in another one. */
export function troublesOf(files: Iterable<KnownFile>, also: readonly (readonly [path: string, problem: Problem])[], isSuperseded: (path: string) => boolean): SegmentTrouble[] {
  // What is not listed is not spoken of; what was read worse than before (its size is asked for anew) is.
  const known = [...files].filter(file => file.missed === 0 || file.size < 0)
  const good = new Set(known.filter(file => file.isWhole && file.problem === null && file.missed === 0).map(file => file.hash))
  const all = new Map<string, Problem>()
  for (const { path, problem, isWhole, hash } of known) {
    if (problem === null) continue
    if (problem.code === 'segment_renamed' && good.has(hash)) all.set(path, segmentTrouble('segment_copied'))
    else all.set(path, !isWhole && isSuperseded(path) ? segmentTrouble('segment_superseded') : problem)
  }
  for (const [path, problem] of also) all.set(path, problem)
  return [...all].map(([path, problem]) => ({ path, problem })).sort((one, other) => (one.path < other.path ? -1 : 1))
}
