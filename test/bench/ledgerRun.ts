/** Runs `ledgerToBoard` in a Node of its own, built as the app is. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { artefactsFolder, projectFolder } from '../tools/projectFiles.ts'
import type { LedgerToBoard } from './ledgerToBoard.ts'

export async function runLedgerToBoard(rounds: number): Promise<LedgerToBoard> {
  const outDir = join(artefactsFolder, 'bench-node')
  await build({ configFile: false, logLevel: 'error', root: projectFolder, build: { ssr: 'test/bench/ledgerToBoard.ts', outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'ledgerToBoard.mjs' } } } })
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', join(outDir, 'ledgerToBoard.mjs'), String(rounds), '100000'], { encoding: 'utf8', maxBuffer: 1e7 })) as LedgerToBoard
}
