/** The deck through another program: LibreOffice makes a page of every slide. Without LibreOffice (never under CI) only the slides are counted. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { viewOf } from '../../src/domain/snapshot.ts'
import { deckOf } from '../../src/exports/deckFile.ts'
import { deckPages } from '../../src/exports/deckPages.ts'
import { plainChoice, tellNobody } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { partsOf, slidesOf } from './deckReading.ts'
import { demoSnapshot } from './makers.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-deck-'))
const isThere = (() => { try { execFileSync('soffice', ['--version'], { stdio: 'ignore' }); return true } catch (error) { if (process.env.CI === 'true') throw error; return false } })()
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

it('as many pages as slides', async () => {
  const view = viewOf(demoSnapshot())
  const { length } = deckPages(factsOf(view), plainChoice)
  const bytes = await deckOf(view, plainChoice, tellNobody)
  expect(slidesOf(partsOf(bytes))).toHaveLength(length)
  if (!isThere) return
  writeFileSync(join(folder, 'deck.pptx'), bytes)
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'deck.pptx')], { stdio: 'ignore' })
  const pdf = readFileSync(join(folder, 'deck.pdf'), 'latin1')
  expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)]).toHaveLength(length)
}, 180_000)
