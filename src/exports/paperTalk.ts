/** What is said between the page and a worker that makes papers: one paper at a time; the snapshot is sent once. */
import type { Snapshot } from '../domain/snapshot'
import type { PaperChoice } from './paper'
import type { FileToZip } from './zipFile'
import type { PaperOrder, WrittenFormat } from './writePaper'

export type PaperTask =
  | { kind: 'open', snapshot: Snapshot }
  | { kind: 'write', format: WrittenFormat, choice: PaperChoice, template: PaperOrder['template'] }
  | { kind: 'zip', files: readonly FileToZip[], madeAt: string }

/** `isPageNeeded`: it failed because something is missing that only the page has. */
export type PaperAnswer =
  | { kind: 'progress', done: number, total: number }
  | { kind: 'made', bytes: Uint8Array }
  | { kind: 'failed', name: string, message: string, isPageNeeded: boolean }
