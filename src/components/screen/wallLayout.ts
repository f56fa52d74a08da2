/** Sizes of the big screen in its own units: one unit is a pixel at 1920 x 1080. Nothing that is read is smaller than 22. */
import type { CellForm } from '../../wording/cellFace'
import type { Column } from '../../wording/columnGroups'

export interface WallSize { width: number, height: number }

/** What pages are cut for, whatever the window: the same address shows the same page on every screen. */
export const wallSize: WallSize = { width: 1920, height: 1080 }

const margin = 56
/** Above the page's body: its title; below: page number and keys. */
const head = 112
const foot = 70

/** Room inside the frame; `groupHead` is the part of a head that falls away where places have no groups. Heights of lines are the least that 22 to 24 units of type need. */
export function wallRoom(size: WallSize) {
  return { width: size.width - 2 * margin, height: size.height - head - foot, matrixHead: 146, groupHead: 36, row: 44, line: 48, strip: 42 }
}

export interface MatrixWidths {
  name: number
  goal: number
  bar: number
  total: number
  /** The least that a cell needs, and how many fit beside the row heads. */
  least: number
  most: number
}

export function matrixWidths(size: WallSize, columns: readonly Column[]): MatrixWidths {
  const { width } = wallRoom(size)
  const isTight = columns.length > 8
  const goal = isTight ? 128 : 216
  const bar = 116
  const total = 112
  const name = isTight ? 336 : 452
  const least = Math.max(80, ...columns.map(column => column.short.length * 24 + 10))
  return { name, goal, bar, total, least, most: Math.max(1, Math.floor((width - name - goal - bar - total) / least)) }
}

export interface MatrixLayout extends MatrixWidths {
  cell: number
  form: CellForm
  /** The width as the board counts it, whose letters are 13 pixels where these are 24. */
  boardCell: number
  row: number
}

const letters = 13 / 24

/** A page's own sizes on a screen of `size` units: cells share the width, rows the height, up to what still reads as a line. */
export function matrixLayout(size: WallSize, all: readonly Column[], count: number, rows: number, strips: number, hasGroups: boolean): MatrixLayout {
  const room = wallRoom(size)
  const widths = matrixWidths(size, all)
  const cell = Math.floor((room.width - widths.name - widths.goal - widths.bar - widths.total) / Math.max(1, count))
  const boardCell = cell * letters
  const row = Math.floor((room.height - room.matrixHead + (hasGroups ? 0 : room.groupHead) - strips * room.strip) / Math.max(1, rows))
  return { ...widths, cell, boardCell, form: boardCell < 60 ? 'narrow' : cell < 300 ? 'middle' : 'wide', row: Math.max(room.row, Math.min(64, row)) }
}

/** Lines that are not shared out: as high as the longer column allows. */
export function lineHeight(size: WallSize, columns: readonly { rows: number, strips: number }[]): number {
  const room = wallRoom(size)
  return Math.max(room.line, Math.min(60, ...columns.map(({ rows, strips }) => Math.floor((room.height - 4 - strips * room.strip) / Math.max(1, rows)))))
}

/** The size of one unit in CSS pixels: by the narrower side, and never so small that 22 units are under 12 pixels. */
export const unitOf = (width: number, height: number): number => Math.max(12 / 22, Math.min(width / wallSize.width, height / wallSize.height))

/** Roughly how wide a text is in letters: a 汉字 counts one, other signs a bit more than half. */
export const lettersOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2000 ? 1 : 0.58), 0)
