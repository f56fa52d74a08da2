/** What the screens of a meeting say, ready to read; made by the view from boards and slips. */
import type { AgendaScreen } from '../../domain/meetingAgenda'
import type { CountContent, RedContent, TurnContent } from '../screen/wallContent'
import type { LampRows } from '../snapshots/snapshotFace'
import type { PromiseFace } from './meetingFace'

export type StepName = AgendaScreen['kind']

export interface StripFace { id: string, number: string, day: string, note: string, isThis: boolean, lamps: LampRows, href: string }

export interface OpeningContent {
  counts: readonly CountContent[]
  promises: readonly PromiseFace[]
  promisesAll: number
  promisesKept: number
  /** Null before the first meeting. */
  turns: { worse: number, better: number, items: readonly TurnContent[], rest: number } | null
  reds: { all: number, items: readonly RedContent[], rest: number }
  strip: readonly StripFace[]
}

/** One line of a promise's course: 9月3日 养老服务科 反馈：… */
export interface CourseLine { key: string, day: string, text: string }
export interface PromiseDetail { face: PromiseFace, basis: string, assist: string, course: readonly CourseLine[], name: string }

export interface NoteFace { id: string, text: string, about: string }
