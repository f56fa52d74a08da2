/** The two files for other programs, as 导出 writes them. Demo figures say so in name and content. */
import type { Board } from '../domain/board'
import { boardFileOf, serializeBoard } from '../domain/boardFile'
import type { LedgerEvent } from '../domain/event'
import { foldEvents } from '../domain/history'
import { serializeLines } from '../domain/lineReader'
import type { PlanIndex } from '../domain/plan'
import { boardOf } from '../domain/rollUp'

export interface ExportFile {
  name: string
  text: string
}

/** What is exported: the events as kept, and the generated ones of the demo. */
export interface ExportSource {
  index: PlanIndex
  events: readonly LedgerEvent[]
  generated: readonly LedgerEvent[]
  isDemo: boolean
}

function stemOf({ index: { plan }, isDemo }: ExportSource): string {
  const stem = `${plan.area.name}-${plan.period.start.slice(0, 4)}`.replace(/[\\/:*?"<>|]/g, '')
  return isDemo ? `演示数据-${stem}` : stem
}

/** Generated events get their true hashes only here: nothing on the screen needs them. */
async function eventsOf({ events, generated }: ExportSource): Promise<readonly LedgerEvent[]> {
  if (generated.length === 0) return events
  return [...(await import('../domain/demo')).sealEvents(generated), ...events]
}

export async function ledgerFile(source: ExportSource, today: string): Promise<ExportFile> {
  return { name: `${stemOf(source)}-台账-${today.replaceAll('-', '')}.jsonl`, text: serializeLines(await eventsOf(source)) }
}

export async function boardFile(source: ExportSource, board: Board): Promise<ExportFile> {
  const history = foldEvents(source.index, await eventsOf(source))
  const { asOf, knownAt } = board
  const made = source.generated.length === 0 ? board : boardOf(history, { asOf, knownAt })
  return { name: source.isDemo ? '演示数据-board.json' : 'board.json', text: serializeBoard(boardFileOf(made, history, source.isDemo)) }
}
