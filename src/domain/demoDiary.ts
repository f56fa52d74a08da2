/** Events of the demo before they have an id, a clock value and a hash: gathered by the day they are recorded on, then stamped in order. */
import type { LedgerEvent } from './event'
import type { Plan } from './plan'
import type { Chance } from './demoChance'
import { below, hexOf, textHash } from './demoChance'
import { demoName } from './demoMark'

/** Makes the events of one plan: first what they say, in the diary; id, clock value and hash when all are known. */
export interface Diary {
  /** Notes an event on the day (its number) on which it is recorded by a department; within a day they keep the order they came in. */
  write(day: number, unit: string, type: string, at: string, data: Record<string, unknown>): LedgerEvent
  /** The same for an event that names an earlier one. */
  writeOf(named: LedgerEvent, day: number, unit: string, type: string, at: string, data: Record<string, unknown>): void
  /** All in the order of recordedAt. Hashes are placeholders, unique in the plan. */
  stamped(): LedgerEvent[]
}

/** Days that four digits of a year can say. */
const [firstDay, lastDay] = [-719_528, 2_932_896]

/** UUID version 7 of a moment: unique by its count, the rest by chance. */
function idOf(moment: number, chance: Chance, count: string): string {
  const time = hexOf(Math.max(0, moment), 12)
  const random = below(chance, 0x4000000)
  return `${time.slice(0, 8)}-${time.slice(8)}-${(0x7000 | (random & 0xfff)).toString(16)}-${(0x8000 | (random >>> 12)).toString(16)}-${hexOf(below(chance, 0x10000), 4)}${count}`
}

/** An empty diary. Office hours are 09:00 to 18:00 in UTC+8; every department has one device. */
export function diaryOf(plan: Plan, chance: Chance): Diary {
  const authors = new Map<string, { device: string, by: { name: string, unit: string } }>()
  const days = new Map<number, LedgerEvent[]>()
  const named = new Map<LedgerEvent, LedgerEvent>()

  function authorOf(unit: string) {
    let author = authors.get(unit)
    if (author === undefined) {
      const text = `${plan.id}/${unit}`
      authors.set(unit, author = { device: `dev-${hexOf(textHash(text, 1), 8)}${hexOf(textHash(text, 2), 8)}`, by: { name: demoName, unit } })
    }
    return author
  }
  function write(on: number, unit: string, type: string, at: string, data: Record<string, unknown>): LedgerEvent {
    const day = Math.min(Math.max(on, firstDay), lastDay)
    const { device, by } = authorOf(unit)
    const event: LedgerEvent = { v: 1, id: '', plan: plan.id, type, at, recordedAt: '', device, by, data, prev: null, hash: '' }
    const list = days.get(day)
    if (list === undefined) days.set(day, [event])
    else list.push(event)
    return event
  }
  function stamped(): LedgerEvent[] {
    const mark = hexOf(textHash(plan.id), 56)
    const events: LedgerEvent[] = []
    for (const [day, list] of [...days].sort(([one], [other]) => one - other)) {
      const room = 9 * 3_600_000 / list.length
      list.forEach((event, i) => {
        const moment = day * 86_400_000 + 3_600_000 + Math.floor(i * room) + below(chance, room * 0.6)
        const count = hexOf(events.length, 8)
        event.recordedAt = `${new Date(moment).toISOString()}/0000/${event.device}`
        event.id = idOf(moment, chance, count)
        event.hash = mark + count
        const of = named.get(event)
        if (of !== undefined) event.data[event.type === 'slip_step' ? 'ask' : 'event'] = of.id
        events.push(event)
      })
    }
    return events
  }
  return { write, writeOf: (of, ...rest) => { named.set(write(...rest), of) }, stamped }
}
