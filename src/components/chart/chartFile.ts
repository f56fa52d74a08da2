/** A drawn chart as a file of its own: the SVG with its caption, and the PNG that is drawn from that SVG. */
import type { ChartCaption, ChartPalette } from '../../charts/chart'
import { saveBlob } from '../saveFile'

export interface Drawing { svg: string, width: number, height: number }

const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
const pad = 16
const headHeight = 52
const footHeight = 28

/** Breaks a caption into lines of about so many pixels; 汉字 count as one size, other signs as a bit more than half. */
function linesOf(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const sign of text) {
    const step = sign.charCodeAt(0) > 0x2000 ? size : size * 0.56
    if (used + step > width && line !== '') { lines.push(line); line = ''; used = 0 }
    line += sign
    used += step
  }
  return line === '' ? lines : [...lines, line]
}

/** The drawing under its title, over unit, day, source and mark: the same words as on the screen. Pure. */
export function captionedSvg({ svg, width, height }: Drawing, caption: ChartCaption, asOfText: string, palette: ChartPalette): Drawing {
  const titles = linesOf(caption.title, width, 16)
  const notes = [caption.unit, asOfText, caption.source].filter(text => text !== '').join('　')
  const top = headHeight + (titles.length - 1) * 22
  const whole = { width: width + 2 * pad, height: top + height + footHeight }
  const font = `font-family="${escaped(palette.font)}"`
  const inner = svg.replace(/^<svg /, `<svg x="${pad}" y="${top}" `)
  const mark = caption.mark === null ? '' : `<text x="${whole.width - pad}" y="${whole.height - 10}" text-anchor="end" ${font} font-size="13" font-weight="600" fill="${palette.ink}">${escaped(caption.mark)}</text>`
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}">`
    + `<rect width="100%" height="100%" fill="${palette.sheet}"/>`
    + titles.map((line, i) => `<text x="${pad}" y="${30 + i * 22}" ${font} font-size="16" font-weight="600" fill="${palette.ink}">${escaped(line)}</text>`).join('')
    + `${inner}<text x="${pad}" y="${whole.height - 10}" ${font} font-size="12" fill="${palette.soft}">${escaped(notes)}</text>${mark}</svg>`
  return { svg: text, ...whole }
}

const nameOf = (caption: ChartCaption, kind: string): string => `${caption.mark === null ? '' : `${caption.mark}-`}${caption.title.replace(/[\\/:*?"<>|，。；：\s]+/g, '').slice(0, 40)}-${caption.asOf}.${kind}`

export function saveSvg(drawing: Drawing, caption: ChartCaption): void {
  saveBlob(nameOf(caption, 'svg'), new Blob([drawing.svg], { type: 'image/svg+xml' }))
}

/** Twice the size of the screen, so that it stays sharp on a slide. False where the browser cannot draw it. */
export async function savePng(drawing: Drawing, caption: ChartCaption): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([drawing.svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = drawing.width * 2
    canvas.height = drawing.height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) return false
    saveBlob(nameOf(caption, 'png'), blob)
    return true
  } catch {
    return false
  } finally {
    URL.revokeObjectURL(url)
  }
}
