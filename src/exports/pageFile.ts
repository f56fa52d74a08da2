/** The one HTML file: the read-only build (`dist/snapshot.html`) with a snapshot inside. */
import type { Snapshot } from '../domain/snapshot'
import { islandId, packedSnapshot } from './pagePacking'
import { withoutNames } from './shareSafe'

const opening = `<script type="application/json" id="${islandId}">`
const closing = '</script>'
/** The island of a page that holds nothing yet. */
const emptyIsland = `${opening}null${closing}`

/** Is the text the read-only build, ready to take a snapshot. A server may answer with any page instead. */
export const isPageTemplate = (text: string): boolean => text.includes(emptyIsland)

/** Inside a script element nothing may look like markup, nor end a line of an old script. */
const escaped = (json: string): string => json.replace(/[<>&\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The bytes of the file, in UTF-8. Throws where the template is none. */
export async function pageOf(template: string, snapshot: Snapshot, isShareSafe: boolean): Promise<Uint8Array> {
  if (!isPageTemplate(template)) throw new Error('the page holds no empty place for a snapshot')
  const island = escaped(await packedSnapshot(isShareSafe ? withoutNames(snapshot) : snapshot))
  return new TextEncoder().encode(template.replace(emptyIsland, () => `${opening}${island}${closing}`))
}

/** The island's text in a page of that kind; null where it has none. */
export function islandOf(page: string): string | null {
  const at = page.lastIndexOf(opening)
  const end = page.indexOf(closing, at)
  return at < 0 || end < 0 ? null : page.slice(at + opening.length, end)
}
