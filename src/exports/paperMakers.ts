/** The makers of all formats for a page without workers: each loads when it is asked for. */
import { makerBy } from './writePaper'
import type { PaperMaker, WrittenFormat } from './writePaper'

export async function makerOf(format: WrittenFormat): Promise<PaperMaker> {
  switch (format) {
    case 'pptx': return makerBy((await import('./deckFile')).deckOf)
    case 'docx': return makerBy((await import('./paperFile')).reportDocument)
    case 'xlsx': return makerBy((await import('./bookFile')).bookOf)
    case 'print': return makerBy((await import('./printFile')).printOf)
    case 'poster': return makerBy((await import('./posterFile')).posterOf)
    default: return (await import('./textMakers')).textMakers[format]
  }
}
