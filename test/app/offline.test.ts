/** Where the page can keep itself, what is said where it cannot, and the pictures that an installed page shows. */
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { enProblems } from '../../src/app/messages/enProblems'
import { offlineNotes, offlinePlaceOf } from '../../src/app/offline/offlinePlace'
import type { OfflinePlace } from '../../src/app/offline/offlinePlace'
import { enOffline, zhOffline } from '../../src/app/offline/offlineWords'
import { iconAddress, iconPng, tokenOf } from '../tools/appIcons.ts'

const secure = { protocol: 'https:', isSecure: true, hasWorkers: true, isSingleFile: false }

describe('the place', () => {
  it('https and localhost can, plain http, disk, the single file and windows without workers cannot', () => {
    expect(offlinePlaceOf(secure)).toBe('able')
    expect(offlinePlaceOf({ ...secure, protocol: 'http:' })).toBe('able')
    expect(offlinePlaceOf({ ...secure, protocol: 'http:', isSecure: false, hasWorkers: false })).toBe('http')
    expect(offlinePlaceOf({ ...secure, protocol: 'file:' })).toBe('disk')
    expect(offlinePlaceOf({ ...secure, isSingleFile: true })).toBe('disk')
    expect(offlinePlaceOf({ ...secure, hasWorkers: false })).toBe('refused')
  })

  it('says one thing where it cannot, and nothing where all is well', () => {
    expect(offlineNotes('able', { isOnline: true, isPutOff: false })).toEqual([])
    const [http] = offlineNotes('http', { isOnline: false, isPutOff: true })
    expect(`${http!.why}，${http!.fix}`).toBe('这个地址是 http，不能安装到桌面，也不能离线打开，可以用 guatu.html 单个文件')
    expect(offlineNotes('able', { isOnline: false, isPutOff: true }).map(note => note.code)).toEqual(['offline_now', 'version_waiting'])
  })

  it('has English words for all of it', () => {
    const notes = [...(['disk', 'http', 'refused'] satisfies OfflinePlace[]).flatMap(place => offlineNotes(place, { isOnline: true, isPutOff: false })), ...offlineNotes('able', { isOnline: false, isPutOff: true })]
    expect(notes).toHaveLength(5)
    expect(notes.filter(note => enProblems[note.code] === undefined)).toEqual([])
    expect(Object.keys(enOffline)).toEqual(Object.keys(zhOffline))
  })
})

/** The colour and alpha of a point, 0 to 1 across and down. */
function pointOf(png: Buffer, x: number, y: number): number[] {
  const size = png.readUInt32BE(16)
  const length = png.readUInt32BE(33)
  const rows = inflateSync(png.subarray(41, 41 + length))
  const at = Math.floor(y * size) * (size * 4 + 1) + 1 + Math.floor(x * size) * 4
  return [...rows.subarray(at, at + 4)]
}

describe('the icons', () => {
  const ink = [1, 3, 5].map(at => Number.parseInt(tokenOf('ink').slice(at, at + 2), 16))
  it('have round corners, or fill their square for a mask, in the colours of the tokens', () => {
    const plain = iconPng(48, false)
    const masked = iconPng(48, true)
    for (const png of [plain, masked]) expect([png.readUInt32BE(16), png.readUInt32BE(20), png.toString('latin1', 1, 4)]).toEqual([48, 48, 'PNG'])
    expect(pointOf(plain, 0, 0)[3]).toBeLessThan(20)
    expect(pointOf(masked, 0, 0)).toEqual([...ink, 255])
    expect(pointOf(plain, 0.5, 0.05)).toEqual([...ink, 255])
    expect(pointOf(plain, 0.5, 0.23)).toEqual([255, 255, 255, 255])
  })
  it('stand in the page as one address without a request', () => {
    expect(iconAddress()).toMatch(/^data:image\/svg\+xml,[^"<>#]+$/)
  })
})
