/**
 * 通报 and 专报 as the ledger holds them: every saved version stays, the latest holds, an issued one is locked until a version opens it again.
 * Source: practice.md 2.4; the ceilings of length are those of [L2].
 */
import type { LedgerEvent } from './event'
import type { History, Knowing } from './history'
import type { BulletinBlock, BulletinCommand, BulletinText } from './meetingEvents'
import type { Problem } from './problem'
import { furtherOf } from './further'

/** One saved version; `at` is the day it says of itself. */
export interface BulletinVersion { event: string, at: string, recordedAt: string, unit: string | null, text: BulletinText }

export interface Bulletin {
  id: string
  latest: BulletinVersion
  /** All versions, the earliest first; the last is `latest`. */
  versions: readonly BulletinVersion[]
}

/** Characters that a paper may have: 4,000 of a special topic (通报), 5,000 of a comprehensive one (专报). */
export const bulletinCeilings: Readonly<Record<BulletinText['form'], number>> = { bulletin: 4000, report: 5000 }

/** The text of a block without its tokens' origins. */
export const textOfBlock = (block: BulletinBlock): string => (block.kind === 'heading' ? block.text : block.runs.map(run => (typeof run === 'string' ? run : run.text)).join(''))

/** 字数: characters of title, headings and paragraphs; blanks do not count, the annex does not. */
export function lengthOf(text: Pick<BulletinText, 'title' | 'blocks'>): number {
  return [text.title, ...text.blocks.map(textOfBlock)].reduce((sum, one) => sum + [...one.replace(/\s/gu, '')].length, 0)
}

function versionOf({ id: event, at, recordedAt, by, data }: LedgerEvent): BulletinVersion {
  return { event, at, recordedAt, unit: typeof by?.unit === 'string' ? by.unit : null, text: data as unknown as BulletinText }
}

/** All bulletins of a plan as known at `limit`, the one changed last first. */
export function bulletinsOf(history: History, limit: string): Bulletin[] {
  const versions = new Map<string, BulletinVersion[]>()
  for (const event of furtherOf(history, 'bulletin', limit).sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0))) {
    const version = versionOf(event)
    versions.set(version.text.id, [...versions.get(version.text.id) ?? [], version])
  }
  return [...versions].map(([id, list]) => ({ id, versions: list, latest: list.at(-1)! })).sort((one, other) => (one.latest.recordedAt < other.latest.recordedAt ? 1 : -1))
}

const contentOf = (text: BulletinText): string => JSON.stringify([text.form, text.title, text.number, text.addressee, text.snapshot, text.asOf, text.knownAt, text.blocks, text.hasAnnex])

/** Is the same said, whatever its state. */
export const isSameText = (one: BulletinText, other: BulletinText): boolean => contentOf(one) === contentOf(other)

/** Why a version may not be recorded, or null. Opening an issued bulletin again is a version of the same text that is not issued. */
export function bulletinRefusal(history: History, command: BulletinCommand, present: Knowing): Problem | null {
  if (command.title.trim() === '') return { code: 'bulletin_title', why: '没有标题', fix: '写上标题再存' }
  const latest = bulletinsOf(history, present.limit).find(one => one.id === command.id)?.latest.text
  if (latest?.isIssued !== true) return null
  const isReopening = !command.isIssued && isSameText(latest, command)
  return isReopening ? null : { code: 'bulletin_issued', why: `《${latest.title}》已经印发，不能直接改`, fix: '先点“收回修改”，再改；印发的那一版会留着' }
}
