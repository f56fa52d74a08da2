/** A notice's text cut at its own numbering: 一、 · (一) · 1. at the start of a line, 一是 within one. */

const chineseNumber = '[一二三四五六七八九十]+'
const chapterMark = new RegExp(`^(${chineseNumber})、`)
const partMark = new RegExp(`^[(（](${chineseNumber})[)）]`)
const itemMark = /^(\d{1,2})[.．](?!\d)/
const inlineMark = new RegExp(`(?<=[。；;:：])(${chineseNumber})是`, 'g')

/** White space is no part of a notice's wording. */
export const withoutSpaces = (text: string): string => text.replace(/\s+/g, '')

/** Sections by their numbers joined (`四(二)`, `一12`, `二(二)一`), each with its whole text, what stands below it included; in the notice's order. */
export function sectionsOf(notice: string): Map<string, string> {
  const sections = new Map<string, string>()
  let chapter = ''
  let below = ''
  const add = (section: string, text: string) => {
    if (section !== '') sections.set(section, (sections.get(section) ?? '') + text)
  }
  for (const raw of notice.split('\n')) {
    const line = withoutSpaces(raw)
    const chapterNumber = chapterMark.exec(line)?.[1]
    const part = partMark.exec(line)?.[1]
    const item = itemMark.exec(line)?.[1]
    if (chapterNumber !== undefined) [chapter, below] = [chapterNumber, '']
    else if (part !== undefined) below = `${chapter}(${part})`
    else if (item !== undefined) below = `${chapter}${item}`
    add(chapter, line)
    add(below, line)
    const marks = below === '' ? [] : [...line.matchAll(inlineMark)]
    marks.forEach((mark, i) => add(`${below}${mark[1]!}`, line.slice(mark.index, marks[i + 1]?.index)))
  }
  return sections
}

/** The sections right below one (`''`: the chapters), by their numbers. */
export function childrenOf(sections: ReadonlyMap<string, string>, parent: string): string[] {
  const child = parent === '' ? new RegExp(`^${chineseNumber}$`)
    : parent.endsWith(')') ? new RegExp(`^${chineseNumber}$`)
      : new RegExp(`^(?:\\(${chineseNumber}\\)|\\d+)$`)
  return [...sections.keys()].filter(section => section !== parent && section.startsWith(parent) && child.test(section.slice(parent.length)))
}
