/** A hint how easily a passphrase is guessed; it forbids nothing but what is too short. */
export type Strength = 'none' | 'short' | 'weak' | 'fair' | 'good'

export const shortestPassphrase = 8

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /\p{Script=Han}/u, /[^\p{L}\p{Nd}]/u] as const

/** How many of its letters do more than go on by one step from the one before (`12345678`, `aaaa`). */
function freeLetters(letters: readonly string[]): number {
  const codes = letters.map(letter => letter.codePointAt(0)!)
  return codes.filter((code, i) => i < 2 || code - codes[i - 1]! !== codes[i - 1]! - codes[i - 2]!).length
}

export function strengthOf(passphrase: string): Strength {
  const letters = [...passphrase.normalize('NFKC')]
  if (letters.length === 0) return 'none'
  if (letters.length < shortestPassphrase) return 'short'
  const free = Math.min(freeLetters(letters), new Set(letters).size * 2)
  const score = free + 2 * kinds.filter(kind => kind.test(passphrase)).length
  return score < 12 ? 'weak' : score < 18 ? 'fair' : 'good'
}
