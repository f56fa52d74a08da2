/** What this device remembers between visits besides the ledgers: the plan opened last, and per plan whether real work has begun. */
import type { Workspace } from '../ledger/database'
import { reachStorage } from '../ledger/device'
import { markerKey, readMarker } from '../ledger/marker'

const lastPlanKey = 'guatu.lastPlan'
const workspaceKey = (plan: string): string => `guatu.workspace:${plan}`

function read(key: string): string | null {
  try { return reachStorage()?.getItem(key) ?? null } catch { return null }
}

function write(key: string, value: string): void {
  try { reachStorage()?.setItem(key, value) } catch { /* asked again next time */ }
}

export const lastPlan = (): string | null => read(lastPlanKey)
/** The file is for the early script, which asks for it before anything else runs. */
export function rememberPlan(id: string, file: string): void {
  write(lastPlanKey, id)
  write('guatu.lastFile', file)
}

/**
 * The workspace of a plan as far as this device can tell without opening a database: real once there is a real entry or real work was
 * begun, demo where only the demo was ever seen, null on a first visit.
 */
export function knownWorkspace(plan: string): Workspace | null {
  if ((readMarker(reachStorage(), markerKey('real', plan))?.count ?? 0) > 0) return 'real'
  const stored = read(workspaceKey(plan))
  return stored === 'real' || stored === 'demo' ? stored : null
}

/** Seeing the demo never undoes that real work was begun. */
export function rememberWorkspace(plan: string, workspace: Workspace): void {
  if (workspace === 'real' || read(workspaceKey(plan)) === null) write(workspaceKey(plan), workspace)
}

export const mineKey = 'guatu.opensMine'
/** 打开时直接看我的: an empty address leads to what belongs to the unit of this device. */
export const opensMine = (): boolean => read(mineKey) === '1'

const ownPlansKey = 'guatu.ownPlans'
/** Does anything stand on the shelf of own plans; asked at start, so that nobody waits for an empty one. */
export const remembersOwnPlans = (): boolean => read(ownPlansKey) !== null && read(ownPlansKey) !== '0'
export const rememberOwnPlans = (count: number): void => { if (String(count) !== (read(ownPlansKey) ?? '0')) write(ownPlansKey, String(count)) }
