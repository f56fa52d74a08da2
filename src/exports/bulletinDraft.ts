/**
 * 通报 and 专报 drafted by rule from a frozen board (practice.md 2.4): short sentences, every figure a live token, slow units and items by name,
 * worst first. A 通报 goes down and names who is slow; a 专报 goes up and is shorter. The clerk edits it freely.
 */
import { sourcesOfView } from '../domain/bulletinCounts'
import type { BulletinText } from '../domain/meetingEvents'
import type { SnapshotView } from '../domain/snapshot'
import { adoptedNames, blocksOf, joinedRuns, onPaceParagraphs, openingOf, totalsParagraphs } from './bulletinParts'
import type { Prose, ProsePart, Runs, SubPart } from './bulletinParts'
import { slipParagraphs } from './bulletinSlips'
import { changeParagraphsOf, nextParagraphsOf, placeParagraphsOf, silentParagraphs, taskParagraphsOf } from './bulletinSlow'
import { factsOf } from './paperFacts'
import { placeWord } from './reportWords'

/** What the clerk gives; an empty title or addressee is filled in by rule. */
export interface BulletinFields { id: string, title: string, number: string, addressee: string }

/** The usual title of the form. */
export const bulletinTitle = (view: SnapshotView, form: BulletinText['form']): string => `${view.index.plan.issuer}关于${view.index.plan.title}推进情况的${adoptedNames(view, form)}`

/** A whole draft. Its slips and meetings are those that the snapshot knows. */
export function draftOf(view: SnapshotView, form: BulletinText['form'], fields: BulletinFields): BulletinText {
  const { seal, fingerprint } = view.snapshot
  const facts = factsOf(view)
  const prose: Prose = { facts, sources: sourcesOfView(view), form }
  const hasAnnex = facts.slow.length > 0
  const isDown = form === 'bulletin'
  const one = (paragraphs: readonly Runs[]): SubPart[] => [{ title: '', paragraphs }]
  const parts: readonly ProsePart[] = [
    { title: '总体情况', subs: one(totalsParagraphs(prose)) },
    { title: '进度较好的单位和事项', subs: isDown ? one(onPaceParagraphs(prose)) : [] },
    { title: isDown ? '进度较慢的单位和事项' : '主要问题', subs: [
      { title: `分${placeWord(facts.columns)}`, paragraphs: placeParagraphsOf(prose, hasAnnex) }, { title: '分任务', paragraphs: taskParagraphsOf(prose) }, { title: '未填报', paragraphs: silentParagraphs(prose) },
    ] },
    { title: '会后变化', subs: one(changeParagraphsOf(prose)) },
    { title: '督办事项办理情况', subs: one(slipParagraphs(prose)) },
    { title: isDown ? '下一步要求' : '下一步打算', subs: one(nextParagraphsOf(prose)) },
  ]
  return {
    id: fields.id, form, title: fields.title.trim() === '' ? bulletinTitle(view, form) : fields.title.trim(), number: fields.number.trim(),
    addressee: fields.addressee.trim() !== '' || !isDown ? fields.addressee.trim() : facts.columns.length === 0 ? '局机关各科室' : `各${placeWord(facts.columns)}，局机关各科室`,
    snapshot: fingerprint, asOf: seal.asOf, knownAt: seal.knownAt, hasAnnex, isIssued: false,
    blocks: [{ kind: 'paragraph', runs: joinedRuns(openingOf(prose)) }, ...blocksOf(parts)],
  }
}
