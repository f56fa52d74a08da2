/** The contract over a folder of the File System Access API, and what is particular to folders. */
import { expect, it } from 'vitest'
import { FolderTransport } from '../../src/sync/folderTransport'
import type { Outcome } from '../../src/sync/transport'
import { plan } from '../ledger/makers'
import { emptyDrive, folderHandle } from './fakeHandle'
import { transportContract } from './transportContract'
import type { CarrierFaults } from './transportContract'

transportContract('folder', random => {
  const drive = emptyDrive()
  const trouble = (faults: CarrierFaults | null): void => {
    const isHit = (share: number): boolean => random() < share
    drive.onCall = () => { if (faults !== null && isHit(faults.failing)) throw new DOMException('busy', isHit(0.5) ? 'NotReadableError' : 'NoModificationAllowedError') }
    drive.arrives = (path, bytes) => {
      if (faults === null) return bytes
      if (isHit(faults.dropped)) return null
      const kept = isHit(faults.cut) ? bytes.slice(0, Math.floor(random() * bytes.length)) : bytes
      if (isHit(faults.doubled)) drive.entries.set(path.replace(/\.jsonl$/, ' - 副本.jsonl'), kept)
      return kept
    }
  }
  return { end: () => new FolderTransport(folderHandle(drive), plan), trouble }
})

const bytes = new TextEncoder().encode('x\n')
const codeOf = (outcome: Outcome<unknown>): string | null => (outcome.ok ? null : outcome.problem.code)
const path = 'yl/dev-0000000000000001/00000001-0000000000000001.jsonl'

it('keeps its files below the plan, unit and device, and sees no other plan', async () => {
  const drive = emptyDrive()
  await new FolderTransport(folderHandle(drive), plan).write(path, bytes)
  expect([...drive.entries.keys()]).toEqual([`${plan}/`, `${plan}/yl/`, `${plan}/yl/dev-0000000000000001/`, `${plan}/${path}`])
  expect(await new FolderTransport(folderHandle(drive), 'other-2020').list()).toEqual({ ok: true, value: [] })
})

it('a drive that is gone is lost, never empty; a permission that has lapsed is said as such', async () => {
  const drive = emptyDrive()
  const folder = new FolderTransport(folderHandle(drive), plan)
  drive.isLost = true
  expect([codeOf(await folder.list()), codeOf(await folder.write(path, bytes))]).toEqual(['folder_lost', 'folder_lost'])
  drive.isLost = false
  drive.permission = 'prompt'
  expect([codeOf(await folder.list()), codeOf(await folder.read(path)), codeOf(await folder.write(path, bytes))]).toEqual(['folder_denied', 'folder_denied', 'folder_denied'])
  drive.permission = 'granted'
  expect(codeOf(await folder.list())).toBeNull()
})

it('lists what it can: a folder that may not be looked into is named, a locked file is tried again, litter is left out', async () => {
  const drive = emptyDrive()
  const folder = new FolderTransport(folderHandle(drive), plan)
  const closed = path.replace('yl', 'mz')
  await folder.write(path, bytes)
  await folder.write(closed, bytes)
  for (const name of ['desktop.ini', 'Thumbs.db', '~$report.xlsx', '.DS_Store', 'x.tmp', '00000002-0000000000000002.jsonl.crswap']) drive.entries.set(`${plan}/yl/${name}`, bytes)
  drive.barred.add(`${plan}/mz/`)
  drive.locked.add(`${plan}/${path}`)
  const listed = await folder.list()
  expect(listed.ok && listed.value.map(one => [one.path, one.size, one.problem?.code])).toEqual([[path, 2, undefined], ['mz/', 0, 'segment_locked']])
  expect(codeOf(await folder.read(path))).toBe('segment_locked')
})

it('a write that fails leaves no empty file behind', async () => {
  const drive = emptyDrive()
  const folder = new FolderTransport(folderHandle(drive), plan)
  drive.locked.add(`${plan}/${path}`)
  drive.onCall = act => { if (act === 'createWritable') throw new DOMException('busy', 'NoModificationAllowedError') }
  drive.locked.clear()
  expect(codeOf(await folder.write(path, bytes))).toBe('folder_read_only')
  expect(drive.entries.has(`${plan}/${path}`)).toBe(false)
})
