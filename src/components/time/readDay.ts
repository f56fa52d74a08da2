/** A date as people type it; loads with the input. Pure. */
import { daysBetween, isDay } from '../../domain/days'
import type { Period } from './stripLayout'

export type ReadDay = { ok: true, day: string } | { ok: false, kind: 'unreadable' | 'outside' }

/**
 * A typed date: 2020-09-15, 2020.9.15, 2020年9月15日, 20200915, 9-15, 9月15日, 0915, also in full-width digits.
 * Without a year it is the day inside the period, in a period of several years the one nearest to `near`.
 */
export function readDay(text: string, period: Period, near = period.start): ReadDay {
  const plain = text.normalize('NFKC').trim().replace(/[日号]$/, '').replace(/\s*[-–—−./。、,年月\s]\s*/g, '-').replace(/-$/, '')
    .replace(/^(\d{4})?(\d{2})(\d{2})$/, (_, year: string | undefined, month: string, day: string) => `${year === undefined ? '' : `${year}-`}${month}-${day}`)
  const match = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (match === null) return { ok: false, kind: 'unreadable' }
  const rest = `${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
  const days = (match[1] === undefined ? yearsOf(period) : [match[1]]).map(year => `${year}-${rest}`).filter(isDay)
  const inside = days.filter(day => day >= period.start && day <= period.end)
    .sort((one, other) => Math.abs(daysBetween(near, one)) - Math.abs(daysBetween(near, other)))
  if (inside[0] !== undefined) return { ok: true, day: inside[0] }
  return { ok: false, kind: days.length === 0 ? 'unreadable' : 'outside' }
}

function yearsOf(period: Period): string[] {
  const first = Number(period.start.slice(0, 4))
  return Array.from({ length: Number(period.end.slice(0, 4)) - first + 1 }, (_, i) => String(first + i).padStart(4, '0'))
}
