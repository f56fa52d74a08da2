/** Stub until its branch is merged. */
import type { PaperFacts } from './paperFacts'

export const sheetNames = (facts: PaperFacts): readonly string[] => ['挂图', ...facts.sections.map(({ chapter }) => chapter.title), ...facts.columns.map(({ name }) => name)]
