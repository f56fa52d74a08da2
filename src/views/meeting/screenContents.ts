/** From boards, agenda and slips to what the screens of a meeting say. */
import type { Messages } from '../../components/messages'
import type { MeetingWords } from '../../components/meeting/meetingWords'
import type { CourseLine, NoteFace, OpeningContent, PromiseDetail } from '../../components/meeting/screenContent'
import type { TurnContent } from '../../components/screen/wallContent'
import type { WallWords } from '../../components/screen/wallWords'
import type { Board } from '../../domain/board'
import type { Change } from '../../domain/changes'
import type { MeetingNote } from '../../domain/meetingRecord'
import { keptOf } from '../../domain/meetingRecord'
import type { PlanIndex } from '../../domain/plan'
import type { Slip, SlipPast } from '../../domain/slip'
import { faceOf } from '../../wording/cellFace'
import { areaNameOf } from '../../wording/figureWords'
import { overviewOf } from '../screen/overviewPage'
import { promiseFace, unitName } from './promiseFaces'

/** What fits on the opening, and with a note above it. */
const openingRoom = { lines: 8, promises: 6 }
const shortRoom = { lines: 7, promises: 5 }

export interface ContentSources { index: PlanIndex, day: string, messages: Messages, words: MeetingWords, slipHref: (slip: string) => string }

export function openingOf(board: Board, before: Board | null, followUps: readonly Slip[], meetings: readonly string[], wall: WallWords, sources: ContentSources, hasNote = false): Omit<OpeningContent, 'strip'> {
  const { lines: openingLines, promises: openingPromises } = hasNote ? shortRoom : openingRoom
  const { index, day, messages, slipHref } = sources
  const { counts, changes, reds } = overviewOf(index, board, before, meetings, messages, wall)
  const red = reds.items.slice(0, Math.min(reds.red, openingLines))
  const { kept, all } = keptOf(followUps)
  return {
    counts, promises: followUps.slice(0, followUps.length > openingPromises ? openingPromises - 1 : openingPromises).map(slip => promiseFace(slip, day, index, messages, slipHref)), promisesAll: all, promisesKept: kept,
    turns: changes === null ? null : { worse: changes.worse, better: changes.better, items: changes.items.slice(0, openingLines), rest: changes.rest + Math.max(0, changes.items.length - openingLines) },
    reds: { all: reds.red, items: red, rest: reds.red - red.length },
  }
}

export function turnOf(change: Change, board: Board, { index }: ContentSources): TurnContent {
  const row = board.rows.find(one => one.target.id === change.target)!
  const { main, sub } = faceOf(row, change.after, 'middle', 90)
  return { key: `${change.target}/${change.area ?? ''}`, areaName: areaNameOf(index, row, change.after), name: row.target.short ?? row.target.name, from: change.before.lamp, to: change.after.lamp, value: change.after.value === null ? '' : main + sub }
}

/** What units and office did since the slip was issued, the latest last; steps without words of their own say what they are. */
export function detailOf(slip: Slip, steps: (past: SlipPast) => string, sources: ContentSources): PromiseDetail {
  const { index, day, messages, slipHref, words } = sources
  const course = slip.past.slice(1).map((past, i): CourseLine => ({ key: `${past.event}/${i}`, day: messages.date.day(past.at), text: [steps(past), past.text].filter(text => text !== '').join(messages.language === 'en' ? ': ' : '：') }))
  const extended = slip.extensions.filter(one => one.verdict === 'granted' && one.settledDue !== null).map((one, i): CourseLine => ({ key: `extended ${i}`, day: messages.date.day(one.settledAt ?? one.at), text: words.extension(messages.date.day(one.from), messages.date.day(one.settledDue!)) }))
  return { face: promiseFace(slip, day, index, messages, slipHref), basis: slip.order.basis, assist: slip.order.assist.map(unit => unitName(index, unit)).join('、'), course: [...course, ...extended], name: slip.order.title }
}

export function noteFaces(notes: readonly MeetingNote[], index: PlanIndex): NoteFace[] {
  return notes.map(note => {
    const target = note.target === null ? undefined : index.targets.get(note.target)?.target
    const about = [note.area === null ? '' : index.areas.get(note.area)?.area.name ?? '', target?.name ?? ''].filter(text => text !== '').join(' ')
    return { id: note.id, text: note.text, about: about === '' ? '' : `${about}　` }
  })
}
