/** Text folded for comparison: the same words are found again however they were typed, spaced or copied. */

/** Folded text with the place of each of its characters in the text that it came from. */
export interface FoldedText { text: string, places: readonly number[] }

const alike: Readonly<Record<string, string>> = { '两': '二', '〇': '零', '○': '零', '㎡': '平方米', '•': '·', '‧': '·', '∙': '·', '・': '·', '–': '-', '—': '-', '−': '-', '‑': '-' }
/** Half-width twins, bracketed numbers, and the look-alikes that copying from a PDF leaves behind. */
const twins = /[\u2474-\u249b\u2e80-\u2fdf\u3200-\u33ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef]/
const dropped = /[\s\u200b-\u200f\u2060\ufeff“”‘’"'「」『』]/

/** What a character counts as: nothing for spaces and quotation marks. A tab stays: it stands between two cells of a table. */
function foldedOf(character: string): string {
  if (character >= '\u4e00' && character <= '\u9fff') return alike[character] ?? character
  if (character === '\t') return '\t'
  if (dropped.test(character)) return ''
  return alike[character] ?? (twins.test(character) ? character.normalize('NFKC').replace(/\s/g, '') : character)
}

/** Folds a text: half-width signs, no spaces, no quotation marks, 两 as 二. */
export function foldText(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) folded += foldedOf(text[i]!)
  return folded
}

/** Folds a text and keeps where each character came from (UTF-16 places). */
export function foldWithPlaces(text: string): FoldedText {
  let folded = ''
  const places: number[] = []
  for (let i = 0; i < text.length; i++) {
    const part = foldedOf(text[i]!)
    folded += part
    for (let n = 0; n < part.length; n++) places.push(i)
  }
  return { text: folded, places }
}
