/** What is drawn of places besides the options of the gallery: features by code, tiles as a file, signs for every tone. */
import { describe, expect, it } from 'vitest'
import type { PlacePalette, PlaceTone } from '../../src/charts/lampInk'
import { decalOf, inkOf, placeTokens } from '../../src/charts/lampInk'
import { mapFeatures } from '../../src/charts/placeMap'
import { tileDrawing } from '../../src/charts/tileDrawing'

/** Every colour is the name of its token. */
const palette = Object.fromEntries(Object.keys(placeTokens).map(name => [name, name])) as unknown as PlacePalette

describe('places', () => {
  it('are features named by their code', () => {
    const features = mapFeatures({ file: '', leftover: [], leftoverCount: 0, others: 0, shapes: [{ area: '350582001', by: 'code', outlines: [[[[1, 2], [3, 2], [3, 4], [1, 2]]]] }] })
    expect(features.features).toEqual([{ type: 'Feature', properties: { name: '350582001' }, geometry: { type: 'MultiPolygon', coordinates: [[[[1, 2], [3, 2], [3, 4], [1, 2]]]] } }])
  })

  it('have the ground of their tile; only what is late or missing has a pattern', () => {
    const tones: readonly PlaceTone[] = ['ok', 'done', 'due', 'lag', 'sev', 'none', 'bare']
    expect(tones.map(tone => inkOf(tone, palette).fill)).toEqual(['sheet', 'doneBg', 'dueBg', 'lagBg', 'sevBg', 'noneBg', 'sheet'])
    expect(tones.filter(tone => decalOf(tone, palette) !== undefined)).toEqual(['lag', 'none'])
  })

  it('are drawn as tiles, their words escaped, those without a place left out', () => {
    const tile = { tone: 'sev' as const, shape: 'square' as const, count: '4', main: '35', sub: '%', foot: '5/14' }
    const { svg, width, height } = tileDrawing({ a: [0, 0], b: [3, 1] }, [{ ...tile, code: 'a', short: '<罗&山>' }, { ...tile, code: 'b', short: '乙' }, { ...tile, code: 'c', short: '丙' }], palette)
    expect([width, height]).toEqual([408, 204])
    expect(svg).toContain('&#60;罗&#38;山&#62;')
    expect(svg).toContain('■4')
    expect(svg).not.toContain('丙')
    expect(svg.startsWith('<svg ')).toBe(true)
  })
})
