/** The few lines of build that Guatu needs beyond Vite: the data folder, trusted plans, the content policy, the single file. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'
import type { Plugin } from 'vite'
import { earlyScript, oldBrowserScript } from './earlyScript.ts'
import { dataFolder, filesBelow, projectFolder } from './projectFiles.ts'
import { emptyIsland, templateIsland } from './snapshotPlugins.ts'

const sha256 = (content: string | Uint8Array, encoding: 'hex' | 'base64') => createHash('sha256').update(content).digest(encoding)
const hashSource = (text: string) => `'sha256-${sha256(text, 'base64')}'`
const planFiles = () => filesBelow(dataFolder).filter(file => file.startsWith('plans/') && file.endsWith('.json'))
const ruleFiles = () => filesBelow(dataFolder).filter(file => file.startsWith('rules/') && file.endsWith('.json'))

/** Serves `data/` as it is in dev and copies it beside the build, so that plans stay replaceable. */
export function dataPlugin(): Plugin {
  return {
    name: 'guatu-data',
    configureServer(server) {
      server.middlewares.use('/data', (request, response, next) => {
        const file = normalize(join(dataFolder, decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')))
        if (!file.startsWith(dataFolder) || !existsSync(file) || !statSync(file).isFile()) return next()
        response.setHeader('Content-Type', 'application/json; charset=utf-8')
        createReadStream(file).pipe(response)
      })
    },
    generateBundle() {
      for (const file of filesBelow(dataFolder)) this.emitFile({ type: 'asset', fileName: `data/${file}`, source: readFileSync(join(dataFolder, file)) })
    },
  }
}

/** Everything that the entry needs at once goes into one file: fewer requests before the board. */
export function oneEntryFile() {
  const needed = new Set<string>()
  return {
    plugin: {
      name: 'guatu-one-entry-file',
      buildEnd() {
        const visit = (id: string) => {
          if (needed.has(id)) return
          needed.add(id)
          for (const next of this.getModuleInfo(id)?.importedIds ?? []) visit(next)
        }
        for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) visit(id)
      },
    } satisfies Plugin,
    isNeeded: (id: string) => needed.has(id),
  }
}

/** `virtual:trusted-plans`: the hashes of the plan files that were checked when this build was made. */
export function trustedPlansPlugin(): Plugin {
  const id = 'virtual:trusted-plans'
  return {
    name: 'guatu-trusted-plans',
    resolveId: source => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null
      for (const file of planFiles()) this.addWatchFile(join(dataFolder, file))
      const hashes = planFiles().map(file => [file, sha256(readFileSync(join(dataFolder, file)), 'hex')])
      return `export const trustedPlans = ${JSON.stringify(Object.fromEntries(hashes))}`
    },
  }
}

/** The style elements that reka-ui's viewports write at run time, read from the installed package so that their hashes stay true. */
function runtimeStyles(): string[] {
  return ['Combobox/ComboboxViewport', 'ScrollArea/ScrollAreaViewport', 'Select/SelectViewport'].map(name => {
    const text = /createTextVNode\("([^"]*viewport\][^"]*)"/.exec(readFileSync(join(projectFolder, `node_modules/reka-ui/dist/${name}.js`), 'utf8'))?.[1]
    if (text === undefined) throw new Error(`reka-ui ${name} no longer holds its style where the content policy looks for it`)
    return text
  })
}

interface Sources { scripts: readonly string[], styles: readonly string[], connect: string, worker: string }

/** Puts the policy after the charset, which must stand in the first kilobyte. */
function withPolicy(html: string, { scripts, styles, connect, worker }: Sources): string {
  const content = [
    `default-src 'none'`, `script-src ${scripts.join(' ')}`, `style-src ${[...styles, ...runtimeStyles().map(hashSource)].join(' ')}`,
    `img-src 'self' data: blob:`, `connect-src ${connect}`, `worker-src ${worker}`, `manifest-src 'self'`, `base-uri 'none'`, `form-action 'none'`,
  ].join('; ')
  const charset = '<meta charset="utf-8">'
  if (!html.includes(charset)) throw new Error(`index.html no longer holds ${charset}`)
  return html.replace(charset, () => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${content}">`)
}

/** The policy as a meta tag, in builds only; headers are the web server's (README). */
export function contentPolicyPlugin(): Plugin {
  return {
    name: 'guatu-content-policy',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: html => withPolicy(html, { scripts: [`'self'`], styles: [`'self'`], connect: `'self'`, worker: `'self' blob:` }) },
  }
}

/** Without comments and indents. */
const shorten = (code: string) => code.replace(/^\s*(?:\/\/.*|\/\*\*.*\*\/)$/gm, '').replace(/^\s+/gm, '')

/** `early.js`: runs before the first paint. A classic script, since a module would come after it and old browsers skip modules. */
export function earlyScriptPlugin(isSingle = false): Plugin {
  let isBuild = false
  return {
    name: 'guatu-early-script',
    configResolved(config) { isBuild = config.command === 'build' },
    configureServer(server) {
      server.middlewares.use('/early.js', (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
        response.end(earlyScript)
      })
    },
    generateBundle() {
      if (isBuild) this.emitFile({ type: 'asset', fileName: 'early.js', source: shorten(earlyScript) })
    },
    transformIndexHtml: { order: 'post', handler: html => (isBuild && !isSingle ? startByEarlyScript(html) : [{ tag: 'script', attrs: { src: './early.js' }, injectTo: 'body' }]) },
  }
}

/** In a build for a server the early script starts the entry module, after the picture of the last visit; the module is fetched at once all the same. */
function startByEarlyScript(html: string): string {
  const module = /[ \t]*<script type="module" crossorigin src="([^"]+)"><\/script>\n/.exec(html)
  const links = `<link rel="preload" as="script" href="./early.js">\n    <link rel="modulepreload" crossorigin href="${module?.[1]}">`
  if (module === null || !html.includes('</head>')) throw new Error('index.html no longer holds its module where the early script looks for it')
  return html.replace(module[0], '').replace('</head>', `  ${links}\n  </head>`)
    .replace('</body>', `<script src="./early.js" data-entry="${module[1]}"></script>\n  </body>`)
}

const escapeIsland = (value: unknown) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
const contentsOf = (html: string, tag: 'script' | 'style') =>
  [...html.matchAll(new RegExp(`<${tag}(?![^>]*application/json)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map(match => match[1] ?? '')

/** What is particular to one of the files that hold everything: its name, its early script, its data islands, where workers may come from. */
export interface SingleFile { name: string, script: string, islands: () => readonly string[], worker: string }

/** guatu.html: the plans, the rule packs, and the read-only build for exporting snapshots. */
export const wholeFile: SingleFile = {
  name: 'guatu.html', script: earlyScript, worker: 'blob:',
  islands: () => {
    const island = {
      index: JSON.parse(readFileSync(join(dataFolder, 'index.json'), 'utf8')) as unknown,
      files: Object.fromEntries([...planFiles(), ...ruleFiles()].map(file => [file, readFileSync(join(dataFolder, file), 'utf8')])),
    }
    return [`<script type="application/json" id="guatu-data">${escapeIsland(island)}</script>`, templateIsland()]
  },
}

/** snapshot.html: nothing, until a snapshot is put into it. */
export const snapshotFile: SingleFile = { name: 'snapshot.html', script: oldBrowserScript, worker: `'none'`, islands: () => [emptyIsland] }

/** Last step of the builds that are one file: early script inlined, data islands, hashes instead of 'self'. */
export function singleFilePlugin({ name, script, islands, worker }: SingleFile): Plugin {
  return {
    name: 'guatu-single-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = Object.values(bundle).find(one => one.fileName.endsWith('.html'))
        if (page?.type !== 'asset') return this.error('the single page is missing')
        let html = String(page.source)
        html = html.replace('<script src="./early.js"></script>', () => `<script>${shorten(script)}</script>`)
        // The last one: the programme holds such words too, for the papers that it writes.
        const end = html.lastIndexOf('</body>')
        html = `${html.slice(0, end)}${islands().join('\n    ')}\n  ${html.slice(end)}`
        const scripts = contentsOf(html, 'script').map(hashSource)
        const styles = contentsOf(html.replace(/<script[\s\S]*?<\/script>/g, ''), 'style').map(hashSource)
        page.source = withPolicy(html, { scripts, styles, connect: `'none'`, worker })
        for (const file of Object.keys(bundle)) if (bundle[file] !== page) delete bundle[file]
        page.fileName = name
      },
    },
  }
}
