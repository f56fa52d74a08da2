/** The mark of the top bar as pictures of any size, drawn by counting points: no picture file is kept, and the colours are those of tokens.css. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { projectFolder } from './projectFiles.ts'

type Colour = readonly [red: number, green: number, blue: number]
/** In units of the mark, which is 20 wide. */
interface Part { x: number, y: number, width: number, height: number, round?: number, colour: Colour, alpha?: number }

/** A colour of the light theme, such as `ink`, as it stands in tokens.css. */
export function tokenOf(name: string, theme: 'light' | 'dark' = 'light'): string {
  const text = readFileSync(join(projectFolder, 'src/app/tokens.css'), 'utf8')
  const part = theme === 'dark' ? text.slice(text.indexOf('[data-theme="dark"]')) : text
  const value = new RegExp(`--${name}: (#[0-9a-f]{3,6})`).exec(part)?.[1]
  if (value === undefined) throw new Error(`tokens.css no longer holds --${name} as a colour`)
  return value.length === 4 ? `#${Array.from(value.slice(1), digit => digit + digit).join('')}` : value
}

const colourOf = (hex: string): Colour => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour

/** The mark of TopBar.vue: a sheet with its heading and six cells, two of them not yet done. */
function markOf(): Part[] {
  const sheet = colourOf(tokenOf('sheet'))
  const cell = (x: number, y: number, alpha = 1): Part => ({ x, y, width: 3, height: 3, colour: sheet, alpha })
  return [
    { x: 0, y: 0, width: 20, height: 20, round: 3, colour: colourOf(tokenOf('ink')) },
    { x: 3.5, y: 4, width: 13, height: 1.6, colour: sheet },
    cell(3.5, 8), cell(8.5, 8), cell(13.5, 8, 0.45), cell(3.5, 13), cell(8.5, 13, 0.45),
  ]
}

function isInside({ x, y, width, height, round = 0 }: Part, px: number, py: number): boolean {
  if (px < x || py < y || px >= x + width || py >= y + height) return false
  const dx = Math.max(x + round - px, px - (x + width - round), 0)
  const dy = Math.max(y + round - py, py - (y + height - round), 0)
  return dx * dx + dy * dy <= round * round || round === 0
}

/** The bytes of a PNG with alpha. `ground`: the whole square filled, the mark in the inner part that every mask leaves (0.8 of the width). */
export function iconPng(size: number, ground: boolean): Buffer {
  const mark = markOf()
  const scale = ground ? 20 / (size * 0.86) : 20 / size
  const shift = ground ? (20 - 20 / 0.86) / 2 : 0
  const parts = ground ? [{ ...mark[0]!, x: -40, y: -40, width: 100, height: 100, round: 0 }, ...mark.slice(1)] : mark
  const finer = 4
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let red = 0
      let green = 0
      let blue = 0
      let alpha = 0
      for (let sub = 0; sub < finer * finer; sub++) {
        const px = (x + (sub % finer + 0.5) / finer) * scale + shift
        const py = (y + (Math.floor(sub / finer) + 0.5) / finer) * scale + shift
        let point: [number, number, number, number] = [0, 0, 0, 0]
        for (const part of parts) {
          if (!isInside(part, px, py)) continue
          const over = part.alpha ?? 1
          point = [0, 1, 2].map(i => part.colour[i]! * over + point[i]! * (1 - over)).concat(over + point[3] * (1 - over)) as typeof point
        }
        red += point[0]; green += point[1]; blue += point[2]; alpha += point[3]
      }
      const at = y * (size * 4 + 1) + 1 + x * 4
      // Colours are kept without their alpha.
      rows[at] = Math.round(red / (alpha || 1)); rows[at + 1] = Math.round(green / (alpha || 1)); rows[at + 2] = Math.round(blue / (alpha || 1)); rows[at + 3] = Math.round(alpha / (finer * finer) * 255)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0); head.writeUInt32BE(size, 4)
  head[8] = 8; head[9] = 6
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

const table = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0 })

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  let crc = 0xffffffff
  for (const byte of body) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const end = Buffer.alloc(4)
  end.writeUInt32BE((crc ^ 0xffffffff) >>> 0)
  return Buffer.concat([length, body, end])
}

/** The mark as an SVG in a data address: the page's own icon, no request of its own, and the same in the single file. */
export function iconAddress(): string {
  const [ground, ...cuts] = markOf()
  const hex = (colour: Colour) => `#${colour.map(part => part.toString(16).padStart(2, '0')).join('')}`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'><rect width='20' height='20' rx='${ground!.round}' fill='${hex(ground!.colour)}'/>${cuts.map(({ x, y, width, height, colour, alpha = 1 }) => `<rect x='${x}' y='${y}' width='${width}' height='${height}' fill='${hex(colour)}'${alpha < 1 ? ` opacity='${alpha}'` : ''}/>`).join('')}</svg>`
  return `data:image/svg+xml,${svg.replace(/[#<>]/g, sign => encodeURIComponent(sign))}`
}
