/** What the page knows: the slips, the rules of the day, the board they are measured with, and for whom it is shown. */
import { computed } from 'vue'
import type { Figure, Row } from '../../domain/board'
import type { SlipLevel } from '../../domain/rulePack'
import type { Slip } from '../../domain/slip'
import { packOn } from '../../domain/adoptedPack'
import { shortNameOf } from '../../domain/plan'
import { unitOf } from '../../domain/reporting'
import { reviewLevelOf } from '../../domain/reviewState'
import { boardOf } from '../../domain/rollUp'
import { slipsOf } from '../../domain/slip'
import { useMessages } from '../../components/messages'
import { enSlips } from '../../components/slips/slipWordsEn'
import { zhSlips } from '../../components/slips/slipWords'
import { useIdentity } from '../../stores/identity'
import { useWorkspace } from '../../stores/workspace'
import type { SetUpWriting } from '../setup/useSetUpWriting'
import type { Side } from './slipTurns'

export function useSlips(writing: SetUpWriting) {
  const workspace = useWorkspace()
  const who = useIdentity()
  const messages = useMessages()
  const words = computed(() => (messages.value.language === 'en' ? enSlips : zhSlips))
  const index = computed(() => workspace.index!)
  const day = computed(() => workspace.presentDay)
  const slips = writing.asked((history, { limit }) => slipsOf(history, { asOf: workspace.presentDay, limit }))
  const pack = writing.asked((history, { limit }) => packOn(history, { asOf: workspace.presentDay, limit }))
  /** The board of the day on which steps are taken, whatever day is looked at elsewhere. */
  const board = writing.asked((history, { limit }) => (workspace.board !== null && workspace.board.asOf === workspace.presentDay && workspace.known === 'now' ? workspace.board : boardOf(history, { asOf: workspace.presentDay, knownAt: limit })))
  const rows = computed(() => new Map((board.value?.rows ?? []).map(row => [row.target.id, row])))
  /** The unit of this device, where it is one that slips are sent to. */
  const unit = computed(() => {
    const known = unitOf(index.value, who.identity?.unit ?? null)
    const id = known.kind === 'department' ? known.id : known.kind === 'area' ? known.code : null
    // A department that supervises acts for the office, in reviews as here.
    return id === null || (known.kind === 'department' && reviewLevelOf(index.value, id) === 'office') ? null : id
  })
  const side = computed((): Side => (unit.value === null ? 'office' : 'unit'))
  const nameOf = (id: string): string => {
    const area = index.value.areas.get(id)?.area
    return area !== undefined ? shortNameOf(area) : index.value.departments.get(id)?.name ?? index.value.plan.departments.find(one => one.id === id)?.name ?? id
  }
  const levelOf = (slip: Slip): SlipLevel => slip.order.levels.find(level => level.id === slip.level) ?? slip.order.levels[0]!
  function figureOf(target: string | null | undefined, area: string | null | undefined): { row: Row, figure: Figure } | null {
    const row = target === null || target === undefined ? undefined : rows.value.get(target)
    return row === undefined ? null : { row, figure: row.cells.find(cell => cell.area === area) ?? row.total }
  }
  const units = computed(() => {
    const departments = index.value.plan.departments.map(({ id, name }) => ({ value: id, name }))
    return [{ label: words.value.places, choices: index.value.columns.map(({ area }) => ({ value: area.code, name: area.name })) }, { label: words.value.departments, choices: departments }].filter(group => group.choices.length > 0)
  })
  return { workspace, messages, words, index, day, slips: computed(() => slips.value ?? []), pack, board, unit, side, units, nameOf, levelOf, figureOf }
}

export type Slips = ReturnType<typeof useSlips>

/** Ids are random: two devices never give the same. */
export const newSlipId = (): string => [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, '0')).join('')
