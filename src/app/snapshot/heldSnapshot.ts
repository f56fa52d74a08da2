/** The snapshot of this file: read once from the page's island, checked whole, and the only thing that the read-only build shows. */
import type { Problem } from '../../domain/problem'
import { readSnapshot } from '../../domain/snapshotFile'
import type { ReadSnapshot } from '../../domain/snapshotFile'
import type { Snapshot } from '../../domain/snapshot'
import { islandId, unpackedSnapshot } from '../../exports/pagePacking'

const fix = '用原来那份文件；没有就在挂图里重新导出'
const nothing: Problem = { code: 'page_empty', path: islandId, why: '这个文件里没有快照', fix: '在挂图的“会议材料”里导出一份快照网页' }
const unreadable: Problem = { code: 'page_unreadable', path: islandId, why: '文件里的快照读不出来，可能没有传完，或被改动过', fix }

let held: ReadSnapshot = { ok: false, problems: [nothing] }

/** Reads the island. Never rejects. */
export async function holdSnapshot(): Promise<void> {
  const island = document.getElementById(islandId)?.textContent ?? 'null'
  if (island === 'null') return
  const text = await unpackedSnapshot(island)
  held = text === null ? { ok: false, problems: [unreadable] } : readSnapshot(text)
}

/** What is wrong with the file; empty where it opened. */
export const snapshotProblems = (): readonly Problem[] => (held.ok ? [] : held.problems)

/** The snapshot; only to be asked for where nothing is wrong with it. */
export function heldSnapshot(): Snapshot {
  if (!held.ok) throw new Error('the file holds no snapshot that can be opened')
  return held.snapshot
}
