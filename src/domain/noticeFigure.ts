/** The ways in which one figure may stand in a notice: 20个, 20 个, ２０个, 二十个; 约2000名, 2,000名. All texts here are folded ones. */

const digits = '零一二三四五六七八九'
const steps = ['', '十', '百', '千'] as const

/** A whole number below 10 000 in Chinese: 20 → 二十, 105 → 一百零五. */
function inChinese(number: number): string {
  const places = String(number).split('').reverse()
  const words = places.map((digit, i) => (digit === '0' ? '零' : digits[Number(digit)]! + steps[i]!)).reverse().join('')
  return words.replace(/零+/g, '零').replace(/(?!^)零$/, '').replace(/^一十/, '十')
}

/** A Chinese number below 10 000 in digits; null: it is none. */
function inDigits(words: string): string | null {
  let number = 0
  let digit: number | null = null
  for (const word of words) {
    const step = steps.indexOf(word as (typeof steps)[number])
    if (step > 0) { number += (digit ?? 1) * 10 ** step; digit = null }
    else digit = digits.indexOf(word)
  }
  number += digit ?? 0
  return inChinese(number) === words ? String(number) : null
}

const qualifiers = /约|近|不低于|不少于|不小于|不高于|不超过|达到|至少|超过|力争|左右|以上|以下|以内|多(?=[^\d])|余(?=[^\d])/g

/** The figure itself, the same in the other kind of digits, and both without 约, 不低于, 以上; the closest to the plan's own writing first. */
function writingsOf(figure: string): string[] {
  const bare = figure.replace(qualifiers, '')
  const other = (text: string): string => (/\d/.test(text)
    ? text.replace(/(?<![\d.])[1-9]\d{0,3}(?![\d.%‰])/g, number => inChinese(Number(number)))
    : text.replace(/[零一二三四五六七八九十百千]+/g, words => inDigits(words) ?? words))
  return [...new Set([figure, bare, other(figure), other(bare)])].filter(text => text !== '')
}

const numerals = /[零一二三四五六七八九十百千]/
const isDigit = (character: string | undefined): boolean => character !== undefined && character >= '0' && character <= '9'

/** May a figure begin or end between these two characters: not within a longer number. */
function isEdge(before: string | undefined, after: string | undefined, beyond: string | undefined): boolean {
  if (before === undefined || after === undefined) return true
  if (isDigit(after)) return !isDigit(before) && !(/[.,]/.test(before) && isDigit(beyond))
  return !(numerals.test(after) && numerals.test(before))
}

/** The writings as patterns that take commas between the digits, the plan's own first. */
export function patternsOf(figure: string): RegExp[] {
  return writingsOf(figure).map(writing => new RegExp(writing.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\d(?=\d)/g, '$&,?'), 'g'))
}

/** Where one of the {@link patternsOf} a figure stands in a folded text, never as part of a longer number (20个 is not in 120个). */
export function placesOf(pattern: RegExp, folded: string): { start: number, end: number }[] {
  if (folded.search(pattern) === -1) return []
  return [...folded.matchAll(pattern)]
    .map(match => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => isEdge(folded[start - 1], folded[start], folded[start - 2]) && isEdge(folded[end], folded[end - 1], folded[end + 1]))
}
