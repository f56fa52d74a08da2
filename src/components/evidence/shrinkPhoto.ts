/** A photo made small in the browser: drawn again, so that only its picture is left. */
import { photoQuality, photoSide, withoutNotes } from '../../domain/evidence'

async function encode(picture: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  const paint = (context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null): boolean => {
    if (context === null) return false
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, width, height)
    return true
  }
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height)
    return paint(canvas.getContext('2d')) ? await canvas.convertToBlob({ type: 'image/jpeg', quality: photoQuality }) : null
  }
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return paint(canvas.getContext('2d')) ? await new Promise(resolve => { canvas.toBlob(resolve, 'image/jpeg', photoQuality) }) : null
}

/** JPEG bytes of at most {@link photoSide} pixels a side, upright, without EXIF or position; null where the browser cannot read it. */
export async function shrinkPhoto(file: Blob): Promise<Uint8Array | null> {
  let picture: ImageBitmap | null = null
  try {
    picture = await createImageBitmap(file)
    const scale = Math.min(1, photoSide / Math.max(picture.width, picture.height))
    const blob = await encode(picture, Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)))
    return blob === null || blob.type !== 'image/jpeg' ? null : withoutNotes(new Uint8Array(await blob.arrayBuffer()))
  } catch {
    return null
  } finally {
    picture?.close()
  }
}
