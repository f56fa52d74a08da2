/**
 * The visible text of a paper, part by part: a slide, a sheet, a section, a chart. Only digests of it are kept, so that an edited page can
 * be named also after another program saved the file again: blanks, runs, styles and part names do not matter.
 */
import { sha256Hex } from '../domain/hash'
import { BrokenZip, namesOf, textOf } from './zipParts'
import type { Zip } from './zipParts'

export const partKinds = ['slide', 'sheet', 'section', 'chart', 'picture'] as const
export type PartKind = typeof partKinds[number]

/** One part as sealed: what it is, its title (at most 24 characters), the first 10 digits of the SHA-256 of its text. */
export type PartDigest = readonly [kind: PartKind, title: string, digest: string]

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const unescaped = (text: string): string => (!text.includes('&') ? text : text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0x10ffff ? whole : String.fromCodePoint(code)
}))
const blanks = /[\s\u00a0\u200b\ufeff]+/g
const blankless = (text: string): string => text.replace(blanks, '')
const partOf = (kind: PartKind, title: string, text: string): PartDigest => [kind, [...title].slice(0, 24).join(''), sha256Hex(text).slice(0, 10)]

/** Paragraphs of a text body; `element` is `a` (slides) or `w` (documents). Fields (page numbers) and fallback copies are left out. */
function paragraphsOf(xml: string, element: 'a' | 'w'): string[] {
  const own = xml.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '').replace(/<a:fld [\s\S]*?<\/a:fld>/g, '')
  const texts = element === 'a' ? /<a:t(?: [^>]*)?>([^<]*)<\/a:t>/g : /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g
  return own.split(`</${element}:p>`).map(part => blankless(unescaped([...part.matchAll(texts)].map(found => found[1]!).join('')))).filter(text => text !== '')
}

/** A heading of an official document opens a section: 一、…, 附件… */
const opensSection = /^(?:[一二三四五六七八九十]{1,3}、|附[件表录])/

/** Lines in order → sections, each under its heading. */
function sectionsOf(lines: readonly string[]): PartDigest[] {
  const sections: { title: string, lines: string[] }[] = []
  for (const line of lines) {
    if (sections.length === 0 || opensSection.test(line)) sections.push({ title: line, lines: [line] })
    else sections.at(-1)!.lines.push(line)
  }
  return sections.map(({ title, lines: all }) => partOf('section', title, all.join('')))
}

/** Numbers in the caches of a chart's series; programs write them with more or fewer digits. */
function chartDigest(xml: string, title: string): PartDigest {
  const values = [...xml.matchAll(/<c:(val|yVal)>([\s\S]*?)<\/c:\1>/g)].flatMap(([, , body]) => [...body!.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(found => Number(Number(found[1]).toPrecision(6))))
  return partOf('chart', title, values.join(' '))
}

const numbered = (names: readonly string[], pattern: RegExp): string[] =>
  names.flatMap(name => { const found = pattern.exec(name); return found === null ? [] : [[Number(found[1]), name] as const] }).sort((one, other) => one[0] - other[0]).map(([, name]) => name)

/** Targets of a part's relations by their type's last word. */
function relatedOf(zip: Zip, part: string, type: string): string[] {
  const folder = part.slice(0, part.lastIndexOf('/'))
  const rels = textOf(zip, `${folder}/_rels/${part.slice(folder.length + 1)}.rels`) ?? ''
  return [...rels.matchAll(/<Relationship [^>]*>/g)].flatMap(([tag]) => {
    const target = /Target="([^"]*)"/.exec(tag)?.[1]
    return target !== undefined && new RegExp(`Type="[^"]*/${type}"`).test(tag) ? [target.startsWith('/') ? target.slice(1) : joined(folder, target)] : []
  })
}

function joined(folder: string, target: string): string {
  const steps = folder.split('/')
  for (const step of target.split('/')) { if (step === '..') steps.pop(); else if (step !== '.') steps.push(step) }
  return steps.join('/')
}

function chartsOf(zip: Zip, part: string, title: string): PartDigest[] {
  return relatedOf(zip, part, 'chart').map(name => chartDigest(textOf(zip, name) ?? '', title)).sort((one, other) => (one[2] < other[2] ? -1 : 1))
}

function slideParts(zip: Zip): PartDigest[] {
  return numbered(namesOf(zip), /^ppt\/slides\/slide(\d+)\.xml$/).flatMap(name => {
    const lines = paragraphsOf(textOf(zip, name) ?? '', 'a')
    const title = lines[0] ?? ''
    return [partOf('slide', title, lines.join('')), ...chartsOf(zip, name, title)]
  })
}

const plainCell = /^<is><t(?: [^>]*)?>([^<]*)<\/t><\/is>$/
const cellType = /\bt="([^"]*)"/
const cellValue = /<v(?: [^>]*)?>([^<]*)<\/v>/

function cellText(attributes: string, body: string, shared: readonly string[]): string {
  const type = cellType.exec(attributes)?.[1]
  if (type === 'inlineStr') { const plain = plainCell.exec(body); return blankless(plain === null ? stringOf(body) : unescaped(plain[1]!)) }
  const value = cellValue.exec(body)?.[1]
  if (value === undefined) return ''
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'str' || type === 'e' || type === 'd') return blankless(unescaped(value))
  return value.length < 10 ? String(Number(value)) : String(Number(Number(value).toPrecision(10)))
}

/** The text of a string item, without its reading aids. */
function stringOf(xml: string): string {
  return unescaped([...xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(found => found[1]!).join(''))
}

/** A sheet's cells that say something, in order. Cells are cut by their closing tags: a pattern over the whole sheet takes twice as long. */
function cellsOf(xml: string, shared: readonly string[]): string[] {
  const list: string[] = []
  for (const piece of xml.split('</c>')) {
    // Empty cells before it stand in the same piece and close themselves.
    const at = piece.lastIndexOf('<c ')
    if (at < 0) continue
    const end = piece.indexOf('>', at)
    const text = cellText(piece.slice(at, end), piece.slice(end + 1), shared)
    if (text !== '') list.push(text)
  }
  return list
}

/** Charts of a workbook are drawn from its cells, so these alone are read. */
function sheetParts(zip: Zip): PartDigest[] {
  const shared = (textOf(zip, 'xl/sharedStrings.xml') ?? '').split('</si>').map(item => blankless(stringOf(item)))
  const rels = textOf(zip, 'xl/_rels/workbook.xml.rels') ?? ''
  const targets = new Map([...rels.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [/\bId="([^"]*)"/.exec(tag)?.[1] ?? '', /Target="([^"]*)"/.exec(tag)?.[1] ?? '']))
  return [...(textOf(zip, 'xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*>/g)].flatMap(([tag]) => {
    const title = unescaped(/\bname="([^"]*)"/.exec(tag)?.[1] ?? '')
    const target = targets.get(/r:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? ''
    const part = target.startsWith('/') ? target.slice(1) : joined('xl', target)
    const cells = cellsOf(textOf(zip, part) ?? '', shared)
    return [partOf('sheet', title, cells.join('\u0001'))]
  })
}

/** The parts of an Office file, in its order. */
export function officeParts(zip: Zip, format: 'pptx' | 'docx' | 'xlsx'): PartDigest[] {
  if (format === 'pptx') return slideParts(zip)
  if (format === 'xlsx') return sheetParts(zip)
  const text = textOf(zip, 'word/document.xml')
  if (text === null) throw new BrokenZip()
  return [...sectionsOf(paragraphsOf(text, 'w')), ...chartsOf(zip, 'word/document.xml', '')]
}

/** The parts of a text for people: HTML and SVG without their marks, tables as they are. */
export function textParts(text: string, format: 'html' | 'svg' | 'csv' | 'markdown'): PartDigest[] {
  if (format === 'html' || format === 'svg') {
    const body = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style|metadata|title|desc)\b[\s\S]*?<\/\1>/gi, '').replace(/^[\s\S]*<body[^>]*>/i, '')
    const lines = body.split(/<\/(?:p|h\d|td|th|li|div|text|tr|section|header|footer|figcaption)>/i).map(part => blankless(unescaped(part.replace(/<[^>]*>/g, '')))).filter(line => line !== '')
    return format === 'svg' ? [partOf('picture', lines[0] ?? '', lines.join(''))] : sectionsOf(lines)
  }
  const lines = text.split(/\r\n?|\n/).map(line => blankless(line).replace(format === 'csv' ? /["\t,;]/g : /\|?-{3,}:?|:-+|\\/g, '')).filter(line => line !== '')
  return [partOf('sheet', '', lines.join(''))]
}

/** Of a picture its packed pixels. */
export const pictureParts = (pixels: string): PartDigest[] => [partOf('picture', '', pixels)]

export interface EditedPart {
  kind: PartKind
  title: string
  /** 1-based among the parts of its kind, in the file where it stands, of `gone` in the file as it was made. */
  number: number
  change: 'edited' | 'gone' | 'added'
}

/** What of a file differs from what was sealed. A part that only moved is not named. */
export function editedParts(sealed: readonly PartDigest[], found: readonly PartDigest[]): EditedPart[] {
  const numbers = (parts: readonly PartDigest[]) => { const counts = new Map<PartKind, number>(); return parts.map(([kind]) => { const n = (counts.get(kind) ?? 0) + 1; counts.set(kind, n); return n }) }
  const left = new Map<string, number>()
  for (const [kind, , digest] of found) left.set(kind + digest, (left.get(kind + digest) ?? 0) + 1)
  const sealedNumbers = numbers(sealed)
  const foundNumbers = numbers(found)
  const missing = sealed.flatMap((part, i) => { const key = part[0] + part[2]; const n = left.get(key) ?? 0; if (n > 0) { left.set(key, n - 1); return [] } return [{ part, number: sealedNumbers[i]! }] })
  const fresh = found.flatMap((part, i) => { const key = part[0] + part[2]; const n = left.get(key) ?? 0; if (n === 0) return []; left.set(key, n - 1); return [{ part, number: foundNumbers[i]! }] })
  const edited = missing.map(({ part, number }): EditedPart => {
    const at = [fresh.findIndex(one => one.part[0] === part[0] && one.part[1] === part[1]), fresh.findIndex(one => one.part[0] === part[0] && one.number === number)].find(i => i >= 0)
    const other = at === undefined ? undefined : fresh.splice(at, 1)[0]
    return { kind: part[0], title: part[1] === '' ? other?.part[1] ?? '' : part[1], number: other?.number ?? number, change: other === undefined ? 'gone' : 'edited' }
  })
  return [...edited, ...fresh.map(({ part, number }): EditedPart => ({ kind: part[0], title: part[1], number, change: 'added' }))]
}
