/** A network drive may take a call and never answer. Then the call has failed, and the round goes on. */
import { segmentTrouble } from './segmentTroubles'
import type { Outcome, Transport } from './transport'

const listWithin = 120_000
const fileWithin = 60_000

function within<T>(limit: number, answer: Promise<Outcome<T>>): Promise<Outcome<T>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { resolve({ ok: false, problem: segmentTrouble('folder_silent') }) }, limit)
    answer.then(resolve, reject).finally(() => { clearTimeout(timer) })
  })
}

/** The same transport, every call of which ends: two minutes for a list, one for a file. What arrives later is seen by a later round. */
export function patient(transport: Transport): Transport {
  return {
    kind: transport.kind,
    list: () => within(listWithin, transport.list()),
    read: path => within(fileWithin, transport.read(path)),
    write: (path, bytes) => within(fileWithin, transport.write(path, bytes)),
    ...(transport.remove !== undefined && { remove: (path: string) => within(fileWithin, transport.remove!(path)) }),
  }
}
