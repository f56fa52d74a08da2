/** Second copies in a folder whose drive does what drives do: a good copy is never lost to a worse one. */
import { expect, it } from 'vitest'
import { backupName, clearOldBackups, keptDays, listBackups, readBackup, writeBackup } from '../../src/sync/backupFolder'
import { addDays } from '../../src/domain/days'
import { emptyDrive, folderHandle } from './fakeHandle'

const plan = 'jinjiang-2020'
const day = '2020-09-15'
const bytes = (text: string) => new TextEncoder().encode(text)
const yes = () => Promise.resolve(true)
const no = () => Promise.resolve(false)

it('writes the day, takes its place when nothing is lost by it, and stands beside it otherwise', async () => {
  const drive = emptyDrive()
  const folder = folderHandle(drive)
  const first = await writeBackup(folder, plan, day, bytes('one'), no)
  expect(first).toMatchObject({ ok: true, value: { name: '挂图备份-jinjiang-2020-20200915.guatu' } })
  await writeBackup(folder, plan, day, bytes('two'), yes)
  expect([...drive.entries.keys()]).toEqual([backupName(plan, day)])
  const other = await writeBackup(folder, plan, day, bytes('other'), no)
  expect(other).toMatchObject({ ok: true, value: { name: backupName(plan, day, 2) } })
  expect((await listBackups(folder, plan))).toMatchObject({ ok: true, value: [{ turn: 2 }, { turn: 1, size: 3 }] })
  expect(await readBackup(folder, backupName(plan, day))).toEqual({ ok: true, value: bytes('two') })
})

it('a drive that keeps half of what is written: said, and the copy that was there is whole', async () => {
  const drive = emptyDrive()
  const folder = folderHandle(drive)
  await writeBackup(folder, plan, day, bytes('good copy'), no)
  drive.arrives = (_, content) => content.slice(0, 2)
  expect(await writeBackup(folder, plan, day, bytes('next copy'), yes)).toMatchObject({ ok: false, problem: { code: 'backup_mismatch' } })
  drive.arrives = () => null
  expect((await writeBackup(folder, plan, day, bytes('next copy'), yes)).ok).toBe(false)
  expect(await readBackup(folder, backupName(plan, day))).toEqual({ ok: true, value: bytes('good copy') })
})

it('half of it only under the name of the day: the other name keeps the new copy', async () => {
  const drive = emptyDrive()
  const folder = folderHandle(drive)
  drive.arrives = (path, content) => (path.includes('-99') ? content : content.slice(0, 2))
  expect((await writeBackup(folder, plan, day, bytes('next copy'), yes)).ok).toBe(false)
  const listed = await listBackups(folder, plan)
  expect(await readBackup(folder, listed.ok ? listed.value[0]!.name : '')).toEqual({ ok: true, value: bytes('next copy') })
})

it.each([['isLost', 'backup_lost'], ['denied', 'backup_denied']])('a folder that is %s: %s', async (what, code) => {
  const drive = emptyDrive()
  if (what === 'isLost') drive.isLost = true
  else drive.permission = 'denied'
  expect(await writeBackup(folderHandle(drive), plan, day, bytes('x'), yes)).toMatchObject({ ok: false, problem: { code } })
  expect(await listBackups(folderHandle(drive), plan)).toMatchObject({ ok: false, problem: { code } })
})

it('keeps the last fourteen days that have a copy, and never touches what is not its own', async () => {
  const drive = emptyDrive()
  const folder = folderHandle(drive)
  for (let i = 0; i < keptDays + 3; i++) await writeBackup(folder, plan, addDays(day, i * 2), bytes(String(i)), no)
  const foreign = ['挂图备份-jinjiang-2021-20200101.guatu', '挂图备份-jinjiang-2020-20200101.guatu.bak', '照片.jpg', '晋江市-报送包-20200101-080000.guatu']
  for (const name of foreign) drive.entries.set(name, bytes('other'))
  expect(await clearOldBackups(folder, plan)).toBeNull()
  const listed = await listBackups(folder, plan)
  expect(listed.ok && listed.value.map(one => one.day)).toEqual(Array.from({ length: keptDays }, (_, i) => addDays(day, (keptDays + 2 - i) * 2)))
  expect(foreign.every(name => drive.entries.has(name))).toBe(true)
  await writeBackup(folder, plan, addDays(day, 100), bytes('new'), no)
  drive.onCall = act => { if (act === 'remove') throw new DOMException('held', 'NoModificationAllowedError') }
  expect(await clearOldBackups(folder, plan)).toMatchObject({ code: 'backup_old_left' })
})
