/** A moment in words of UTC+8: 今天 17:05, 昨天 09:00, 9月15日 09:00. */
import { addDays, dayOfMoment } from '../../domain/days'
import type { SafekeepingWords } from './safekeepingWords'

export function whenText(instant: string, now: number, words: SafekeepingWords): string {
  const moment = Date.parse(instant)
  const day = dayOfMoment(moment)
  const today = dayOfMoment(now)
  const name = day === today ? words.today : day === addDays(today, -1) ? words.yesterday : words.monthDay(Number(day.slice(5, 7)), Number(day.slice(8, 10)))
  return `${name} ${new Date(moment + 8 * 3_600_000).toISOString().slice(11, 16)}`
}
