/** The poster: the wall chart as print-ready HTML. A3 landscape, one page up to 24 x 19 and more pages beyond; or one large sheet. */
import type { PaperWriter } from './paper'
import { factsOf } from './paperFacts'
import type { PaperFacts } from './paperFacts'
import { paperStem } from './paperName'
import { printPage } from './printPage'
import type { WallPaper } from './wallSheets'
import { papers, wallSheets } from './wallSheets'
import { wallSvg } from './wallSvg'

export type PosterPaper = Exclude<WallPaper, 'whole'>

/** How many pages the poster has. */
export const posterPages = (facts: PaperFacts, paper: PosterPaper = 'A3'): number => wallSheets(facts, paper).length

/** A writer for a paper size; {@link posterOf} is the one for A3. */
export function posterOn(paper: PosterPaper): PaperWriter {
  return async (view, choice, tell) => {
    const facts = factsOf(view)
    const sheets = wallSheets(facts, paper)
    const pages: string[] = []
    for (const sheet of sheets) {
      await tell(pages.length, sheets.length)
      pages.push(`<section class="sheet">${wallSvg(facts, { office: choice.office, sheet })}</section>`)
    }
    await tell(sheets.length, sheets.length)
    const { width, height } = papers[paper]
    const style = `@page{size:${width}mm ${height}mm;margin:0}
html,body{margin:0;background:#DAD8D2}
.sheet{width:${width}mm;height:${height - 0.2}mm;overflow:hidden;break-after:page;background:#fff;margin:16px auto;box-shadow:0 1px 8px rgba(26,30,35,.2)}
.sheet:last-child{break-after:auto}
.sheet svg{display:block;width:100%;height:100%}
text{font-variant-numeric:tabular-nums lining-nums}
@media print{html,body{background:#fff}.sheet{margin:0;box-shadow:none}}`
    return printPage(`${paperStem(view.snapshot)}-挂图`, style, pages.join(''), `${paper} 横向`)
  }
}

export const posterOf: PaperWriter = posterOn('A3')
