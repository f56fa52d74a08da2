/** Small pieces of a report's sentences: figures with their origin, lists of names, what the places are called. */
import type { Figure, Row } from '../domain/board'
import { stageText, unitText, valueText } from '../wording/figureText'
import type { Column } from '../wording/columnGroups'
import type { Shape } from '../wording/lampLook'
import type { Field, FigureToken, Run } from './outline'
import type { PaperFacts, PaperLine } from './paperFacts'

type Part = Run | readonly Run[]

/** Parts in order as runs; neighbouring plain texts become one, empty ones fall out. */
export function runsOf(...parts: readonly Part[]): Run[] {
  const runs: Run[] = []
  for (const part of parts.flat() as Run[]) {
    const last = runs.at(-1)
    if (part === '') continue
    if (typeof part === 'string' && typeof last === 'string') runs[runs.length - 1] = last + part
    else runs.push(part)
  }
  return runs
}

/** Lists of runs with a mark between them. */
export const joined = (lists: readonly (readonly Run[])[], mark: string): Run[] => runsOf(...lists.map((list, i) => (i === 0 ? list : [mark, ...list])))

/** A count over the board as a token; `key` says over what. */
export const counted = (count: number, key: string): FigureToken => ({ text: String(count), origin: { count: key } })

/** A figure of the board as a token. */
export const figureToken = (figure: Figure, field: Field, text: string): FigureToken => ({ text, origin: { target: figure.target, area: figure.area, field } })

/** As official papers set them: no blank between a number and its unit. */
export const tight = (text: string): string => text.replace(/ ?\/ ?/g, '/').replace(/(?<=[\d%]) (?=\S)|(?<=\S) (?=\d)/g, '')

/** 再完成119.25万元, 到“装修”: the smallest step to green without its day. */
export const stepText = (toGreen: string, day: string): string => tight(toGreen.startsWith(day) ? toGreen.slice(day.length) : toGreen).replaceAll('「', '“').replaceAll('」', '”').replace(/再完成(\S+?)（分子）/u, '分子再增加$1')

/** 92万元, 推进, 未填报: what was reached, in the target's unit. */
export function reachedText({ target }: Row, figure: Figure): string {
  if (figure.value === null) return '未填报'
  return stageText(target, figure) ?? `${valueText(target, figure.value)}${unitText(target)}`
}

/** Some names, then how many there are in all: 梅岭街道、深沪镇等 7 个. */
export const someNames = (names: readonly string[], most: number): string => names.slice(0, most).join('、') + (names.length > most && !(names[most - 1] ?? '').endsWith('等') ? '等' : '')

const kindOfName = (name: string): string => ['街道', '镇', '乡', '市', '县', '区', '旗'].find(ending => name.endsWith(ending)) ?? ''

/** What the columns are called together: 镇（街道）, 乡镇, 县（市、区）, 区; 地方 where their names do not tell. */
export function placeWord(columns: readonly Pick<Column, 'name'>[]): string {
  const kinds = new Set(columns.map(column => kindOfName(column.name)))
  if (kinds.has('') || kinds.size === 0) return '地方'
  if (kinds.size === 1) return [...kinds][0]!
  const among = (...known: readonly string[]): string[] => known.filter(kind => kinds.delete(kind))
  const rural = among('乡', '镇').join('')
  const hasStreets = kinds.delete('街道')
  if (kinds.size === 0) return hasStreets ? `${rural}（街道）` : rural
  const upper = among('县', '市', '区', '旗')
  return rural !== '' || hasStreets || kinds.size > 0 ? '地方' : `${upper[0]!}（${upper.slice(1).join('、')}）`
}

/** 科室, or 处室 of an office above the county. */
export const unitWord = ({ view: { index } }: PaperFacts): string => ([...index.departments.values()].some(one => one.name.endsWith('处')) ? '处室' : '科室')

const shapeMarks: Readonly<Record<Shape, string>> = {
  check: '✓', hollow: '△', square: '■', ring: '○', point: '·', triangle: '▲', diamond: '◆', dot: '●', bars: '‖', cross: '×', question: '?', dashed: '◌',
}

/** A lamp's shape as a character, so that a copy in grey still tells. */
export const shapeMark = (shape: Shape): string => shapeMarks[shape]

/** 罗山街道: the full name, while it is no longer than eight characters; else the short one. */
export const placeName = (name: string, short: string): string => ([...name].length <= 8 ? name : short)

/** The name of a figure's place; 市本级 of a row that is not shared out. */
export function placeOf({ view, ownLevel }: PaperFacts, { row, figure, areaName }: PaperLine): string {
  if (figure.area === null) return row.target.scope === 'whole' ? ownLevel : areaName
  return placeName(view.index.areas.get(figure.area)?.area.name ?? areaName, areaName)
}
