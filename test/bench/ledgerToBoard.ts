/** Node: 100,000 report lines to a board, hashes apart, against JSON.parse of the same lines. */
import type { LedgerEvent } from '../../src/domain/event'
import { foldEvents } from '../../src/domain/history'
import { lineReader } from '../../src/domain/lineReader'
import { parseLines } from '../../src/domain/lines'
import { indexPlan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { alternate } from './rounds'
import type { Pair } from './rounds'
import { reportLines, widePlan } from './widePlan'

const timed = (work: () => unknown): number => {
  const from = performance.now()
  const kept = work()
  const time = performance.now() - from
  if (kept === undefined) throw new Error('nothing came of the work')
  return time
}

/** `stored`: the lines come one by one, as from the database at start. `file`: they come as one text, as from a backup. `reading`: `stored` without fold and board. */
export interface LedgerToBoard { stored: Pair, file: Pair, reading: Pair, events: number }

/** Memory is given back between rounds, so that one side does not pay for the other's waste. Runs under --expose-gc. */
async function measure(rounds: number, count: number): Promise<LedgerToBoard> {
  const collect = (globalThis as unknown as { gc: () => void }).gc
  const plan = widePlan()
  const index = indexPlan(plan)
  const lines = reportLines(plan, count)
  const text = `${lines.join('\n')}\n`
  const query = { asOf: '2024-09-15', knownAt: '2099-01-01' }
  const rested = (work: () => unknown) => () => {
    collect()
    return timed(work)
  }
  const board = (events: readonly LedgerEvent[]) => boardOf(foldEvents(index, events), query)
  const read = () => {
    const reader = lineReader(plan.id, null)
    for (const line of lines) reader.take(line, 0)
    return reader.done().events
  }
  const readFile = () => parseLines(text, plan.id, { verifyHash: false }).events
  if (read().length !== count || readFile().length !== count) throw new Error(`not all of ${count} lines were read`)
  const bare = rested(() => lines.map(line => JSON.parse(line) as unknown))
  return {
    stored: await alternate(rounds, rested(() => board(read())), bare),
    file: await alternate(rounds, rested(() => board(readFile())), bare),
    reading: await alternate(rounds, rested(read), bare),
    events: count,
  }
}

process.stdout.write(JSON.stringify(await measure(Number(process.argv[2]), Number(process.argv[3]))))
