/** English of the problems of the second copy and of recovery: why, fix. */
export const enProblemsBackup: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  backup_denied: ['The browser does not let us write to the backup folder', 'press Allow, or choose a folder again'],
  backup_lost: ['The backup folder is not there (drive unplugged, renamed or removed)', 'plug the drive in, or choose a folder again; until then download a copy'],
  backup_full: ['The drive of the backup folder is full', 'free some space, or choose another folder'],
  backup_busy: ['The backup folder cannot be written just now (another program holds it, or the drive does not answer)', 'it is tried again in a minute; or download a copy'],
  backup_mismatch: ['The backup read back was not what was written, so it does not count', 'choose another drive or folder; earlier backups were not touched'],
  backup_unsound: ['Some records do not match their checksum; the earlier good backup was not replaced', 'repair them from an earlier backup under Backup and recovery, then back up'],
  backup_old_left: ['Backups older than 14 days could not be removed', 'remove the oldest by hand'],
  backup_none: ['The folder holds no whole backup of this plan', 'choose another folder, or single files'],
  backup_unread: ['Some backups in the folder cannot be read and were skipped', 'keep the files and have the drive checked'],
  backup_nothing: ['The ledger holds no records yet; there is nothing to back up', 'it is backed up by itself once something is entered'],
  backup_closed: ['The ledger is not open or not whole; nothing is backed up now', 'recover the ledger first'],
  backup_text: ['The file cannot be read', 'choose a backup of Guatu (.guatu) or a ledger (.jsonl)'],
}
