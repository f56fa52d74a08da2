/** Evidence: what is taken, links that cannot run anything, photos without what their camera wrote. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriesNotes, evidenceOf, formOfFile, pdfLimit, photoLimit, safeLink, withoutNotes } from '../../src/domain/evidence'
import { makeEvent, worldOf } from './makers'

const text = (of: string) => [...of].map(character => character.charCodeAt(0))
const segment = (marker: number, body: readonly number[]) => [0xFF, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]
const jpeg = (...segments: number[][]) => new Uint8Array([0xFF, 0xD8, ...segments.flat(), 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9])
const gps = segment(0xE1, text('Exif\0\0 24.7814 118.5518'))

describe('photos', () => {
  it('lose EXIF, XMP and comments and keep picture, JFIF and colour profile', () => {
    const [jfif, profile, table] = [segment(0xE0, text('JFIF')), segment(0xE2, text('ICC_PROFILE')), segment(0xDB, [1, 2])]
    const photo = jpeg(jfif, gps, profile, segment(0xED, text('Photoshop')), segment(0xFE, text('note')), table)
    expect(carriesNotes(photo)).toBe(true)
    expect(withoutNotes(photo)).toEqual(jpeg(jfif, profile, table))
    expect(carriesNotes(withoutNotes(photo))).toBe(false)
  })

  it('any bytes come through without a fault, and what is clean stays as it is', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (tail, isJpeg) => {
      const bytes = isJpeg ? new Uint8Array([0xFF, 0xD8, ...tail]) : tail
      const bare = withoutNotes(bytes)
      expect(bare.length).toBeLessThanOrEqual(bytes.length)
      if (!carriesNotes(bytes)) expect(bare).toEqual(bytes)
    }))
  })
})

describe('files', () => {
  const formOf = (head: readonly number[], size = 100) => { const told = formOfFile(new Uint8Array(head), size); return told.ok ? told.form : told.problem.code }
  it('are told by their first bytes, with their limits', () => {
    expect(formOf(text('%PDF-1.7'))).toBe('pdf')
    expect(formOf([0xFF, 0xD8, 0xFF, 0xE1])).toBe('photo')
    expect(formOf([0x89, 0x50, 0x4E, 0x47])).toBe('photo')
    expect(formOf(text('%PDF-1.7'), pdfLimit + 1)).toBe('evidence_large')
    expect(formOf([0xFF, 0xD8, 0xFF], photoLimit + 1)).toBe('evidence_large')
    expect(formOf(text('PK\u0003\u0004'))).toBe('evidence_kind')
    expect(formOf(text('<svg xmlns'))).toBe('evidence_kind')
    expect(formOf([], 0)).toBe('evidence_empty')
  })
})

it('only http and https are links', () => {
  expect(safeLink(' https://www.gov.cn/a?b=1 ')).toBe('https://www.gov.cn/a?b=1')
  expect(safeLink('http://10.0.0.1/x.pdf')).toBe('http://10.0.0.1/x.pdf')
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'www.gov.cn', '']) expect(safeLink(bad)).toBeNull()
})

it('pieces in force: retracted ones are gone, a hash that is none is not one', () => {
  const piece = (fields: Record<string, unknown>) => makeEvent('evidence', '2020-06-30', { target: '1.1-1', area: 'a', form: 'photo', name: '门头.jpg', ...fields }, { by: { unit: 'yanglao' } })
  const [kept, gone, odd] = [piece({ hash: 'a'.repeat(64), size: 7 }), piece({ name: '误传.jpg' }), piece({ hash: '../x', form: 'pdf' })]
  const { history } = worldOf({}, [kept, gone, odd, makeEvent('retract', '2020-07-01', { event: gone.id }), piece({ target: 'unknown' })])
  expect(evidenceOf(history, '9').map(({ name, form, hash, size, unit }) => ({ name, form, hash, size, unit }))).toEqual([
    { name: '门头.jpg', form: 'photo', hash: 'a'.repeat(64), size: 7, unit: 'yanglao' }, { name: '门头.jpg', form: 'pdf', hash: null, size: null, unit: 'yanglao' },
  ])
})
