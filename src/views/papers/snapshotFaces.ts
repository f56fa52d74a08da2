/** From seals and verifications to what the page 快照 shows. Counts and figures come from the domain. */
import type { LineGroup } from '../../components/compare/compareFace'
import type { Messages } from '../../components/messages'
import type { FactFace, FindingFace, SinceFace } from '../../components/snapshots/snapshotFace'
import type { SnapshotWords } from '../../components/snapshots/snapshotWords'
import { demoName } from '../../domain/demoMark'
import type { PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import type { Seal } from '../../domain/snapshot'
import { codeOf } from '../../domain/snapshot'
import type { SealField, Verdict } from '../../domain/verifySnapshot'
import type { Subject } from './useSubject'

/** A day, or an instant in UTC+8: 9月15日 16:20; with its year where that is not the plan's. */
export function momentText(moment: string, year: string, messages: Messages): string {
  const dated = (day: string): string => (day.startsWith(year) ? messages.date.day(day) : messages.time.withYear(messages.date.day(day), day.slice(0, 4)))
  const time = Date.parse(moment.slice(0, 24))
  if (moment.length === 10 || !Number.isFinite(time)) return moment.length === 10 ? dated(moment) : moment
  const local = new Date(time + 8 * 3_600_000).toISOString()
  return `${dated(local.slice(0, 10))} ${local.slice(11, 16)}`
}

export function makerText(index: PlanIndex, { unit, name }: Seal['madeBy']): string {
  const place = unit === undefined ? '' : index.departments.get(unit)?.name ?? index.areas.get(unit)?.area.name ?? unit
  return [place, name === demoName ? '' : name ?? ''].filter(part => part !== '').join(' ')
}

export function factsOfSeal(seal: Seal, index: PlanIndex, words: SnapshotWords, messages: Messages): FactFace[] {
  const { facts, reviews } = words
  const year = index.plan.period.start.slice(0, 4)
  return [
    { name: facts.asOf, text: messages.time.withYear(messages.date.day(seal.asOf), seal.asOf.slice(0, 4)) }, { name: facts.known, text: momentText(seal.knownAt, year, messages) },
    { name: facts.review, text: reviews[seal.review] }, { name: facts.entries, text: facts.entriesText(seal.events) }, { name: facts.made, text: [momentText(seal.madeAt, year, messages), makerText(index, seal.madeBy)].filter(part => part !== '').join('，') },
    { name: facts.rules, text: seal.rulePack }, { name: facts.version, text: seal.version }, ...(seal.safeFrom === undefined ? [] : [{ name: facts.copyOf, text: `${codeOf(seal.safeFrom)} ${words.safe}` }]),
  ]
}

const warnings: ReadonlySet<Verdict> = new Set<Verdict>(['other_plan', 'other_ledger'])
const figureVerdicts: ReadonlySet<Verdict> = new Set<Verdict>(['plan_changed', 'ledger_lacks', 'ledger_has_more'])

/** A value of a seal as a person reads it. */
function fieldText(field: SealField, value: string, index: PlanIndex, words: SnapshotWords, messages: Messages): string {
  if (field === 'review' && Object.hasOwn(words.reviews, value)) return words.reviews[value as Seal['review']]
  if (field === 'asOf' || field === 'knownAt' || field === 'madeAt') return momentText(value, index.plan.period.start.slice(0, 4), messages)
  return value.length > 40 ? `${value.slice(0, 12)}…` : value
}

function boardFindings({ board, file }: Subject, index: PlanIndex, words: SnapshotWords): FindingFace[] {
  if (board === null || file === null) return []
  if (board.board.plan !== index.plan.id) return [{ key: 'other_plan', mood: 'note', ...words.verdict.other_plan, lines: [words.otherPlan(board.board.plan)] }]
  if (board.review !== null) return [{ key: 'board', mood: 'good', title: words.boardFile.match(words.reviews[board.review]), text: words.boardFile.matchText, lines: [] }]
  const where = (target: string | null, area: string | null, path: string): string => (target === null && area === null ? path : [area === null ? '' : shortNameOf(index.areas.get(area)?.area ?? { name: area }), target === null ? '' : index.targets.get(target)?.target.name ?? target].filter(part => part !== '').join(' '))
  return [{ key: 'board', mood: 'bad', title: words.boardFile.differ, text: words.boardFile.differText, lines: board.differences.slice(0, 20).map(one => words.boardFile.cell(where(one.target, one.area, one.path), one.field, one.claimed, one.made)) }]
}

/** What verifying found, the weightiest first. */
export function findingsOf(subject: Subject, index: PlanIndex, words: SnapshotWords, messages: Messages): FindingFace[] {
  const { verification, file, seal } = subject
  if (verification === null || seal === null) return boardFindings(subject, index, words)
  const { figuresMatch, events, altered } = verification
  const linesOf = (verdict: Verdict): string[] => {
    if (verdict === 'altered') return altered.length === 0 ? [words.alteredUnknown] : altered.map(({ field, claimed, right }) => words.altered(words.fields[field], fieldText(field, claimed, index, words, messages), right === null ? null : fieldText(field, right, index, words, messages)))
    if (verdict === 'other_plan') return [words.otherPlan(seal.plan)]
    if (!figureVerdicts.has(verdict)) return []
    const counted = verdict === 'ledger_lacks' ? words.lacking(events.lacking) : verdict === 'ledger_has_more' ? words.more(events.more) : ''
    return [[counted, verdict === 'plan_changed' ? '' : words.counts(events.sealed, events.here)].join(''), words.figures[figuresMatch ? 'same' : 'differ']].filter(line => line !== '')
  }
  const findings = verification.verdicts.map((verdict): FindingFace => ({ key: verdict, mood: verdict === 'matches' ? 'good' : warnings.has(verdict) || (figureVerdicts.has(verdict) && figuresMatch) ? 'note' : 'bad', ...words.verdict[verdict], lines: linesOf(verdict) }))
  const changed = verification.since?.figures.filter(figure => figure.difference !== null).length ?? 0
  if (changed > 0 && figuresMatch) findings.push({ key: 'changed', mood: 'note', title: words.changed.title(changed), text: words.changed.text, lines: [] })
  const edited = file?.edited ?? null
  if (edited === null) return findings
  const { title, text, none, noneText, kinds, changes } = words.edited
  findings.push(edited.length === 0 ? { key: 'edited', mood: 'good', title: none, text: noneText, lines: [] } : { key: 'edited', mood: 'bad', title: title(edited.length), text, lines: edited.slice(0, 30).map(part => `${kinds[part.kind](part.number, part.title)} ${changes[part.change]}`) })
  return findings
}

/** Lines of a comparison → one list, worse first, each with who wrote it and when. */
export function sinceLinesOf(groups: readonly LineGroup[], words: SnapshotWords, messages: Messages, year: string, hrefOf: (target: string, area: string | null) => string): SinceFace[] {
  return groups.flatMap(({ lines }) => lines).map(line => ({
    key: line.key, href: hrefOf(line.target, line.area), from: line.from, to: line.to, area: line.areaName, name: line.name, old: line.old, value: line.value === '' ? words.since.unreported : line.value, why: line.why,
    by: line.event === '' ? words.since.nobody : words.since.by(line.by.replace(demoName, '').trim(), momentText(line.recordedOn, year, messages)),
  }))
}
