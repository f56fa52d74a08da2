/** What cuts the board and says so; loads after the board. */
import type { Board } from '../../domain/board'
import type { PlanIndex } from '../../domain/plan'
import type { Messages } from '../../components/messages'
import type { Cut } from '../useBoardQuery'
import { cutBoard } from './cutBoard'
import type { CutBoard } from './cutBoard'
import CutLine from './CutLine.vue'
import { enCut, zhCut } from './cutWords'

const cutOf = (index: PlanIndex, board: Board, cut: Cut, language: Messages['language']): CutBoard => cutBoard(index, board, cut, (language === 'en' ? enCut : zhCut).roles)

export const cuts = { CutLine, cutOf }
