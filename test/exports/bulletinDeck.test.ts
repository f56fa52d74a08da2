/** A bulletin as slides: the clerk's text whole, section by section, within the page; the annex as the deck has it; origins in the notes. */
import { expect, it } from 'vitest'
import { textOfBlock } from '../../src/domain/bulletin.ts'
import type { BulletinText } from '../../src/domain/meetingEvents.ts'
import { viewOf } from '../../src/domain/snapshot.ts'
import { bulletinSections, bulletinSlides } from '../../src/exports/bulletinDeck.ts'
import { draftOf } from '../../src/exports/bulletinDraft.ts'
import { bulletinDeck } from '../../src/exports/deckFile.ts'
import { heightOf, linesIn, page } from '../../src/exports/deckLook.ts'
import { tellNobody } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { partsOf, slidesOf } from './deckReading.ts'
import { demoSnapshot, longSnapshot } from './makers.ts'

const view = viewOf(demoSnapshot())
const text = draftOf(view, 'bulletin', { id: 'b1', title: '', number: '第4期', addressee: '各镇街' })
const bare = (said: string): string => said.replace(/\s/g, '')
const wholeText = (of: BulletinText): string[] => of.blocks.map(textOfBlock).filter(said => said.trim() !== '')

it('holds every sentence and heading of the text, and the annex', async () => {
  const slides = slidesOf(partsOf(await bulletinDeck(text, view, tellNobody)))
  const said = bare(slides.flatMap(slide => slide.texts).join(''))
  for (const one of wholeText(text)) expect(said).toContain(bare(one))
  const facts = factsOf(view)
  expect(slides.flatMap(slide => slide.tables.filter(table => table.name === '附表').flatMap(table => table.rows.slice(1))).length).toBe(facts.slow.length)
  expect(slides.every(slide => slide.notes.includes(facts.caption.code) && slide.notes.includes('演示数据'))).toBe(true)
  const figure = text.blocks.flatMap(block => (block.kind === 'paragraph' ? block.runs.flatMap(run => (typeof run !== 'string' && run.origin.of === 'figure' ? [run.origin.target] : [])) : []))
  for (const target of new Set(figure)) expect(slides.some(slide => slide.notes.includes(target))).toBe(true)
})

it('keeps each text within its slide, however long a paragraph is', () => {
  const long: BulletinText = { ...text, blocks: [{ kind: 'paragraph', runs: [Array.from({ length: 120 }, (_, i) => `第${i}件事已按要求办理，仍在推进。`).join('')] }, ...text.blocks] }
  for (const [of, at] of [[text, view], [long, view], [draftOf(viewOf(longSnapshot({ targets: 60, areas: 20 })), 'bulletin', { id: 'b2', title: '', number: '', addressee: '' }), viewOf(longSnapshot({ targets: 60, areas: 20 }))]] as const)
    for (const { items } of bulletinSlides(of, factsOf(at)))
      for (const item of items)
        if (item.kind === 'text') {
          const height = item.lines.reduce((sum, line) => { const size = line[0]?.size ?? item.size; return sum + heightOf(linesIn(line.map(span => span.text).join(''), size, item.box.w), size) }, 0)
          expect([item.box.y + item.box.h <= page.height, height <= item.box.h + 0.35]).toEqual([true, true])
        }
  expect(bulletinSections(long)[0]!.paragraphs.length).toBeGreaterThan(2)
})
