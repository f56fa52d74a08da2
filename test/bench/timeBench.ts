/** Node: one day-step of the time strip over a plan with 10,000 reports (200 targets by 45 townships), against a copy of the board's columns of numbers. */
import { addDays } from '../../src/domain/days'
import { foldEvents } from '../../src/domain/history'
import { parseLines } from '../../src/domain/lines'
import { indexPlan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { timeCursorOf } from '../../src/domain/timeCursor'
import { alternate } from './rounds'
import type { Pair } from './rounds'
import { reportLines, widePlan } from './widePlan'

/** `cursor`: the cursor's next board; `jump`: its board of a far day; `full`: `boardOf` of the next day. Theirs is always the copy. */
export interface TimePairs { cursor: Pair, jump: Pair, full: Pair, figures: number, columns: number, reports: number }

/** The numbers that a figure is made of: value, goal, completion, progress, pace, gap, lamp, day, staleness, asked, reported, askedAreas. */
const columnsOfNumbers = 12
const knownAt = '2099-01-01'
const start = '2024-01-20'

async function measure(rounds: number, reports: number): Promise<TimePairs> {
  const collect = (globalThis as unknown as { gc: () => void }).gc
  const plan = widePlan()
  const index = indexPlan(plan)
  const history = foldEvents(index, parseLines(`${reportLines(plan, reports).join('\n')}\n`, plan.id, { verifyHash: false }).events)
  const figures = index.targets.size * (index.columns.length + 1)
  const from = Array.from({ length: columnsOfNumbers }, (_, i) => new Float64Array(figures).fill(i))
  const to = from.map(column => new Float64Array(column.length))
  const rested = (work: () => unknown) => () => {
    collect()
    const begun = performance.now()
    work()
    return performance.now() - begun
  }
  /** A single copy is near the clock's own grain: twenty, divided. */
  const copy = () => rested(() => { for (let n = 0; n < 20; n++) for (let i = 0; i < columnsOfNumbers; i++) to[i]!.set(from[i]!) })() / 20
  const cursor = timeCursorOf(history, knownAt)
  let day = start
  const next = () => { day = addDays(day, 1); if (day > plan.period.end) day = start; return day }
  let turn = 0
  const far = () => { turn = (turn * 131 + 57) % 331; return addDays(start, turn) }
  for (let i = 0; i < 30; i++) { cursor(next()); boardOf(history, { asOf: day, knownAt }) }
  return {
    cursor: await alternate(rounds, rested(() => cursor(next())), copy),
    jump: await alternate(rounds, rested(() => cursor(far())), copy),
    full: await alternate(rounds, rested(() => boardOf(history, { asOf: next(), knownAt })), copy),
    figures, columns: columnsOfNumbers, reports,
  }
}

process.stdout.write(JSON.stringify(await measure(Number(process.argv[2]), Number(process.argv[3]))))
