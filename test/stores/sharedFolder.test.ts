/** The shared folder of the open plan: choosing, asking again, a drive that goes and comes, the demo, another plan, and files carried by hand. */
import { unzipSync } from 'fflate'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import type { Ledger } from '../../src/ledger/ledger'
import { FolderTransport } from '../../src/sync/folderTransport'
import { makeSegment } from '../../src/sync/segment'
import { useSharedFolder } from '../../src/stores/sharedFolder'
import { draft, foreignEvent, MemoryStorage, plan, Profile } from '../ledger/makers'
import { emptyDrive, folderHandle } from '../sync/fakeHandle'
import type { FakeDrive } from '../sync/fakeHandle'

interface FakeWorkspace { planId: string | null, kind: 'real' | 'demo', phase: string, eventCount: number, openLedger: () => Ledger | null }
let workspace: FakeWorkspace
vi.mock('../../src/stores/workspace', () => ({ useWorkspace: () => workspace }))

let profile: Profile
let ledger: Ledger
let drive: FakeDrive
const device = `dev-${'0'.repeat(16)}`

beforeEach(async () => {
  profile = new Profile()
  ledger = await profile.tab()
  drive = emptyDrive()
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
  vi.stubGlobal('localStorage', new MemoryStorage())
  vi.stubGlobal('showDirectoryPicker', () => Promise.resolve(folderHandle(drive)))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  setActivePinia(createPinia())
  workspace = reactive({ planId: plan, kind: 'real', phase: 'ready', eventCount: 0, openLedger: () => ledger }) as FakeWorkspace
})
afterEach(() => {
  workspace.kind = 'demo'
  profile.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function started() {
  const folder = useSharedFolder()
  await folder.start()
  return folder
}
async function enter(value: number): Promise<void> {
  await ledger.append([draft(value)], {})
  workspace.eventCount = ledger.events.length
}
const filesThere = (): string[] => [...drive.entries.keys()].filter(path => path.endsWith('.jsonl'))
const fromElsewhere = (n: number) => makeSegment({ plan, device, unit: 'mz', seq: n, heads: {} }, [foreignEvent(n, { device: '0' })])

it('a folder once chosen is written at once, after each entry, and read every quarter of a minute', async () => {
  await enter(1)
  const folder = await started()
  expect([folder.state, folder.outbox]).toEqual(['none', 1])
  await folder.choose()
  expect([folder.state, folder.name, folder.outbox, folder.last?.sent]).toEqual(['ready', '共享盘', 0, 1])
  // A handle that the browser cannot keep holds for this visit, which is said.
  expect(folder.files.map(one => one.problem.code)).toEqual(['folder_not_kept'])
  await enter(2)
  await vi.advanceTimersByTimeAsync(2_000)
  await vi.waitFor(() => { expect([filesThere().length, folder.outbox]).toEqual([2, 0]) })
  const other = fromElsewhere(1)
  await new FolderTransport(folderHandle(drive), plan).write(other.path, other.bytes)
  await vi.advanceTimersByTimeAsync(15_000)
  await vi.waitFor(() => { expect([ledger.events.length, folder.last?.taken]).toEqual([3, 1]) })
  expect(folder.devices).toMatchObject([{ device, unit: 'mz', count: 1, seenOfMine: 0 }])
})

it('thinking better of it chooses nothing; a browser that refuses says so', async () => {
  const folder = await started()
  vi.stubGlobal('showDirectoryPicker', () => Promise.reject(new DOMException('x', 'AbortError')))
  await folder.choose()
  expect([folder.state, folder.files]).toEqual(['none', []])
  vi.stubGlobal('showDirectoryPicker', () => Promise.reject(new DOMException('x', 'SecurityError')))
  await folder.choose()
  expect([folder.state, folder.files.map(one => one.problem.code)]).toEqual(['none', ['folder_denied']])
})

it('a permission that lapses waits for a click, a lost drive is tried again by itself', async () => {
  const folder = await started()
  await folder.choose()
  drive.permission = 'prompt'
  await folder.syncNow()
  expect(folder.state).toBe('asking')
  await enter(1)
  expect(filesThere()).toEqual([])
  drive.answer = 'denied'
  await folder.allow()
  expect(folder.state).toBe('asking')
  drive.permission = 'prompt'
  drive.answer = 'granted'
  await folder.allow()
  expect([folder.state, folder.outbox, filesThere().length]).toEqual(['ready', 0, 1])
  drive.isLost = true
  await folder.syncNow()
  expect([folder.state, folder.files[0]?.problem.code]).toEqual(['lost', 'folder_lost'])
  drive.isLost = false
  await vi.advanceTimersByTimeAsync(120_000)
  await vi.waitFor(() => { expect(folder.state).toBe('ready') })
})

it('from the demo nothing leaves, and another plan has a folder of its own', async () => {
  workspace.kind = 'demo'
  const folder = await started()
  expect(folder.state).toBe('demo')
  await folder.choose()
  await folder.syncNow()
  expect([await folder.carry(), drive.entries.size]).toEqual([null, 0])
  workspace.kind = 'real'
  await vi.waitFor(() => { expect(folder.state).toBe('none') })
  await folder.choose()
  expect(folder.state).toBe('ready')
  const first = ledger
  ledger = await profile.tab({ plan: 'other-2020' })
  workspace.planId = 'other-2020'
  await vi.waitFor(() => { expect([folder.state, folder.name]).toEqual(['none', null]) })
  ledger = first
  workspace.planId = plan
  await vi.waitFor(() => { expect([folder.state, folder.name]).toEqual(['ready', '共享盘']) })
  await folder.forget()
  expect([folder.state, folder.name]).toEqual(['none', null])
})

it('of two tabs one looks after the folder; what the other enters it writes itself', async () => {
  const folder = await started()
  await folder.choose()
  localStorage.setItem(`guatu.folderTurn:${plan}`, JSON.stringify({ tab: 'another', until: Date.now() + 600_000, isVisible: true }))
  const other = fromElsewhere(1)
  await new FolderTransport(folderHandle(drive), plan).write(other.path, other.bytes)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ledger.events.length).toBe(0)
  await enter(1)
  await vi.advanceTimersByTimeAsync(2_000)
  await vi.waitFor(() => { expect([ledger.events.length, filesThere().length]).toEqual([2, 2]) })
})

it('where no browser gives a folder its files are carried in and out by hand', async () => {
  vi.stubGlobal('showDirectoryPicker', undefined)
  await enter(1)
  const folder = await started()
  expect([folder.state, folder.outbox]).toEqual(['unsupported', 1])
  const bag = await folder.carry()
  const entries = Object.entries(unzipSync(bag!.bytes))
  expect(entries.map(([path]) => path)).toEqual([expect.stringMatching(new RegExp(`^${plan}/office/${ledger.device}/00000001-[0-9a-f]{16}\\.jsonl$`))])
  const fileAt = (path: string, bytes: Uint8Array<ArrayBuffer>) => Object.defineProperty(new File([bytes], path.split('/').at(-1)!), 'webkitRelativePath', { value: path })
  const other = fromElsewhere(1)
  await folder.takeFiles([fileAt(`共享盘/${plan}/${other.path}`, other.bytes), fileAt(`共享盘/${entries[0]![0]}`, new Uint8Array(entries[0]![1])), fileAt('共享盘/other-2020/a/b/c.jsonl', other.bytes)])
  expect([ledger.events.length, folder.outbox, folder.last?.taken, folder.files]).toEqual([2, 0, 1, []])
  expect(await folder.carry()).toBeNull()
  // A file without its folders is taken as well.
  const loose = fromElsewhere(2)
  await folder.takeFiles([new File([loose.bytes], '收到的.jsonl')])
  expect([ledger.events.length, folder.files.map(one => one.problem.code)]).toEqual([3, ['segment_renamed']])
})
