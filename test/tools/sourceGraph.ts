/** The source as a graph of imports, read with TypeScript's own scanner; types count, and so do Vue files. */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { filesBelow, projectFolder } from './projectFiles.ts'

export interface SourceFile {
  /** Such as `src/domain/plan.ts`. */
  path: string
  /** The first folder below src. */
  room: string
  text: string
  /** The text without comments; of a Vue file its script. */
  code: string
  /** Files of src that it imports. */
  imports: readonly string[]
  /** Packages that it imports, by name without sub-path. */
  packages: readonly string[]
}

const scriptOf = (path: string, text: string) => (path.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(match => match[1] ?? '').join('\n') : text)

/** Code without comments; strings stay. */
export function withoutComments(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g, part => (part.startsWith('/*') || part.startsWith('//') ? '' : part))
}

function resolve(from: string, specifier: string): string {
  const path = posix.normalize(posix.join(posix.dirname(from), specifier.split('?')[0] ?? ''))
  return [path, `${path}.ts`, `${path}/index.ts`].find(candidate => existsSync(join(projectFolder, candidate)) && /\.\w+$/.test(candidate)) ?? path
}

const packageOf = (specifier: string) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')

/** Every TypeScript and Vue file of src. */
export function readSource(): SourceFile[] {
  return filesBelow(join(projectFolder, 'src')).filter(file => /\.(ts|vue)$/.test(file)).map(file => {
    const path = `src/${file}`
    const text = readFileSync(join(projectFolder, path), 'utf8')
    const code = scriptOf(path, text)
    const specifiers = ts.preProcessFile(code, true, true).importedFiles.map(one => one.fileName)
    return {
      path, text,
      room: file.includes('/') ? file.split('/')[0]! : '',
      code: withoutComments(code),
      imports: specifiers.filter(one => one.startsWith('.')).map(one => resolve(path, one)),
      packages: [...new Set(specifiers.filter(one => !one.startsWith('.') && !one.startsWith('virtual:')).map(packageOf))],
    }
  })
}

/** The import circles, each as its files in order; [] where there is none. */
export function circlesOf(files: readonly SourceFile[]): string[][] {
  const imports = new Map(files.map(file => [file.path, file.imports]))
  const done = new Set<string>()
  const circles: string[][] = []
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path)
    if (start >= 0) { circles.push([...trail.slice(start), path]); return }
    if (done.has(path)) return
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of imports.keys()) visit(path, [])
  return circles
}
