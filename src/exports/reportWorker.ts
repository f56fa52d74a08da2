/** The worker that makes reports in DOCX. */
import { reportDocument } from './paperFile'
import { servePapers } from './servePapers'
import { makerBy } from './writePaper'

servePapers({ docx: makerBy(reportDocument) })
