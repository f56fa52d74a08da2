/** Makers of report packages for tests. */
import type { LedgerEvent } from '../../src/domain/event'
import { sha256OfBytes } from '../../src/domain/hash'
import type { PackageInput, PackedPackage } from '../../src/sync/packageFile'
import { packPackage } from '../../src/sync/packageFile'
import { foreignEvent, plan } from '../ledger/makers'

export const device = 'dev-00000000000000aa'
/** Bytes that begin like a photo; every number another one. */
export const photo = (n: number, size = 600): Uint8Array => Uint8Array.from({ length: size }, (_none, i) => ([0xff, 0xd8, 0xff, 0xe0][i] ?? (i * 31 + n * 7) % 251))
export const evidenceFile = (n: number) => { const bytes = photo(n); return { hash: sha256OfBytes(bytes), type: 'image/jpeg', bytes } }

/** A chain of events of one device, as its ledger would have them. */
export function chainOf(name: string, count: number, fields: Partial<LedgerEvent> = {}): LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (let n = 0; n < count; n += 1) events.push(foreignEvent(n, { device: name, id: `${name}-${n}`, prev: events.at(-1)?.hash ?? null, ...fields }))
  return events
}

export const eventsOf = (count: number): LedgerEvent[] => chainOf('a1', count, { by: { name: '张三', unit: 'yanglao' } })

export function inputOf(events: readonly LedgerEvent[], fields: Partial<PackageInput> = {}): PackageInput {
  return {
    id: '0190b6a2-0000-7000-8000-000000000001', plan, planTitle: '测试计划', area: '测试市', demo: false, made: '2020-07-02T01:30:00.000Z', by: { name: '张三', unit: 'yanglao' }, device,
    scope: 'all', unit: null, since: null, events, heads: {}, quarantined: [], evidence: [], passphrase: null, ...fields,
  }
}

/** A package, or the test fails. */
export async function pack(events: readonly LedgerEvent[], fields: Partial<PackageInput> = {}): Promise<PackedPackage> {
  const packed = await packPackage(inputOf(events, fields))
  if (!packed.ok) throw new Error(packed.problem.code)
  return packed.value
}
