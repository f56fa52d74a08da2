/** Where the read-only build comes from that a snapshot is put into: beside the application on the web server, or carried inside `guatu.html`. */
import type { Problem } from '../../domain/problem'
import { inflated } from '../../exports/pagePacking'
import { isPageTemplate } from '../../exports/pageFile'

/** Why there is none; to be shown where {@link pageTemplate} gives null. */
export const noTemplate: Problem = { code: 'page_template', why: '读不到快照网页的底版 snapshot.html（没有联网，或服务器上没有放这个文件）', fix: '连上网再导出；服务器上缺它时，请管理员把它放到网页旁边' }

/** `<script type="application/json" id="guatu-page">` of the single file: the build's text deflated, as a JSON string of base64. */
const carriedId = 'guatu-page'

let found: string | null = null

async function readTemplate(): Promise<string | null> {
  const carried = document.getElementById(carriedId)?.textContent
  if (typeof carried === 'string') return inflated(JSON.parse(carried) as string)
  try {
    const response = await fetch('./snapshot.html', { cache: 'no-cache' })
    return response.ok ? await response.text() : null
  } catch {
    return null
  }
}

/** The text of the read-only build, read once a visit; null where there is none. Some servers answer with a page of their own. */
export async function pageTemplate(): Promise<string | null> {
  if (found !== null) return found
  const text = await readTemplate()
  if (text !== null && isPageTemplate(text)) found = text
  return found
}
