/** Fingerprints: SHA-256 over canonical JSON (RFC 8785), by one path that also works without crypto.subtle (semantics.md 37-39). */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Plan } from './plan'

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** SHA-256 of bytes, lower-case hex. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** RFC 8785 text of a JSON value. Throws on what JSON cannot say (NaN, lone surrogates). */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null'
}

/** The hash of an event: of its canonical JSON without `hash` and `sig`. */
export function eventHash(event: object): string {
  const { hash: _hash, sig: _sig, ...rest } = event as Record<string, unknown>
  return sha256Hex(canonicalJson(rest))
}

/** The head of a set of events: SHA-256 over their lower-case hashes, sorted, joined by LF. */
export function headOf(hashes: readonly string[]): string {
  return sha256Hex(hashes.map(hash => hash.toLowerCase()).sort().join('\n'))
}

/** The fingerprint of a plan file's content. */
export function planHash(plan: Plan): string {
  return sha256Hex(canonicalJson(plan))
}
