/**
 * A believable year for any plan, for those who look before they begin: allocations, monthly reports, meetings, and what goes wrong
 * in between. Made anew from the plan each time, the same to the byte; all of it is 演示数据 and says so (see `demoMark`).
 */
import type { LedgerEvent } from './event'
import type { Plan, PlanIndex } from './plan'
import { dayNumber } from './days'
import type { Calendar } from './demoCalendar'
import { calendarOf, later, workNumber, workday } from './demoCalendar'
import { demoPlanOf } from './demoCells'
import type { Chance } from './demoChance'
import { below, chanceOf, shuffled, textHash } from './demoChance'
import type { Diary } from './demoDiary'
import { diaryOf } from './demoDiary'
import { demoFates } from './demoFates'
import type { Fate } from './demoFates'
import { reporterOf } from './demoReports'
import type { Mishap, Mishaps } from './demoReports'
import { writeSlips } from './demoSlips'
import { eventHash } from './hash'

/** The department that keeps allocations, marks and meetings: the office, else the first one. */
function officeOf({ departments, chapters }: Plan): string {
  const office = departments.find(({ id, name }) => name.includes('办公室') || id === 'office') ?? departments[0]
  return office?.id ?? chapters[0]?.tasks[0]?.lead ?? 'office'
}

function writeMeetings(diary: Diary, { meetings }: Calendar, unit: string): void {
  meetings.forEach((on, i) => {
    const at = workday(later(on, -7))
    diary.write(dayNumber(at), unit, 'meeting', at, { id: `m${i + 1}`, number: i + 1, on, name: `第${'一二三四'[i]}次调度会` })
  })
}

/** Some reports go wrong: a few are corrected, one is returned, one retracted. By the fate of their cell. */
function mishapsOf(chance: Chance, fates: readonly Fate[], { past }: Calendar): Map<Fate, Mishaps> {
  const fit = shuffled(chance, fates.filter(({ cell, isSilent, mark }) =>
    cell.isLamped && !cell.isCeiling && cell.sites.length === 0 && !isSilent && mark === null && cell.goal > 1 && /count|amount|stock/.test(cell.target.measure)))
    .sort((one, other) => Number(other.cell.goal >= 8) - Number(one.cell.goal >= 8))
  const kinds: Mishap[] = ['returned', 'retracted', 'corrected', 'missed', ...fit.slice(0, fit.length / 30).map((_, i) => (i % 3 === 0 ? 'missed' : 'corrected'))]
  return new Map(past < 4 ? [] : fit.slice(0, kinds.length).map((fate, i) => [fate, { kind: kinds[i]!, place: 2 + below(chance, past - 3) }]))
}

/**
 * The whole year's events in the order of recordedAt. `hash` is a placeholder of the right shape and `prev` is null: the screen needs
 * neither, and SHA-256 over thousands of lines would be waited for; {@link sealEvents} gives both.
 */
export function demoEvents(index: PlanIndex): LedgerEvent[] {
  const { plan } = index
  const chance = chanceOf(textHash(plan.id))
  const office = officeOf(plan)
  const demo = demoPlanOf(index, chance)
  const calendar = calendarOf(plan, demo.cells.length)
  const diary = diaryOf(plan, chance)
  for (const [target, shares] of demo.shares)
    diary.write(workNumber(dayNumber(calendar.start) + 8), office, 'allocate', calendar.start, { target, shares })
  writeMeetings(diary, calendar, office)
  const fates = demoFates(chance, demo, calendar, plan)
  const mishaps = mishapsOf(chance, fates, calendar)
  const report = reporterOf(diary, plan, calendar, chance, office)
  for (const fate of fates) {
    const { cell, mark } = fate
    if (mark !== null)
      diary.write(workNumber(dayNumber(mark.from) + 10), office, 'exempt', mark.from, { target: cell.target.id, area: cell.area, state: mark.state, reason: mark.reason })
    report(fate, mishaps.get(fate))
  }
  writeSlips(diary, index, fates, calendar, chanceOf(textHash(plan.id, 7)), office)
  return diary.stamped()
}

/** Gives events their true hashes, part by part: each names its device's event before it. Takes them in the order of recordedAt. */
export function eventSealer(): (events: readonly LedgerEvent[]) => LedgerEvent[] {
  const last = new Map<string, string>()
  return events => events.map(event => {
    const device = event.device ?? ''
    const sealed = { ...event, prev: last.get(device) ?? null }
    sealed.hash = eventHash(sealed)
    last.set(device, sealed.hash)
    return sealed
  })
}

/** All at once: what is exported. */
export const sealEvents = (events: readonly LedgerEvent[]): LedgerEvent[] => eventSealer()(events)
