/** 开新单: the draft, what is filled in from the cell chosen, and what the ledger would say of it. */
import { computed, ref, shallowRef } from 'vue'
import { addDays } from '../../domain/days'
import { decide } from '../../domain/decide'
import type { SlipCommand } from '../../domain/slipEvents'
import { shortNameOf } from '../../domain/plan'
import { nextNumber } from '../../domain/slipNumber'
import { orderWith } from '../../domain/slipProposals'
import type { Proposal } from '../../domain/slipProposals'
import { defaultPack } from '../../domain/rulePack'
import type { ComposeDraft } from '../../components/slips/composeDraft'
import { zhRequest } from '../../wording/slipWords'
import { areaNameOf } from '../../wording/figureWords'
import { valueWords } from '../cardOf'
import { pinyinPlace } from '../find/pinyin'
import type { SetUpWriting } from '../setup/useSetUpWriting'
import { searchMatters } from './matterSearch'
import { newSlipId } from './useSlips'
import type { Slips } from './useSlips'

export function useCompose(desk: Slips, writing: SetUpWriting, proposals: () => readonly Proposal[]) {
  const { index, day, board, pack } = desk
  const rules = computed(() => (pack.value ?? defaultPack).slips)
  const entryLevels = computed(() => rules.value.levels.filter(level => level.isEntry))
  const draft = shallowRef<ComposeDraft | null>(null)
  const typed = ref('')
  const isTried = ref(false)
  /** What a person changed is never filled in over. */
  const touched = new Set<keyof ComposeDraft>()
  let id = ''

  const levelWord = (level: string): string => rules.value.levels.find(one => one.id === level)?.word ?? ''
  const freshNumber = (level: string): string => nextNumber(rules.value.numberPattern, day.value.slice(0, 4), desk.slips.value, levelWord(level))
  function fill(fields: Partial<ComposeDraft>): void {
    if (draft.value === null) return
    draft.value = { ...draft.value, ...Object.fromEntries(Object.entries(fields).filter(([key]) => !touched.has(key as keyof ComposeDraft))) }
    if (fields.level !== undefined && !touched.has('number')) draft.value = { ...draft.value, number: freshNumber(draft.value.level) }
  }
  function change(fields: Partial<ComposeDraft>): void {
    if (draft.value === null) return
    for (const key of Object.keys(fields)) touched.add(key as keyof ComposeDraft)
    draft.value = { ...draft.value, ...fields, ...(fields.lead !== undefined && { assist: draft.value.assist.filter(unit => unit !== fields.lead) }) }
    if (fields.level !== undefined && !touched.has('number')) draft.value = { ...draft.value, number: freshNumber(fields.level) }
  }
  const fromProposal = (one: Proposal): Partial<ComposeDraft> => ({ level: one.level, title: one.title, basis: one.basis, request: zhRequest(one), lead: one.lead, assist: one.assist, due: one.due, rule: one.rule.id })

  const proposalFor = (target: string, area: string | null): Proposal | undefined => proposals().find(one => one.kind === 'issue' && one.target === target && one.area === area)

  /** A cell is chosen: what is known of it is filled in. */
  function pick(target: string | null, area: string | null): void {
    if (draft.value === null) return
    draft.value = { ...draft.value, target, area, items: [] }
    if (target === null) return
    const proposal = proposalFor(target, area)
    const placed = index.value.targets.get(target)
    if (placed === undefined) return
    fill(proposal !== undefined ? fromProposal(proposal) : {
      title: shortNameOf(placed.target), basis: `《${index.value.plan.title}》${placed.target.source.section}`, lead: area ?? placed.task.lead, assist: area === null ? placed.task.assist ?? [] : [placed.task.lead], request: '', rule: null,
    })
  }
  function begin(target: string | null = null, area: string | null = null): void {
    const level = entryLevels.value[Math.min(1, entryLevels.value.length - 1)]?.id ?? ''
    touched.clear()
    id = newSlipId()
    isTried.value = false
    typed.value = ''
    draft.value = { number: freshNumber(level), level, target: null, area: null, items: [], title: '', basis: '', request: '', lead: '', assist: [], at: day.value, due: addDays(day.value, rules.value.dueDays.usual), rule: null }
    pick(target, area)
  }
  /** The rules have answered since the form was opened. */
  function refill(): void {
    const proposal = draft.value?.target === undefined || draft.value.target === null ? undefined : proposalFor(draft.value.target, draft.value.area)
    if (proposal !== undefined) fill(fromProposal(proposal))
  }
  const command = computed((): Extract<SlipCommand, { kind: 'slip' }> | null => {
    if (draft.value === null) return null
    const { target, area, items, rule, number, title, basis, request, at, ...rest } = draft.value
    return {
      kind: 'slip', at, ...orderWith({ slips: rules.value }, {
        id, number: number.trim(), title: title.trim(), basis: basis.trim(), request: request.trim(), ...rest, ...(target !== null && { target }), ...(area !== null && { area }), ...(items.length > 0 && { items }), ...(rule !== null && { rule }),
      }),
    }
  })
  const problem = writing.asked((history, now) => { const decision = command.value === null ? null : decide(history, command.value, now); return decision === null || decision.ok ? null : decision.problem })
  const found = computed(() => (board.value === null || typed.value.trim() === '' ? [] : searchMatters(index.value, board.value, typed.value, pinyinPlace)))
  const matter = computed(() => {
    const one = draft.value === null ? null : desk.figureOf(draft.value.target, draft.value.area)
    return one === null ? null : { name: shortNameOf(one.row.target), place: areaNameOf(index.value, one.row, one.figure), lamp: one.figure.lamp, value: valueWords(one.row, one.figure, desk.messages.value), sites: (one.figure.detail?.items ?? []).map(({ id: item, name }) => ({ id: item, name })) }
  })
  /** The id of the slip that was sent, null where it was refused. */
  async function send(): Promise<string | null> {
    isTried.value = true
    if (command.value === null || problem.value !== null) return null
    const { number, id: sent } = command.value
    return await writing.write([command.value], desk.words.value.issued(number)) ? sent : null
  }
  return { draft, entryLevels, rules, found, matter, problem, isTried, begin, refill, change, pick, send, freshNumber, dueIn: (days: number) => { if (draft.value !== null) change({ due: addDays(draft.value.at, days) }) }, search: (text: string) => { typed.value = text }, end: () => { draft.value = null } }
}
