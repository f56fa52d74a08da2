/** Real-browser tests drive what is built, never the dev server. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { distFolder } from '../../tools/projectFiles.ts'

export function setup(): void {
  for (const file of ['index.html', 'guatu.html', 'snapshot.html'])
    if (!existsSync(join(distFolder, file))) throw new Error(`dist/${file} is missing: run npm run build first`)
}
