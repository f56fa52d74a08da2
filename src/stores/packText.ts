/** Long texts made small for storing, by the browser's own deflate; as they are where it has none. */
import type { PackedText } from '../ledger/snapshotShelf'

const through = async (bytes: Uint8Array, by: GenericTransformStream): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(by as ReadableWritablePair<Uint8Array, Uint8Array>)).arrayBuffer())

export async function packText(text: string): Promise<PackedText> {
  const bytes = new TextEncoder().encode(text)
  return typeof CompressionStream === 'undefined' ? { isDeflated: false, bytes } : { isDeflated: true, bytes: await through(bytes, new CompressionStream('deflate')) }
}

/** Null where the bytes are no longer what was stored. */
export async function unpackText({ isDeflated, bytes }: PackedText): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(isDeflated ? await through(bytes, new DecompressionStream('deflate')) : bytes)
  } catch {
    return null
  }
}
