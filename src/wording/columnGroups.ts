/** Columns in groups by the kind of place that their names end in (街道, 镇, 乡), as Chinese statistical tables do. */
import type { Area, AreaNode } from '../domain/plan'
import { shortNameOf } from '../domain/plan'

export interface Column {
  code: string
  name: string
  short: string
  /** First of a group, but not of the board: gets a stronger line. */
  opensGroup: boolean
}

export interface ColumnGroup {
  name: string
  count: number
}

const endings = ['街道', '民族乡', '镇', '乡'] as const

/** 街道, 镇, 乡 … of a township; '' of any other place. */
export function kindOf({ name, level }: Area): string {
  if (level !== 'township') return ''
  if (/(?:族|民族)乡$/.test(name)) return '民族乡'
  return endings.find(ending => name.endsWith(ending)) ?? ''
}

/** Columns in plan order with the groups above them; no groups where the places are of one nameless kind (cities, districts). */
export function columnsOf(nodes: readonly AreaNode[]): { columns: Column[], groups: ColumnGroup[] } {
  const groups: ColumnGroup[] = []
  const columns = nodes.map(({ area }, i): Column => {
    const kind = kindOf(area)
    const last = groups.at(-1)
    const opens = last === undefined || last.name !== kind
    if (opens) groups.push({ name: kind, count: 1 })
    else last.count += 1
    return { code: area.code, name: area.name, short: shortNameOf(area), opensGroup: opens && i > 0 }
  })
  return { columns, groups: groups.some(group => group.name !== '') ? groups : [] }
}

/** 市本级, 区本级, 县本级, 省本级: who does the rows that are not shared out. */
export function ownLevelName(rootName: string): string {
  const last = rootName.at(-1) ?? ''
  return '省市区县州旗'.includes(last) ? `${last}本级` : '本级'
}

/** 全市, 全区 …: the total's heading. */
export function wholeName(rootName: string): string {
  const last = rootName.at(-1) ?? ''
  return '省市区县州旗'.includes(last) ? `全${last}` : '全部'
}
