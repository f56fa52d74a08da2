/** How a notice numbers its parts: 第一部分, 第一章, 一、, (一), 1., (1), ①, and 一是 within a paragraph. All texts here are folded ones. */

/** A number at the head of a paragraph or of a piece of one. */
export interface NumberMark {
  /** 0 is the outermost. */
  rank: number
  /** As a section such as 二(二)一 writes it. */
  token: string
}

const han = '[一二三四五六七八九十百零]{1,5}'
interface Kind { rank: number, token: string, after: string }
const kinds: readonly Kind[] = [
  { rank: 0, token: `第(?:${han}|\\d{1,2})(?:部分|编|篇)`, after: '' },
  { rank: 1, token: `第(?:${han}|\\d{1,2})章`, after: '' },
  { rank: 2, token: `第(?:${han}|\\d{1,2})[节条]`, after: '' },
  // 一、二级 is a list of grades, not a number.
  { rank: 2, token: han, after: `[、.](?!${han}[级类档次期线])` },
  { rank: 3, token: `\\(${han}\\)`, after: '' },
  { rank: 4, token: '\\d{1,3}', after: '[.、](?!\\d)' },
  { rank: 5, token: '\\(\\d{1,2}\\)', after: '' },
  { rank: 5, token: '\\d{1,2}', after: '\\)' },
  { rank: 6, token: '[①-⑳]', after: '' },
  { rank: 7, token: han, after: '[是要]' },
]
/** 一是 and 一要: innermost, and over at the end of the paragraph that they stand in. */
export const listedRank = 7

const heads = kinds.map(kind => ({ ...kind, pattern: new RegExp(`^(${kind.token})${kind.after}`) }))
const inner = new RegExp(`[。;:!?](?=(?:${kinds.slice(3).map(kind => `(?:${kind.token})${kind.after}`).join('|')}))`, 'g')

/** The number that a folded text begins with; null: it begins with words. */
export function markAt(folded: string): NumberMark | null {
  for (const { rank, pattern } of heads) {
    const token = pattern.exec(folded)?.[1]
    if (token !== undefined) return { rank, token: rank === 5 && !token.startsWith('(') ? `(${token})` : token }
  }
  return null
}

/** Where numbered pieces begin within a folded paragraph, its own beginning left out. */
export function innerMarks(folded: string): number[] {
  return [...folded.matchAll(inner)].map(match => match.index + 1)
}

/** The ways in which a plan may write the section at the end of this path of tokens: with its part or chapter, and without. */
export function sectionKeys(path: readonly NumberMark[]): string[] {
  const inside = path.filter(mark => mark.rank > 1)
  const keys = (marks: readonly NumberMark[]): string[] => marks.map((_mark, i) => marks.slice(0, i + 1).map(mark => mark.token).join(''))
  return inside.length === path.length ? keys(path) : [...keys(path), ...keys(inside)]
}

const tokens = new RegExp(`第(?:${han}|\\d{1,2})(?:部分|编|篇|章|节|条)|\\((?:${han}|\\d{1,2})\\)|\\d{1,3}|[①-⑳]|${han}`, 'g')

/** A section as a plan writes it (二(二)一, 二、（二）1.), in the writing of {@link sectionKeys}; expects folded text. */
export const sectionKeyOf = (folded: string): string => (folded.match(tokens) ?? []).join('')
