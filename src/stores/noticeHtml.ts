/** A web page's text: what a reader sees, a line a paragraph, tabs between cells. The page is only parsed, never shown: nothing of it runs or is fetched. */

const unread = new Set(['HEAD', 'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'MATH', 'IFRAME', 'OBJECT', 'EMBED', 'AUDIO', 'VIDEO', 'CANVAS', 'SELECT', 'TEXTAREA', 'BUTTON', 'NAV'])
const blocks = new Set([
  'ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BODY', 'BR', 'CAPTION', 'CENTER', 'DD', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'FORM', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN',
  'OL', 'P', 'PRE', 'SECTION', 'TABLE', 'TBODY', 'TFOOT', 'THEAD', 'TR', 'UL',
])
const cells = new Set(['TD', 'TH'])
/** Line ends of the source are spaces on the screen; between Chinese characters they are nothing. */
const wide = '[\\u2e80-\\u9fff\\uff00-\\uffef\\u201c\\u201d]'
const wrapped = new RegExp(`(?<=${wide})[ \\t]*[\\r\\n]\\s*|\\s*[\\r\\n][ \\t]*(?=${wide})`, 'g')

/** A link such as a browser's title bar or a script's source never gets here: only text nodes do. */
export function textOfHtml(source: string): string {
  const page = new DOMParser().parseFromString(source, 'text/html')
  const parts: string[] = []
  const end = page.body
  let node: Node | null = end
  // No recursion: a page may be nested as deep as it likes.
  while (node !== null) {
    const name = node.nodeName.toUpperCase()
    const isSkipped = unread.has(name) || (node as Partial<HTMLElement>).hidden === true
    if (node.nodeType === 3) parts.push((node.nodeValue ?? '').replace(wrapped, '').replace(/\s+/g, ' '))
    else if (!isSkipped && blocks.has(name)) parts.push('\n')
    if (!isSkipped && node.firstChild !== null) { node = node.firstChild; continue }
    while (node !== null && node !== end && node.nextSibling === null) node = leave(node, parts)
    node = node === null || node === end ? null : leave(node, parts, true)
  }
  return parts.join('').replace(/[ \t]*\n[ \t\n]*/g, '\n').trim()
}

/** Ends an element: its parent, or what follows it. */
function leave(node: Node, parts: string[], isOnward = false): Node | null {
  const name = node.nodeName.toUpperCase()
  if (blocks.has(name)) parts.push('\n')
  else if (cells.has(name)) parts.push('\t')
  return isOnward ? node.nextSibling : node.parentNode
}
