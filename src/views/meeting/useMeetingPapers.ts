/** 散会: the board is frozen and kept, the end recorded with its fingerprint. Minutes and follow-up are made from that snapshot. */
import { ref, shallowRef } from 'vue'
import { copyText } from '../../components/plans/copyText'
import { saveBlob } from '../../components/saveFile'
import type { PaperKind, PaperWay } from '../../components/meeting/EndScreen.vue'
import type { MeetingWords } from '../../components/meeting/meetingWords'
import { meetingName } from '../../domain/meetingCalendar'
import type { Problem } from '../../domain/problem'
import { codeOf, viewOf } from '../../domain/snapshot'
import type { Snapshot } from '../../domain/snapshot'
import type { Outline } from '../../exports/outline'
import { useSnapshots } from '../../stores/snapshots'
import type { SetUpWriting } from '../setup/useSetUpWriting'
import type { OpenMeeting } from './useMeetingBoard'

const types = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', print: 'text/html' }
const names: Readonly<Record<PaperKind, string>> = { minutes: '会议纪要', followUp: '议定事项跟踪单' }

export function useMeetingPapers(opened: () => OpenMeeting | null, words: () => MeetingWords, write: SetUpWriting['write']) {
  const snapshots = useSnapshots()
  const isBusy = ref(false)
  const said = ref('')
  const problem = shallowRef<Problem | null>(null)
  /** Made texts that could not be put on the clipboard stand here to be copied by hand. */
  const copied = ref('')
  let held: { fingerprint: string, snapshot: Snapshot } | null = null

  async function end(): Promise<void> {
    const open = opened()
    if (open === null || open.end !== null || isBusy.value) return
    isBusy.value = true
    said.value = ''
    problem.value = null
    try {
      await snapshots.open()
      const snapshot = await snapshots.made({ name: meetingName(open.meeting), asOf: open.day, review: 'all' })
      if (snapshot === null) { said.value = words().end.failed; return }
      const kept = await snapshots.keep(snapshot)
      if (!kept.ok) problem.value = kept.problem
      if (await write([{ kind: 'meeting_end', meeting: open.meeting.id, snapshot: snapshot.fingerprint, asOf: open.day, at: open.day }])) held = { fingerprint: snapshot.fingerprint, snapshot }
    } finally {
      isBusy.value = false
    }
  }

  /** The snapshot of the meeting's end; where this device does not keep it, the same board made anew from the ledger. */
  async function snapshotOf(open: OpenMeeting, fingerprint: string): Promise<Snapshot | null> {
    if (held?.fingerprint === fingerprint) return held.snapshot
    const read = await snapshots.read(fingerprint)
    const snapshot = read.ok ? read.value : await snapshots.made({ name: meetingName(open.meeting), asOf: open.day, review: 'all' })
    held = snapshot === null ? null : { fingerprint, snapshot }
    return snapshot
  }

  async function outlineOf(kind: PaperKind): Promise<{ outline: Outline, stem: string } | null> {
    const open = opened()
    if (open === null || open.end === null) return null
    const snapshot = await snapshotOf(open, open.end.snapshot)
    if (snapshot === null) return null
    const [{ factsOf }, { meetingPaperOf }, { paperStem }] = await Promise.all([import('../../exports/paperFacts'), import('../../exports/meetingPaper'), import('../../exports/paperName')])
    const facts = factsOf(viewOf(snapshot))
    const paper = meetingPaperOf({ ...facts, caption: { ...facts.caption, code: codeOf(open.end.snapshot) } }, open.meeting.id)
    if (paper === null) return null
    const outline = kind === 'minutes' ? (await import('../../exports/minutesOutline')).minutesOutline(paper) : (await import('../../exports/followUpOutline')).followUpOutline(paper)
    return { outline, stem: `${paperStem(snapshot)}-${names[kind]}` }
  }

  async function hand(outline: Outline, stem: string, way: PaperWay, source: HTMLTextAreaElement | null): Promise<void> {
    if (way === 'copy') {
      copied.value = (await import('../../exports/outlineText')).outlineText(outline)
      if (source !== null) source.value = copied.value
      said.value = source !== null && await copyText(copied.value, source) ? words().end.copied : words().end.byHand
      if (said.value === words().end.copied) copied.value = ''
      return
    }
    const bytes = way === 'docx' ? await (await import('../../exports/paperFile')).documentOf(outline, () => Promise.resolve()) : await printed(outline, stem)
    const name = `${stem}.${way === 'docx' ? 'docx' : 'html'}`
    saveBlob(name, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: types[way] }))
    said.value = words().end.made(name)
  }

  async function printed(outline: Outline, stem: string): Promise<Uint8Array> {
    const [{ outlineHtml, outlineStyle }, { printPage }] = await Promise.all([import('../../exports/outlineHtml'), import('../../exports/printPage')])
    return printPage(stem, outlineStyle(outline), outlineHtml(outline), 'A4')
  }

  async function paper(kind: PaperKind, way: PaperWay, source: HTMLTextAreaElement | null): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    said.value = words().end.making
    try {
      const made = await outlineOf(kind)
      if (made === null) said.value = words().end.failed
      else await hand(made.outline, made.stem, way, source)
    } catch (error) {
      said.value = words().end.failed
      throw error
    } finally {
      isBusy.value = false
    }
  }

  return { isBusy, said, problem, copied, end, paper }
}
