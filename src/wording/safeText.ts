/** Text on its way out of the house and back: no formula, no character that XML forbids, no name that a file system refuses (exports.md 10). */

/** A text that a spreadsheet would take for a formula, also behind spaces, invisible characters and separators, and in full-width or small signs. */
const looksLikeFormula = /^[\s\p{C};；,，"]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r]/u
const isNumber = /^[+-]?(\d+(\.\d+)?|\.\d+)$/

/** Without what XML 1.0 forbids: controls, lone surrogates, U+FFFE and U+FFFF. */
export function withoutForbidden(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, character => ('\t\n\r'.includes(character) || (character >= '\u007f' && character <= '\u009f') ? character : ''))
}

/** Text that stays text: an apostrophe before what looks like a formula. Numbers stay numbers. */
export function safeText(text: string): string {
  const clean = withoutForbidden(text)
  return looksLikeFormula.test(clean) && !isNumber.test(clean) ? `'${clean}` : clean
}

/** What {@link safeText} put before is taken off again. */
export function plainText(text: string): string {
  return text.startsWith("'") && looksLikeFormula.test(text.slice(1)) ? text.slice(1) : text
}

/** A file name without the signs that file systems refuse. */
export function safeFileName(name: string): string {
  return withoutForbidden(name).replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 120)
}

/** A field of CSV: a text guarded, quoted where it must be. */
export function csvField(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : safeText(value)
  return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** CSV that Excel and WPS open rightly: UTF-8 with BOM, CRLF, every text guarded. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map(row => row.map(csvField).join(',')).join('\r\n')}\r\n`
}
