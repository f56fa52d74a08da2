/** Names of sheets that Excel and WPS take: at most 31 characters, none of []:*?/\, no apostrophe at the ends, each once whatever its case or width. */
import { withoutForbidden } from '../wording/safeText'

const longest = 31
const marksOfDirection = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

function cut(text: string, length: number): string {
  return text.length <= length ? text : withoutForbidden(text.slice(0, length))
}

function legal(name: string): string {
  const plain = withoutForbidden(name).replace(marksOfDirection, '').replace(/[[\]:*?/\\：＊？／＼［］]+/g, '_').replace(/\s+/g, ' ').trim().replace(/^'+|'+$/g, '').trim()
  return plain === '' ? '表' : cut(plain, longest).replace(/'+$/, '')
}

/** Legal names in the same order. */
export function legalSheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set(['history'])
  const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase()
  return names.map(wanted => {
    const base = legal(wanted)
    let name = base
    for (let n = 2; taken.has(keyOf(name)); n += 1) name = `${cut(base, longest - String(n).length - 2).replace(/'+$/, '')}(${n})`
    taken.add(keyOf(name))
    return name
  })
}
