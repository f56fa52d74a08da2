/** The worker that makes what is text (print, poster, HTML, SVG, tables, data) and the zip. */
import { posterOf } from './posterFile'
import { printOf } from './printFile'
import { servePapers } from './servePapers'
import { textMakers } from './textMakers'
import { makerBy } from './writePaper'

servePapers({ ...textMakers, print: makerBy(printOf), poster: makerBy(posterOf) })
