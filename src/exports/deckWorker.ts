/** The worker that makes decks; it holds the writer of PPTX and nothing of the other formats. */
import { deckOf } from './deckFile'
import { servePapers } from './servePapers'
import { makerBy } from './writePaper'

servePapers({ pptx: makerBy(deckOf) })
