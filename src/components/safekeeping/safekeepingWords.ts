/** Words of 备份与恢复, of the recovery screen and of the state of the second copy. */
export type FolderWord = 'unsupported' | 'none' | 'asking' | 'ready' | 'lost'
export type DamageWord = 'emptied' | 'cut' | 'corrupted' | 'swapped'
export type PromiseWord = 'granted' | 'denied' | 'unsupported' | 'unknown'

export interface SafekeepingWords {
  comma: string, today: string, yesterday: string, monthDay: (month: number, day: number) => string
  state: { demo: string, empty: string, last: (when: string, count: number, where: string) => string, unsaved: (n: number) => string, due: (n: number) => string, none: (n: number) => string, asking: string, lost: string, wrong: (n: number) => string, download: string }
  copy: {
    title: string, lead: string, demo: string, folder: string, noFolder: string, lastAt: string, never: string, beyond: string, none: string, files: string, fileDay: string, fileName: string, fileSize: string, kilobytes: (n: string) => string
    folders: Readonly<Record<FolderWord, string>>, choose: string, other: string, allow: string, forget: string, now: string, download: string, busy: string, kept: string
  }
  promise: { title: string, ask: string, answers: Readonly<Record<PromiseWord, readonly [string, string]>> }
  check: { title: string, count: (n: number) => string, running: string, sound: (n: number) => string, wrong: (n: number) => string, breaks: (n: number) => string, repair: string, device: string, unit: string, entries: string, head: string, own: string }
  back: {
    title: string, lead: string, fromFolder: string, found: (when: string, count: number, name: string) => string, look: string, none: string, chooseFirst: (name: string | null) => string, restore: string, fromShared: string, sharedName: (name: string) => string, sharedNone: string, chooseShared: string, fromFile: string, fileHint: string, choose: string
    keepFirst: string, keepHint: string, exportNow: string, accept: string, acceptHint: string, acceptStart: string, acceptKnow: (n: number) => string, acceptSure: string
    done: (fresh: number) => string, repaired: (n: number) => string, evidence: (n: number) => string, known: (n: number) => string, whole: string, still: (n: number) => string, from: (names: string) => string, back: string
  }
  damage: { swappedTitle: string, kinds: Readonly<Record<DamageWord, string>>, older: string, counts: (expected: number, found: number) => string, unreadable: (n: number) => string, wrong: (n: number) => string, expected: string, found: string, missing: string }
  files: { title: string, choose: string, passphrase: string, open: string, refused: (name: string) => string, made: (when: string) => string, count: (n: number) => string, ahead: (n: number) => string }
}

export const zhSafekeeping: SafekeepingWords = {
  comma: '，', today: '今天', yesterday: '昨天', monthDay: (month, day) => `${month}月${day}日`,
  state: {
    demo: '演示不用备份', empty: '还没有记录可备份', last: (when, count, where) => `备份 ${when}，${count} 条，${where}`, unsaved: n => `未备份 ${n} 条`, due: n => `${n} 条还没有第二份，下载一份`, none: n => `从未备份，${n} 条`, asking: '备份文件夹要再允许一次', lost: '备份文件夹找不到了', wrong: n => `${n} 条记录与校验值不符，去修复`, download: '下载',
  },
  copy: {
    title: '第二份', lead: '浏览器里的台账之外，再放一份在别处', demo: '演示数据随时可以重来，不用备份', folder: '文件夹', noFolder: '没有选', lastAt: '最近一份', never: '从未', beyond: '未备份', none: '没有', files: '文件夹里最近的备份', fileDay: '日期', fileName: '文件', fileSize: '大小', kilobytes: n => `${n} KB`,
    folders: {
      unsupported: '这个浏览器或地址不能选文件夹。下班前点“下载一份”，把文件存到 U 盘或网盘', none: '选一次文件夹，以后每次改动后一分钟自动写一份', asking: '浏览器重开以后要再允许一次', ready: '改动后一分钟、离开页面时自动写；每天一个文件，留 14 天', lost: '文件夹找不到了，五分钟后再试',
    },
    choose: '选文件夹…', other: '换文件夹…', allow: '允许', forget: '不再用', now: '现在备份', download: '下载一份', busy: '正在备份', kept: '下载的文件',
  },
  promise: {
    title: '浏览器是否答应保存', ask: '再问一次',
    answers: { granted: ['答应', '磁盘紧张时不会清理本站数据'], denied: ['没有答应', '磁盘紧张时可能被清理，第二份更要紧'], unsupported: ['不能问', '内网 http 地址没有这个功能，第二份更要紧'], unknown: ['还没有问', '存下第一条记录时问'] },
  },
  check: {
    title: '台账核对', count: n => `${n} 条`, running: '正在逐条核对校验值和前后链', sound: n => `${n} 条的校验值和前后链都对`, wrong: n => `${n} 条与校验值不符`, breaks: n => `${n} 处前后接不上`, repair: '用以前的备份修复：并入完整的一份，坏的自动换掉', device: '设备', unit: '单位', entries: '条数', head: '最后一条的校验值', own: '本机',
  },
  back: {
    title: '恢复', lead: '恢复是并入，不删也不盖任何一条', fromFolder: '备份文件夹', found: (when, count, name) => `${when} 的完整备份，${count} 条（${name}）`, look: '查看最近一份', none: '没有读到完整的备份', chooseFirst: name => (name === null ? '先选放备份的文件夹' : `以前的备份在“${name}”，再选一次这个文件夹`), restore: '从备份文件夹恢复', fromShared: '从共享文件夹恢复', sharedName: name => `“${name}”里各台电脑的记录`, sharedNone: '选共享文件夹，读出其中各台电脑的记录', chooseShared: '选共享文件夹…', fromFile: '选文件恢复…', fileHint: '备份、报送包（.guatu）或台账（.jsonl），可以一次选几个', choose: '选文件夹…',
    keepFirst: '导出现有记录', keepHint: '先留一份现在还看得到的', exportNow: '导出', accept: '按现有记录继续', acceptHint: '没有任何备份时才用。少掉的记录以后找到了还能并入', acceptStart: '按现有记录继续…', acceptKnow: n => `知道少掉的 ${n} 条不再等待`, acceptSure: '确认继续',
    done: fresh => `找回 ${fresh} 条`, repaired: n => `换掉坏的 ${n} 条`, evidence: n => `佐证 ${n} 个`, known: n => `本来就有 ${n} 条`, whole: '都齐了，没有缺的', still: n => `还缺 ${n} 条`, from: names => `来自 ${names}`, back: '找回',
  },
  damage: {
    swappedTitle: '打开的不是这台电脑上的台账',
    kinds: { emptied: '台账空了：网站数据被清理过，或数据库坏了、浏览器另建了一个空的', cut: '台账短了一截', corrupted: '台账里有记录坏了', swapped: '数据库被换过：另一台电脑、另一个浏览器的，或本机较早的副本' },
    older: '停在较早的时候：被截短，或换成了较早的副本', counts: (expected, found) => `应有 ${expected} 条，现有 ${found} 条`, unreadable: n => `${n} 行读不出来`, wrong: n => `${n} 条与校验值不符`, expected: '应有', found: '现有', missing: '缺',
  },
  files: { title: '恢复台账', choose: '选备份文件（.guatu、.jsonl，可多选）', passphrase: '口令', open: '打开', refused: name => `${name} 没有收：`, made: when => `${when} 做的`, count: n => `${n} 条`, ahead: n => `时钟超前 ${n} 条（另存，等人核定）` },
}

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
    title: 'Recovery', lead: 'copies are merged in; nothing here is removed or replaced', fromFolder: 'Backup folder', found: (when, count, name) => `whole backup of ${when}, ${count} records (${name})`, look: 'Look at the latest', none: 'no whole backup found', chooseFirst: name => (name === null ? 'choose the folder of the backups first' : `earlier backups lie in “${name}”: choose it again`), restore: 'Restore from the backup folder', fromShared: 'Restore from the shared folder', sharedName: name => `records of all devices in “${name}”`, sharedNone: 'choose the shared folder to read the records of all devices in it', chooseShared: 'Choose shared folder…', fromFile: 'Restore from files…', fileHint: 'backups, report packages (.guatu) or ledgers (.jsonl), several at once', choose: 'Choose folder…',
    keepFirst: 'Export what is here', keepHint: 'keep what can still be seen', exportNow: 'Export', accept: 'Go on with what is here', acceptHint: 'only where there is no backup; what is missing can still be merged later', acceptStart: 'Go on with what is here…', acceptKnow: n => `The ${n} missing records are no longer waited for`, acceptSure: 'Confirm',
    done: fresh => `${fresh} records came back`, repaired: n => `${n} wrong ones replaced`, evidence: n => `${n} evidence files`, known: n => `${n} were here already`, whole: 'nothing is missing', still: n => `${n} still missing`, from: names => `from ${names}`, back: 'Back',
  },
  damage: {
    swappedTitle: 'This is not the ledger of this device',
    kinds: { emptied: 'The ledger is empty: site data was cleared, or the browser made a broken database anew', cut: 'A part of the ledger is gone', corrupted: 'Records of the ledger are broken', swapped: 'The database was replaced: by that of another device or browser, or by an older copy' },
    older: 'It stands at an earlier moment: cut short, or an older copy put in its place', counts: (expected, found) => `${expected} expected, ${found} here`, unreadable: n => `${n} lines unreadable`, wrong: n => `${n} do not match their checksum`, expected: 'Expected', found: 'Here', missing: 'Missing',
  },
  files: { title: 'Restore the ledger', choose: 'Backup files (.guatu, .jsonl; several at once)', passphrase: 'Passphrase', open: 'Open', refused: name => `${name} was not taken: `, made: when => `made ${when}`, count: n => `${n} records`, ahead: n => `${n} with a clock far ahead (kept apart until accepted)` },
}
