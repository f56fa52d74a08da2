/** Looks at what was built: bytes before the board is painted, the content policy, other hosts, eval. Prints the figures. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { gzipSync, inflateSync } from 'node:zlib'
import { parseAst } from 'vite'
import { distFolder } from './projectFiles.ts'
import { emptyIsland } from './snapshotPlugins.ts'

/** The most JavaScript, in bytes after gzip -9, that may stand between a visitor and the board. */
export const mostBytes = 130_000

/** The most bytes of the read-only file without a snapshot, plain. */
const mostOfSnapshot = 1_800_000

/** Addresses that stand in libraries as names or hints and are never asked for; the real-browser tests watch that nothing is. */
const names = /^https?:\/\/(?:www\.w3\.org|schemas\.(?:openxmlformats\.org|microsoft\.com)\/|purl\.oclc\.org|purl\.org|www\.wps\.cn\/officeDocument\/|json-schema\.org|dexie\.org|tinyurl\.com\/y2uuvskb|bit\.ly|(?:[\w-]+\.)?vuejs\.org|echarts\.apache\.org|github\.com|reka-ui\.com|stuk\.github\.io\/jszip|stuartk\.com\/jszip|raw\.github\.com\/Stuk\/jszip|gitbrent\.github\.io\/PptxGenJS|answers\.microsoft\.com|rolldown\.rs|\[\$\{\w+\}\])/

const read = (file: string) => readFileSync(join(distFolder, file), 'utf8')
const zipped = (text: string) => gzipSync(text, { level: 9 }).length

/** The scripts a page needs before it runs: those it names, and all their static imports. */
function scriptsNeeded(page: string): Set<string> {
  const needed = new Set<string>()
  const visit = (file: string) => {
    if (needed.has(file)) return
    needed.add(file)
    for (const statement of parseAst(read(file)).body)
      if ('source' in statement && statement.source !== null && statement.source !== undefined) visit(posix.join(dirname(file), String(statement.source.value)))
  }
  for (const [, file] of page.matchAll(/<(?:script[^>]* src|link rel="modulepreload"[^>]* href)="\.\/([^"]+)"/g)) visit(file!)
  return needed
}

const policyOf = (page: string) => /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''

function policyProblems(file: string, page: string): string[] {
  const policy = policyOf(page)
  const missing = [`default-src 'none'`, 'script-src', 'style-src', 'img-src', 'connect-src', 'worker-src', `manifest-src 'self'`, `base-uri 'none'`, `form-action 'none'`].filter(part => !policy.includes(part))
  return [
    ...missing.map(part => `${file}: the content policy lacks ${part}`),
    ...(/unsafe|https?:|\*/.test(policy) ? [`${file}: the content policy is too wide: ${policy}`] : []),
    ...(/<[^>]+\sstyle=/.test(page.replace(/<script[\s\S]*?<\/script>/g, '')) ? [`${file}: a style attribute, which the policy refuses`] : []),
  ]
}

function codeProblems(file: string, code: string): string[] {
  const hosts = [...new Set([...code.matchAll(/https?:\/\/[^\s"'`)<>\\]+/g)].map(match => match[0]))].filter(address => !names.test(address))
  return [
    ...hosts.map(address => `${file}: names another host: ${address}`),
    ...(/[^.\w$]eval\(|new Function\(/.test(code) ? [`${file}: evaluates text as code`] : []),
    ...(/sourceMappingURL/.test(code) ? [`${file}: points at a source map`] : []),
  ]
}

/** The worker keeps the shell, each file by its hash, and leaves the plans, the single file and the moment of change to others. */
function workerProblems(worker: string): string[] {
  const kept = new Map([...worker.matchAll(/\{url:"([^"]+)",revision:(?:"([^"]+)"|null)\}/g)].map(([, url, revision]) => [url!, revision ?? null]))
  const shell = ['index.html', 'early.js', ...readdirSync(join(distFolder, 'assets')).filter(file => /\.(?:js|css)$/.test(file)).map(file => `assets/${file}`)]
  return [
    ...shell.filter(file => !kept.has(file)).map(file => `sw.js: does not keep ${file}`),
    ...[...kept.keys()].filter(file => file.startsWith('data/') || ['guatu.html', 'snapshot.html'].includes(file)).map(file => `sw.js: keeps ${file}`),
    ...[...kept].filter(([file, revision]) => revision === null && !/-[\w-]{8}\.\w+$/.test(file)).map(([file]) => `sw.js: keeps ${file} without a hash`),
    ...(/addEventListener\("message"[^}]*SKIP_WAITING/.test(worker) && worker.match(/skipWaiting\(\)/g)?.length === 1 ? [] : ['sw.js: a newer version must wait until it is asked for']),
  ]
}

function manifestProblems(index: string): string[] {
  const manifest = JSON.parse(read('manifest.webmanifest')) as { name: string, icons: readonly { src: string, sizes: string, purpose: string }[], start_url: string, scope: string }
  const wanted = ['192x192 any', '512x512 any', '512x512 maskable'].filter(one => !manifest.icons.some(({ sizes, purpose }) => `${sizes} ${purpose}` === one))
  return [
    ...wanted.map(one => `manifest.webmanifest: no icon of ${one}`),
    ...manifest.icons.filter(({ src }) => !existsSync(join(distFolder, src))).map(({ src }) => `manifest.webmanifest: ${src} is missing`),
    ...(manifest.start_url === './' && manifest.scope === './' ? [] : ['manifest.webmanifest: must start where the page is, at any sub-path']),
    ...(/<link rel="manifest" href="\.\/manifest\.webmanifest">/.test(index) ? [] : ['index.html: names no manifest']),
  ]
}

/** The read-only file keeps to its size, asks for nothing, keeps nothing, and is what guatu.html carries. */
function snapshotProblems(page: string, single: string): string[] {
  const bytes = Buffer.byteLength(page)
  const carried = /<script type="application\/json" id="guatu-page">"([^"]+)"<\/script>/.exec(single)?.[1]
  const reached = ['indexedDB', 'localStorage', 'sessionStorage', 'serviceWorker', 'BroadcastChannel', 'WebSocket', 'fetch('].filter(name => page.includes(name))
  return [
    ...(bytes > mostOfSnapshot ? [`snapshot.html: ${bytes} bytes, ${mostOfSnapshot} allowed`] : []),
    ...(page.split(emptyIsland).length === 2 ? [] : ['snapshot.html: must hold one empty place for a snapshot']),
    ...(policyOf(page).includes(`connect-src 'none'; worker-src 'none'`) ? [] : ['snapshot.html: the content policy lets it ask for something']),
    ...reached.map(name => `snapshot.html: reaches for ${name}`),
    ...(carried !== undefined && inflateSync(Buffer.from(carried, 'base64')).toString() === page ? [] : ['guatu.html: does not carry this snapshot.html']),
  ]
}

const asksForMore = (file: string, page: string): string[] =>
  (/ src="|<link rel="stylesheet"/.test(page.replace(/<script[\s\S]*?<\/script>/g, tag => tag.slice(0, tag.indexOf('>') + 1))) ? [`${file}: asks for another file`] : [])

export function main(): number {
  const index = read('index.html')
  const single = read('guatu.html')
  const snapshot = read('snapshot.html')
  const needed = scriptsNeeded(index)
  const all = readdirSync(join(distFolder, 'assets')).filter(file => file.endsWith('.js')).map(file => `assets/${file}`)
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + zipped(read(file)), 0)
  const before = sum(needed)
  const styles = readdirSync(join(distFolder, 'assets')).filter(file => file.endsWith('.css')).map(file => `assets/${file}`)
  process.stdout.write(`JavaScript before the board: ${before} bytes gzip in ${needed.size} files, ${mostBytes} allowed; with all lazy parts ${sum(all)}; styles ${sum(styles)}; guatu.html ${zipped(single)} (${Buffer.byteLength(single)} plain); snapshot.html ${zipped(snapshot)} (${Buffer.byteLength(snapshot)} plain, ${mostOfSnapshot} allowed)\n`)
  const problems = [
    ...(before > mostBytes ? [`${before - mostBytes} bytes too many before the board: ${[...needed].map(file => `${file} ${zipped(read(file))}`).join(', ')}`] : []),
    ...policyProblems('index.html', index), ...policyProblems('guatu.html', single), ...policyProblems('snapshot.html', snapshot),
    ...[...all, 'sw.js', 'early.js'].flatMap(file => codeProblems(file, read(file))), ...workerProblems(read('sw.js')), ...manifestProblems(index),
    ...[['guatu.html', single], ['snapshot.html', snapshot]].flatMap(([file, page]) => [...codeProblems(file!, page!.replace(/<script type="application\/json"[\s\S]*?<\/script>/g, '')), ...asksForMore(file!, page!)]), ...snapshotProblems(snapshot, single),
    ...['data/index.json', 'data/plan.schema.json'].filter(file => !existsSync(join(distFolder, file))).map(file => `dist/${file} is missing`),
  ]
  for (const problem of problems) console.error(problem)
  return problems.length === 0 ? 0 : 1
}
