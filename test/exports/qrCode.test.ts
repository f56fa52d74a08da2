import { describe, expect, it } from 'vitest'
import { codeOf } from '../../src/domain/snapshot.ts'
import { qrPath, qrText } from '../../src/exports/qrCode.ts'
import { demoSnapshot } from './makers.ts'

const snapshot = demoSnapshot()

/** The dark modules that a path draws. */
function modulesOf({ size, path }: { size: number, path: string }): boolean[][] {
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) for (let i = 0; i < Number(width); i += 1) dark[Number(y)]![Number(x) + i] = true
  return dark
}

describe('the QR code', () => {
  it('says plan, day, knowledge and code in plain text, and no address', () => {
    const text = qrText(snapshot)
    for (const part of ['挂图', '演示', 'jinjiang-2020', '截至2020-09-15', codeOf(snapshot.fingerprint)]) expect(text).toContain(part)
    expect(text).not.toMatch(/https?:|\/\//)
    expect(new TextEncoder().encode(text).length).toBeLessThan(130)
  })

  it('is drawn whole: every run inside the square, the three finders in their corners, the path nothing but runs', () => {
    const drawn = qrPath(qrText(snapshot))
    expect(drawn.path.replace(/M\d+ \d+h(\d+)v1h-\1z/g, '')).toBe('')
    expect(drawn.size % 4).toBe(1)
    expect(drawn.size).toBeLessThanOrEqual(45)
    const dark = modulesOf(drawn)
    const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']
    const corner = (x: number, y: number) => Array.from({ length: 7 }, (_, row) => dark[y + row]!.slice(x, x + 7).map(Number).join(''))
    for (const [x, y] of [[0, 0], [drawn.size - 7, 0], [0, drawn.size - 7]] as const) expect(corner(x, y)).toEqual(finder)
    expect(dark.flat().filter(Boolean).length / drawn.size ** 2).toBeGreaterThan(0.35)
  })

  it('differs with the code', () => {
    expect(qrPath(qrText({ ...snapshot, fingerprint: '0'.repeat(64) })).path).not.toBe(qrPath(qrText(snapshot)).path)
  })
})
