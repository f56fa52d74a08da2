/** XML as a small tree, for parts that a library of ours wrote: elements, text, raw attributes. No DOM, so that it runs in a worker; nothing is decoded, so that what is not touched comes out as it went in. */

export interface XmlNode {
  name: string
  /** As written, with a blank before each: ` val="1"`. */
  attributes: string
  children: (XmlNode | string)[]
}

export interface XmlPart { prolog: string, root: XmlNode }

const token = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g

/** Reads a well-formed part; throws where a tag is not closed. */
export function parseXml(text: string): XmlPart {
  const top: XmlNode = { name: '', attributes: '', children: [] }
  const open: XmlNode[] = [top]
  let prolog = ''
  let at = 0
  for (const match of text.matchAll(token)) {
    const inside = open.at(-1)!
    const between = text.slice(at, match.index)
    at = match.index + match[0].length
    if (inside !== top && between !== '') inside.children.push(between)
    const [whole, slash, name, attributes, selfClosed] = match
    if (name === undefined) {
      if (inside === top) prolog += whole
    } else if (slash === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`)
    } else {
      const node: XmlNode = { name, attributes: attributes ?? '', children: [] }
      inside.children.push(node)
      if (selfClosed !== '/') open.push(node)
    }
  }
  const root = top.children[0]
  if (open.length !== 1 || root === undefined || typeof root === 'string') throw new Error('No closed root element')
  return { prolog, root }
}

/** A blank run between elements is layout of the writer and goes; text inside an element that holds nothing else stays. */
function printed(node: XmlNode): string {
  if (node.children.length === 0) return `<${node.name}${node.attributes}/>`
  const hasElements = node.children.some(child => typeof child !== 'string')
  const inner = node.children.map(child => (typeof child !== 'string' ? printed(child) : hasElements && child.trim() === '' ? '' : child)).join('')
  return `<${node.name}${node.attributes}>${inner}</${node.name}>`
}

export const printXml = ({ prolog, root }: XmlPart): string => prolog + printed(root)

export const elementsOf = (node: XmlNode): XmlNode[] => node.children.filter(child => typeof child !== 'string')
export const childOf = (node: XmlNode, name: string): XmlNode | undefined => elementsOf(node).find(child => child.name === name)
export const textOf = (node: XmlNode): string => node.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')

/** The value of an attribute as written, '' where there is none. */
export const attributeOf = (node: XmlNode, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(node.attributes)?.[1] ?? ''
export const element = (name: string, attributes = '', children: (XmlNode | string)[] = []): XmlNode => ({ name, attributes, children })
/** `<c:idx val="3"/>`. */
export const valued = (name: string, value: string | number): XmlNode => element(name, ` val="${value}"`)

/** Every element below, itself included, in the order of the text. */
export function below(node: XmlNode): XmlNode[] {
  const found: XmlNode[] = []
  const waiting = [node]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    found.push(one)
    for (let i = one.children.length - 1; i >= 0; i--) { const child = one.children[i]!; if (typeof child !== 'string') waiting.push(child) }
  }
  return found
}

/** Sorts the elements of a node into a given order, those of one name as they stood; names outside the list go last. */
export function sortChildren(node: XmlNode, order: readonly string[]): void {
  const place = (child: XmlNode): number => { const at = order.indexOf(child.name); return at < 0 ? order.length : at }
  node.children = elementsOf(node).map((child, i) => ({ child, i })).sort((a, b) => place(a.child) - place(b.child) || a.i - b.i).map(({ child }) => child)
}
