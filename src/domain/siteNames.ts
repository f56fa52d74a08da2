/**
 * Item lists from pasted names (项目点): each line read, its township guessed from the name, its stage from the words beside it.
 * A guess is never written silently as certain: it says why, and what else it could be. Source: issue 5 part 2.
 */
import type { ReportPayload } from './decide'
import { previousReport } from './decide'
import type { Command } from './decide'
import type { Item } from './event'
import { foldText } from './foldedText'
import type { History } from './history'
import { isInForce } from './history'
import type { AreaNode, PlanIndex, Target } from './plan'

/** Why an area was guessed, or not. */
export type SiteReason =
  /** 名称里写了镇街. */ | 'area_name'
  /** 旁边一列写了镇街. */ | 'area_column'
  /** 名称里有镇街的简写. */ | 'short_name'
  /** 下级区域名. */ | 'village_area'
  /** 村名唯一. */ | 'village'
  /** 两镇同名: known in several townships. */ | 'several'
  /** 名称里有几个镇街. */ | 'several_names'
  /** 与已知的村名只差一个字. */ | 'alike'
  /** 本级指标. */ | 'whole'
  /** 对不上. */ | 'unknown'
  /** 无村名. */ | 'nameless'

export interface SiteLine {
  /** Place in the pasted text, from 1. */
  line: number
  name: string
  /** The area taken; null until one is chosen. */
  area: string | null
  /** What it may be, best first. */
  candidates: readonly string[]
  state: 'sure' | 'ask' | 'none'
  reason: SiteReason
  /** What the reason speaks of: the village known, the other writing. */
  about: string
  /** Stage of the ladder that the line says; null where it says none. */
  stage: string | null
  /** Words in the stage's place that no stage has. */
  stageText: string
  /** The same name stands in an earlier line. */
  isTwice: boolean
}

/** Village and community names known from items that were reported before, with the areas that have them. */
export type KnownVillages = ReadonlyMap<string, ReadonlySet<string>>

const headWords = /^(?:序号|名称|项目|项目名称|项目点|村|村名|站点|点位|镇街|乡镇|街道|乡镇街道|所属镇街|阶段|环节|进度|建设进度|备注)$/
const areaEnd = /(?:民族乡|回族乡|街道办事处|街道|镇|乡|区|县|市)$/
/** What a site is, as far as it stands behind the village's name. */
const siteWords = /(?:居家养老|养老|长者|老年|服务|幸福|农村|村级|镇级|社区|新建|提升|改造|示范|综合|互助|孝老|照料|日间|敬老|党群|食堂|餐厅|中心|站点|驿站|院|站|点|所|堂|室|园|项目|工程|（.*?）|\(.*?\)|[\d一二三四五六七八九十]+号|第[\d一二三四五六七八九十]+[处个])+$/

/** The village's own word in a site's name: without township, without what kind of site it is, without 村 or 社区. */
export function villageStem(name: string, areaWords: readonly string[]): string {
  let text = foldText(name)
  for (const word of areaWords) if (text.startsWith(word) && text.length > word.length + 1) { text = text.slice(word.length); break }
  text = text.replace(siteWords, '')
  const at = text.search(/村|社区/)
  if (at >= 2) text = text.slice(0, at)
  return text.replace(/(?:村|社区|居委会|村委会|居)$/, '')
}

interface AreaWord { word: string, code: string, kind: 'area_name' | 'short_name' | 'village_area' }

/** Full, bare and short names of the reporting areas and of those above them, longest first. A bare name keeps two characters at least. */
function areaWordsOf(index: PlanIndex): AreaWord[] {
  const words: AreaWord[] = []
  const leavesOf = (node: AreaNode): string | null => (node.children.length === 0 ? node.area.code : null)
  for (const node of index.root.leaves) {
    const code = leavesOf(node)
    if (code === null || node === index.root) continue
    const full = foldText(node.area.name)
    const isVillage = node.area.level === 'village'
    words.push({ word: full, code, kind: isVillage ? 'village_area' : 'area_name' })
    const bare = full.replace(areaEnd, '')
    for (const short of new Set([bare, ...(node.area.short === undefined ? [] : [foldText(node.area.short)])]))
      if (short.length >= 2 && short !== full) words.push({ word: short, code, kind: isVillage ? 'village_area' : 'short_name' })
  }
  return words.sort((one, other) => other.word.length - one.word.length)
}

/** Names of villages from every item reported so far, of any target, as known at `limit`. */
export function knownVillagesOf(history: History, limit: string): KnownVillages {
  const known = new Map<string, Set<string>>()
  const words = areaWordsOf(history.index).map(one => one.word)
  for (const ofTarget of history.reports.values())
    for (const [area, events] of ofTarget)
      for (const event of events) {
        if (!Array.isArray(event.data.items) || !isInForce(history, event, limit)) continue
        for (const item of event.data.items as Item[]) {
          const stem = typeof item.name === 'string' ? villageStem(item.name, words) : ''
          if (stem.length >= 2) known.set(stem, (known.get(stem) ?? new Set()).add(area))
        }
      }
  return known
}

interface Guess { area: string | null, candidates: string[], state: SiteLine['state'], reason: SiteReason, about: string }

const sure = (area: string, reason: SiteReason, about = ''): Guess => ({ area, candidates: [area], state: 'sure', reason, about })

/** One name's guess: the township that it names, else a village known, else one that differs by a single character. */
function guessOf(name: string, words: readonly AreaWord[], known: KnownVillages): Guess {
  const text = foldText(name)
  const nothing: Guess = { area: null, candidates: [], state: 'none', reason: 'unknown', about: '' }
  if (text === '' || /未定名|未命名|待定|^第[\d一二三四五六七八九十]+[处个]/.test(text)) return { ...nothing, reason: 'nameless' }
  const full = longest(words.filter(one => one.kind !== 'short_name' && text.includes(one.word)))
  if (full.length === 1) return sure(full[0]!.code, full[0]!.kind)
  if (full.length > 1) return { ...nothing, candidates: codesOf(full), state: 'ask', reason: 'several_names' }
  const stem = villageStem(name, words.map(one => one.word))
  const areas = [...known.get(stem) ?? known.get(villageStem(name, [])) ?? []]
  const short = longest(words.filter(one => one.kind === 'short_name' && text.includes(one.word)))
  const isVillageName = (one: AreaWord): boolean => /^(?:村|社区)/.test(text.slice(text.indexOf(one.word) + one.word.length))
  if (short.length === 1 && text.startsWith(short[0]!.word) && !isVillageName(short[0]!)) return sure(short[0]!.code, 'short_name', short[0]!.word)
  if (areas.length === 1) return sure(areas[0]!, 'village', stem)
  if (areas.length > 1) return { ...nothing, candidates: areas, state: 'ask', reason: 'several', about: stem }
  if (short.length > 0) return { ...nothing, candidates: codesOf(short), state: 'ask', reason: short.length > 1 ? 'several_names' : 'short_name', about: short[0]!.word }
  const alike = stem.length < 2 ? [] : [...known].filter(([other]) => differByOne(stem, other))
  const near = [...new Set(alike.flatMap(([, codes]) => [...codes]))]
  return near.length === 0 ? nothing : { ...nothing, candidates: near, state: 'ask', reason: 'alike', about: alike[0]![0] }
}

/** Of the words found those that are not part of a longer one of another area: the longest of each. */
function longest(found: readonly AreaWord[]): AreaWord[] {
  const kept = found.filter(one => !found.some(other => other.word.length > one.word.length && other.word.includes(one.word)))
  return kept.filter((one, i) => kept.findIndex(other => other.code === one.code) === i)
}

const codesOf = (words: readonly AreaWord[]): string[] => [...new Set(words.map(one => one.code))]

function differByOne(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let differences = 0
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) differences += 1
  return differences === 1
}

/** The ladder's stage that a text names: its name, its id, or a word that holds or is held by one name only. */
function stageOf(target: Target, text: string): string | null {
  const bare = foldText(text)
  if (bare === '') return null
  const ladder = target.ladder ?? []
  const exact = ladder.find(stage => foldText(stage.name) === bare || stage.id.toLowerCase() === bare.toLowerCase())
  if (exact !== undefined) return exact.id
  const near = ladder.filter(stage => bare.includes(foldText(stage.name)))
  return near.length === 1 ? near[0]!.id : null
}

/** Cells of a pasted line: by tabs, else by wide gaps, semicolons or commas. */
function cellsOf(line: string): string[] {
  const cells = line.includes('\t') ? line.split('\t') : line.split(/[,，;；|]|\s{2,}|\u3000+/)
  return cells.map(cell => cell.trim()).filter((cell, i) => !(cell === '' || (i === 0 && cells.length > 1 && /^\d{1,4}[.、]?$/.test(cell))))
}

const withoutNumber = (cell: string): string => cell.replace(/^(?:\(\d{1,3}\)|（\d{1,3}）|\d{1,3}[.、．)）])\s*/, '')

/**
 * Reads a pasted list: one site a line, a name with an optional township and an optional stage in further columns, in any order; a head
 * line and a column of running numbers are passed over. At most 2,000 lines. `known` comes from {@link knownVillagesOf}.
 */
export function readSites(text: string, target: Target, index: PlanIndex, known: KnownVillages): SiteLine[] {
  const words = areaWordsOf(index)
  const sites: SiteLine[] = []
  const names = new Set<string>()
  text.split(/\r\n|\r|\n/).slice(0, 2000).forEach((raw, i) => {
    const cells = cellsOf(raw)
    if (cells.every(cell => headWords.test(foldText(cell)))) return
    const stageCell = cells.length > 1 ? cells.findIndex((cell, place) => place > 0 && stageOf(target, cell) !== null) : -1
    const areaCell = cells.length > 1 ? cells.findIndex((cell, place) => place !== stageCell && words.some(one => one.word === foldText(cell))) : -1
    const rest = cells.filter((_, place) => place !== stageCell && place !== areaCell)
    const name = withoutNumber(rest[0] ?? cells[areaCell] ?? '').slice(0, 60)
    const guess = target.scope === 'whole' ? sure(index.root.area.code, 'whole')
      : areaCell >= 0 && rest.length > 0 ? sure(words.find(one => one.word === foldText(cells[areaCell]!))!.code, 'area_column') : guessOf(name, words, known)
    const key = `${foldText(name)} ${guess.area ?? ''}`
    sites.push({ line: i + 1, name, ...guess, stage: stageCell < 0 ? null : stageOf(target, cells[stageCell]!), stageText: stageCell < 0 ? rest[1] ?? '' : '', isTwice: name !== '' && names.has(key) })
    names.add(key)
  })
  return sites
}

/** What is to be written for one area: all its items, the earlier ones kept, and what that does to a plain number reported before. */
export interface SiteReport {
  command: Extract<Command, { kind: 'report' }>
  added: number
  moved: number
  kept: number
  /** The plain number that the list takes the place of; null where there was none. */
  replaced: number | null
}

/**
 * One full report an area for sites with an area (semantics.md 15: a report carries the whole list). An item of the same name is the same
 * item: it keeps its id, and its stage where the line says none. New ids (`p1`, `p2` …) are unlike all of the area. Lines that say nothing
 * new make no report. `at`: the day of the report.
 */
export function siteReports(history: History, target: Target, sites: readonly Pick<SiteLine, 'name' | 'area' | 'stage'>[], at: string, limit: string): SiteReport[] {
  const first = target.ladder?.[0]?.id ?? ''
  const byArea = new Map<string, Pick<SiteLine, 'name' | 'area' | 'stage'>[]>()
  for (const site of sites) if (site.area !== null && site.name.trim() !== '') byArea.set(site.area, [...byArea.get(site.area) ?? [], site])
  const reports: SiteReport[] = []
  for (const [area, list] of byArea) {
    const previous = previousReport(history, target.id, area, at, limit)
    const before = Array.isArray(previous?.data.items) ? previous.data.items as Item[] : []
    const items = [...new Map(before.map(({ id, name, stage }) => [id, { id, name: name ?? id, stage }])).values()]
    const kept = items.length
    let [added, moved] = [0, 0]
    for (const { name, stage } of list) {
      const same = items.find(item => foldText(item.name) === foldText(name))
      if (same === undefined) {
        items.push({ id: freshId(items), name: name.trim(), stage: stage ?? first })
        added += 1
      } else if (stage !== null && stage !== same.stage) {
        same.stage = stage
        moved += 1
      }
    }
    if (added + moved === 0) continue
    const payload: ReportPayload = { items }
    reports.push({ command: { kind: 'report', target: target.id, area, at, payload }, added, moved, kept, replaced: typeof previous?.data.value === 'number' ? previous.data.value : null })
  }
  return reports
}

function freshId(taken: readonly { id: string }[]): string {
  let n = taken.length + 1
  while (taken.some(item => item.id === `p${n}`)) n += 1
  return `p${n}`
}
