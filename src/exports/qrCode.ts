/** The QR code of a snapshot: plain text that a phone shows as it is. It leads to no address. */
import { encode } from 'uqr'
import type { Snapshot } from '../domain/snapshot'
import { codeOf } from '../domain/snapshot'

/** Which plan, day and knowledge, and the 校验码: short, so that the modules stay large in print. */
export function qrText({ seal, fingerprint }: Pick<Snapshot, 'seal' | 'fingerprint'>): string {
  const known = seal.knownAt.length === 10 ? seal.knownAt : `${seal.knownAt.slice(0, 16)}Z`
  return `挂图${seal.demo ? '演示' : ''} ${seal.plan} 截至${seal.asOf} 知至${known} 校验码${codeOf(fingerprint)}`
}

/** An SVG path of the dark modules, one unit each, in a square of `size` units without its quiet zone (leave 4 units of white around it). */
export function qrPath(text: string): { size: number, path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  const runs: string[] = []
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue
      const from = x
      while (row[x + 1] === true) x += 1
      runs.push(`M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`)
    }
  })
  return { size, path: runs.join('') }
}
