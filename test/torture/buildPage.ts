/** Builds the page of the bare ledger and serves it: the app's own modules, none of its screens. */
import { join } from 'node:path'
import { build } from 'vite'
import { serveDist } from '../e2e/support/serveDist.ts'
import type { Site } from '../e2e/support/serveDist.ts'
import { artefactsFolder, projectFolder } from '../tools/projectFiles.ts'

export async function serveLedgerPage(): Promise<Site> {
  const outDir = join(artefactsFolder, 'ledger-page')
  await build({
    configFile: false, logLevel: 'error', root: join(projectFolder, 'test/torture'), base: './',
    build: { outDir, emptyOutDir: true, target: ['chrome109', 'firefox115'], modulePreload: { polyfill: false }, rolldownOptions: { input: join(projectFolder, 'test/torture/page.html') } },
  })
  return serveDist(outDir)
}
