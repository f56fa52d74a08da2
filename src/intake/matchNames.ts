/** Names of places and targets as people write them: full, short, with or without 镇 and 街道, by code or number, nearly right. */
import type { PlanIndex } from '../domain/plan'

/** What a text may mean. `sure`: it can only be `ids[0]`; else the ids are worth a look, the likeliest first. */
export interface Meaning { ids: readonly string[], sure: boolean, exact: boolean }

export interface NameBook {
  /** By the names, numbers and codes themselves; null where none is meant. */
  exact(text: string): Meaning | null
  /** Also by likeness; without any likeness there are no ids. */
  find(text: string): Meaning
}

/** Names without what does not tell them apart: spaces, quotes, marks at the end. */
export const tidy = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b-\u200d\ufeff"'“”‘’「」『』《》<>·・*※]/gu, '').replace(/[:：;；,，。、]+$/u, '')
const withoutBrackets = (text: string): string => text.replace(/[([【][^)\]】]*[)\]】]/gu, '')
const withoutNumber = (text: string): string => text.replace(/^(?:[([]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)\]]?[.、:：)\]]|[([](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)\]])+(?!\d)/u, '')

/** Words after a target's name that say which of its figures stands there. */
const figureWords = /(?:全年|年度|本次|当前)?(?:任务数?|目标数?|计划数?|累计(?:完成)?数?|完成(?:数|情况|量)?|实际(?:完成)?数?|数量)$/u
const kinds = /(?:街道办事处|街道|民族乡|地区|镇|乡|市|区|县|旗)$/u
const offices = /(?:人民政府|党工委|办事处|管委会|政府|(?:社会|公共)?(?:民政|事务|服务)+(?:办公室|办|所|站|科|局))$/u
const totals = /^(?:.{0,8}(?:合计|小计|总计|共计)|累计|总数|平均|均值|全[省市县区州旗])$/u

/** 合计, 小计, 全市 and the like: reckoned here, never read. */
export const isTotalName = (text: string): boolean => totals.test(withoutBrackets(tidy(text)))

function push(into: Map<string, string[]>, key: string, id: string): void {
  const ids = into.get(key)
  if (ids === undefined) into.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

const pairsOf = (text: string): Set<string> => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))
/** How alike two texts are, from 0 to 1: shared pairs of characters. */
export function likeness(one: string, other: string): number {
  const a = pairsOf(one)
  const b = pairsOf(other)
  if (a.size === 0 || b.size === 0) return one === other ? 1 : 0
  let both = 0
  for (const pair of a) if (b.has(pair)) both += 1
  return 2 * both / (a.size + b.size)
}

const nothing: Meaning = { ids: [], sure: false, exact: false }
const meaningOf = (ids: readonly string[] | undefined): Meaning | null => (ids === undefined ? null : { ids, sure: ids.length === 1, exact: true })

/** Every text is looked at once. */
function remembering(exact: (text: string) => Meaning | null, near: (text: string) => Meaning): NameBook {
  const seen = new Map<string, Meaning | null>()
  const known = (text: string): Meaning | null => {
    let meaning = seen.get(text)
    if (meaning === undefined) seen.set(text, meaning = exact(text))
    return meaning
  }
  return { exact: known, find: text => known(text) ?? near(text) }
}

/** The places of a plan below its root. `市本级` and the root's own name are the root. */
export function areaBook(index: PlanIndex): NameBook {
  const strong = new Map<string, string[]>()
  const weak = new Map<string, string[]>()
  const { root } = index
  const bareOf = (name: string): string => { const bare = name.replace(/(?:[\u4e00-\u9fff]族)?(?:街道办事处|街道|民族乡|镇|乡)$/u, ''); return bare === name ? name.replace(kinds, '') : bare }
  for (const [code, { area }] of index.areas) {
    push(strong, tidy(area.name), code)
    push(strong, code, code)
    if (code === root.area.code) continue
    for (const weaker of [area.short, bareOf(area.name), area.name.replace(kinds, '')]) if (weaker !== undefined && weaker.length > 1) push(weak, tidy(weaker), code)
  }
  for (const name of ['本级', `${root.area.name}本级`, `${root.area.name.at(-1)}本级`, `${root.area.name.at(-1)}直`]) push(strong, name, root.area.code)
  const rootNames = [root.area.name, root.area.name.replace(kinds, '')]
  const exact = (text: string): Meaning | null => {
    const name = tidy(text)
    if (name.length < 2 || /^[\d.,%+-]{1,5}$/.test(name)) return null
    for (const form of [name, withoutBrackets(name), withoutNumber(withoutBrackets(name))]) {
      const found = strong.get(form) ?? weak.get(form)
      if (found !== undefined) return meaningOf(found)
    }
    let bare = withoutNumber(withoutBrackets(name)).replace(offices, '').replace(/街道办$/u, '街道')
    for (const prefix of rootNames) if (bare.startsWith(prefix) && bare.length > prefix.length + 1) { bare = bare.slice(prefix.length); break }
    const tail = /^.*[省市县区州]([^省市县区州]{2,}(?:街道|镇|乡))$/u.exec(bare)?.[1]
    for (const form of tail === undefined ? [bare] : [bare, tail]) {
      const found = strong.get(form) ?? weak.get(form)
      if (found !== undefined) return meaningOf(found)
    }
    // The same name with another kind of place (青阳镇 for 青阳街道) is only a guess.
    const other = weak.get(bareOf(bare))
    return other === undefined || !kinds.test(bare) ? null : { ids: other, sure: false, exact: true }
  }
  const near = (text: string): Meaning => {
    const name = withoutNumber(withoutBrackets(tidy(text)))
    if (name.length < 2) return nothing
    const scored = [...index.areas.values()].filter(node => node !== root).map(({ area }) => {
      const bare = bareOf(area.name)
      const isWithin = bare.length > 1 && (name.includes(bare) || area.name.includes(name))
      const own = bareOf(name)
      return { id: area.code, score: isWithin ? 1 : Math.max(likeness(own, bare), [...bare].filter(character => own.includes(character)).length / Math.max(own.length, bare.length)) }
    }).filter(one => one.score >= 0.3).sort((a, b) => b.score - a.score)
    return { ids: scored.slice(0, 4).map(one => one.id), sure: false, exact: false }
  }
  return remembering(exact, near)
}

/** The targets of a plan: by name, short name, number (2.1-1), number and name, a task's title or number where it has one target. */
export function targetBook(index: PlanIndex): NameBook {
  const strong = new Map<string, string[]>()
  const ofTask = new Map<string, string[]>()
  for (const [id, { target, task }] of index.targets) {
    for (const name of [id, target.name, target.short]) if (name !== undefined) for (const form of [tidy(name), withoutBrackets(tidy(name))]) push(strong, form, id)
    push(ofTask, task.id, id)
    push(ofTask, tidy(task.title), id)
  }
  const named = [...index.targets.values()].map(({ target }) => ({ id: target.id, name: tidy(target.name), short: tidy(target.short ?? target.name) }))
  const scoresOf = (text: string, among: readonly string[] | null) => named.filter(one => among === null || among.includes(one.id)).map(({ id, name, short }) => ({
    id, score: text.includes(name) ? 0.95 : short.length > 2 && text.includes(short) ? 0.9 : text.length > 3 && name.includes(text) ? 0.85 : Math.max(likeness(text, name), likeness(text, short)),
  })).sort((a, b) => b.score - a.score)
  const byNumber = (text: string): Meaning | null => {
    const parts = /^(\d+(?:\.\d+)+(?:-\d+)?)[.、:：]?(.*)$/u.exec(text)
    if (parts === null) return null
    const [, number, rest] = parts as unknown as [string, string, string]
    const ids = index.targets.has(number) ? [number] : ofTask.get(number)
    if (ids === undefined) return null
    if (rest === '') return meaningOf(ids)
    const ofRest = strong.get(rest) ?? strong.get(withoutBrackets(rest))
    if (ofRest !== undefined) return ofRest.some(id => ids.includes(id)) ? meaningOf(ofRest.filter(id => ids.includes(id))) : { ids: [...ids, ...ofRest], sure: false, exact: true }
    const [best, second] = scoresOf(withoutBrackets(rest), ids)
    return { ids: [best!.id, ...ids.filter(id => id !== best!.id)], sure: best!.score >= 0.35 && (second === undefined || second.score <= best!.score - 0.15), exact: true }
  }
  const exact = (text: string): Meaning | null => {
    const name = tidy(text)
    if (name.length < 2 || /^[\d.,%+]{1,12}$/.test(name)) return null
    const plain = withoutBrackets(name)
    const bare = withoutNumber(plain)
    for (const form of [name, plain, bare, bare.replace(figureWords, '')]) { const found = strong.get(form); if (found !== undefined) return meaningOf(found) }
    return byNumber(plain) ?? meaningOf(ofTask.get(bare))
  }
  const near = (text: string): Meaning => {
    const name = withoutNumber(withoutBrackets(tidy(text)))
    const tasks = ofTask.get(name)
    if (tasks !== undefined) return { ids: tasks, sure: tasks.length === 1, exact: false }
    if (name.length < 2) return nothing
    const scored = scoresOf(name, null).filter(one => one.score >= 0.3)
    const [best, second] = scored
    return best === undefined ? nothing : { ids: scored.slice(0, 5).map(one => one.id), sure: best.score >= 0.75 && (second === undefined || second.score <= best.score - 0.2), exact: false }
  }
  return remembering(exact, near)
}
