/** An art director that never tires: that each rule of the walks sees the defect it is there for, and the board in the dark. */
import { expect, it } from 'vitest'
import { states } from './states/board.ts'
import { looksScript } from './support/looks.ts'
import { watchTraffic } from './support/settled.ts'
import { defectsOf, show } from './support/walk.ts'
import { withPage } from './support/withPage.ts'

/** Rules that spoil a good page, by the check that must see it. */
const spoilers: Readonly<Record<string, string>> = {
  clipped: '.top .find { width: 60px; }', cell: '.board-row .cell.x { font-size: 18px; }', overlap: '.strip .view-switch { margin-left: -80px; }', small: '.board-row .department { font-size: 11px; }',
  place: '.board thead .names th { font-size: 24px; }', bar: '.board-row .bullet i { width: 100%; }', figures: '.board-row:nth-child(odd) .goal { padding-right: 4px; }',
  column: '.board-row .whole { overflow: hidden; } .board-row .chain { max-width: 500px; }', touch: '.phone-tabs a { flex: none; height: 30px; }',
}

it('sees each kind of defect', async () => {
  for (const [size, until] of [['desk', '.board [data-target]'], ['phone', '.phone-sum']] as const) await withPage({ size }, async visit => {
    await show(visit, { hash: '#/plan/jinjiang-2020', until }, watchTraffic(visit.page))
    for (const [check, rules] of Object.entries(spoilers).filter(([check]) => (check === 'touch') === (size === 'phone'))) {
      await visit.page.evaluate(text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); document.adoptedStyleSheets = [sheet] }, rules)
      const lines = await visit.page.evaluate<string[]>(looksScript(size === 'phone'))
      expect(lines.filter(line => line.startsWith(`${check}: `)), rules).not.toEqual([])
    }
  })
})

it('in the dark', async () => {
  const inTheDark = ['quanzhou-tsz-2023', 'jinjiang-2020', '会后变化'].map(name => states.find(state => state.name === name)!)
  expect(await defectsOf({ size: 'desk', dark: true }, inTheDark)).toEqual({})
})
