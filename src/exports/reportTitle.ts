/** The title of an official paper in lines broken by sense: never inside a word or a number, no line of one or two characters. */

/** 2号 on a line of 28 characters of 3号: what fits with room to both sides. */
const most = 19

const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0)

/** A piece that is too long by itself falls into pieces, never inside a number or a Latin word. */
function piecesOf(text: string): string[] {
  const atoms = text.match(/[\p{Script=Latin}\d.%-]+|./gsu) ?? []
  const pieces: string[] = []
  for (const atom of atoms) {
    const last = pieces.at(-1)
    if (last !== undefined && !/[的、和与及]$/u.test(last) && widthOf(last + atom) <= 8) pieces[pieces.length - 1] = last + atom
    else pieces.push(...(widthOf(atom) > most ? atom.match(/.{1,18}/gsu)! : [atom]))
  }
  return pieces
}

/** Splits where sense allows: after 关于, after the year, before 工作要点 and the like. */
function sensePieces(parts: readonly string[]): string[] {
  return parts.flatMap(part => {
    const found = part.match(/^(\d{4}年)(.+)$/u)
    return (found === null ? [part] : [found[1]!, found[2]!]).flatMap(one => (widthOf(one) <= 13 ? [one] : piecesOf(one)))
  })
}

/** Parts that belong together each (晋江市民政局, 关于, 2020年民政工作要点, 推进情况的报告) → as few lines as hold them, of even length. */
export function titleLines(parts: readonly string[]): string[] {
  const pieces = sensePieces(parts.filter(part => part !== ''))
  const whole = widthOf(pieces.join(''))
  const count = Math.max(1, Math.ceil(whole / most))
  for (let lines = count; lines <= pieces.length; lines++) {
    const best = bestSplit(pieces, lines, whole / lines)
    if (best !== null) return best
  }
  return pieces
}

/** The split into so many lines whose lengths are closest to even; null where a line would not fit. A line that would begin with 的 or a mark costs extra. */
function bestSplit(pieces: readonly string[], lines: number, even: number): string[] | null {
  interface Way { cost: number, lines: readonly string[] }
  const known = new Map<string, Way | null>()
  const wayFrom = (from: number, left: number): Way | null => {
    if (left === 0) return from === pieces.length ? { cost: 0, lines: [] } : null
    const key = `${from} ${left}`
    const old = known.get(key)
    if (old !== undefined) return old
    let best: Way | null = null
    for (let to = from + 1; to <= pieces.length; to++) {
      const line = pieces.slice(from, to).join('')
      const width = widthOf(line)
      if (width > most) break
      const rest = wayFrom(to, left - 1)
      if (rest === null) continue
      const cost = (width - even) ** 2 + (/^[的、，。）》”]/u.test(pieces[to] ?? '') ? 400 : 0) + rest.cost
      if (best === null || cost < best.cost) best = { cost, lines: [line, ...rest.lines] }
    }
    known.set(key, best)
    return best
  }
  const best = wayFrom(0, lines)
  return best === null ? null : [...best.lines]
}
