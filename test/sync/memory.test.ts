/** The contract over a place in memory that breaks every promise, and that it does break them. */
import { expect, it } from 'vitest'
import { faultyMemory } from './faultyMemory'
import { transportContract } from './transportContract'

transportContract('memory', faultyMemory)

it('the place in memory does lose, cut, double, fail and lag', async () => {
  let state = 7
  const memory = faultyMemory(() => { state = (state * 16807) % 2147483647; return state / 2147483647 })
  memory.trouble({ failing: 0.1, dropped: 0.1, cut: 0.1, doubled: 0.1, stale: 0.3 })
  const seen = new Set<string>()
  for (let n = 0; n < 200; n++) {
    const path = `u/d/${n}.jsonl`
    const end = memory.end()
    const written = await end.write(path, new Uint8Array(100))
    if (!written.ok) seen.add(memory.files.has(path) ? 'written, not said' : 'failed')
    else if (!memory.files.has(path)) seen.add('lost')
    else if (memory.files.get(path)!.length < 100) seen.add('cut')
    else if (memory.files.get(path)!.some(byte => byte !== 0)) seen.add('garbled')
    if (memory.files.has(`u/d/${n} (1).jsonl`)) seen.add('doubled')
    const listed = await end.list()
    if (listed.ok && listed.value.length < memory.files.size) seen.add('late')
  }
  expect([...seen].sort()).toEqual(['cut', 'doubled', 'failed', 'garbled', 'late', 'lost', 'written, not said'])
})
