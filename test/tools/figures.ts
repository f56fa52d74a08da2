/** Figures that the product promises, told by the tests that measure them: `npm run torture` runs their long versions and prints the table. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { artefactsFolder } from './projectFiles.ts'

/** Is this the long version, started by `npm run torture`. */
export const isTorture = process.env.GUATU_TORTURE === '1'
/** The seed of all chance in tests that take one; printed with every figure. */
export const seed = Number(process.env.GUATU_SEED ?? 20261128)
/** How often: in every test run, and in the long version. */
export const timesOf = (always: number, long: number): number => (isTorture ? long : always)

export interface Figure {
  /** Short and unique: its file's name. */
  id: string
  /** What was measured, in a few words. */
  name: string
  /** What came out, and what was asked for; as text. */
  value: string
  goal: string
}

/** Keeps a figure for the table. Call it after the assertions: a figure that does not hold is a failed test, not a line. */
export function recordFigure(figure: Figure): void {
  const folder = join(artefactsFolder, 'figures')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${figure.id}.json`), JSON.stringify({ ...figure, seed, isTorture }))
}
