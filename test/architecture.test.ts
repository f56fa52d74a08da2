/** The house rules that a machine can keep. The rooms table is the twin of the one in ARCHITECTURE.md. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, projectFolder } from './tools/projectFiles.ts'
import { circlesOf, readSource } from './tools/sourceGraph.ts'

interface Room {
  /** Rooms it may import, besides itself. */
  rooms: readonly string[]
  /** Packages it may import; a list of files where only those may. */
  packages: Readonly<Record<string, true | readonly string[]>>
  /** No clock, no chance, no crypto, no page: they are passed in. */
  isPure?: true
}

const ui = { 'vue': true, 'reka-ui': true } as const

const rooms: Readonly<Record<string, Room>> = {
  domain: { rooms: [], packages: { 'zod': ['planSchema.ts', 'parsePlan.ts', 'plan.ts', 'rulePackSchema.ts', 'parseRulePack.ts'], '@noble/hashes': ['hash.ts'], 'canonicalize': ['hash.ts'] }, isPure: true },
  ledger: { rooms: ['domain'], packages: { dexie: true } },
  wording: { rooms: ['domain'], packages: {}, isPure: true },
  charts: { rooms: ['domain', 'wording'], packages: { echarts: true }, isPure: true },
  exports: { rooms: ['domain', 'charts', 'wording'], packages: { 'pptxgenjs': ['deckFile.ts'], 'docx': ['paperFile.ts', 'paperChart.ts'], 'hucre': ['bookFile.ts'], 'fflate': ['zipFile.ts', 'fixPptx.ts', 'fixDocx.ts', 'zipParts.ts'], 'echarts': ['chartSvg.ts'], 'uqr': ['qrCode.ts'] } },
  intake: { rooms: ['domain', 'wording'], packages: { 'hucre': ['hucreBook.ts'], 'papaparse': ['csvText.ts'], 'fflate': ['zipGuard.ts', 'evidenceZip.ts'] } },
  sync: { rooms: ['domain', 'ledger', 'intake'], packages: { 'fflate': ['packageZip.ts', 'folderBag.ts'] } },
  stores: { rooms: ['domain', 'ledger', 'sync'], packages: { vue: true, pinia: true } },
  components: { rooms: ['domain', 'charts', 'wording'], packages: { ...ui, 'vue-echarts': true, 'echarts': true, '@tanstack/vue-virtual': true } },
  views: { rooms: ['domain', 'charts', 'wording', 'intake', 'exports', 'stores', 'components'], packages: { 'vue': true, 'vue-router': true, 'pinia': true, 'pinyin-match': ['pinyin.ts'] } },
  app: { rooms: ['domain', 'ledger', 'sync', 'charts', 'wording', 'intake', 'exports', 'stores', 'components', 'views'], packages: { ...ui, 'pinia': true, 'vue-router': true } },
}

const files = readSource()
const roomOf = (path: string) => path.split('/')[1] ?? ''
const inSource = (pattern: RegExp, wanted = files, of: 'code' | 'text' = 'code') =>
  wanted.flatMap(file => [...file[of].matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`))].map(match => `${file.path}: ${match[0].trim()}`))

const tracked = (() => {
  try {
    return execFileSync('git', ['ls-files', '-z'], { cwd: projectFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\0').filter(Boolean)
  } catch {
    return filesBelow(projectFolder).filter(file => !/^(node_modules|dist|artefacts|\.git)\//.test(file))
  }
})().filter(file => existsSync(join(projectFolder, file)) && !/\.(png|jpg|woff2|ico|zip)$/.test(file))
const textOf = (file: string) => readFileSync(join(projectFolder, file), 'utf8')
const inTracked = (pattern: RegExp, wanted: (file: string) => boolean = () => true) => tracked.filter(file => wanted(file) && pattern.test(textOf(file)))

describe('rooms', () => {
  it('every folder of src has a row, and every row stands in ARCHITECTURE.md', () => {
    expect(files.filter(file => file.room !== '' && rooms[file.room] === undefined).map(file => file.path)).toEqual([])
    const page = textOf('ARCHITECTURE.md')
    expect(Object.keys(rooms).filter(room => !page.includes(`\`src/${room}/\``))).toEqual([])
  })

  it('only types of the build stand outside the rooms', () => {
    expect(files.filter(file => file.room === '').map(file => file.path)).toEqual(['src/env.d.ts'])
  })

  it('imports go one way', () => {
    const wrong = files.flatMap(file => file.imports.filter(to => to.startsWith('src/') && roomOf(to) !== file.room && !(rooms[file.room]?.rooms ?? []).includes(roomOf(to))).map(to => `${file.path} imports ${to}`))
    expect(wrong).toEqual([])
  })

  it('every import of src stays in src and is there', () => {
    expect(files.flatMap(file => file.imports.filter(to => !to.startsWith('src/') || !existsSync(join(projectFolder, to))).map(to => `${file.path} imports ${to}`))).toEqual([])
  })

  it('packages are used only where the table says', () => {
    const wrong = files.flatMap(file => file.packages.filter(name => {
      const allowed = rooms[file.room]?.packages[name]
      return allowed !== true && !(allowed ?? []).some(one => file.path.endsWith(`/${one}`)) && file.room !== ''
    }).map(name => `${file.path} imports ${name}`))
    expect(wrong).toEqual([])
  })

  it('every dependency stands in ARCHITECTURE.md, and only the files and rooms of its row import it', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> }
    const [, section = ''] = /## Runtime dependencies\n([\s\S]*?)\n## /.exec(textOf('ARCHITECTURE.md')) ?? []
    const rows = new Map([...section.matchAll(/^\| ([@\w/-]+) \| [^|]+ \| (`[^|]+) \|$/gm)].map(([, name, places]) => [name!, [...places!.matchAll(/`([^`]+)`/g)].map(match => match[1]!)]))
    expect([...rows.keys()]).toEqual(Object.keys(dependencies))
    expect(files.flatMap(file => file.packages.filter(name => !rows.get(name)?.some(place => (place.endsWith('/') ? file.path.startsWith(place) : file.path === place))).map(name => `${file.path} imports ${name}`))).toEqual([])
    const idle = [...rows].flatMap(([name, places]) => places.filter(place => { const own = files.filter(file => file.path.startsWith(place)); return own.length > 0 && !own.some(file => file.packages.includes(name)) }).map(place => `${place} does not import ${name}`))
    expect(idle).toEqual([])
  })

  it('has no import circles', () => {
    expect(circlesOf(files)).toEqual([])
  })

  it('domain and charts know no clock, no chance, no crypto and no page', () => {
    const pure = files.filter(file => rooms[file.room]?.isPure)
    expect(inSource(/Date\.now|new Date\(\s*\)|new Date(?!\()|Math\.random|\bcrypto\b|performance\.now|\b(?:document|window|navigator|localStorage|indexedDB|fetch|setTimeout)\s*[.(]/, pure)).toEqual([])
  })

  it('events are written in one room, through one door', () => {
    expect(inSource(/indexedDB|\.transaction\(|(?<!\bmode: ')readwrite/, files.filter(file => file.room !== 'ledger'))).toEqual([])
  })
})

describe('files and names', () => {
  it('no file is longer than 300 lines', () => {
    expect(files.map(file => [file.path, file.text.split('\n').length] as const).filter(([, lines]) => lines > 301)).toEqual([])
  })

  it('no barrels, no default exports', () => {
    expect(files.filter(file => /(^|\/)index\.ts$/.test(file.path)).map(file => file.path)).toEqual([])
    expect(inSource(/export\s+\*|export\s+(?:type\s+)?\{[^}]*\}\s*from|export\s+default/)).toEqual([])
  })

  it('nothing is a Manager, Service, Util or Helper', () => {
    const word = /manager|service|utils?|helpers?/i
    expect(files.filter(file => word.test(file.path)).map(file => file.path)).toEqual([])
    expect(inSource(/\b(?:function|class|interface|type|const|let)\s+\w*(?:Manager|Service|Util|Helper)s?\b/)).toEqual([])
  })

  it('files are camelCase, components PascalCase', () => {
    expect(files.filter(file => !/\/([A-Z][A-Za-z]*\.vue|[a-zA-Z]+(\.d)?\.ts)$/.test(file.path)).map(file => file.path)).toEqual([])
  })
})

describe('code', () => {
  it('silences no check and leaves nothing half done', () => {
    expect(inSource(/@ts-(?:ignore|nocheck|expect-error)|(?:es|ox)lint-disable|\bas any\b|:\s*any\b|console\.log|\b(?:TODO|FIXME|XXX)\b/, files, 'text')).toEqual([])
  })

  it('a style sheet that components share stands at a place that each of them has: the compiler may ask any of them for it by that place', () => {
    const uses = new Map<string, { file: string, place: number, count: number }[]>()
    for (const { path, text } of files.filter(file => file.path.endsWith('.vue'))) {
      const styles = [...text.matchAll(/^<style([^>]*)>/gm)]
      styles.forEach(([, of = ''], place) => {
        const src = /src="([^"]+)"/.exec(of)?.[1]
        if (src !== undefined) { const sheet = join(path, '..', src); uses.set(sheet, [...uses.get(sheet) ?? [], { file: path, place, count: styles.length }]) }
      })
    }
    expect([...uses].filter(([, of]) => Math.max(...of.map(one => one.place)) >= Math.min(...of.map(one => one.count))).map(([sheet]) => sheet)).toEqual([])
  })

  it('writes no HTML from text and no inline styles', () => {
    expect(inSource(/v-html|\.innerHTML|insertAdjacentHTML|document\.write|\sstyle="|\bnew Function\b|\beval\(/, files, 'text')).toEqual([])
  })

  it('uses nothing that Chromium 109 or Firefox 115 lack', () => {
    const styles = filesBelow(join(projectFolder, 'src')).filter(file => file.endsWith('.css')).map(file => ({ path: `src/${file}`, room: '', text: textOf(`src/${file}`), code: '', imports: [], packages: [] }))
    expect(inSource(/\.(?:toSorted|toReversed|toSpliced|with|isWellFormed|toWellFormed|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(|(?:Object|Map)\.groupBy|Promise\.(?:withResolvers|try)|Array\.fromAsync|:has\(|color-mix\(|@container style|@scope\s*\(|text-wrap:\s*balance|popover(?:target)?=/, [...files, ...styles], 'text')).toEqual([])
  })

  it('uses nothing of Node: the types are checked together with those of the tests, which may', () => {
    expect(inSource(/\b(?:process|Buffer|__dirname|__filename|setImmediate|globalThis\.global)\b|\bglobal\.|\bNodeJS\./)).toEqual([])
  })

  it('asks for what only secure contexts have with care', () => {
    expect(inSource(/crypto\.subtle|randomUUID|navigator\.locks|navigator\.clipboard\.|navigator\.storage\./)).toEqual([])
  })

  it('shows only words that pass through the messages', () => {
    // A language is listed under its own name (lang="…"), and a pattern for what people type is not a word shown.
    const notShown = /<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|\/\/[^\n]*|<button[^>]* lang="[^>]*>[^<]*<|\.(?:replace|test|exec|match|split)\(\/(?:\[[^\]]*\]|[^/\n])+\//g
    const shown = files.filter(file => file.path.endsWith('.vue')).map(file => ({ ...file, text: file.text.replace(notShown, '') }))
    expect(inSource(/[^\n]*\p{Script=Han}[^\n]*/u, shown, 'text')).toEqual([])
  })
})

describe('tests', () => {
  const tests = tracked.filter(file => /\.(test|e2e)\.ts$/.test(file))

  it('none is skipped and each asserts', () => {
    const skips = new RegExp(String.raw`\b(?:it|test|describe)\.(?:${['skip', 'only', 'todo', 'fixme', 'skipIf', 'runIf'].join('|')})\b`)
    expect(tests.filter(file => skips.test(textOf(file)))).toEqual([])
    expect(tests.filter(file => !/\bexpect\b/.test(textOf(file)))).toEqual([])
  })
})

describe('what the repository holds', () => {
  it('no path of one machine', () => {
    const folders = ['work', 'tmp', 'root', 'home/[a-z]', 'Users/[A-Za-z]'].join('|')
    expect(inTracked(new RegExp(`(?<![\\w.:~<-])/(?:${folders})/?[a-z.]`), file => file !== 'package-lock.json')).toEqual([])
  })

  it('no host of a package registry', () => {
    const hosts = ['registry', 'npmmirror', 'jsr'].map((word, i) => word + ['\\.(?:npmjs|yarnpkg|npmmirror)', '\\.com', '\\.io'][i]).join('|')
    expect(inTracked(new RegExp(hosts))).toEqual([])
    expect(textOf('package-lock.json').includes('"resolved"')).toBe(false)
  })

  it('the lock file names the optional parts for every platform, or npm ci fails on a clean clone', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { version?: string, optionalDependencies?: Record<string, string> }> }
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {})
      .filter(name => packages[`node_modules/${name}`]?.version === undefined && packages[`${path}/node_modules/${name}`]?.version === undefined))
    expect(missing).toEqual([])
  })

  it('pins every version', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('only what the owner fixed at the top level', () => {
    const fixed = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'index.html', 'src', 'data', 'test', 'README.md', '.ci', '.gitignore', '.npmrc', '.oxlintrc.json', 'LICENSE', 'CHANGELOG.md', 'ARCHITECTURE.md', 'docs']
    expect([...new Set(tracked.map(file => file.split('/')[0]!))].filter(name => !fixed.includes(name))).toEqual([])
    expect(statSync(join(projectFolder, '.ci/run')).mode & 0o111).toBeGreaterThan(0)
  })
})
