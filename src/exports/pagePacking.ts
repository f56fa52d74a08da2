/**
 * What stands inside the one HTML file: the seal in the open, so that it can be read without unpacking, and plan, ledger and board deflated.
 * The snapshot's text (`snapshotText`) goes in and the same text comes out; whether it is whole is asked of `readSnapshot`.
 */
import type { LedgerEvent } from '../domain/event'
import { eventHash } from '../domain/hash'
import type { Snapshot } from '../domain/snapshot'

/** The id of the data island in the page. */
export const islandId = 'snapshot-data'
/** How it is told that a text is the island's. */
export const islandFormat = 'guatu-page/1'

const through = async (bytes: Uint8Array, by: GenericTransformStream): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(by as ReadableWritablePair<Uint8Array, Uint8Array>)).arrayBuffer())

/** A text deflated, as base64. */
export async function deflated(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate'))
  let binary = ''
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(binary)
}

/** The text again; null where the base64 or what it holds is damaged. */
export async function inflated(base64: string): Promise<string | null> {
  try {
    const binary = atob(base64)
    return new TextDecoder('utf-8', { fatal: true }).decode(await through(Uint8Array.from(binary, sign => sign.charCodeAt(0)), new DecompressionStream('deflate')))
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Hashes are most of a deflated ledger, and follow from the events: one is left out where it does, and `prev` is 0 where it is the device's event before. */
function slim(events: readonly LedgerEvent[]): object[] {
  const last = new Map<string, string>()
  return events.map(event => {
    const { hash, prev, ...rest } = event
    const device = event.device ?? ''
    const isNext = prev !== undefined && prev !== null && prev === last.get(device)
    last.set(device, hash)
    return { ...rest, ...(prev !== undefined && { prev: isNext ? 0 : prev }), ...(eventHash(event) !== hash && { hash }) }
  })
}

/** The events again, whole. What was altered gets another hash, and no longer fits the snapshot's head. */
function whole(ledger: unknown): unknown {
  if (!Array.isArray(ledger)) return ledger
  const last = new Map<unknown, string>()
  return ledger.map((one: unknown) => {
    if (!isObject(one)) return one
    const device = one.device ?? ''
    const event: Record<string, unknown> = one.prev === 0 ? { ...one, prev: last.get(device) ?? null } : { ...one }
    const hash = typeof event.hash === 'string' ? event.hash : eventHash(event)
    last.set(device, hash)
    return { ...event, hash }
  })
}

/** The island's text, unescaped. */
export async function packedSnapshot({ seal, fingerprint, plan, events, board }: Snapshot): Promise<string> {
  return JSON.stringify({ page: islandFormat, ...seal, fingerprint, packed: await deflated(JSON.stringify({ planFile: plan, ledger: slim(events), board })) })
}

/** The snapshot's text for `readSnapshot`; null where the island holds nothing that could be one. */
export async function unpackedSnapshot(island: string): Promise<string | null> {
  try {
    const value: unknown = JSON.parse(island)
    if (!isObject(value) || value.page !== islandFormat || typeof value.packed !== 'string') return null
    const { page: _page, packed, ...seal } = value
    const text = await inflated(packed)
    const rest: unknown = text === null ? null : JSON.parse(text)
    return isObject(rest) ? JSON.stringify({ ...rest, ledger: whole(rest.ledger), ...seal }) : null
  } catch {
    return null
  }
}
