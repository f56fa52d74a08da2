/** Seeded chance for the demo: the same plan gives the same year on every machine. */

/** The next number in [0, 1). */
export type Chance = () => number

/** A small hash of a text, 32 bits (FNV-1a, mixed at the end); `seed` gives several independent ones. */
export function textHash(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A number between two. */
export const between = (chance: Chance, low: number, high: number): number => low + (high - low) * chance()

/** A whole number below `count`. */
export const below = (chance: Chance, count: number): number => Math.floor(chance() * count)

/** A number as lower-case hex digits of at least `length`. */
export const hexOf = (value: number, length: number): string => value.toString(16).padStart(length, '0')

/** The list in an order by chance. */
export function shuffled<One>(chance: Chance, list: readonly One[]): One[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = below(chance, i + 1)
    const one = copy[i]!
    copy[i] = copy[j]!
    copy[j] = one
  }
  return copy
}
