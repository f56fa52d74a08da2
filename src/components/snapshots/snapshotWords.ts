/** The words of the page 快照; they load with it. */
import type { ReviewFilter } from '../../domain/snapshot'
import type { SealField, Verdict } from '../../domain/verifySnapshot'
import type { EditedKind } from './snapshotFace'

export interface SnapshotWords {
  title: string
  board: string
  all: string
  count: (n: number) => string
  none: string
  noneLead: string
  reviews: Record<ReviewFilter, string>
  demo: string
  safe: string
  card: { asOf: (day: string) => string, known: (moment: string) => string, code: string, made: (when: string, by: string) => string, matrix: (rows: number) => string }
  freeze: { title: string, lead: string, name: string, day: string, review: string, act: string, busy: string, done: (code: string) => string, badDay: (from: string, to: string) => string, noName: string, failed: string }
  verify: { title: string, lead: string, code: string, act: string, or: string, choose: string, drop: string, badCode: string, busy: string, partMissing: string }
  unknown: { title: (code: string) => string, lead: string, ways: readonly string[] }
  facts: { title: string, asOf: string, known: string, review: string, rules: string, entries: string, made: string, version: string, code: string, copyOf: string, entriesText: (n: number) => string, qr: string, qrLead: string }
  acts: { papers: string, download: string, keep: string, kept: string, close: string, compare: string, compareNone: string, now: string, nowLead: string }
  file: (name: string) => string
  verdict: Record<Verdict, { title: string, text: string }>
  verdictTitle: string
  figures: { same: string, differ: string }
  lacking: (n: number | null) => string
  more: (n: number | null) => string
  counts: (sealed: number, here: number) => string
  altered: (field: string, claimed: string, right: string | null) => string
  alteredUnknown: string
  fields: Record<SealField, string>
  otherPlan: (plan: string) => string
  edited: { title: (n: number) => string, text: string, none: string, noneText: string, kinds: Record<EditedKind, (number: number, title: string) => string>, changes: Record<'edited' | 'gone' | 'added', string> }
  boardFile: { match: (review: string) => string, matchText: string, differ: string, differText: string, cell: (where: string, field: string, said: string, right: string) => string }
  changed: { title: (n: number) => string, text: string }
  since: { title: string, lead: (day: string) => string, none: string, count: (n: number, turned: number) => string, more: (n: number) => string, fold: string, unreported: string, by: (by: string, when: string) => string, nobody: string, noLamp: string }
  problem: { title: string, file: (name: string) => string, forget: string }
  mood: Record<'good' | 'bad' | 'note', string>
}
