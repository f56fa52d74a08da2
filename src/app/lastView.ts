/**
 * The last picture of the board, kept for the next visit: what was on the screen is painted by the early script before any of the
 * programme has loaded, and taken away as soon as the live board stands. It is shown only where nothing it shows can have changed:
 * same address, window, language, day, build, and the same count of entries in the ledger's second place.
 */
import { markerKey } from '../ledger/marker'

export const lastViewKey = 'guatu.lastView'
const largest = 600_000

/** An element as [tag, class, attributes or 0, children]; text as itself. */
export type Drawn = string | [tag: string, classes: string, attributes: Record<string, string> | 0, children: Drawn[]]

const keptAttributes = ['colspan', 'viewBox', 'd', 'stroke-width', 'stroke-dasharray', 'points', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'fill', 'stroke'] as const
/** Charts are drawn anew in any case; dialogs and menus are not part of the picture. */
const leftOut = '.lamp-curve, [role="dialog"], [role="menu"], .menu-list, .seen-by-readers, script, style'

/** What the picture stands for. The early script makes the same text and compares. */
export function lastViewName(hash: string, plan: string): string {
  const read = (key: string): string => localStorage.getItem(key) ?? ''
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const build = location.protocol === 'file:' ? document.lastModified : document.querySelector('script[data-entry]')?.getAttribute('data-entry') ?? ''
  return [hash, `${window.innerWidth}x${window.innerHeight}`, build, day, read('guatu.language'), read(`guatu.workspace:${plan}`), read(markerKey('real', plan)), read(markerKey('demo', plan))].join('\n')
}

/** The drawn tree of an element: tags, classes, the attributes that shapes and tables need, and text. */
export function drawnOf(element: Element): Drawn | null {
  if (element.matches(leftOut)) return null
  const attributes: Record<string, string> = {}
  for (const name of keptAttributes) {
    const value = element.getAttribute(name)
    if (value !== null) attributes[name] = value
  }
  const css = (element as HTMLElement).style.cssText
  if (css !== '') attributes.style = css
  const children: Drawn[] = []
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) { if (node.nodeValue !== null && node.nodeValue !== '') children.push(node.nodeValue) }
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const child = drawnOf(node as Element)
      if (child !== null) children.push(child)
    }
  }
  return [element.localName, element.getAttribute('class') ?? '', Object.keys(attributes).length > 0 ? attributes : 0, children]
}

/** Keeps the picture of the screen as it is now; silently not, where there is no room for it. */
export function keepLastView(app: Element, hash: string, plan: string): void {
  const drawn = drawnOf(app)
  if (drawn === null) return
  const text = JSON.stringify({ name: lastViewName(hash, plan), drawn })
  try {
    if (text.length <= largest) localStorage.setItem(lastViewKey, text)
  } catch { /* the next visit waits a little longer */ }
}
