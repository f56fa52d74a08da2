/** What is wrong with an address typed or edited by hand, and the nearest one that works. Pure. */
import { addDays, clampDay, isDay } from '../domain/days'
import type { PlanIndex } from '../domain/plan'
import type { Problem } from '../domain/problem'
import { audiences } from '../exports/paper'
import { kindOf } from '../wording/columnGroups'
import { lampGroups } from '../wording/lampLook'

export interface Address { path: string, params: Readonly<Record<string, string>>, query: Readonly<Record<string, string>> }

export interface AddressVerdict { problems: readonly Problem[], nearest: string }

/** How far outside the plan's period a day may lie: late goals are looked at after the year. */
const roomDays = 366

const choices: Readonly<Record<string, readonly string[]>> = {
  my: ['1'], lamp: lampGroups, view: ['done', 'gap', 'change'], known: ['now', 'then'], demo: ['0', '1'], tab: ['changes', 'report'], fromKnown: ['now', 'then'], toKnown: ['now', 'then'], edit: ['1'], late: ['1'], mode: ['task', 'tiles', 'map', 'rank'], peers: ['1'],
  new: ['1'], only: ['all', 'progress', 'late'], order: ['back'], sides: ['1'], for: audiences,
}
const dayNames = ['at', 'from', 'to'] as const
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** The target of the same task, else of the same chapter, that stands first; null where not even the chapter is known. */
function nearestTarget(index: PlanIndex, id: string): string | null {
  for (let part = id; part.length > 0; part = part.slice(0, -1)) for (const known of index.targets.keys()) if (known.startsWith(part)) return known
  return null
}

export function checkAddress(address: Address, index: PlanIndex): AddressVerdict {
  const problems: Problem[] = []
  const query: Record<string, string> = { ...address.query }
  const { start, end } = index.plan.period
  let { path } = address
  const root = `/plan/${address.params.plan ?? index.plan.id}`
  const say = (code: string, why: string, fix: string, part: string): void => { problems.push({ code, why, fix, path: part }) }

  const { target, area } = address.params
  if (target !== undefined && !index.targets.has(target)) {
    say('address_target', `这个计划没有编号为 ${short(target)} 的目标`, '看最近的目标，或回挂图选一项', target)
    const near = nearestTarget(index, target)
    path = near === null ? root : `${root}/target/${encodeURIComponent(near)}`
  }
  if (area !== undefined && !index.areas.has(area)) {
    say('address_area', `这个计划没有代码为 ${short(area)} 的镇街`, '回挂图选一个镇街', area)
    path = root
  }
  for (const name of dayNames) {
    const day = query[name]
    if (day === undefined) continue
    if (!isDay(day)) {
      say('address_day', `${short(day)} 不是一个日期`, '日期写成 2020-09-15 这样', `${name}=${short(day)}`)
      delete query[name]
    } else if (day < addDays(start, -roomDays) || day > addDays(end, roomDays)) {
      say('address_day_far', `${day} 离这个计划的期限太远`, `看 ${start} 到 ${end} 之间的日子`, `${name}=${day}`)
      query[name] = clampDay(day, start, end)
    }
  }
  if (query.from !== undefined && query.to !== undefined && query.from > query.to) {
    say('address_days_turned', '前一天晚于后一天', '把两天对调', `from=${query.from} to=${query.to}`)
    const { from, to } = query
    query.from = to
    query.to = from
  }
  const [cellTarget, cellArea] = query.cell?.split('/') ?? []
  if (cellTarget !== undefined && (!index.targets.has(cellTarget) || (cellArea !== undefined && cellArea !== '' && !index.areas.has(cellArea)))) {
    say('address_cell', '地址里的格子不在这个计划里', '回挂图选一格', `cell=${short(query.cell ?? '')}`)
    delete query.cell
  }
  if (query.chapter !== undefined && !index.plan.chapters.some(chapter => chapter.id === query.chapter)) {
    say('address_chapter', `这个计划没有第 ${short(query.chapter)} 章`, '回挂图看全部', `chapter=${short(query.chapter)}`)
    delete query.chapter
  }
  if (query.target !== undefined && !index.targets.has(query.target)) {
    say('address_target', `这个计划没有编号为 ${short(query.target)} 的目标`, '看全部目标，或选一项', `target=${short(query.target)}`)
    delete query.target
  }
  if (query.department !== undefined && !index.departments.has(query.department)) {
    say('address_department', `这个计划没有代号为 ${short(query.department)} 的科室`, '回挂图看全部', `department=${short(query.department)}`)
    delete query.department
  }
  if (query.unit !== undefined && query.unit !== '' && !index.departments.has(query.unit) && !index.areas.has(query.unit)) {
    say('address_unit', `这个计划没有代号为 ${short(query.unit)} 的单位`, '看全部，或在右上角选一个单位', `unit=${short(query.unit)}`)
    delete query.unit
  }
  // On the board it stands for a column; the plan's own area has none.
  if (query.area !== undefined && (!index.areas.has(query.area) || (target === undefined && query.area === index.plan.area.code))) {
    say('address_area', `这个计划没有代码为 ${short(query.area)} 的镇街`, '回挂图选一个镇街', `area=${short(query.area)}`)
    delete query.area
  }
  const kinds = [...new Set(index.columns.map(column => kindOf(column.area)))].filter(kind => kind !== '')
  if (query.group !== undefined && !kinds.includes(query.group)) {
    say('address_group', kinds.length === 0 ? '这个计划的地方没有分组' : `这个计划的地方没有“${short(query.group)}”这一组`, kinds.length === 0 ? '去掉这一段' : `可以是 ${kinds.join('、')}`, `group=${short(query.group)}`)
    delete query.group
  }
  for (const [name, values] of Object.entries(choices)) {
    const value = query[name]
    if (value === undefined || values.includes(value)) continue
    say('address_choice', `地址里的 ${name} 不能是 ${short(value)}`, '去掉这一段', `${name}=${short(value)}`)
    delete query[name]
  }
  const text = new URLSearchParams(query).toString()
  return { problems, nearest: `#${path}${text === '' ? '' : `?${text}`}` }
}
