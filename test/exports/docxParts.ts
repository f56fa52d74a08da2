/** A DOCX taken apart: its parts as text, and whether each is well-formed XML. */
import { strFromU8, unzipSync } from 'fflate'

export const partsOf = (bytes: Uint8Array): Map<string, string> => new Map(Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path)).map(([path, part]) => [path, strFromU8(part)]))

/** Why a text is no well-formed XML; null where it is. Strict: one root, tags in pairs, attributes in quotes and once, known entities, no illegal character. */
export function malformed(text: string): string | null {
  if (/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text.replace(/[\t\n\r]/g, ''))) return 'an illegal character'
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) return 'a bare ampersand'
  const open: string[] = []
  let roots = 0
  let at = 0
  for (const match of text.matchAll(/<(?:\?[^>]*\?|!--.*?--|(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?))>/gs)) {
    const between = text.slice(at, match.index)
    if (between.includes('<')) return `a stray < before ${match[0].slice(0, 40)}`
    if (open.length === 0 && between.trim() !== '') return 'text outside the root'
    at = match.index + match[0].length
    const [, closing, name, attributes, single] = match
    if (name === undefined) continue
    const names = [...attributes!.matchAll(/([\w:.-]+)="/g)].map(one => one[1])
    if (new Set(names).size < names.length) return `an attribute twice in ${name}`
    if (closing === '/') { if (open.pop() !== name) return `</${name}> closes another` }
    else {
      if (open.length === 0) roots += 1
      if (single === '') open.push(name)
    }
  }
  if (text.slice(at).includes('<')) return 'a stray < at the end'
  return open.length > 0 ? `${open.at(-1)!} stays open` : roots === 1 ? null : `${roots} roots`
}

const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

/** The texts of all runs in a piece of WordprocessingML, as one. */
export const wordText = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(match => unescaped(match[1]!)).join('')

/** Every table as rows of cell texts. */
export const wordTables = (xml: string): string[][][] => [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => wordText(cell))))

/** Values of a chart's caches: categories, and per series its name and numbers (null where a point is missing). */
export function chartCaches(xml: string): { categories: string[], series: { name: string, values: (number | null)[] }[] } {
  const points = (piece: string | undefined): string[] => {
    const list: string[] = []
    for (const [, index, value] of (piece ?? '').matchAll(/<c:pt idx="(\d+)"[^>]*><c:v>([^<]*)<\/c:v>/g)) list[Number(index)] = unescaped(value!)
    return list
  }
  const series = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) => {
    const count = Number(/<c:val>.*?<c:ptCount val="(\d+)"/s.exec(one)![1])
    const values = points(/<c:val>.*?<\/c:val>/s.exec(one)![0])
    return { name: points(/<c:tx>.*?<\/c:tx>/s.exec(one)![0])[0]!, values: Array.from({ length: count }, (_, i) => (values[i] === undefined ? null : Number(values[i]))) }
  })
  return { categories: points(/<c:cat>.*?<\/c:cat>/s.exec(xml)?.[0]), series }
}
