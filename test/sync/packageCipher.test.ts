/** A passphrase opens only what was sealed with it, unaltered; where the browser has no cipher, it is said before any work. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { canSeal, iterations } from '../../src/sync/packageCipher'
import { packPackage, readPackage } from '../../src/sync/packageFile'
import { plan, seededRandom } from '../ledger/makers'
import { recordFigure, seed, timesOf } from '../tools/figures'
import { eventsOf, inputOf, pack } from './packageMakers'

const passphrase = '四月 丁香 雨后 1987'
const events = eventsOf(4)
async function resultOf(bytes: Uint8Array<ArrayBuffer>, said: string | null): Promise<string> {
  const read = await readPackage('x.guatu', bytes, { plan, passphrase: said })
  return read.kind === 'refused' ? read.problem.code : read.kind
}
const letters = new TextDecoder()
const headOf = (bytes: Uint8Array): string => letters.decode(bytes.subarray(0, bytes.indexOf(10, 15) + 1))
/** The same body behind another head. */
const withHead = (bytes: Uint8Array, head: string): Uint8Array<ArrayBuffer> => Uint8Array.from([...new TextEncoder().encode(head), ...bytes.subarray(headOf(bytes).length)])

afterEach(() => { vi.unstubAllGlobals() })

describe('a sealed package', () => {
  it('opens with its passphrase, also typed in full-width letters, and says nothing of what is in it', async () => {
    const { bytes, name } = await pack(events, { passphrase })
    expect(name).toMatch(/\.guatu$/)
    expect(letters.decode(bytes)).not.toMatch(/yanglao|测试|PK/)
    expect(await resultOf(bytes, null)).toBe('passphrase')
    expect(await resultOf(bytes, '')).toBe('passphrase')
    const read = await readPackage(name, bytes, { plan, passphrase: passphrase.replace('1987', '１９８７') })
    expect(read).toMatchObject({ kind: 'read', isSealed: true, manifest: { count: 4 } })
  })

  it('the key is never cheap: 600,000 rounds, salt and start by chance', async () => {
    const [one, other] = [await pack(events, { passphrase }), await pack(events, { passphrase })]
    const head = JSON.parse(headOf(one.bytes).split('\n')[1]!) as { iterations: number }
    expect(head.iterations).toBeGreaterThanOrEqual(600_000)
    expect(headOf(one.bytes)).not.toBe(headOf(other.bytes))
  })

  it('no wrong passphrase, no flipped bit and no other head opens it', async () => {
    const { bytes } = await pack(events, { passphrase })
    const head = headOf(bytes)
    const random = seededRandom(seed)
    const wrong = ['四月 丁香 雨后 1986', ` ${passphrase}`, ...Array.from({ length: timesOf(1, 60) }, () => String.fromCharCode(...random(12)))]
    const opened: unknown[] = []
    for (const said of wrong) if (await resultOf(bytes, said) === 'read') opened.push(said)
    // The key of this head is made once; flipped bits behind the head are met with it as with any.
    const derive = vi.spyOn(crypto.subtle, 'deriveKey')
    expect(await resultOf(bytes, passphrase)).toBe('read')
    derive.mockResolvedValue(await derive.mock.results[0]!.value as CryptoKey)
    const bits = Array.from({ length: timesOf(300, 4000) }, () => { const [a, b, c] = random(3); return head.length * 8 + (a! << 16 | b! << 8 | c!) % ((bytes.length - head.length) * 8) })
    for (const bit of [...bits, bytes.length * 8 - 1, head.length * 8]) {
      bytes[bit >> 3]! ^= 1 << (bit & 7)
      if (await resultOf(bytes, passphrase) === 'read') opened.push(bit)
      bytes[bit >> 3]! ^= 1 << (bit & 7)
    }
    derive.mockRestore()
    const heads = [
      head.replace(String(iterations), '1000000000'), head.replace(String(iterations), '1000'), head.replace(String(iterations), '599999'), head.replace(String(iterations), '600001'), head.replace(String(iterations), '6e5'), head.replace(/"salt":"../, '"salt":"zz'),
      head.replace('SHA-256', 'SHA-1'), head.replace('{', '{ '), head.replace('}', ',"x":1}'), head.replace('"iv"', '"iv":"0","iv"'), 'GUATU-SEALED/1\n', 'GUATU-SEALED/1\n\n', `GUATU-SEALED/1\n${'{'.repeat(5000)}\n`, head.replace('/1', '/2'),
    ]
    const begun = performance.now()
    for (const other of heads) if (await resultOf(withHead(bytes, other), passphrase) === 'read') opened.push(other)
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect(opened).toEqual([])
    expect(await resultOf(bytes.slice(0, -1), passphrase)).toBe('package_passphrase_wrong')
    expect(await resultOf(withHead(bytes, head.replace(String(iterations), '1000000000')), passphrase)).toBe('package_sealed_header')
    expect(await resultOf(bytes, passphrase)).toBe('read')
    recordFigure({ id: 'package-cipher', name: 'false opens of a sealed package', value: `0 of ${wrong.length + bits.length + heads.length} (${wrong.length} passphrases, ${bits.length} bits, ${heads.length} heads); ${iterations} rounds`, goal: '0; >= 600,000' })
  })

  it('a short passphrase is refused before any work', async () => {
    expect(await packPackage(inputOf(events, { passphrase: '1234567' }))).toMatchObject({ ok: false, problem: { code: 'package_passphrase_short' } })
  })
})

it('on plain http, where the browser has no cipher, it can neither be made nor opened, and the way out is said', async () => {
  const { bytes } = await pack(events, { passphrase })
  const { crypto } = globalThis
  vi.stubGlobal('crypto', { getRandomValues: (array: Uint8Array) => crypto.getRandomValues(array as Uint8Array<ArrayBuffer>) })
  expect(canSeal()).toBe(false)
  const made = await packPackage(inputOf(events, { passphrase }))
  expect(made).toMatchObject({ ok: false, problem: { code: 'package_cipher_missing' } })
  if (!made.ok) expect(made.problem.fix).toMatch(/https.*guatu\.html.*不设口令/)
  expect(await resultOf(bytes, null)).toBe('package_cipher_missing')
  expect(await resultOf(bytes, passphrase)).toBe('package_cipher_missing')
  // Without a passphrase everything works there.
  expect(await resultOf((await pack(events)).bytes, null)).toBe('read')
})
