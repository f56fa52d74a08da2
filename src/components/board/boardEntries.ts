/** The lines of the board from top to bottom, as drawn: a chapter's line, then its rows. */
import type { LampGroup } from '../../wording/lampLook'
import type { BoardLine, BoardSection } from '../../wording/boardSections'
import { hasGroup } from '../../wording/boardSections'

export type BoardEntry =
  | { kind: 'chapter', key: string, section: BoardSection }
  | { kind: 'row', key: string, line: BoardLine }

/** Tasks without a figure are drawn where their chapter is open; with a filter, whatever has a matching cell is drawn and nothing else. */
export function entriesOf(sections: readonly BoardSection[], open: readonly string[], filter: LampGroup | null): BoardEntry[] {
  const entries: BoardEntry[] = []
  for (const section of sections) {
    const all = filter === null && !open.includes(section.chapter.id) ? section.figures : [...section.figures, ...section.folded]
    const lines = filter === null ? all : all.filter(line => hasGroup(line.row, filter))
    if (filter !== null && lines.length === 0) continue
    entries.push({ kind: 'chapter', key: `chapter ${section.chapter.id}`, section })
    for (const line of lines) entries.push({ kind: 'row', key: line.row.target.id, line })
  }
  return entries
}
