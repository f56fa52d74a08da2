/** A strict small reader of XML for the tests: says what is not well-formed, and gives texts back as read. */

/** Null where the text is well-formed, else what is wrong. */
export function xmlFault(text: string): string | null {
  const open: string[] = []
  let at = 0
  const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>/y
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const between = text.slice(at, next < 0 ? text.length : next)
    const loose = /&(?!#\d+;|#x[\da-f]+;|amp;|lt;|gt;|quot;|apos;)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(between)
    if (loose !== null) return `loose ${JSON.stringify(between.slice(Math.max(0, loose.index - 20), loose.index + 20))}`
    if (next < 0) break
    tag.lastIndex = next
    const found = tag.exec(text)
    if (found === null) return `no tag at ${JSON.stringify(text.slice(next, next + 60))}`
    const [whole, isEnd, name, attributes, isEmpty] = found
    const names = [...attributes!.matchAll(/\s([\w:.-]+)=/g)].map(match => match[1])
    if (new Set(names).size !== names.length) return `an attribute twice: ${whole}`
    if (/&(?!#\d+;|#x[\da-f]+;|amp;|lt;|gt;|quot;|apos;)/.test(attributes!)) return `loose in ${whole}`
    if (isEnd === '/') { if (open.pop() !== name) return `</${name!}> closes nothing` } else if (isEmpty !== '/') open.push(name!)
    at = next + whole.length
  }
  return open.length === 0 ? null : `open at the end: ${open.join(' ')}`
}

export const unescaped = (text: string): string => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

export interface DrawnFigure { target: string, area: string, lamp: string, value: string, goal: string, title: string, text: string }

/** Figures of the chart as drawn: their data, and the text that people read. */
export function drawnFigures(svg: string): DrawnFigure[] {
  return [...svg.matchAll(/<g data-target="([^"]*)" data-area="([^"]*)" data-lamp="([^"]*)" data-value="([^"]*)" data-goal="([^"]*)"><title>([^<]*)<\/title>(.*?)<\/g>/g)].map(match => {
    const [target, area, lamp, value, goal, title] = match.slice(1, 7).map(unescaped)
    return { target: target!, area: area!, lamp: lamp!, value: value!, goal: goal!, title: title!, text: textsOf(match[7]!).join(' ') }
  })
}

/** The texts of a drawing in order. */
export const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(match => unescaped(match[1]!.replace(/<[^>]*>/g, '')))
