/** A reader of workbooks that shares nothing with the writer: unzipped by fflate, cells taken from the XML by hand. */
import { strFromU8, unzipSync } from 'fflate'

export interface ReadCell { value: string | number | null, formula: string | null, /** As in the file: s, str, n … */ kind: string, format: string }
export interface ReadSheet { name: string, cells: ReadonlyMap<string, ReadCell>, xml: string, rowCount: number }
export interface ReadBook { parts: ReadonlyMap<string, string>, sheets: readonly ReadSheet[], names: readonly { name: string, scope: number | null, range: string }[] }

const plain = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, '\'').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replace(/&amp;/g, '&')
/** Texts in cells carry what XML cannot as _xHHHH_. */
const unescaped = (text: string): string => plain(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
const attribute = (tag: string, name: string): string | null => { const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag); return found === null ? null : plain(found[1]!) }

export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))
}

/** Formats by style index. */
function formatsOf(styles: string): string[] {
  const codes = new Map([...styles.matchAll(/<numFmt [^>]*>/g)].map(([tag]) => [attribute(tag, 'numFmtId')!, attribute(tag, 'formatCode')!]))
  const xfs = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)![1]!
  return [...xfs.matchAll(/<xf [^>]*>/g)].map(([tag]) => codes.get(attribute(tag, 'numFmtId')!) ?? '')
}

export function readSheets(bytes: Uint8Array): ReadBook {
  const parts = partsOf(bytes)
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, inner]) => unescaped([...inner!.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(one => one[1]).join('')))
  const formats = formatsOf(parts.get('xl/styles.xml')!)
  const workbook = parts.get('xl/workbook.xml')!
  const targets = new Map([...parts.get('xl/_rels/workbook.xml.rels')!.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [attribute(tag, 'Id')!, attribute(tag, 'Target')!]))
  const sheets = [...workbook.matchAll(/<sheet [^>]*>/g)].map(([tag]): ReadSheet => {
    const xml = parts.get(`xl/${targets.get(attribute(tag, 'r:id')!)!}`)!
    const cells = new Map<string, ReadCell>()
    let rowCount = 0
    for (const [, open, inner] of xml.matchAll(/<c( [^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const at = attribute(open!, 'r')!
      const kind = attribute(open!, 't') ?? 'n'
      const raw = /<v[^>]*>([^<]*)<\/v>/.exec(inner ?? '')?.[1]
      const formula = /<f[^>]*>([^<]*)<\/f>/.exec(inner ?? '')?.[1]
      const inline = [...(inner ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(one => one[1]).join('')
      const value = kind === 'inlineStr' ? unescaped(inline) : raw === undefined ? null : kind === 's' ? shared[Number(raw)]! : kind === 'str' || kind === 'e' ? unescaped(raw) : Number(raw)
      rowCount = Math.max(rowCount, Number(/\d+$/.exec(at)![0]))
      cells.set(at, { value, formula: formula === undefined ? null : plain(formula), kind, format: formats[Number(attribute(open!, 's') ?? 0)]! })
    }
    return { name: attribute(tag, 'name')!, cells, xml, rowCount }
  })
  const names = [...workbook.matchAll(/<definedName ([^>]*)>([^<]*)<\/definedName>/g)].map(([, open, range]) => ({ name: attribute(` ${open!}`, 'name')!, scope: attribute(` ${open!}`, 'localSheetId') === null ? null : Number(attribute(` ${open!}`, 'localSheetId')), range: plain(range!) }))
  return { parts, sheets, names }
}

export const columnLetters = (column: number): string => (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + column % 26)

/** The value in a cell; rows and columns from 0. */
export const valueAt = (sheet: ReadSheet, row: number, column: number): string | number | null => sheet.cells.get(`${columnLetters(column)}${row + 1}`)?.value ?? null

/** Rows under a head (a row from 0) as objects by the words of the head. */
export function tableUnder(sheet: ReadSheet, head: number): Record<string, string | number | null>[] {
  const heads: string[] = []
  for (let column = 0; valueAt(sheet, head, column) !== null; column += 1) heads.push(String(valueAt(sheet, head, column)))
  return Array.from({ length: sheet.rowCount - head - 1 }, (_, i) => Object.fromEntries(heads.map((name, column) => [name, valueAt(sheet, head + 1 + i, column)])))
}
