/** Opening a plan's ledger: compares it with the second place, and never starts afresh in silence. */
import type { Problem } from '../domain/problem'
import type { Database, Head, Stores, Workspace } from './database'
import type { Random } from './device'
import type { Marker } from './marker'
import { createDatabase, databaseName, isNewer } from './database'
import { copiedDevice, copyDevice, reachStorage, settleDevice } from './device'
import { Ledger } from './ledger'
import { loadEvents } from './load'
import { emptyMarker, markerKey as markerKeyOf, markerOf, missingFrom, raiseMarker, readMarker } from './marker'
import { Memory } from './memory'
import type { TabMessage } from './tabs'
import { joinTabs } from './tabs'
import { problemOf, trouble } from './trouble'

export interface OpenOptions {
  plan: string
  workspace: Workspace
  now?: () => number
  random?: Random
  /** The second place; null: there is none. Default: localStorage. */
  storage?: Storage | null
  stores?: Stores
  /** Told of what holds up the opening (an old tab that does not let go), before there is a ledger to ask. */
  onTrouble?: (problem: Problem) => void
}

export type Opened =
  | { kind: 'ready', ledger: Ledger }
  /** Less is here than there was. The ledger can be read, exported, merged into or accepted, not appended to. */
  | { kind: 'damaged', problem: Problem, expected: Marker, found: Marker, ledger: Ledger }
  | { kind: 'unavailable', problem: Problem }

const randomBytes: Random = count => crypto.getRandomValues(new Uint8Array(count))

function browserStores(): Stores | null {
  try {
    return typeof indexedDB === 'undefined' || indexedDB === null ? null : { indexedDB, IDBKeyRange }
  } catch {
    return null
  }
}

/** What the heads in the database and the marker together say that there was. */
function expectedOf(marker: Marker | null, heads: readonly Head[]): Marker {
  const devices = { ...(marker ?? emptyMarker).devices }
  for (const { device, seq, hash, retired } of heads)
    if (retired !== true && seq > (devices[device]?.count ?? 0)) devices[device] = { count: seq, hash }
  return markerOf(devices)
}

/** Opens the ledger of a plan. Never rejects. */
export async function openLedger(options: OpenOptions): Promise<Opened> {
  const stores = options.stores ?? browserStores()
  if (stores === null) return { kind: 'unavailable', problem: trouble('storage_missing') }
  const database = createDatabase(options.workspace, stores)
  try {
    return await openWith(database, options)
  } catch (error) {
    database.close()
    const problem = problemOf(error)
    return { kind: 'unavailable', problem: problem.code === 'storage_failed' || problem.code === 'ledger_closed' ? trouble('storage_refused') : problem }
  }
}

async function openWith(database: Database, options: OpenOptions): Promise<Opened> {
  const { plan, workspace, now = Date.now, random = randomBytes, storage = reachStorage() } = options
  const markerKey = markerKeyOf(workspace, plan)
  let ledger: Ledger | null = null
  let superseded = false
  database.on('blocked', () => options.onTrouble?.(trouble('ledger_blocked')))
  database.on('versionchange', () => {
    superseded = true
    if (ledger === null) database.close()
    else ledger.stop(trouble('ledger_superseded'))
    return false
  })
  await database.open()
  if (isNewer(database)) {
    database.close()
    return { kind: 'unavailable', problem: trouble('ledger_newer') }
  }
  // Only from here on: Dexie also fires it while it is still trying to open. It would reopen by itself, on a database made anew and empty.
  database.on('close', () => ledger?.stop(trouble('storage_cleared')))

  // The channel first, then the events: what another tab stores in between is heard, and kept until there is a ledger to hear it.
  const waiting: TabMessage[] = []
  const tabs = joinTabs({
    channel: `${databaseName(workspace)}:${plan}`, markerKey,
    onMessage: message => { if (ledger === null) waiting.push(message); else ledger.hear(message) },
  })
  try {
    const device = await settleDevice(database, workspace, storage, random)
    const copied = copiedDevice(storage, workspace)
    // A database that calls itself otherwise than its copy does is not the one that was here: another profile goes on under its name.
    const foreign = copied !== null && copied !== device && await (await import('./damage')).isForeign(database, copied) ? copied : null
    if (foreign === null) copyDevice(storage, workspace, device)
    const memory = new Memory()
    // Read before the events: another tab may append meanwhile, and the marker must not know more than what is read after it.
    const marker = readMarker(storage, markerKey)
    const heads = await database.heads.where('[plan+device]').between([plan, ''], [plan, '\uffff']).toArray()
    memory.take(await loadEvents(database, plan), now())
    const expected = expectedOf(marker, heads)
    const found = memory.marker()
    const isHeadless = memory.countOf(device) > 0 && !heads.some(head => head.device === device)
    const isDamaged = isHeadless || foreign !== null || missingFrom(expected, found, hash => memory.has(hash)).length > 0
    const isMarked = isDamaged || raiseMarker(storage, markerKey, found)
    ledger = new Ledger({
      database, plan, workspace, device, memory, markerKey, storage, now, random, foreign,
      expected: isDamaged ? expected : null, warnings: isMarked ? [] : [trouble('marker_unavailable')],
    })
    ledger.join(tabs)
    for (const message of waiting) ledger.hear(message)
    return isDamaged ? { kind: 'damaged', problem: trouble('ledger_damaged'), expected, found, ledger } : { kind: 'ready', ledger }
  } catch (error) {
    tabs.leave()
    if (superseded) return { kind: 'unavailable', problem: trouble('ledger_superseded') }
    throw error
  }
}
