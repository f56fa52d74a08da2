/** A drawing as PNG: the SVG is shown to an image and painted on a canvas. Title, source, day, code and mark stand in the SVG itself. */

/** The largest side and area that browsers paint. */
const largest = { side: 16_384, area: 200_000_000 }

const sizeOf = (svg: string): { width: number, height: number } => {
  const [, width = '0', height = '0'] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

/** How many pixels a drawing's pixel gets: as asked for, less where the canvas would be larger than browsers allow. */
export function scaleFor({ width, height }: { width: number, height: number }, scale: number): number {
  return Math.min(scale, largest.side / width, largest.side / height, Math.sqrt(largest.area / (width * height)))
}

/** `scale` 2 gives twice the SVG's own pixels. Throws where the browser cannot draw it. */
export async function drawPng(svg: string, scale: number): Promise<Blob> {
  const { width, height } = sizeOf(svg)
  const times = scaleFor({ width, height }, scale)
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * times)
    canvas.height = Math.round(height * times)
    const brush = canvas.getContext('2d')
    if (brush === null) throw new Error('no canvas to draw on')
    brush.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(resolve => { canvas.toBlob(resolve, 'image/png') })
    if (blob === null) throw new Error('the drawing is too large for this browser')
    return blob
  } finally {
    URL.revokeObjectURL(url)
  }
}
