/** What lamps and their groups are called where a rule pack has no word of its own. Chinese. */
import type { Lamp } from '../domain/board'
import type { LampGroup } from './lampLook'

export const zhLamps: Record<Lamp, string> = {
  exempt: '免考核', paused: '暂缓', done: '完成', caught_up_late: '滞后补齐', overdue: '逾期', no_data: '未填报', not_due: '未到期',
  behind: '严重滞后', slightly_behind: '滞后', near_due: '临期', ahead: '超前', on_pace: '正常',
}

export const zhGroups: Record<LampGroup, string> = { done: '完成', ok: '正常', due: '临期', lag: '滞后', sev: '严重滞后／逾期', none: '未填报', idle: '免／停', waiting: '未到期' }
export const zhGroupsShort: Record<LampGroup, string> = { done: '完成', ok: '正常', due: '临期', lag: '滞后', sev: '严重滞后', none: '未填报', idle: '免停', waiting: '未到期' }
