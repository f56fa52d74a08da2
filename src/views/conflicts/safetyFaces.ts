/** Clocks and what the checks of the ledger found, as text: device, unit, place, what was seen and what to do. */
import type { ClockFace, FindingFace, FindingKind } from '../../components/conflicts/conflictModel'
import type { LedgerEvent } from '../../domain/event'
import type { Safety } from '../../stores/safety'
import { momentText } from '../collect/incomingPage'
import type { FaceSources } from './rivalFaces'
import { deviceName, payloadText, recordedText, unitName } from './rivalFaces'

const shownLines = 5
const moment = (recordedAt: string): number => Date.parse(recordedAt.slice(0, 24))

/** A device with its unit, as people know it: 养老服务科 3f9c-04b2. */
function deviceText(device: string | undefined, unit: string | undefined, safety: Safety, { index, words }: FaceSources): string {
  if (device === undefined) return words.unknownDevice
  return `${unitName(index, unit ?? safety.unitOf.get(device) ?? null, '')} ${deviceName(device)}`.trim()
}

function aheadText(milliseconds: number, { words }: FaceSources): string {
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000))
  return words.ahead(Math.floor(minutes / 1440), Math.floor(minutes % 1440 / 60), minutes % 60)
}

/** What an entry says, in a line: 甲街道 新建服务站 12 个，截至 6月30日. */
function eventText(event: Partial<LedgerEvent>, sources: FaceSources): string {
  const { index, messages, words } = sources
  const data = typeof event.data === 'object' && event.data !== null ? event.data : {}
  const target = typeof data.target === 'string' ? index.targets.get(data.target)?.target : undefined
  const area = typeof data.area === 'string' && data.area !== index.root.area.code ? unitName(index, data.area, '') : ''
  const said = event.type === 'report' && target !== undefined ? payloadText(target, data, sources) : words.type(event.type ?? '')
  return [area, target?.short ?? target?.name ?? '', said, typeof event.at === 'string' ? messages.date.day(event.at) : ''].filter(text => text !== '').join(' ')
}

/** Devices whose entries wait, each with what they say. */
export function apartFaces(safety: Safety, sources: FaceSources): ClockFace[] {
  const devices = new Map<string, typeof safety.apart[number][]>()
  for (const one of safety.apart) devices.set(one.event.recordedAt.slice(30), [...devices.get(one.event.recordedAt.slice(30)) ?? [], one])
  return [...devices].sort(([one], [other]) => (one < other ? -1 : 1)).map(([device, list]) => {
    const events = list.map(one => one.event).sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1))
    const last = events.at(-1)!
    const kept = list.map(one => one.keptAt).sort()[0]!
    return {
      device, name: deviceText(device, last.by?.unit, safety, sources), ahead: aheadText(Math.max(...list.map(one => moment(one.event.recordedAt) - Date.parse(one.keptAt))), sources),
      seen: sources.words.seen(momentText(sources.messages, Date.parse(kept))), lines: events.slice(0, shownLines).map(event => eventText(event, sources)), more: Math.max(0, events.length - shownLines),
      hashes: events.map(event => event.hash), until: recordedText(sources.messages, last.recordedAt),
    }
  })
}

/** Devices whose entries were taken although their clock ran ahead; those that wait are listed above. */
export function skewFaces(safety: Safety, sources: FaceSources): ClockFace[] {
  const apart = new Set(safety.apart.map(one => one.event.recordedAt.slice(30)))
  return safety.skews.filter(one => !apart.has(one.device)).map(({ device, ahead, seenAt }) => ({
    device, name: deviceText(device, undefined, safety, sources), ahead: aheadText(ahead, sources), seen: sources.words.seen(momentText(sources.messages, Date.parse(seenAt))), lines: [], more: 0, hashes: [], until: '',
  }))
}

/** Everything that the checks found; harmless ones (the original has come) last. `wrong`: ids whose hash in this database is not theirs. */
export function findingFaces(safety: Safety, wrong: readonly string[], sources: FaceSources): FindingFace[] {
  const { words, messages, index } = sources
  const faces: FindingFace[] = []
  const add = (key: string, kind: FindingKind, device: string, place: string, what: string, isHarmless = false): void => { faces.push({ key, kind, device, place, what, todo: isHarmless ? words.original : words.todo[kind], isHarmless }) }
  for (const { device, event, kind, after, recordedAt } of safety.breaks) add(`${kind}/${event}`, kind, deviceText(device, undefined, safety, sources), words.place(after), words.what[kind](recordedText(messages, recordedAt)))
  for (const { device, expected, found, by, unit, at } of safety.tails)
    add(`tail/${device}`, 'tail', deviceText(device, undefined, safety, sources), words.place(found), words.what.tail(unitName(index, unit, deviceName(by)), expected, found, momentText(messages, Date.parse(at))))
  for (const id of wrong) add(`wrong/${id}`, 'wrong', words.unknownDevice, '', words.what.wrong(id))
  for (const { digest, code, line, event, after, isWhole } of safety.aside) {
    const kind = code === 'line_hash' ? 'edited' : 'unreadable'
    const device = typeof event?.recordedAt === 'string' ? event.recordedAt.slice(30) : undefined
    const place = [after === null ? '' : words.place(after), line === null ? '' : words.fileLine(line)].filter(text => text !== '').join(' ')
    add(`aside/${digest}`, kind, deviceText(device, typeof event?.by?.unit === 'string' ? event.by.unit : undefined, safety, sources), place, kind === 'edited' && event !== null ? words.what.edited(eventText(event, sources)) : words.what.unreadable, isWhole)
  }
  return faces.sort((one, other) => Number(one.isHarmless) - Number(other.isHarmless))
}
