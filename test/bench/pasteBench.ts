/** Node: a block of 45 townships by 100 targets, copied from Excel, matched and checked against a ledger of 27,000 reports. */
import { knownAtLimit } from '../../src/domain/clock'
import { foldEvents } from '../../src/domain/history'
import { parseLines } from '../../src/domain/lines'
import { indexPlan } from '../../src/domain/plan'
import { checkBlock } from '../../src/intake/checkBlock'
import { clipboardBlock } from '../../src/intake/clipboardBlock'
import { matchBlock } from '../../src/intake/matchBlock'
import { reportLines, widePlan } from './widePlan'

/** Milliseconds of each round: the HTML read, names matched, cells checked. */
export interface PasteTimes { read: number[], match: number[], check: number[], cells: number, states: Record<string, number> }

/** Milliseconds of this process's own work, compiling and collecting included: waiting for a busy machine is not script. Run under --single-threaded. */
const worked = (): number => process.cpuUsage().user / 1000

function measure(rounds: number): PasteTimes {
  const plan = widePlan()
  const at = '2024-09-15'
  const events = parseLines(`${reportLines(plan, 27_000).join('\n')}\n`, plan.id, { verifyHash: false }).events
  const present = { today: at, limit: knownAtLimit('2099-01-01') }
  const history = foldEvents(indexPlan(plan), events)
  const targets = [...history.index.targets.values()].map(placed => placed.target)
  const pasted = targets.slice(0, 100)
  const figure = (measure: string, n: number): string => (n % 97 === 0 ? '7O' : measure === 'rate' ? `${n % 60}/60` : String(300 + n % 90))
  const rows = [['镇街', ...pasted.map(target => target.name)], ...(plan.area.children ?? []).map((area, r) => [area.name, ...pasted.map((target, c) => figure(target.measure, r * 100 + c))])]
  const html = `<html><body><table>${rows.map(row => `<tr height=19 style='height:14.25pt'>${row.map(text => `<td class=xl65 style='border-top:none;border-left:none'>${text}</td>`).join('')}</tr>`).join('\n')}</table></body></html>`
  const times: PasteTimes = { read: [], match: [], check: [], cells: 0, states: {} }
  for (let round = 0; round < rounds; round++) {
    // Names and figures are looked up anew in every round: a fresh index stands for the first paste of a visit.
    const index = indexPlan(plan)
    const from = worked()
    const block = clipboardBlock(html, '')!
    const isRead = worked()
    const match = matchBlock(block, { index, purpose: 'report', targets: pasted.map(target => target.id), alsoByName: [], start: null })
    const isMatched = worked()
    const lines = checkBlock(history, { at, purpose: 'report', cells: match.cells }, new Map(), present)
    times.read.push(isRead - from)
    times.match.push(isMatched - isRead)
    times.check.push(worked() - isMatched)
    times.cells = lines.length
    times.states = {}
    for (const { state } of lines) times.states[state] = (times.states[state] ?? 0) + 1
  }
  return times
}

process.stdout.write(JSON.stringify(measure(Number(process.argv[2]))))
