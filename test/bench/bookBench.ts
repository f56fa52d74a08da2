/** The workbook's writer against the bare one: 10,000 x 20 cells, built and run in a process of its own. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { artefactsFolder, projectFolder } from '../tools/projectFiles.ts'
import type { BookTimes } from './bookMeasure.ts'

export async function benchBook(rounds: number): Promise<BookTimes> {
  const outDir = join(artefactsFolder, 'bench-book')
  await build({ configFile: false, logLevel: 'error', root: projectFolder, build: { ssr: 'test/bench/bookMeasure.ts', outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'bookMeasure.mjs' } } } })
  return JSON.parse(execFileSync(process.execPath, [join(outDir, 'bookMeasure.mjs'), String(rounds)], { encoding: 'utf8', maxBuffer: 1e7 })) as BookTimes
}
