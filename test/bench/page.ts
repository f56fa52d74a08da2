/** What the bench asks the browser to do. */
import type { Plan } from '../../src/domain/plan'
import type { Pair } from './rounds'
import type { EditPairs } from './editBench'
import { measureAppend } from './appendBench'
import { measureEdit } from './editBench'

export interface Bench {
  append(rounds: number): Promise<Pair>
  edit(plan: Plan | null, asOf: string, rounds: number): Promise<EditPairs>
}

const bench: Bench = { append: measureAppend, edit: measureEdit }
Object.assign(window, { bench })
