/** Where things stand in this project, for tools and tests. */
import { readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

// Vite's runner, Vitest and Node all start in the project's folder; import.meta.dirname is not the same in a bundled config.
export const projectFolder = resolve(process.cwd())
export const dataFolder = join(projectFolder, 'data')
export const distFolder = join(projectFolder, 'dist')
export const artefactsFolder = join(projectFolder, 'artefacts')

/** Every file below a folder, as paths relative to it with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
