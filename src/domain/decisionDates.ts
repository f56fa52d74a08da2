/**
 * Days named in a sentence typed at a meeting (10月10日前, 月底, 下周五, 三天内). Pure: the day of the meeting is passed in. Days are calendar days in
 * UTC+8; working days leave out weekends only, since a sentence names no holidays.
 */
import { addDays, addMonths, daysBetween, isDay, monthEnd } from './days'

/** A stretch of the text that names a day. `from` and `to` are places in the text as given. */
export interface NamedDay { day: string, from: number, to: number }

const digits = '零一二三四五六七八九'
const figure = '[0-9一二三四五六七八九十]{1,3}'
const before = '(?:以前|之前|前)?'

/** 十, 二十五, 25 → 25; null where it is none. */
function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (parts === null || text === '') return null
  const [, tens, ten, ones] = parts
  if (ten === undefined) return tens !== undefined && ones === undefined ? digits.indexOf(tens) : null
  return (tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (ones === undefined ? 0 : digits.indexOf(ones))
}

const madeDay = (year: number, month: number, day: number): string | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** A day without a year is the next one of its name; one that passed less than half a year ago was meant as past: null. */
function withYear(today: string, of: (year: number) => string | null): string | null {
  const year = Number(today.slice(0, 4))
  const own = of(year)
  if (own === null || own >= today) return own
  const next = of(year + 1)
  return next !== null && daysBetween(today, next) <= 183 ? next : null
}

const weekdays = '一二三四五六'
/** Monday first: 1 to 7. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

function workdaysLater(today: string, count: number): string {
  let day = today
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (weekdayOf(day) < 6) left -= 1
  }
  return day
}

/** What is known while a sentence is read: today, and the month named last. */
interface Reading { today: string, month: string | null }
type Rule = readonly [pattern: RegExp, day: (parts: readonly (string | undefined)[], reading: Reading) => string | null]

/** The month of the sentence, else that of today. */
const monthOf = ({ today, month }: Reading): string => month ?? today.slice(0, 7)
const endOf = (month: string): string => monthEnd(`${month}-01`)
const tenDays: Readonly<Record<string, string>> = { 上: '10', 中: '20', 初: '05' }

function partOfMonth(month: string, part: string): string {
  return tenDays[part[0]!] === undefined ? endOf(month) : `${month}-${part === '中' ? '15' : tenDays[part[0]!]!}`
}

const parts = '上旬|中旬|下旬|初|中|底|末'

/** In order of trying: the longer form first. */
const rules: readonly Rule[] = [
  [/^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?/, ([, year, month, day]) => madeDay(Number(year), Number(month), Number(day))],
  [new RegExp(`^(\\d{4})年(\\d{1,2})月(${parts})`), ([, year, month, part]) => { const first = madeDay(Number(year), Number(month), 1); return first === null ? null : partOfMonth(first.slice(0, 7), part!) }],
  [new RegExp(`^(${figure})月份?(${figure})[日号]`), ([, month, day], { today }) => { const [m, d] = [numberOf(month!), numberOf(day!)]; return m === null || d === null ? null : withYear(today, year => madeDay(year, m, d)) }],
  [new RegExp(`^(${figure})月份?(${parts})`), ([, month, part], { today }) => { const m = numberOf(month!); return m === null ? null : withYear(today, year => { const first = madeDay(year, m, 1); return first === null ? null : partOfMonth(first.slice(0, 7), part!) }) }],
  [new RegExp(`^(本|这个|当|下个?|次)月(${figure})[日号]`), ([, which, day], { today }) => { const d = numberOf(day!); const month = addMonths(`${today.slice(0, 7)}-01`, /^[下次]/.test(which!) ? 1 : 0); return d === null ? null : madeDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), d) }],
  [new RegExp(`^(?:(本|这个|当|下个?|次)月|月)(${parts})`), ([, which, part], reading) => partOfMonth(which === undefined ? monthOf(reading) : addMonths(`${reading.today.slice(0, 7)}-01`, /^[下次]/.test(which) ? 1 : 0).slice(0, 7), part!)],
  [/^(本|这个?|下下|下个?)?(?:周|星期|礼拜)([一二三四五六日天])/, ([, which, name], { today }) => {
    const wanted = weekdays.indexOf(name!) + 1 || 7
    const weeks = which === undefined ? (wanted < weekdayOf(today) ? 1 : 0) : which === '下下' ? 2 : which.startsWith('下') ? 1 : 0
    return addDays(today, wanted - weekdayOf(today) + 7 * weeks)
  }],
  [/^(本|这|下)周(?:内|末)?/, ([, which], { today }) => addDays(today, 5 - weekdayOf(today) + (which === '下' ? 7 : 0))],
  [new RegExp(`^(${figure}|两)个?工作日(?:内|以内|之内)?`), ([, count], { today }) => { const n = count === '两' ? 2 : numberOf(count!); return n === null ? null : workdaysLater(today, n) }],
  [new RegExp(`^(${figure}|两)[天日](?:内|以内|之内|后)`), ([, count], { today }) => { const n = count === '两' ? 2 : numberOf(count!); return n === null ? null : addDays(today, n) }],
  [new RegExp(`^(${figure}|两)(?:个?星期|周)(?:内|以内|之内|后)`), ([, count], { today }) => { const n = count === '两' ? 2 : numberOf(count!); return n === null ? null : addDays(today, 7 * n) }],
  [new RegExp(`^(${figure}|两|半)个月(?:内|以内|之内|后)`), ([, count], { today }) => { if (count === '半') return addDays(today, 15); const n = count === '两' ? 2 : numberOf(count!); return n === null ? null : addMonths(today, n) }],
  [/^(?:第?([一二三四1-4])季度|(本)?季度?)[末底]/, ([, which], { today }) => {
    const quarter = which === undefined ? Math.ceil(Number(today.slice(5, 7)) / 3) : numberOf(which)!
    return withYear(today, year => monthEnd(`${year}-${String(quarter * 3).padStart(2, '0')}-01`))
  }],
  [/^(?:今年)?年(?:底|末|内)|^年前/, (_, { today }) => `${today.slice(0, 4)}-12-31`],
  [/^(?:国庆节?)(?:以前|之前|前)/, (_, { today }) => withYear(today, year => `${year}-09-30`)],
  [/^(今天|今日|当天|当日)/, (_, { today }) => today],
  [/^(明天|明日)/, (_, { today }) => addDays(today, 1)],
  [/^大后天/, (_, { today }) => addDays(today, 3)],
  [/^后天/, (_, { today }) => addDays(today, 2)],
  // A day alone: of the month named last, else the next of its name.
  [new RegExp(`^(${figure})[日号](?=(?:以前|之前|前))`), ([, day], { today, month }) => {
    const d = numberOf(day!)
    if (d === null) return null
    const own = madeDay(Number((month ?? today).slice(0, 4)), Number((month ?? today).slice(5, 7)), d)
    if (month !== null || (own !== null && own >= today)) return own
    const next = addMonths(`${today.slice(0, 7)}-01`, 1)
    return madeDay(Number(next.slice(0, 4)), Number(next.slice(5, 7)), d)
  }],
]

const tail = new RegExp(`^${before}`)

/** The days that a sentence names, in order, none before `today`. Full-width digits count. */
export function namedDays(text: string, today: string): NamedDay[] {
  const plain = [...text].map(sign => (/[０-９／．－]/u.test(sign) ? sign.normalize('NFKC') : sign)).join('')
  const found: NamedDay[] = []
  const reading: Reading = { today, month: null }
  for (let at = 0; at < plain.length;) {
    const rest = plain.slice(at)
    // Inside a number no day begins.
    const isInside = at > 0 && /[\d一二三四五六七八九十.]/.test(plain[at - 1]!) && /^[\d一二三四五六七八九十]/.test(rest)
    const match = isInside ? null : firstMatch(rest, reading)
    if (match === null) { at += 1; continue }
    const to = at + match.length + tail.exec(plain.slice(at + match.length))![0].length
    if (match.day !== null && match.day >= today) { found.push({ day: match.day, from: at, to }); reading.month = match.day.slice(0, 7) }
    at = to
  }
  return found
}

function firstMatch(rest: string, reading: Reading): { day: string | null, length: number } | null {
  for (const [pattern, dayOf] of rules) {
    const match = pattern.exec(rest)
    if (match !== null) return { day: dayOf(match, reading), length: match[0].length }
  }
  return null
}
