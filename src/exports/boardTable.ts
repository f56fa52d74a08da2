/** Stub until its branch is merged. */
import type { PaperFacts } from './paperFacts'

export const boardCsv = (facts: PaperFacts): string => `\ufeff${facts.title}\r\n`
export const boardMarkdown = (facts: PaperFacts): string => `| ${facts.title} |\n|---|\n`
