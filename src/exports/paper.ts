/**
 * What every writer of papers shares. A writer is one file: it takes an opened snapshot and a choice, and gives bytes; it reads neither the
 * screen nor the clock. Papers are in Chinese whatever the language of the screen: they go into Chinese offices' files.
 */
import type { SnapshotView } from '../domain/snapshot'

/** The formats of the dialog. `print` and `poster` are HTML ready for the browser's print (PDF); `page` is the one HTML file. */
export const paperFormats = ['pptx', 'docx', 'xlsx', 'print', 'poster', 'page', 'svg', 'png', 'csv', 'markdown', 'snapshot', 'board'] as const
export type PaperFormat = typeof paperFormats[number]

/** Parts of a deck, and of what follows the same outline. */
export const paperParts = ['cover', 'overview', 'changes', 'chapters', 'red', 'standing', 'annex', 'areas', 'record'] as const
export type PaperPart = typeof paperParts[number]

export const audiences = ['bureau', 'dispatch', 'bulletin', 'wall', 'superior'] as const
/** 局务会, 调度会, 通报, 上墙, 报上级. */
export type Audience = typeof audiences[number]

export interface PaperChoice {
  parts: ReadonlySet<PaperPart>
  /** Keys of pages that were taken out by hand. */
  omit: ReadonlySet<string>
  /** Who makes the papers: 局办公室; '' where nobody said. */
  office: string
  /** Of a DOCX: 文号 as typed, '' for none; the red head; whom it is addressed to, '' for nobody. */
  documentNumber: string
  hasRedHead: boolean
  addressee: string
  /** Of the one HTML file: without names and notes. */
  isShareSafe: boolean
}

export const plainChoice: PaperChoice = { parts: new Set(['cover', 'overview', 'changes', 'chapters', 'red', 'standing', 'annex']), omit: new Set(), office: '', documentNumber: '', hasRedHead: false, addressee: '', isShareSafe: false }

/** One page (or sheet) of a paper, for preview and count: the same list that the writer writes. */
export interface PaperPage {
  /** Stable for one snapshot: what `omit` names. */
  key: string
  part: PaperPart
  /** As printed at its top. */
  title: string
  /** What a small picture of it shows. */
  look: 'cover' | 'overview' | 'changes' | 'matrix' | 'curve' | 'bars' | 'table' | 'text'
}

/** Told after each piece of work; awaited, so that a click is answered in between. Throws `Cancelled` when the work was called off. */
export type Tell = (done: number, total: number) => Promise<void>

/** Thrown by a `Tell`, and only by it. */
export class Cancelled extends Error {}

export const tellNobody: Tell = () => Promise.resolve()

export type PaperWriter = (view: SnapshotView, choice: PaperChoice, tell: Tell) => Promise<Uint8Array>
