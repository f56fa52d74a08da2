/** A place that breaks every promise a transport could make, as often as it is told (reliability.md 1, 7): over memory, or over any other transport. */
import type { Listed, Outcome, Transport } from '../../src/sync/transport'
import type { Carrier, CarrierFaults } from './transportContract'

type Files = Map<string, Uint8Array<ArrayBuffer>>
const broken = <T>(why: string): Outcome<T> => ({ ok: false, problem: { code: 'folder_failed', why, fix: 'again' } })

function memoryOver(files: Files): Transport {
  return {
    kind: 'memory',
    list: () => Promise.resolve({ ok: true, value: [...files].map(([path, bytes]) => ({ path, size: bytes.length })) }),
    read: path => Promise.resolve(files.has(path) ? { ok: true, value: files.get(path)!.slice() } : broken('missing')),
    write: (path, bytes) => { files.set(path, bytes.slice()); return Promise.resolve({ ok: true, value: null }) },
  }
}

/**
 * Ends that share one place. While there is trouble: calls fail, writes are lost, cut, garbled or doubled, lists are old or turned round, answers come late.
 * `files` is where `base` keeps what was written, byte by byte as it travels.
 */
export function faultyPlace(random: () => number, files: Files, base: Transport): Carrier & { files: Files } {
  let faults: CarrierFaults | null = null
  let lists: (readonly Listed[])[] = []
  const isHit = (share: number): boolean => faults !== null && random() < share
  const pause = async (): Promise<void> => { if (isHit(0.3)) await new Promise(resolve => { setTimeout(resolve, random() * 3) }) }
  const spoilt = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    if (!isHit(faults?.cut ?? 0)) return bytes
    const at = Math.floor(random() * bytes.length)
    return isHit(0.5) ? bytes.slice(0, at) : bytes.map((byte, i) => (i === at ? byte ^ 16 : byte))
  }
  const end = (): Transport => ({
    kind: base.kind,
    async list() {
      await pause()
      const now = await base.list()
      if (!now.ok || isHit(faults?.failing ?? 0)) return broken('list')
      lists = [...lists.slice(-20), now.value]
      const shown = isHit(faults?.stale ?? 0) ? lists[Math.floor(random() * lists.length)]! : now.value
      return { ok: true, value: isHit(0.5) ? [...shown].reverse() : shown }
    },
    async read(path) {
      await pause()
      if (isHit(faults?.failing ?? 0)) return broken('read')
      const answer = await base.read(path)
      return answer.ok ? { ok: true, value: spoilt(answer.value) } : answer
    },
    async write(path, bytes) {
      await pause()
      if (isHit(faults?.failing ?? 0)) return broken('write')
      if (isHit(faults?.dropped ?? 0)) return { ok: true, value: null }
      const written = await base.write(path, bytes)
      const arrived = files.get(path)
      if (arrived !== undefined) files.set(path, spoilt(arrived))
      if (arrived !== undefined && isHit(faults?.doubled ?? 0)) files.set(path.replace(/\.jsonl$/, ' (1).jsonl'), files.get(path)!)
      return isHit(faults?.failing ?? 0) ? broken('written, and not said') : written
    },
  })
  return { end, trouble: given => { faults = given; lists = [] }, files }
}

export function faultyMemory(random: () => number): Carrier & { files: Files } {
  const files: Files = new Map()
  return faultyPlace(random, files, memoryOver(files))
}
