/** What two hands said, as text side by side; which one the board shows, and what each can be settled to. */
import type { ConflictsWords } from '../../components/conflicts/conflictsWords'
import type { RivalFace, SideFace } from '../../components/conflicts/conflictModel'
import type { Messages } from '../../components/messages'
import type { PageLink } from '../../components/pageLink'
import type { Item } from '../../domain/event'
import type { Goal, PlanIndex, Target } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import type { Rival, RivalSide } from '../../domain/rivalSide'
import { milestoneStages } from '../../domain/pace'
import { qualitativeStages } from '../../domain/stages'
import type { SlipStepKind } from '../../domain/slipEvents'
import { ownLevelName } from '../../wording/columnGroups'
import { numberText, unitText } from '../../wording/figureText'
import { momentText } from '../collect/incomingPage'

export interface FaceSources { index: PlanIndex, messages: Messages, words: ConflictsWords, link: PageLink, pathTo: (page: string, more?: Readonly<Record<string, string>>) => string, stepName: Readonly<Record<'issue' | SlipStepKind, string>> }

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const shownAtMost = 6

/** Whose word: the unit's name, else as the ledger has it, else the device. */
export function unitName(index: PlanIndex, unit: string | null, otherwise: string): string {
  const known = unit === null ? undefined : index.departments.get(unit) ?? index.areas.get(unit)?.area
  return known === undefined ? unit ?? otherwise : shortNameOf(known)
}

/** `dev-3f9c04b27a61e85d` is read as 3f9c-04b2: enough to tell devices apart in talk. */
export const deviceName = (device: string): string => `${device.slice(4, 8)}-${device.slice(8, 12)}`

export const recordedText = (messages: Messages, recordedAt: string): string => momentText(messages, Date.parse(recordedAt.slice(0, 24)))

const limited = (texts: readonly string[], words: ConflictsWords): string => (texts.length === 0 ? words.none : words.listed(texts.slice(0, shownAtMost), Math.max(0, texts.length - shownAtMost)))

/** A report's payload in words. */
export function payloadText(target: Target, data: Readonly<Record<string, unknown>>, { messages, words }: Pick<FaceSources, 'messages' | 'words'>): string {
  if (typeof data.value === 'number') return `${numberText(data.value)}${unitText(target) === '' ? '' : ` ${unitText(target)}`}`
  if (typeof data.numerator === 'number' && typeof data.denominator === 'number') return `${numberText(data.numerator)}/${numberText(data.denominator)}`
  if (isText(data.stage)) return qualitativeStages(target).find(stage => stage.id === data.stage)?.name ?? data.stage
  if (Array.isArray(data.items)) {
    const items = data.items as Item[]
    const nameOf = (id: string): string => target.ladder?.find(stage => stage.id === id)?.name ?? id
    return items.length === 0 ? words.none : words.listed([...new Set(items.map(item => item.stage))].map(stage => words.amount(nameOf(stage), words.sites(items.filter(item => item.stage === stage).length))), 0)
  }
  const dates = (data.stages ?? {}) as Readonly<Record<string, string>>
  return limited(milestoneStages(target, '').flatMap(stage => (isText(dates[stage.id]) ? [words.reached(stage.name, messages.date.day(dates[stage.id]!))] : [])), words)
}

/** Of two allocations the places that differ. */
function sharesText(rival: Rival, side: RivalSide, { index, words }: FaceSources): string {
  const all = rival.sides.map(one => one.data.shares as Readonly<Record<string, number | null>>)
  const codes = [...new Set(all.flatMap(Object.keys))].filter(code => new Set(all.map(shares => shares[code] ?? null)).size > 1)
  const own = side.data.shares as Readonly<Record<string, number | null>>
  return limited(codes.map(code => words.amount(shortNameOf(index.areas.get(code)?.area ?? { name: code }), own[code] === null || own[code] === undefined ? words.noTask : numberText(own[code]))), words)
}

function saidText(rival: Rival, side: RivalSide, sources: FaceSources): string {
  const { messages, words, stepName, index } = sources
  const { data } = side
  const target = rival.target === null ? undefined : index.targets.get(rival.target)?.target
  switch (rival.kind === 'id' ? side.type : rival.kind) {
    case 'report': return target === undefined ? words.type(side.type) : payloadText(target, data, sources)
    case 'allocate': return sharesText(rival, side, sources)
    case 'amend': {
      const goal = data.goal as Goal | undefined
      return rival.subject === 'due' && isText(data.due) ? messages.date.day(data.due) : rival.subject === 'goal' && goal !== undefined ? `${goal.op === '<=' ? '≤ ' : ''}${goal.value === null ? '—' : numberText(goal.value)} ${target?.unit ?? ''}` : words.schedule
    }
    case 'exempt': return words.marks[data.state as 'exempt'] ?? ''
    case 'review': return words.verdicts[data.verdict as 'accepted'] ?? ''
    case 'number': return isText(data.title) ? data.title : ''
    case 'step': return side.type === 'slip' ? stepName.issue : stepName[data.step as SlipStepKind] ?? ''
    default: return words.type(side.type)
  }
}

function sideFace(rival: Rival, side: RivalSide, sources: FaceSources): SideFace {
  const { index, messages, words } = sources
  const { data } = side
  const value = saidText(rival, side, sources)
  const isLong = value.length > 16 || rival.kind === 'allocate'
  const say = rival.isGone ? [words.putBack, words.putBackOf] as const : [words.take, words.takeOf] as const
  return {
    event: side.event, value, unit: unitName(index, side.unit, words.noUnit), who: side.name ?? '', when: recordedText(messages, side.recordedAt), device: deviceName(side.device),
    note: [data.note, data.reason, data.text].find(isText) ?? '', isHolding: side.isHolding, take: side.retracts === null ? null : isLong ? say[1](unitName(index, side.unit, deviceName(side.device))) : say[0](value),
  }
}

export function rivalFace(rival: Rival, sources: FaceSources): RivalFace {
  const { index, messages, words, link, pathTo } = sources
  const target = rival.target === null ? undefined : index.targets.get(rival.target)?.target
  const area = rival.area === null ? '' : rival.area === index.root.area.code ? ownLevelName(index.plan.area.name) : shortNameOf(index.areas.get(rival.area)?.area ?? { name: rival.area })
  const isSlip = rival.kind === 'number' || rival.kind === 'step'
  const field = rival.kind === 'amend' ? words.fields[rival.subject as 'goal'] : ''
  return {
    key: rival.key, kind: rival.isGone ? words.gone : words.kind[rival.kind], title: [area, target === undefined ? '' : shortNameOf(target), field, isSlip || (rival.kind === 'id' && target === undefined) ? rival.subject ?? '' : ''].filter(isText).join(' '), day: messages.date.day(rival.at),
    lead: rival.isGone ? words.goneWhy : words.why[rival.kind], isGone: rival.isGone, isCurrent: rival.isCurrent,
    link: isSlip ? pathTo('slips') : rival.target === null ? null : link('target', rival.target, rival.area === null ? {} : { area: rival.area }), linkText: isSlip ? words.slips : words.record,
    sides: rival.sides.map(side => sideFace(rival, side, sources)), mayNeither: rival.neither !== null,
  }
}
