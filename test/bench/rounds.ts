/** Two ways of doing a thing, in alternating rounds on one machine: only their ratio is worth keeping. */

export interface Pair { ours: number[], theirs: number[] }

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The median of the rounds' own ratios. */
export const ratioOf = ({ ours, theirs }: Pair): number => median(ours.map((time, i) => time / theirs[i]!))

/** Runs both `rounds` times after one round to warm up, each first in every other round; milliseconds. */
export async function alternate(rounds: number, ours: (round: number) => number | Promise<number>, theirs: (round: number) => number | Promise<number>): Promise<Pair> {
  const pair: Pair = { ours: [], theirs: [] }
  for (let round = -1; round < rounds; round++) {
    const isOursFirst = round % 2 === 0
    const first = await (isOursFirst ? ours : theirs)(round)
    const second = await (isOursFirst ? theirs : ours)(round)
    if (round < 0) continue
    pair.ours.push(isOursFirst ? first : second)
    pair.theirs.push(isOursFirst ? second : first)
  }
  return pair
}
