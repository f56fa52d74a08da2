/** The tiles as a drawing of their own, for a file: what the grid on the screen shows, without the grid. Pure. */
import type { PlacePalette, PlaceShape, PlaceTone } from './lampInk'
import { inkOf, signs } from './lampInk'
import type { TileLayout } from '../domain/tileLayout'
import { tileSize } from '../domain/tileLayout'

export interface DrawnTile {
  code: string
  short: string
  tone: PlaceTone
  shape: PlaceShape | null
  count: string
  main: string
  sub: string
  foot: string
}

const side = 96
const gap = 6
const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

export function tileDrawing(layout: TileLayout, tiles: readonly DrawnTile[], palette: PlacePalette): { svg: string, width: number, height: number } {
  const { columns, rows } = tileSize(layout)
  const width = Math.max(360, columns * (side + gap))
  const height = rows * (side + gap)
  const font = escaped(palette.font)
  const text = (x: number, y: number, size: number, fill: string, words: string, more = ''): string => (words === '' ? '' : `<text x="${x}" y="${y}" font-family="${font}" font-size="${size}" fill="${fill}"${more}>${escaped(words)}</text>`)
  const drawn = tiles.map(tile => {
    const place = layout[tile.code]
    if (place === undefined) return ''
    const { fill, ink, sign } = inkOf(tile.tone, palette)
    return `<g transform="translate(${place[0] * (side + gap)} ${place[1] * (side + gap)})"><rect x=".5" y=".5" width="${side - 1}" height="${side - 1}" rx="2" fill="${fill}" stroke="${palette.line2}"/>`
      + text(8, 22, 13, ink, tile.short, ' font-weight="600"')
      + text(side - 8, 22, 12, sign, `${tile.shape === null ? '' : signs[tile.shape]}${tile.count}`, ' text-anchor="end"')
      + text(8, 60, 24, ink, tile.main, ' font-weight="700"')
      + text(8 + 13.5 * [...tile.main].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2000 ? 1.8 : 1), 0) + 2, 60, 13, ink, tile.sub)
      + text(8, 84, 12, ink, tile.foot) + '</g>'
  })
  return { svg: `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>`, width, height }
}
