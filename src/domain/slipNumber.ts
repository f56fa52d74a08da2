/** The number on a slip by the office's own pattern. Source: issue 7 part 3; practice.md 2.5 (统一编号). */
import type { Problem } from './problem'
import type { Slip } from './slip'

const counter = /\{(n{1,4})\}/
const word = /\{[^{}]*\}?|\}/g
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/**
 * Why a pattern cannot number slips, or null. Words: `{year}`, `{level}`, and the count exactly once: `{n}` 7, `{nn}` 07, `{nnn}` 007.
 * At most 60 characters, on one line.
 */
export function patternProblem(pattern: string): Problem | null {
  const words = pattern.match(word) ?? []
  const unknown = words.find(one => one !== '{year}' && one !== '{level}' && !new RegExp(`^${counter.source}$`).test(one))
  if (unknown !== undefined) return { code: 'number_pattern_word', why: `编号规则里的「${unknown}」不认识`, fix: '只用 {year}、{level} 和 {n}、{nn} 或 {nnn}' }
  const counts = words.filter(one => counter.test(one)).length
  if (counts !== 1) return { code: 'number_pattern_count', why: counts === 0 ? '编号规则里没有流水号' : '编号规则里有两个流水号', fix: '写一个 {nn}，如 {year}-{nn}' }
  if (pattern.trim() !== pattern || pattern.length > 60 || /[\r\n]/.test(pattern)) return { code: 'number_pattern_long', why: '编号规则太长，或首尾有空格', fix: '写短些，60 字以内' }
  return null
}

/**
 * The next number: one more than the highest that the pattern gave in that year, and never one that any slip bears, also a withdrawn one.
 * `level`: the word for `{level}`; levels share one count. A pattern that is no pattern counts plainly.
 */
export function nextNumber(pattern: string, year: string | number, slips: readonly Pick<Slip, 'order'>[], level = ''): string {
  const whole = patternProblem(pattern) === null ? pattern : '{year}-{nn}'
  const digits = counter.exec(whole)![1]!.length
  const inYear = whole.split('{year}').join(String(year))
  const shape = new RegExp(`^${inYear.split(/(\{[^}]*\})/).map(part => (counter.test(part) ? String.raw`(\d{1,9})` : part === '{level}' ? '.*' : escaped(part))).join('')}$`)
  const used = new Set(slips.map(slip => slip.order.number))
  let n = 1
  for (const number of used) n = Math.max(n, Number(shape.exec(number)?.[1] ?? 0) + 1)
  const written = (): string => inYear.split('{level}').join(level).replace(counter, String(n).padStart(digits, '0'))
  while (used.has(written())) n += 1
  return written()
}
