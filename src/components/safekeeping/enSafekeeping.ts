/** English of 备份与恢复. */
import type { SafekeepingWords } from './safekeepingWords'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const enSafekeeping: SafekeepingWords = {
  comma: ', ', today: 'today', yesterday: 'yesterday', monthDay: (month, day) => `${day} ${months[month - 1] ?? ''}`,
  state: {
    demo: 'the demo needs no backup', empty: 'nothing to back up yet', last: (when, count, where) => `Backup ${when}, ${count} records, ${where}`, unsaved: n => `${n} not backed up`, due: n => `${n} records without a second copy: download one`, none: n => `never backed up, ${n} records`, asking: 'allow the backup folder again', lost: 'the backup folder is gone', wrong: n => `${n} records do not match their checksum: repair`, download: 'downloads',
  },
  copy: {
    title: 'Second copy', lead: 'besides the ledger in this browser, one more elsewhere', demo: 'The demo can be started again at any time and needs no backup', folder: 'Folder', noFolder: 'none chosen', lastAt: 'Last copy', never: 'never', beyond: 'Not in it', none: 'none', files: 'Latest backups in the folder', fileDay: 'Day', fileName: 'File', fileSize: 'Size', kilobytes: n => `${n} KB`,
    folders: {
      unsupported: 'This browser or address cannot choose folders. Download a copy at the end of the day and keep it on a stick or drive', none: 'Choose a folder once; a copy is written a minute after every change', asking: 'The browser was restarted: allow it once more', ready: 'Written a minute after a change and when you leave; a file a day, kept for 14 days', lost: 'The folder is not there; tried again in five minutes',
    },
    choose: 'Choose folder…', other: 'Another folder…', allow: 'Allow', forget: 'Stop using it', now: 'Back up now', download: 'Download a copy', busy: 'Backing up', kept: 'downloaded file',
  },
  promise: {
    title: 'Does the browser promise to keep it', ask: 'Ask again',
    answers: { granted: ['yes', 'not cleared when the disk is short'], denied: ['no', 'may be cleared when the disk is short; the second copy matters more'], unsupported: ['cannot be asked', 'plain http addresses lack this; the second copy matters more'], unknown: ['not asked yet', 'asked when the first record is saved'] },
  },
  check: {
    title: 'Check of the ledger', count: n => `${n} records`, running: 'Checking every checksum and chain', sound: n => `Checksums and chains of all ${n} records are right`, wrong: n => `${n} do not match their checksum`, breaks: n => `${n} do not follow the one before`, repair: 'Repair from an earlier backup: a whole copy takes the place of what is wrong', device: 'Device', unit: 'Unit', entries: 'Records', head: 'Checksum of the latest', own: 'this device',
  },
  back: {
    title: 'Recovery', lead: 'copies are merged in; nothing here is removed or replaced', fromFolder: 'Backup folder', found: (when, count, name) => `whole backup of ${when}, ${count} records (${name})`, look: 'Look at the latest', none: 'no whole backup found', chooseFirst: name => (name === null ? 'choose the folder of the backups first' : `earlier backups lie in “${name}”: choose it again`), restore: 'Restore from the backup folder', fromShared: 'Restore from the shared folder', sharedName: name => `records of all devices in “${name}”`, sharedNone: 'no shared folder chosen; see Send and receive', fromFile: 'Restore from files…', fileHint: 'backups, report packages (.guatu) or ledgers (.jsonl), several at once', choose: 'Choose folder…',
    keepFirst: 'Export what is here', keepHint: 'keep what can still be seen', exportNow: 'Export', accept: 'Go on with what is here', acceptHint: 'only where there is no backup; what is missing can still be merged later', acceptStart: 'Go on with what is here…', acceptKnow: n => `The ${n} missing records are no longer waited for`, acceptSure: 'Confirm',
    done: fresh => `${fresh} records came back`, repaired: n => `${n} wrong ones replaced`, evidence: n => `${n} evidence files`, known: n => `${n} were here already`, whole: 'nothing is missing', still: n => `${n} still missing`, from: names => `from ${names}`, back: 'Back',
  },
  damage: {
    swappedTitle: 'This is not the ledger of this device',
    kinds: { emptied: 'The ledger is empty: site data was cleared, or the browser made a broken database anew', cut: 'A part of the ledger is gone', corrupted: 'Records of the ledger are broken', swapped: 'The database was replaced by that of another device or browser' },
    older: 'It stands at an earlier moment: cut short, or an older copy put in its place', counts: (expected, found) => `${expected} expected, ${found} here`, unreadable: n => `${n} lines unreadable`, wrong: n => `${n} do not match their checksum`, expected: 'Expected', found: 'Here', missing: 'Missing',
  },
  files: { title: 'Restore the ledger', choose: 'Backup files (.guatu, .jsonl; several at once)', passphrase: 'Passphrase', open: 'Open', refused: name => `${name} was not taken: `, made: when => `made ${when}`, count: n => `${n} records`, ahead: n => `${n} with a clock far ahead (kept apart until accepted)` },
}
