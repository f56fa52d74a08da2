/** A passage as the parts that are drawn: what stands around the sentence, the sentence, and the figure in it. */
import type { Passage } from '../../domain/noticePassage'

export interface QuotePart { text: string, kind: 'around' | 'words' | 'figure' }

/** The parts in their order, none of them empty; of the rest of the paragraph only where the whole is asked for, else an ellipsis. */
export function quoteParts({ paragraph, quote, figure }: Passage, isWhole: boolean): QuotePart[] {
  const words = (start: number, end: number): QuotePart => ({ text: paragraph.slice(start, end), kind: 'words' })
  const around = (text: string): QuotePart => ({ text: isWhole || text === '' ? text : '…', kind: 'around' })
  const sentence = figure === null ? [words(quote.start, quote.end)]
    : [words(quote.start, figure.start), { text: paragraph.slice(figure.start, figure.end), kind: 'figure' } as const, words(figure.end, quote.end)]
  return [around(paragraph.slice(0, quote.start).trim()), ...sentence, around(paragraph.slice(quote.end).trim())].filter(part => part.text !== '')
}

/** Does the quote leave anything of its paragraph out. */
export const isPart = ({ paragraph, quote }: Passage): boolean => paragraph.slice(0, quote.start).trim() !== '' || paragraph.slice(quote.end).trim() !== ''
