/** Text for SVG: widths reckoned without a page, lines broken, everything escaped. Pixels. */
import { withoutForbidden } from '../wording/safeText'

/** Escaped for text and attributes of XML; marks that turn the direction of text are left out. */
export function xml(text: string): string {
  return plainOf(text).replace(/[\t\n\r]/g, ' ').replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}

/** Width of one sign as a share of the font size: 汉字 and their signs 1, digits a bit more than half. */
function shareOf(sign: string): number {
  const code = sign.codePointAt(0)!
  if (code >= 0x2e80 || (code >= 0x2460 && code < 0x2800) || code === 0x2014 || code === 0x2026 || (code >= 0x2018 && code <= 0x201d)) return 1
  if (code >= 0x2000 && code < 0x2010) return 0.3
  if ("ilj|!.,:;'` ".includes(sign)) return 0.3
  if ('mwMW@%'.includes(sign)) return 0.92
  if (code >= 65 && code <= 90) return 0.68
  return 0.565
}

/** Width of a text; bold letters are a little wider. */
export function widthOf(text: string, size: number, isBold = false): number {
  let sum = 0
  for (const sign of plainOf(text)) sum += shareOf(sign)
  return sum * size * (isBold ? 1.02 : 1)
}

const isUnusual = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]/
/** As it is drawn: without what XML forbids and without marks that turn the direction of text. */
const plainOf = (text: string): string => (isUnusual.test(text) ? withoutForbidden(text).replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '') : text)

const closing = '，。、；：！？）》」』”’】〕%'

/** Breaks a text into lines of at most `width`; a closing sign hangs over rather than opening a line, numbers and words stay whole where they can. */
export function linesOf(text: string, size: number, width: number): string[] {
  const parts = plainOf(text).match(/[0-9A-Za-z.+\-/]+|[^]/gu) ?? []
  const lines: string[] = []
  let line = ''
  let used = 0
  const put = (part: string): void => {
    const step = widthOf(part, size)
    if (used + step > width && line !== '' && !closing.includes(part)) {
      lines.push(line)
      line = ''
      used = 0
    }
    if (step > width && [...part].length > 1) { for (const sign of part) put(sign); return }
    if (line === '' && part === ' ') return
    line += part
    used += step
  }
  for (const part of parts) put(part)
  return line === '' ? lines : [...lines, line]
}

/** At most so many lines; the last ends in … where there was more. */
export function someLines(text: string, size: number, width: number, most: number): string[] {
  const lines = linesOf(text, size, width)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  let last = kept[most - 1]!
  while (last !== '' && widthOf(`${last}…`, size) > width) last = [...last].slice(0, -1).join('')
  kept[most - 1] = `${last}…`
  return kept
}

export interface TextLook {
  size: number
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  weight?: 400 | 500 | 600 | 700
  isSerif?: boolean
  /** Space between letters. */
  spacing?: number
  /** The most it may take: beyond that the letters are pressed together. */
  most?: number
}

/** Black stays the default of the whole drawing: only what differs is written. */
export function textAt(x: number, y: number, text: string, { size, fill, anchor = 'start', weight = 400, isSerif = false, spacing = 0, most }: TextLook): string {
  if (text === '') return ''
  const isTight = most !== undefined && widthOf(text, size, weight >= 600) > most
  return `<text x="${tidy(x)}" y="${tidy(y)}"${size === 13 ? '' : ` font-size="${size}"`}${fill === undefined ? '' : ` fill="${fill}"`}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`
    + `${weight === 400 ? '' : ` font-weight="${weight}"`}${isSerif ? ` font-family="${serif}"` : ''}${spacing === 0 ? '' : ` letter-spacing="${spacing}"`}${isTight ? ` textLength="${tidy(most)}" lengthAdjust="spacingAndGlyphs"` : ''}>${xml(text)}</text>`
}

export const sans = "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',SimHei,sans-serif"
export const serif = "'Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC',FZXiaoBiaoSong-B05S,STZhongsong,'Songti SC',SimSun,serif"

/** Two decimals at most. */
export const tidy = (value: number): string => String(Number(value.toFixed(2)))
