/** A place in memory that breaks every promise a transport could make, as often as it is told (reliability.md 1, 7). */
import type { Listed, Outcome, Transport } from '../../src/sync/transport'
import type { Carrier, CarrierFaults } from './transportContract'

const broken = <T>(why: string): Outcome<T> => ({ ok: false, problem: { code: 'folder_failed', why, fix: 'again' } })

/** Ends that share one place. While there is trouble: calls fail, writes are lost, cut or doubled, lists are old or turned round, answers come late. */
export function faultyMemory(random: () => number): Carrier & { files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let faults: CarrierFaults | null = null
  let lists: Listed[][] = []
  const isHit = (share: number): boolean => faults !== null && random() < share
  const pause = async (): Promise<void> => { if (isHit(0.3)) await new Promise(resolve => { setTimeout(resolve, random() * 3) }) }
  const end = (): Transport => ({
    kind: 'memory',
    async list() {
      await pause()
      if (isHit(faults?.failing ?? 0)) return broken('list')
      const now = [...files].map(([path, bytes]) => ({ path, size: bytes.length }))
      lists = [...lists.slice(-20), now]
      const shown = isHit(faults?.stale ?? 0) ? lists[Math.floor(random() * lists.length)]! : now
      return { ok: true, value: isHit(0.5) ? [...shown].reverse() : shown }
    },
    async read(path) {
      await pause()
      const bytes = files.get(path)
      if (bytes === undefined || isHit(faults?.failing ?? 0)) return broken('read')
      return { ok: true, value: isHit(faults?.cut ?? 0) ? bytes.slice(0, Math.floor(random() * bytes.length)) : bytes.slice() }
    },
    async write(path, bytes) {
      await pause()
      if (isHit(faults?.failing ?? 0)) return broken('write')
      if (isHit(faults?.dropped ?? 0)) return { ok: true, value: null }
      const kept = isHit(faults?.cut ?? 0) ? bytes.slice(0, Math.floor(random() * bytes.length)) : bytes.slice()
      files.set(path, kept)
      if (isHit(faults?.doubled ?? 0)) files.set(path.replace(/\.jsonl$/, ' (1).jsonl'), kept)
      return isHit(faults?.failing ?? 0) ? broken('written, and not said') : { ok: true, value: null }
    },
  })
  return { end, trouble: given => { faults = given; lists = [] }, files }
}
