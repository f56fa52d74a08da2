/** Stub until its branch is merged. */
import type { PaperFacts } from './paperFacts'

export const wallSvg = (_facts: PaperFacts, _options: { office?: string } = {}): string => '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="60"><rect width="100" height="60" fill="#eee"/></svg>'
