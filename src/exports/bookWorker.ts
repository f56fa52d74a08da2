/** The worker that makes workbooks. */
import { bookOf } from './bookFile'
import { servePapers } from './servePapers'
import { makerBy } from './writePaper'

servePapers({ xlsx: makerBy(bookOf) })
