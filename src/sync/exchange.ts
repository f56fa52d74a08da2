/**
 * One round over any transport: look what is there, read what is new, take it in, write what nobody has written yet. What is to be sent is
 * worked out from what is there, every time anew: no queue that a crash, a cleared browser or a lost drive could lose (reliability.md 1, 7).
 */
import type { LedgerEvent } from '../domain/event'
import type { ParsedLines } from '../domain/lineReader'
import type { Problem } from '../domain/problem'
import { deviceOf } from '../domain/clock'
import type { Ledger } from '../ledger/ledger'
import type { SyncShelf } from '../ledger/syncShelf'
import { FolderFiles, keyOf } from './folderFiles'
import { patient } from './patience'
import { devicesSeen, quotesOf, troublesOf } from './seen'
import type { SeenDevice, SegmentTrouble } from './seen'
import { kindOf, largestSegment, makeSegment, readSegment, segmentsOf, seqOf, shortHash } from './segment'
import type { MadeSegment, SegmentRead } from './segment'
import { segmentTrouble } from './segmentTroubles'
import type { Listed, Transport } from './transport'

export interface ExchangeParts {
  transport: Transport
  ledger: Pick<Ledger, 'events' | 'device' | 'damage' | 'heads' | 'mergeLines' | 'quarantined'>
  plan: string
  /** The unit whose folder this device writes into, see {@link unitPart}. */
  unit: () => string
  shelf: Pick<SyncShelf, 'notes' | 'note'> | null
  now: () => number
}

export interface Round {
  /** Why nothing could be looked at at all. */
  problem: Problem | null
  /** Events written into files, and events new to the ledger. */
  sent: number
  taken: number
  /** Events of the ledger that are in no readable file yet. */
  outbox: number
  troubles: readonly SegmentTrouble[]
  devices: readonly SeenDevice[]
}

/** Rounds in which a file may be missing before its events are written again: a list may be late. Others wait for its owner. */
const ownPatience = 2
const othersPatience = 4
const segmentsOfRound = 20
const bytesOfBatch = 5_000_000
const readsAtOnce = 6
/** Milliseconds after which a device says what it has received although it has nothing of its own to say. */
const quoteAfter = 600_000

/** A large file is read between two frames of the page. */
const bytesWithoutPause = 50_000
const pause = (): Promise<void> => new Promise(resolve => { setTimeout(resolve) })

interface ReadFile { listed: Listed, read: SegmentRead }

/** Changed only by its own rounds, one at a time. */
export class Exchange {
  private readonly files: FolderFiles
  private readonly parts: ExchangeParts
  /** Of files that are gone or were not written well; said until the page closes. */
  private readonly lasting = new Map<string, Problem>()
  private readonly quoted = new Map<string, string>()
  private isRecalled = false
  private turn = 0
  private lastSeq = 0
  private wroteAt = 0

  constructor(parts: ExchangeParts) {
    this.parts = { ...parts, transport: patient(parts.transport) }
    this.files = new FolderFiles(parts.shelf)
  }

  /** Never rejects. */
  async round(): Promise<Round> {
    const done: Round = { problem: null, sent: 0, taken: 0, outbox: 0, troubles: [], devices: [] }
    const troubles = new Map<string, Problem>()
    try {
      await this.waiting()
      const listed = await this.parts.transport.list()
      if (!listed.ok) return { ...done, problem: listed.problem, outbox: this.outbox().length, devices: this.seen() }
      this.miss(listed.value)
      done.taken = await this.look(this.parts.transport, listed.value, troubles)
      if (this.parts.ledger.damage === null) done.sent = await this.send(listed.value, troubles)
      await this.quote()
    } catch (error) {
      done.problem = segmentTrouble('folder_failed', error instanceof Error ? error.message : '')
    }
    const outbox = this.outbox().length
    return { ...done, outbox, troubles: troublesOf(this.files.known.values(), [...this.lasting, ...troubles], outbox === 0 ? path => this.isOwn(path) : () => false), devices: this.seen() }
  }

  /** Takes in what lies elsewhere, such as files that a person has dropped; nothing is written, and nothing counts as gone. Never rejects. */
  async takeFrom(transport: Transport): Promise<Round> {
    const done: Round = { problem: null, sent: 0, taken: 0, outbox: 0, troubles: [], devices: [] }
    const troubles = new Map<string, Problem>()
    try {
      await this.waiting()
      const listed = await transport.list()
      if (listed.ok) done.taken = await this.look(transport, listed.value, troubles)
      else done.problem = listed.problem
      await this.quote()
    } catch (error) {
      done.problem = segmentTrouble('folder_failed', error instanceof Error ? error.message : '')
    }
    return { ...done, outbox: this.outbox().length, troubles: troublesOf(this.files.known.values(), [...this.lasting, ...troubles], () => false), devices: this.seen() }
  }

  /** How many events are in no readable file, as far as it was seen last. */
  async waiting(): Promise<number> {
    if (!this.isRecalled) await this.files.recall()
    this.isRecalled = true
    return this.outbox().length
  }

  /** What is in no readable file yet, as the files it would be written into: to be carried by hand. They count as there once they were seen there. */
  async pack(): Promise<MadeSegment[]> {
    const { ledger, plan, unit } = this.parts
    await this.waiting()
    const first = this.nextSeq([])
    return segmentsOf(this.outbox()).map((events, i) => makeSegment({ plan, device: ledger.device, unit: unit(), seq: first + i, heads: ledger.heads().devices }, events))
  }

  /** Events of every file that lies there; those missing for a little while count as there. */
  private there(): Set<string> {
    const keys = new Set<string>()
    for (const file of this.files.known.values()) for (const key of file.keys) keys.add(key)
    return keys
  }

  private outbox(): LedgerEvent[] {
    const there = this.there()
    return this.parts.ledger.events.filter(event => !there.has(keyOf(event.hash)))
  }

  private isOwn(path: string): boolean {
    return path.includes(`/${this.parts.ledger.device}/`)
  }

  private async look(transport: Transport, listed: readonly Listed[], troubles: Map<string, Problem>): Promise<number> {
    const { ledger, plan } = this.parts
    const known = new Set(ledger.events.map(event => keyOf(event.hash)))
    for (const one of await ledger.quarantined()) known.add(keyOf(one.hash))
    const wanted: Listed[] = []
    const whole: Listed[] = []
    for (const one of listed) {
      const kind = kindOf(one.path)
      if (one.problem !== undefined) troubles.set(one.path, one.problem)
      else if (kind === 'package' || kind === 'zip') troubles.set(one.path, segmentTrouble(`segment_${kind}`))
      else if (kind !== 'other' && one.size > largestSegment) troubles.set(one.path, segmentTrouble('segment_too_large'))
      else if (kind !== 'other') (this.files.isStale(one, key => known.has(key)) ? wanted : whole).push(one)
    }
    // One file a round is read again although nothing seems to have changed: a disk may change a byte and no date.
    const again = whole.length === 0 ? undefined : whole[this.turn++ % whole.length]
    if (again !== undefined) wanted.push(again)
    let taken = 0
    let batch: ReadFile[] = []
    let size = 0
    for (let at = 0; at < wanted.length; at += readsAtOnce) {
      const part = wanted.slice(at, at + readsAtOnce)
      const answers = await Promise.all(part.map(one => transport.read(one.path)))
      for (const [i, answer] of answers.entries()) {
        const one = part[i]!
        if (!answer.ok) { troubles.set(one.path, answer.problem); continue }
        // Looked at again in its turn, and still the same.
        if (one === again && this.files.isSame(one.path, shortHash(answer.value))) continue
        batch.push({ listed: one, read: readSegment(one.path, answer.value, plan) })
        size += answer.value.length
        if (answer.value.length > bytesWithoutPause) await pause()
      }
      if (size < bytesOfBatch && at + readsAtOnce < wanted.length) continue
      taken += await this.take(batch, troubles)
      batch = []
      size = 0
    }
    return taken
  }

  /** Files that are not listed any more: after a while their events count as gone. */
  private miss(listed: readonly Listed[]): void {
    const paths = new Set(listed.map(one => one.path))
    const dark = listed.filter(one => one.problem !== undefined && one.path.endsWith('/')).map(one => one.path)
    for (const file of this.files.known.values()) {
      if (paths.has(file.path)) { if (file.size >= 0) file.missed = 0; continue }
      if (dark.some(folder => file.path.startsWith(folder))) continue
      file.missed += 1
      if (file.missed < (this.isOwn(file.path) ? ownPatience : othersPatience)) continue
      this.files.drop(file.path)
      if (this.isOwn(file.path) && file.keys.length > 0) this.lasting.set(file.path, segmentTrouble('segment_own_gone'))
    }
  }

  /** Takes files in together, all or none: what could not be stored is read again. */
  private async take(batch: readonly ReadFile[], troubles: Map<string, Problem>): Promise<number> {
    const once = new Set<string>()
    const lines: ParsedLines = { events: [], aside: [], foreign: 0, repeated: 0, refused: null }
    for (const { listed, read } of batch) {
      for (const event of read.lines.events) if (!once.has(event.hash)) { once.add(event.hash); lines.events.push(event) }
      // What is still being written, or was read badly once, is no entry that was damaged.
      if (read.isWhole || this.files.known.get(listed.path)?.hash === read.hash) lines.aside.push(...read.lines.aside)
    }
    let taken = 0
    if (lines.events.length + lines.aside.length > 0) {
      const merged = await this.parts.ledger.mergeLines(lines)
      if (!merged.ok) {
        for (const { listed, read } of batch) if (read.lines.events.length > 0) troubles.set(listed.path, segmentTrouble('segment_merge', merged.problem.why))
        return 0
      }
      taken = merged.events.length
    }
    for (const { listed, read } of batch) this.files.keep(listed, read)
    return taken
  }

  private async send(listed: readonly Listed[], troubles: Map<string, Problem>): Promise<number> {
    const { ledger } = this.parts
    let sent = 0
    const parts = segmentsOf(this.outbox()).slice(0, segmentsOfRound)
    if (parts.length === 0 && this.hasNews()) parts.push([])
    for (const events of parts) {
      if (!await this.write(listed, events, troubles)) break
      sent += events.length
    }
    if (parts.length > 0 && ledger.damage === null) await this.tidy(listed)
    return sent
  }

  /** Writes a segment and reads it back; only what comes back byte for byte counts as written. */
  private async write(listed: readonly Listed[], events: readonly LedgerEvent[], troubles: Map<string, Problem>): Promise<boolean> {
    const { ledger, transport, plan, unit, now } = this.parts
    const { device } = ledger
    this.lastSeq = this.nextSeq(listed)
    const head = { plan, device, unit: unit(), seq: this.lastSeq, heads: ledger.heads().devices }
    const { path, bytes, hash } = makeSegment(head, events)
    this.wroteAt = now()
    const written = await transport.write(path, bytes)
    const back = written.ok ? await transport.read(path) : written
    if (back.ok && back.value !== null && back.value.length === bytes.length && back.value.every((byte, i) => byte === bytes[i])) {
      this.files.wrote(path, bytes.length, hash, events.map(event => keyOf(event.hash)), { device, unit: head.unit, seq: head.seq, heads: head.heads })
      return true
    }
    troubles.set(path, segmentTrouble('segment_not_written', back.ok ? '' : back.problem.why))
    return false
  }

  /** After every number that is used or was tried. */
  private nextSeq(listed: readonly Listed[]): number {
    const own = [...listed.map(one => one.path), ...this.files.known.keys()].filter(path => this.isOwn(path))
    return own.reduce((most, path) => Math.max(most, seqOf(path)), this.lastSeq) + 1
  }

  /** Does this device know more of others than it has said, and is it time to say so. */
  private hasNews(): boolean {
    const { ledger, now } = this.parts
    if (now() - this.wroteAt < quoteAfter) return false
    const said = this.ownHead()?.heads ?? {}
    return Object.entries(ledger.heads().devices).some(([device, { count }]) => device !== ledger.device && count > (said[device]?.count ?? 0))
  }

  private ownHead() {
    const { device } = this.parts.ledger
    return [...this.files.known.values()].map(file => file.head).filter(head => head?.device === device).reduce((last, head) => (head!.seq > (last?.seq ?? 0) ? head : last), null)
  }

  /** Own files that hold no event and whose quotes stand in a later one. */
  private async tidy(listed: readonly Listed[]): Promise<void> {
    const last = this.ownHead()?.seq ?? 0
    const paths = new Set(listed.map(one => one.path))
    const all = [...this.files.known.values()]
    for (const { path, head, keys, isWhole } of all)
      if (isWhole && keys.length === 0 && head?.device === this.parts.ledger.device && this.isOwn(path) && head.seq < last && paths.has(path)) {
        const removed = await this.parts.transport.remove?.(path)
        if (removed?.ok === true) this.files.drop(path)
      }
  }

  /** Keeps what others say they know: a tail that is missing somewhere is found by it. */
  private async quote(): Promise<void> {
    for (const { device, unit, heads } of quotesOf(this.files.known.values())) {
      const text = JSON.stringify(heads)
      if (device === this.parts.ledger.device || this.quoted.get(device) === text) continue
      this.quoted.set(device, text)
      await this.parts.shelf?.note('quote', device, { at: new Date(this.parts.now()).toISOString(), unit, heads })
    }
  }

  private seen(): SeenDevice[] {
    const { ledger } = this.parts
    const latest = new Map<string, string>()
    for (const { recordedAt } of ledger.events) {
      const device = deviceOf(recordedAt)
      if (recordedAt > (latest.get(device) ?? '')) latest.set(device, recordedAt)
    }
    return devicesSeen(this.files.known.values(), ledger.device, ledger.heads().devices, latest)
  }
}
