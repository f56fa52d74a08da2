/** Everything a board is made from: the plan, its ledger and, in the demo workspace, the generated year below the visitor's own edits. */
import { demoDay } from '../domain/demoDay'
import type { LedgerEvent } from '../domain/event'
import type { Plan, PlanIndex } from '../domain/plan'
import { indexPlan } from '../domain/plan'
import type { Problem } from '../domain/problem'
import type { Workspace } from '../ledger/database'
import type { Opened } from '../ledger/openLedger'
import { openLedger } from '../ledger/openLedger'
import type { Loaded } from './planSource'
import { knownWorkspace } from './remembered'

export interface Sources {
  workspace: Workspace
  opened: Opened
  index: PlanIndex
  /** The demo's generated events, with stand-ins for their hashes; none in the real workspace. */
  generated: readonly LedgerEvent[]
}

export type OpenedSources = { ok: true, sources: Sources } | { ok: false, problems: Extract<Loaded<Plan>, { ok: false }> }

export const closeOpened = (opened: Opened): void => { if (opened.kind !== 'unavailable') opened.ledger.close() }

/** The ledger to show: the one asked for, else the real one where it holds anything, else the demo. */
async function openEither(plan: string, wanted: Workspace | null, now: () => number, onTrouble: (problem: Problem) => void): Promise<{ workspace: Workspace, opened: Opened }> {
  const known = wanted ?? knownWorkspace(plan)
  if (known === 'real') return { workspace: known, opened: await openLedger({ plan, workspace: known, onTrouble }) }
  if (known === 'demo') return { workspace: known, opened: await openLedger({ plan, workspace: known, now, onTrouble }) }
  const real = await openLedger({ plan, workspace: 'real', onTrouble })
  if (real.kind === 'damaged' || (real.kind === 'ready' && real.ledger.events.length > 0)) return { workspace: 'real', opened: real }
  closeOpened(real)
  return { workspace: 'demo', opened: real.kind === 'unavailable' ? real : await openLedger({ plan, workspace: 'demo', now, onTrouble }) }
}

/** Opens plan and ledger side by side; what the demo generates is made as soon as the plan is there. `onTrouble`: what holds up the ledger, while it does. */
export async function openSources(id: string, wanted: Workspace | null, load: () => Promise<Loaded<Plan>>, onTrouble: (problem: Problem) => void): Promise<OpenedSources> {
  // In the demo of a year to come the clock of an entry stands behind what was generated.
  let latest = 0
  const generator = (wanted ?? knownWorkspace(id)) === 'real' ? null : import('../domain/demo')
  const [loaded, { workspace, opened }] = await Promise.all([load(), openEither(id, wanted, () => Math.max(Date.now(), latest), onTrouble)])
  if (!loaded.ok) {
    closeOpened(opened)
    return { ok: false, problems: loaded }
  }
  const index = indexPlan(loaded.value)
  const generated = workspace === 'demo' && generator !== null ? (await generator).demoEvents(index) : []
  const last = generated.at(-1)?.recordedAt.slice(0, 24)
  if (last !== undefined) latest = Date.parse(last) + 1
  return { ok: true, sources: { workspace, opened, index, generated } }
}

/** The day that counts as today: in the demo a fixed one, so that it never grows old. */
export const todayOf = (workspace: Workspace, plan: Plan, now: string): string => (workspace === 'demo' ? demoDay(plan) : now)
