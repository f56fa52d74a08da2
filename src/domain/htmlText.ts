/**
 * A web page's text: a line a paragraph, tabs between cells. A scanner of its own: a browser's parser, though it runs nothing, reports every style and
 * handler of the page as a breach of our content policy.
 */

/** Elements whose content is no text of the page. */
const unread = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'noframes', 'noembed', 'iframe', 'xmp'])
const blocks = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'br', 'caption', 'center', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav',
  'ol', 'option', 'p', 'pre', 'section', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul',
])
const cells = new Set(['td', 'th'])
const names: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', middot: '·', bull: '•', hellip: '…', mdash: '—', ndash: '–', times: '×', permil: '‰', deg: '°', yen: '¥', le: '≤', ge: '≥', zwnj: '', zwj: '', shy: '',
}

/** Character references as the characters they stand for. */
export function entities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return names[name] ?? names[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  }) : text
}

const isWide = (character: string | undefined): boolean => character !== undefined && /[\u2e80-\u9fff\uff00-\uffef“”]/.test(character)

/** Spaces and line ends of the source are one space on the screen; a line end beside a Chinese character is nothing. */
function shown(text: string): string {
  return entities(text.replace(/\s+/g, (run: string, at: number, whole: string) => (/[\r\n]/.test(run) && (isWide(whole[at - 1]) || isWide(whole[at + run.length])) ? '' : ' ')))
}

/** Where a tag ends, quoted values passed over; -1: nowhere, the rest of the page is in it. */
export function tagEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const character = source[at]
    if (character === '>') return at
    // A quote counts only where a value begins.
    if ((character === '"' || character === '\'') && /=\s*$/.test(source.slice(Math.max(from, at - 8), at))) {
      at = source.indexOf(character, at + 1)
      if (at === -1) return -1
    }
  }
  return -1
}

/** Where the text goes on after an element without text, its end tag included; -1: nowhere. */
export function afterUnread(source: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi')
  end.lastIndex = from
  const found = end.exec(source)
  return found === null ? -1 : source.indexOf('>', found.index) + 1
}

/** The text of a web page's source as a reader would see it; nothing in it is run, and nothing fetched. */
export function textOfHtml(source: string): string {
  const parts: string[] = []
  let at = 0
  while (at !== -1 && at < source.length) {
    const open = source.indexOf('<', at)
    parts.push(shown(source.slice(at, open === -1 ? source.length : open)))
    if (open === -1) break
    at = passTag(source, open, parts)
  }
  return parts.join('').replace(/[ \t]*\n[ \t\n]*/g, '\n').trim()
}

/** Passes what begins with `<`, adding what it means for the lines; gives where the text goes on, -1 where it does not. */
function passTag(source: string, open: number, parts: string[]): number {
  if (source.startsWith('<!--', open)) {
    const end = source.indexOf('-->', open + 2)
    return end === -1 ? -1 : end + 3
  }
  const name = /^<(\/?)([a-zA-Z][^\s/>]{0,31})/.exec(source.slice(open, open + 34))
  if (name === null && !/[!?/]/.test(source[open + 1] ?? '')) {
    parts.push('<')
    return open + 1
  }
  const end = tagEnd(source, open + 1)
  const tag = name?.[2]!.toLowerCase() ?? ''
  if (blocks.has(tag)) parts.push('\n')
  else if (cells.has(tag)) parts.push('\t')
  if (end === -1) return -1
  return unread.has(tag) && name![1] === '' && source[end - 1] !== '/' ? afterUnread(source, tag, end + 1) : end + 1
}
