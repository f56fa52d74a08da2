/**
 * Packages as a way between ledgers, for the suite that every transport must pass: whatever file is put, travels in a package of its own (its lines
 * as the ledger of the package, its very bytes as an attachment), and comes out of it again after every check of a package.
 */
import { sha256OfBytes } from '../../src/domain/hash'
import { parseLines } from '../../src/domain/lines'
import { packPackage, readPackage } from '../../src/sync/packageFile'
import { packageProblem } from '../../src/sync/packageProblems'
import type { Transport } from '../../src/sync/transport'
import { inputOf } from './packageMakers'

/** The packages on their way, by the path that was asked for; whoever injects faults does it here. */
export type Mailbox = Map<string, Uint8Array<ArrayBuffer>>

export function packageCarrier(plan: string, mailbox: Mailbox = new Map()): Transport {
  return {
    kind: 'package',
    list: () => Promise.resolve({ ok: true, value: [...mailbox].map(([path, bytes]) => ({ path, size: bytes.length })) }),
    async write(path, bytes) {
      const { events } = parseLines(new TextDecoder().decode(bytes), plan, { verifyHash: true })
      const packed = await packPackage(inputOf(events, { id: path, plan, evidence: [{ hash: sha256OfBytes(bytes), type: 'application/octet-stream', bytes }] }))
      if (!packed.ok) return packed
      mailbox.set(path, packed.value.bytes)
      return { ok: true, value: null }
    },
    async read(path) {
      const package_ = mailbox.get(path)
      if (package_ === undefined) return { ok: false, problem: packageProblem('package_empty') }
      const read = await readPackage(path, package_, { plan })
      if (read.kind !== 'read') return { ok: false, problem: read.kind === 'refused' ? read.problem : packageProblem('package_passphrase_wrong') }
      return { ok: true, value: new Uint8Array(read.evidence[0]!.bytes) }
    },
  }
}
