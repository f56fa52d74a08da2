/** What cuts the board and says so, and what only paper needs; loads after the board. */
import type { Board } from '../../domain/board'
import type { PlanIndex } from '../../domain/plan'
import type { Messages } from '../../components/messages'
import type { useBoardQuery } from '../useBoardQuery'
import type { Cursor } from '../useCursor'
import { cutBoard, noCut, partsOf } from './cutBoard'
import type { CutBoard } from './cutBoard'
import { enCut, zhCut } from './cutWords'
import BoardTop from './BoardTop.vue'
import CutLine from './CutLine.vue'
import PrintFoot from '../../components/board/PrintFoot.vue'

const cutOf = (index: PlanIndex, board: Board, cut: string, language: Messages['language']): CutBoard => cutBoard(index, board, partsOf(cut), (language === 'en' ? enCut : zhCut).roles)

/** C, D, A: only the chapter, the department, the township of the cursor; M: only mine. True = taken. */
function cutByKey(code: string, query: ReturnType<typeof useBoardQuery>, index: PlanIndex, cursor: Cursor | null, areaAt: (target: string, column: number) => string | null): boolean {
  const placed = index.targets.get(cursor?.target ?? '')
  if (code === 'KeyM') query.set({ my: '1' }, true)
  else if (cursor === null || placed === undefined) return false
  else if (code === 'KeyC') query.set({ chapter: placed.chapter.id }, true)
  else if (code === 'KeyD') query.set({ department: placed.task.lead }, true)
  else if (code === 'KeyA') query.set({ area: areaAt(cursor.target, cursor.column), group: null }, true)
  else return false
  return true
}

export const cuts = { BoardTop, CutLine, PrintFoot, cutOf, cutByKey, noCut }
