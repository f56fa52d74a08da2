import { describe, expect, it } from 'vitest'
import { audiences, paperFormats, paperParts } from '../../src/exports/paper.ts'
import { presets } from '../../src/exports/presets.ts'

describe('presets', () => {
  it('every audience has parts and formats in the order of the house, none twice', () => {
    expect(Object.keys(presets)).toEqual([...audiences])
    for (const { parts, formats } of Object.values(presets)) {
      expect(parts).toEqual(paperParts.filter(part => parts.includes(part)))
      expect(formats).toEqual(paperFormats.filter(format => formats.includes(format)))
      expect(parts.length * formats.length).toBeGreaterThan(0)
    }
  })

  it('no two audiences are handed the same', () => {
    expect(new Set(Object.values(presets).map(preset => JSON.stringify(preset))).size).toBe(audiences.length)
  })
})
