/** Lamps are called by the words of a pack; every ink that it may give them can be read in both themes. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { namedBy } from '../../src/app/lampFace.ts'
import { en } from '../../src/app/messages/en.ts'
import { zhCN } from '../../src/app/messages/zhCN.ts'
import { defaultLampRules, lampInks } from '../../src/domain/lampRules.ts'
import { groupNameOf, groupShortOf } from '../../src/wording/ruleWords.ts'
import { lampGroups } from '../../src/wording/lampLook.ts'

const css = readFileSync('src/components/lamp/lampInks.css', 'utf8')
const tokens = readFileSync('src/app/tokens.css', 'utf8')
const colours = (text: string) => new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{3,6})/g)].map(match => [match[1]!, match[2]!]))
const [light, dark] = css.split('@media') as [string, string]
const [lightGround, darkGround] = tokens.split('@media') as [string, string]

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.slice(1).replace(/./g, one => one + one) : hex.slice(1)
  const [r, g, b] = [0, 2, 4].map(at => { const part = parseInt(full.slice(at, at + 2), 16) / 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4 }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string): number => { const [a, b] = [luminance(one), luminance(other)]; return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) }

it.each([['light', light, lightGround], ['dark', dark, darkGround]])('%s', (_theme, inks, ground) => {
  const [of, on] = [colours(inks), colours(ground)]
  const weak = lampInks.flatMap(ink => {
    const part = (name: string) => of.get(`i-${ink}${name}`)!
    const pairs: [string, number][] = [
      ['ink on pale', contrast(part('-ink'), part('-bg'))], ['ink on sheet', contrast(part('-ink'), on.get('sheet')!)], ['mark on page', contrast(part(''), on.get('page')!)],
      ['mark on pale', contrast(part(''), part('-bg'))], ['white on solid', contrast('#fff', part('-solid'))],
    ]
    return pairs.filter(([name, value]) => value < (name.startsWith('mark') ? 3 : 4.5)).map(([name, value]) => `${ink}: ${name} ${value.toFixed(2)}`)
  })
  expect(weak).toEqual([])
})

const rules = { ...defaultLampRules, id: 'own', words: { behind: '红灯', slightly_behind: '黄灯', ahead: '绿灯' } }

it('screen and papers call groups alike; the rest keeps its words', () => {
  expect(namedBy(zhCN, defaultLampRules)).toBe(zhCN)
  const named = namedBy(zhCN, rules)
  for (const group of lampGroups) expect([group, named.group[group], named.groupShort[group]]).toEqual([group, groupNameOf(rules, group), groupShortOf(rules, group)])
  expect([named.lamp.behind, named.lamp.overdue, named.usualLamp.behind]).toEqual(['红灯', '逾期', '严重滞后'])
  expect(namedBy(en, rules).group).toMatchObject({ sev: '红灯／Overdue', ok: 'On pace／绿灯', due: 'Near due' })
})
