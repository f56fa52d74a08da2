/** What can go wrong with the second copy, in plain words; English hangs on the code (app/messages/enProblemsBackup). */
import type { Problem } from '../domain/problem'

const catalogue = {
  backup_denied: ['浏览器没有允许写备份文件夹', '点“允许”，或重新选一个文件夹'],
  backup_lost: ['备份文件夹找不到了（盘没接上、改名或删除）', '接上盘，或重新选一个文件夹；在这之前点“下载一份”'],
  backup_full: ['备份文件夹所在的盘满了', '腾出空间，或换一个文件夹'],
  backup_busy: ['备份文件夹暂时写不进（别的程序占着，或盘不应答）', '一分钟后自动再试；也可以点“下载一份”'],
  backup_mismatch: ['备份写下后读回来不一样，这一份没有算数', '换一个盘或文件夹；以前的备份没有动'],
  backup_unsound: ['台账里有记录与校验值不符，备份没有覆盖以前的好备份', '到“备份与恢复”用以前的备份修好，再备份'],
  backup_old_left: ['14 天以前的备份删不掉', '请手工删除文件夹里较早的备份'],
  backup_none: ['文件夹里没有这个计划的完整备份', '换一个文件夹，或选单个文件'],
  backup_unread: ['备份文件夹里有读不出来的备份，已跳过', '保留文件，请管理员查盘'],
  backup_nothing: ['台账里还没有记录，不用备份', '填报以后会自动备份'],
  backup_closed: ['台账没有打开或不完整，现在不备份', '先恢复台账'],
  backup_text: ['文件读不出来', '确认选的是挂图的备份（.guatu）或台账（.jsonl）'],
} as const

export type BackupTrouble = keyof typeof catalogue

export function backupProblem(code: BackupTrouble, path?: string): Problem {
  const [why, fix] = catalogue[code]
  return { code, why, fix, ...(path !== undefined && { path }) }
}

/** The problem behind what a call on the folder threw. */
export function backupProblemOf(error: unknown): Problem {
  const name = String((error as { name?: unknown } | null)?.name)
  if (name === 'NotAllowedError' || name === 'SecurityError') return backupProblem('backup_denied')
  if (name === 'NotFoundError') return backupProblem('backup_lost')
  return backupProblem(name === 'QuotaExceededError' ? 'backup_full' : 'backup_busy')
}
