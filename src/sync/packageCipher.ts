/**
 * A passphrase for a whole package: `GUATU-SEALED/1`, one line of JSON with how the key is made, then AES-256-GCM over the zip. The two lines
 * are authenticated with it. Only by the browser's own cipher, off the main thread; where there is none (plain http) nothing is sealed or opened.
 */
import type { Outcome } from './transport'
import { packageProblem } from './packageProblems'

const magic = 'GUATU-SEALED/1\n'
export const iterations = 600_000
/** A file may ask for more work than we do, but not for a day of it. */
const mostIterations = 2_000_000
const shortestPassphrase = 8
const longestHead = 300
const shortestBody = 16
const headPattern = /^\{"iterations":(\d{6,7}),"iv":"([0-9a-f]{24})","kdf":"PBKDF2-SHA-256","salt":"([0-9a-f]{32})"\}\n$/

type Bytes = Uint8Array<ArrayBuffer>

function browserCipher(): SubtleCrypto | null {
  const held = globalThis.crypto as Partial<Crypto> | undefined
  return held?.subtle ?? null
}

/** Can packages be sealed and opened here. */
export const canSeal = (): boolean => browserCipher() !== null

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
/** Full-width letters that an input method leaves are those of the keyboard. */
const typed = (passphrase: string): string => passphrase.normalize('NFKC')

async function keyOf(subtle: SubtleCrypto, passphrase: string, salt: Bytes, rounds: number, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const base = await subtle.importKey('raw', new TextEncoder().encode(typed(passphrase)), 'PBKDF2', false, ['deriveKey'])
  return subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, base, { name: 'AES-GCM', length: 256 }, false, [use])
}

/** Is it a package with a passphrase, by its first bytes. */
export const isSealed = (bytes: Uint8Array): boolean => magic.split('').every((letter, i) => bytes[i] === letter.charCodeAt(0))

/** Why a passphrase is not taken; asked before any work. Null: it is good. */
export function passphraseProblem(passphrase: string): Extract<Outcome<never>, { ok: false }> | null {
  if (!canSeal()) return { ok: false, problem: packageProblem('package_cipher_missing') }
  return [...typed(passphrase)].length < shortestPassphrase ? { ok: false, problem: packageProblem('package_passphrase_short') } : null
}

/** The package behind its passphrase. Never rejects. */
export async function sealBytes(zip: Bytes, passphrase: string): Promise<Outcome<Bytes>> {
  const subtle = browserCipher()
  const refused = passphraseProblem(passphrase)
  if (refused !== null) return refused
  if (subtle === null) return { ok: false, problem: packageProblem('package_cipher_missing') }
  try {
    const salt = crypto.getRandomValues(new Uint8Array(16))
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const head = new TextEncoder().encode(`${magic}{"iterations":${iterations},"iv":"${hexOf(iv)}","kdf":"PBKDF2-SHA-256","salt":"${hexOf(salt)}"}\n`)
    const body = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head }, await keyOf(subtle, passphrase, salt, iterations, 'encrypt'), zip))
    const whole = new Uint8Array(head.length + body.length)
    whole.set(head)
    whole.set(body, head.length)
    return { ok: true, value: whole }
  } catch {
    return { ok: false, problem: packageProblem('package_failed') }
  }
}

/** The zip in a sealed package. A wrong passphrase and altered bytes cannot be told apart, and both open nothing. Never rejects. */
export async function openSealed(bytes: Bytes, passphrase: string): Promise<Outcome<Bytes>> {
  const subtle = browserCipher()
  if (subtle === null) return { ok: false, problem: packageProblem('package_cipher_missing') }
  const end = bytes.indexOf(10, magic.length) + 1
  const said = end <= magic.length || end > longestHead ? null : headPattern.exec(new TextDecoder().decode(bytes.subarray(magic.length, end)))
  const rounds = Number(said?.[1])
  if (said === null || !(rounds >= iterations && rounds <= mostIterations) || bytes.length - end < shortestBody) return { ok: false, problem: packageProblem('package_sealed_header') }
  try {
    const key = await keyOf(subtle, passphrase, bytesOf(said[3]!), rounds, 'decrypt')
    return { ok: true, value: new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(said[2]!), additionalData: bytes.subarray(0, end) }, key, bytes.subarray(end))) }
  } catch {
    return { ok: false, problem: packageProblem('package_passphrase_wrong') }
  }
}
