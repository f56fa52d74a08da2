/** What a package would bring besides its lines: values that contradict ours, and chains that stay broken. */
import type { ChainBreak } from '../domain/chain'
import { chainBreaks } from '../domain/chain'
import type { LedgerEvent } from '../domain/event'
import { canonicalJson } from '../domain/hash'
import type { ParsedLines } from '../domain/lineReader'

/** The lines of a package and those it keeps apart, as one to take in: our own clock judges both. */
export function joinLines(lines: ParsedLines, apart: ParsedLines): ParsedLines {
  const known = new Set(lines.events.map(event => event.hash))
  const more = apart.events.filter(event => !known.has(event.hash))
  return { events: [...lines.events, ...more], aside: [...lines.aside, ...apart.aside], foreign: lines.foreign + apart.foreign, repeated: lines.repeated + apart.repeated + apart.events.length - more.length, refused: lines.refused ?? apart.refused }
}

const placeOf = ({ data, at }: LedgerEvent): string => JSON.stringify([data.target, data.area, at])
const isReport = (event: LedgerEvent): boolean => event.v === 1 && event.type === 'report'

function saysOf({ data }: LedgerEvent): string {
  const { note: _note, ...rest } = data
  return canonicalJson(rest)
}

/** Cells and days for which another unit's report here says something else than one that comes. */
export function rivalsIn(known: readonly LedgerEvent[], fresh: readonly LedgerEvent[]): number {
  const coming = fresh.filter(isReport)
  const places = new Set(coming.map(placeOf))
  if (places.size === 0) return 0
  const retracted = new Set([...known, ...fresh].flatMap(event => (event.type === 'retract' && typeof event.data.event === 'string' ? [event.data.event] : [])))
  const here = new Map<string, LedgerEvent[]>()
  for (const event of known) {
    if (!isReport(event) || retracted.has(event.id) || !places.has(placeOf(event))) continue
    const place = placeOf(event)
    here.set(place, [...here.get(place) ?? [], event])
  }
  const rivals = coming.filter(event => !retracted.has(event.id) && (here.get(placeOf(event)) ?? []).some(other => other.by?.unit !== event.by?.unit && saysOf(other) !== saysOf(event)))
  return new Set(rivals.map(placeOf)).size
}

/** Breaks in the chains of `events` that remain when everything in `around` is there too. */
export function breaksIn(events: readonly LedgerEvent[], around: readonly LedgerEvent[]): ChainBreak[] {
  const own = new Set(events.map(event => event.id))
  const all = new Map([...around, ...events].map(event => [event.hash, event]))
  return chainBreaks([...all.values()]).filter(one => own.has(one.event))
}
