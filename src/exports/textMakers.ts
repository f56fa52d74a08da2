/** Papers that are text without a library of their own. */
import { serializeBoard } from '../domain/boardFile'
import { snapshotText } from '../domain/snapshotFile'
import { boardCsv, boardMarkdown } from './boardTable'
import { pageOf } from './pageFile'
import { PaperRefused } from './paperFailure'
import { factsOf } from './paperFacts'
import { wallSvg } from './wallSvg'
import { viewOnce } from './writePaper'
import type { PaperMaker, PaperOrder } from './writePaper'

const text = (write: (order: PaperOrder) => string): PaperMaker => order => Promise.resolve(new TextEncoder().encode(write(order)))

export const textMakers = {
  page({ snapshot, choice, template }) {
    if (template === null) return Promise.reject(new PaperRefused('template'))
    return pageOf(template, snapshot, choice.isShareSafe)
  },
  svg: text(({ snapshot, choice }) => wallSvg(factsOf(viewOnce(snapshot)), { office: choice.office })),
  csv: text(({ snapshot }) => boardCsv(factsOf(viewOnce(snapshot)))),
  markdown: text(({ snapshot }) => boardMarkdown(factsOf(viewOnce(snapshot)))),
  snapshot: text(({ snapshot }) => snapshotText(snapshot)),
  board: text(({ snapshot }) => serializeBoard(snapshot.board)),
} satisfies Record<string, PaperMaker>
