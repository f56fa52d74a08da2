/** Which fields the parts of a pack have, in the words of the page. Pure. */
import type { Lamp } from '../../domain/board'
import { lampCodes } from '../../domain/board'
import type { SlipLevel } from '../../domain/rulePack'
import type { Choice, Field } from './fields'
import type { RulesWords } from './zhRules'

const choicesOf = (texts: Readonly<Record<string, string>>): Choice[] => Object.entries(texts).map(([value, text]) => ({ value, text }))
const days = (key: string, label: string, least = 0): Field => ({ key, label, kind: 'number', least, most: 366 })
const monthDay = (key: string, label: string, isOptional = false): Field => ({ key, label, kind: 'number', least: 1, most: 31, ...(isOptional && { isOptional }) })
const points = (key: string, label: string, isOptional = false): Field => ({ key, label, kind: 'number', isFraction: true, least: -10_000, most: 10_000, ...(isOptional && { isOptional }) })
const atLeast = (key: string, label: string): Field => ({ key, label, kind: 'number', least: 1, most: 999 })

export interface PackFields {
  names: Field[], slipName: Field[], levels: Field[], escalation: Field[], proposals: Field[], slips: Field[], dueDays: Field[], closure: Field[]
  cards: Field[], period: Field[], running: Field[], calendar: Field[], bulletin: Field[]
  score: Field[], rules: Field[], groups: Field[], grades: Field[], gradeCaps: Field[], veto: Field[], formula: Field, red: Field[], black: Field[]
}

/** The fields of all parts. `places`: what can be ranked; `lampWord`: what the draft calls a lamp. */
export function packFields(words: RulesWords, levels: readonly SlipLevel[], places: readonly Choice[], grades: readonly string[], lampWord: (lamp: Lamp) => string): PackFields {
  const { field } = words
  const levelChoices = levels.map(({ id, word }) => ({ value: id, text: word }))
  const lamps: Choice[] = lampCodes.map(lamp => ({ value: lamp, text: lampWord(lamp) }))
  const choice = (key: string, label: string, choices: readonly Choice[], more: Partial<Field> = {}): Field => ({ key, label, kind: 'choice', choices, ...more })
  const text = (key: string, label: string, longest: number, width?: Field['width']): Field => ({ key, label, kind: 'text', longest, ...(width !== undefined && { width }) })
  const check = (key: string, label: string, isOptional = false): Field => ({ key, label, kind: 'check', ...(isOptional && { isOptional }) })
  const anyLamp = (key: string, label: string): Field => choice(key, label, lamps, { isOptional: true, blank: words.never })
  const ink = (inks: readonly string[]): Choice[] => choicesOf(words.inksOfSlips).filter(one => inks.includes(one.value))
  const limits = choicesOf(words.limitWhen)
  return {
    names: [text('name', field.name, 30, 'wide'), text('id', field.id, 64), text('summary', field.summary, 200, 'wide')],
    slipName: [text('slip', field.slipName, 20)],
    levels: [text('word', field.word, 12), text('mark', field.mark, 1, 'slim'), choice('ink', field.ink, choicesOf(words.inksOfSlips)), check('isEntry', field.isEntry)],
    escalation: [choice('from', field.from, levelChoices), choice('to', field.to, levelChoices), choice('when', field.when, choicesOf(words.whenSlip)), days('days', field.days), check('skips', field.skips, true)],
    proposals: [choice('when', field.lamp, choicesOf(words.whens)), days('days', field.lasting), choice('level', field.level, levelChoices), days('dueDays', field.dueDays, 1)],
    slips: [text('numberPattern', field.numberPattern, 40), { key: 'interviewAfter', label: field.interviewAfter, kind: 'number', least: 1, most: 99, isOptional: true, blank: words.never }],
    dueDays: [days('urgent', field.urgent, 1), days('usual', field.usual, 1), days('most', field.most, 1)],
    closure: [text('text', field.item, 40, 'wide')],
    cards: [text('word', field.word, 12), choice('ink', field.ink, ink(['amber', 'red'])), choice('when', field.when, choicesOf(words.cardWhen)), atLeast('least', field.least), text('lift', field.lift, 100, 'wide')],
    period: [choice('by', field.by, choicesOf(words.periodBy)), anyLamp('missed', field.missed), anyLamp('missedQuarter', field.missedQuarter), choice('madeUp', field.madeUp, lamps)],
    running: [{ key: 'months', label: field.months, kind: 'number', least: 2, most: 12 }, choice('lamp', field.missedRunning, lamps)],
    calendar: [monthDay('cutoffDay', field.cutoff), monthDay('submitDay', field.submit), choice('shift', field.shift, choicesOf(words.shifts)), { ...monthDay('bulletinDay', field.bulletinDay, true), blank: words.never }],
    bulletin: [text('bulletin', field.bulletinName, 20)],
    score: [points('start', field.start), choice('ties', field.ties, choicesOf(words.tieKinds)), { key: 'overCap', label: field.overCap, kind: 'number', least: 100, most: 1000 }],
    rules: [
      text('name', field.name, 40), choice('scope', field.scope, choicesOf(words.scopes)), points('min', field.min, true), points('max', field.max, true), points('floor', field.floor, true), points('cap', field.cap, true),
      text('evidence', field.evidence, 100), { key: 'exempt', label: field.exempt, kind: 'many', choices: lamps },
    ],
    formula: text('formula', field.formula, 200, 'wide'),
    groups: [text('name', field.group, 30), { key: 'areas', label: field.areas, kind: 'many', choices: places, width: 'wide' }],
    grades: [text('name', field.grade, 12), points('from', field.fromPoints)],
    gradeCaps: [choice('when', field.when, limits), atLeast('least', field.least), choice('best', field.best, grades.map(name => ({ value: name, text: name })))],
    veto: [text('basis', field.vetoBasis, 200, 'wide'), choice('when', field.when, limits), atLeast('least', field.least)],
    red: [atLeast('top', field.top)],
    black: [atLeast('bottom', field.bottom)],
  }
}
