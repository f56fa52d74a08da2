/** One paper of a snapshot by its format, sealed: what a worker and the page do alike. */
import type { Snapshot, SnapshotView } from '../domain/snapshot'
import { viewOf } from '../domain/snapshot'
import type { PaperChoice, PaperFormat, PaperWriter, Tell } from './paper'
import { withSeal } from './paperSeal'

/** What a run makes, but for the formats. `template` is the empty application that the one HTML file is filled from; null: none could be had. */
export interface PaperOrder { snapshot: Snapshot, choice: PaperChoice, template: string | null }

/** Makes the bare bytes of one format; rejects with what went wrong. */
export type PaperMaker = (order: PaperOrder, tell: Tell) => Promise<Uint8Array>

/** PNG is drawn where there is a canvas, from the SVG. */
export type WrittenFormat = Exclude<PaperFormat, 'png'>
export type PaperMakers = Partial<Record<WrittenFormat, PaperMaker>>

let opened: SnapshotView | null = null
/** Opened once for all papers of a run. */
export function viewOnce(snapshot: Snapshot): SnapshotView {
  if (opened?.snapshot.fingerprint !== snapshot.fingerprint) opened = viewOf(snapshot)
  return opened
}

export const makerBy = (writer: PaperWriter): PaperMaker => async ({ snapshot, choice }, tell) => {
  const view = viewOnce(snapshot)
  await tell(0, 1)
  return writer(view, choice, tell)
}

export async function writePaper(maker: PaperMaker, format: WrittenFormat, order: PaperOrder, tell: Tell): Promise<Uint8Array> {
  await tell(0, 1)
  const bytes = await maker(order, tell)
  return withSeal(format, bytes, order.snapshot)
}
