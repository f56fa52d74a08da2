/**
 * What reading JSON passes over in silence: a name given twice (the last holds), digits that no number keeps, `-0`, and a key named `__proto__`
 * (reliability.md 5). Small: it stands in the first load, with the ledger's lines.
 */

const withoutTexts = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"/g, '')
const namesIn = (text: string): number => withoutTexts(text).split(':').length

/** More digits than a number keeps, a minus before nothing, a power that ends in nothing. */
function isLossy(literal: string): boolean {
  const digits = literal.replace(/e.*|[-.]/gi, '').replace(/^0+|0+$/g, '')
  return digits.length > 17 || (+literal === 0 && (digits !== '' || literal < '0'))
}

/** Does a JSON text say more than the `value` it gave (nested 32 levels at most). */
export function saysMore(text: string, value: unknown): boolean {
  const again = JSON.stringify(value)
  return again.includes('"__proto__":') || namesIn(text) !== namesIn(again) || (withoutTexts(text).match(/-0[\d.e+-]*|[\d.]{16,}[\de+-]*|[\d.]+e[\d+-]+/gi) ?? []).some(isLossy)
}
