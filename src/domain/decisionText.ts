/** A decision typed at a meeting → until when, who leads, who assists, and the matter without them. Pure; nothing is guessed where it is open. */
import { namedDays } from './decisionDates'
import type { PlanIndex } from './plan'
import { shortNameOf } from './plan'

export interface DecisionText {
  /** The latest day named (9月25日前报批，10月10日前开工: 10月10日); null where none is. */
  due: string | null
  /** Unit id: a department or an area's code; null where none or more than one could be meant. */
  lead: string | null
  assist: readonly string[]
  /** The matter in short: without its only date and without 由…牵头 before it; never empty while the text is not. */
  rest: string
}

interface Named { unit: string, from: number, to: number }

/** Names by which units are called, longest first: full names of departments and areas, short ones of areas. */
function namesOf(index: PlanIndex): { name: string, units: string[], isShort: boolean }[] {
  const names = new Map<string, { units: Set<string>, isShort: boolean }>()
  const add = (name: string, unit: string, isShort: boolean): void => {
    if (name.length < 2) return
    const known = names.get(name) ?? { units: new Set<string>(), isShort }
    known.units.add(unit)
    names.set(name, { ...known, isShort: known.isShort && isShort })
  }
  for (const one of index.departments.values()) add(one.name, one.id, false)
  for (const node of index.areas.values()) {
    if (node === index.root) continue
    add(node.area.name, node.area.code, false)
    add(shortNameOf(node.area), node.area.code, true)
  }
  return [...names].map(([name, { units, isShort }]) => ({ name, units: [...units], isShort })).sort((one, other) => other.name.length - one.name.length)
}

/** Before a short name stands the start, a mark, or a word that leads to who does it: 联合 of 联合街道 is no place in 与公安联合验收. */
const mayBegin = /(?:^|[\s，,。；;、：:（(由请让令责成交及和与前内底末日])$/u
const leads = /^(?:[^，,。；;]{0,4})?(?:牵头|负责|主办|承办|落实|抓落实)/u
const assists = /^(?:、[^，,。；;]{2,8})*(?:等)?(?:协办|配合|协助|参与|支持)/u
const asked = /(?:由|请|责成|责令|交)$/u
const beside = /(?:会同|配合|协同|联合|协助)$/u

function unitsIn(text: string, index: PlanIndex): { named: Named[], isOpen: boolean } {
  const named: Named[] = []
  let isOpen = false
  const taken = Array.from({ length: text.length }, () => false)
  for (const { name, units, isShort } of namesOf(index))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const to = at + name.length
      if (taken.slice(at, to).includes(true) || (isShort && !mayBegin.test(text.slice(0, at)))) continue
      taken.fill(true, at, to)
      if (units.length === 1) named.push({ unit: units[0]!, from: at, to })
      else isOpen = true
    }
  return { named: named.sort((one, other) => one.from - other.from), isOpen }
}

/** Reads a typed decision. `day`: the day of the meeting; days before it are not due dates. */
export function readDecision(text: string, { index, day }: { index: PlanIndex, day: string }): DecisionText {
  const days = namedDays(text, day)
  const due = days.reduce<string | null>((latest, one) => (latest === null || one.day > latest ? one.day : latest), null)
  const { named, isOpen } = unitsIn(text, index)
  const isAssisting = ({ from, to }: Named): boolean => assists.test(text.slice(to)) || beside.test(text.slice(0, from))
  const isLeading = ({ from, to }: Named): boolean => leads.test(text.slice(to)) || asked.test(text.slice(0, from))
  const helping = named.filter(isAssisting)
  const others = named.filter(one => !helping.includes(one))
  const leading = others.filter(isLeading)
  const could = [...new Set((leading.length > 0 ? leading : others).map(one => one.unit))]
  const lead = could.length === 1 && (!isOpen || leading.length > 0) ? could[0]! : null
  return { due, lead, assist: [...new Set(helping.map(one => one.unit))].filter(unit => unit !== lead), rest: restOf(text, days, lead === null ? null : named.find(one => one.unit === lead)!, helping) }
}

/** 由…牵头， or 请… before the matter, or …，内坑镇 after it: what names the leading unit and nothing else; null where it stands in the sentence. */
function leadCut(text: string, { from, to }: Named): { from: number, to: number } | null {
  const head = asked.exec(text.slice(0, from))
  const start = head === null ? from : from - head[0].length
  const after = /^(?:牵头|负责|落实)?[，,：:]/u.exec(text.slice(to))
  if (after !== null) return { from: start, to: to + after[0].length }
  const isLast = /^(?:牵头|负责|落实)?[。；;\s]*$/u.test(text.slice(to)) && /[，,；;：:\s]$/u.test(text.slice(0, start))
  return isLast ? { from: start, to: text.length } : head === null ? null : { from: start, to }
}

/** ，罗山街道配合: a clause that only names who assists. */
function helpCut(text: string, { from, to }: Named): { from: number, to: number } | null {
  const before = /[，,；;、]?(?:会同|配合|协同|由|请)?$/u.exec(text.slice(0, from))![0]
  const after = /^(?:等)?(?:协办|配合|协助|参与|支持)?(?=[，,；;。]|\s*$)/u.exec(text.slice(to))
  return after === null || !/^$|^[，,；;]/u.test(before) || (before === '' && from > 0) ? null : { from: from - before.length, to: to + after[0].length }
}

function restOf(text: string, days: readonly { from: number, to: number }[], lead: Named | null, helping: readonly Named[]): string {
  const only = days.length === 1 ? days[0]! : null
  const cuts = [...(only === null ? [] : [{ from: /[在于]$/u.test(text.slice(0, only.from)) ? only.from - 1 : only.from, to: only.to }]), ...(lead === null ? [] : [leadCut(text, lead) ?? []].flat()), ...helping.flatMap(one => helpCut(text, one) ?? [])]
  const rest = Array.from({ length: text.length }, (_, i) => (cuts.some(({ from, to }) => i >= from && i < to) ? '' : text[i]!)).join('').trim()
    .replace(/^[，,。；;、：:\s]+/u, '').replace(/[，,。；;、\s]+$/u, '')
  return rest === '' ? text.trim() : rest
}
