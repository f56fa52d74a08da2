/** English of the problems of snapshots (src/domain/snapshotFile, src/ledger/snapshotShelf, src/stores/snapshots): why, fix. */
const original = 'use the original file; if there is none, freeze and export again in Guatu'

export const enProblemsSnapshots: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  snapshot_closed: ['The database of snapshots on this device was closed (upgraded or cleared in another tab)', 'reload the page'],
  snapshot_failed: ['The browser\'s database failed; the snapshot was not kept', 'reload the page; if it happens again, restart the browser'],
  snapshot_full: ['The browser has no room left; the snapshot was not kept', 'free disk space and freeze again; the files of this time can be exported all the same'],
  snapshot_missing: ['This browser has no local database; snapshots cannot be kept', 'use a recent Chrome, Edge or Firefox; the files of this time can be exported all the same'],
  snapshot_newer: ['The snapshots on this device were written by a newer Guatu', 'open them with the newer one; they were not touched'],
  snapshot_refused: ['The browser does not let this page keep data (a private window, or its settings); snapshots cannot be kept', 'use an ordinary window, or allow this site to keep data'],
  snapshot_stored: ['This snapshot cannot be read from this device, or does not fit its code', 'check with the files exported then; the ledger was not touched, the same day can be frozen again'],
  snapshot_format: ['This is no snapshot of Guatu, or fields are missing', original],
  snapshot_plan: ['The plan in the snapshot was altered or cannot be read', original],
  snapshot_event: ['An entry of the ledger in the snapshot was altered', original],
  snapshot_events: ['The ledger in the snapshot is not the one that was frozen', original],
  snapshot_board: ['A figure in the file is not what its ledger gives', original],
  page_empty: ['There is no snapshot in this file', 'export a snapshot page under Meeting papers'],
  page_unreadable: ['The snapshot in this file cannot be read; it is incomplete or was altered', 'use the original file, or export it again'],
  page_template: ['snapshot.html, the base of the snapshot page, cannot be read', 'go online and export again; if the server lacks it, have it put beside the page'],
  snapshot_read_only: ['This is a frozen snapshot and cannot be changed', 'enter it in Guatu'],
  snapshot_fingerprint: ['The code does not fit: name, day, knowledge, rules, review filter, time or unit was altered', original],
}
