/** The few lines of build that Guatu needs beyond Vite: the data folder, trusted plans, the content policy, the single file. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, normalize, relative, sep } from 'node:path'
import type { Plugin } from 'vite'

const root = join(import.meta.dirname, '../..')
const dataFolder = join(root, 'data')
const sha256 = (content: string | Uint8Array, encoding: 'hex' | 'base64') => createHash('sha256').update(content).digest(encoding)

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
}

const planFiles = () => filesBelow(dataFolder).map(file => relative(dataFolder, file).split(sep).join('/')).filter(file => file.endsWith('.json'))

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
      if (this.environment.config.mode === 'single') return
      for (const file of filesBelow(dataFolder)) this.emitFile({ type: 'asset', fileName: `data/${relative(dataFolder, file).split(sep).join('/')}`, source: readFileSync(file) })
    },
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
      const hashes = planFiles().filter(file => file.startsWith('plans/')).map(file => [file, sha256(readFileSync(join(dataFolder, file)), 'hex')])
      return `export const trustedPlans = ${JSON.stringify(Object.fromEntries(hashes))}`
    },
  }
}

/** Style elements that reka-ui writes at run time; their hashes are part of the policy. */
const runtimeStyles: readonly string[] = [
  '/* Hide scrollbars cross-browser and enable momentum scroll for touch devices */ [data-reka-scroll-area-viewport] { scrollbar-width:none; -ms-overflow-style:none; -webkit-overflow-scrolling:touch; } [data-reka-scroll-area-viewport]::-webkit-scrollbar { display:none; }',
]

function policy(scripts: string, styles: string, connect: string): string {
  return `default-src 'none'; script-src ${scripts}; style-src ${styles}; img-src 'self' data: blob:; connect-src ${connect}; `
    + `worker-src ${connect === `'none'` ? 'blob:' : `'self' blob:`}; manifest-src 'self'; base-uri 'none'; form-action 'none'`
}

const hashSource = (text: string) => `'sha256-${sha256(text, 'base64')}'`
const metaTag = (content: string) => `<meta http-equiv="Content-Security-Policy" content="${content}">`

/** The policy as a meta tag, in builds only; headers are the web server's (README). */
export function contentPolicyPlugin(): Plugin {
  return {
    name: 'guatu-content-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, context) {
        if (context.filename.length === 0 || process.env.GUATU_SINGLE === '1') return html
        const styles = [`'self'`, ...runtimeStyles.map(hashSource)].join(' ')
        return html.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n    ${metaTag(policy(`'self'`, styles, `'self'`))}`)
      },
    },
  }
}

const escapeIsland = (value: unknown) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Last step of the single build: old-browser script inlined, plans as a data island, hashes instead of 'self', one file named guatu.html. */
export function singleFilePlugin(): Plugin {
  return {
    name: 'guatu-single-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = Object.values(bundle).find(one => one.fileName.endsWith('.html'))
        if (page?.type !== 'asset') return this.error('the single page is missing')
        const island = {
          index: JSON.parse(readFileSync(join(dataFolder, 'index.json'), 'utf8')) as unknown,
          files: Object.fromEntries(planFiles().filter(file => file.startsWith('plans/')).map(file => [file, readFileSync(join(dataFolder, file), 'utf8')])),
        }
        let html = String(page.source)
        html = html.replace(/<script src="[^"]*old\.js"><\/script>/, () => `<script>${oldBrowserScript}</script>`)
        html = html.replace('</body>', () => `<script type="application/json" id="guatu-data">${escapeIsland(island)}</script>\n  </body>`)
        const scripts = [...html.matchAll(/<script(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g)].map(match => hashSource(match[1] ?? ''))
        const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(match => hashSource(match[1] ?? ''))
        const content = policy(scripts.join(' '), [...styles, ...runtimeStyles.map(hashSource)].join(' '), `'none'`)
        page.source = html.replace('<meta charset="utf-8">', () => `<meta charset="utf-8">\n    ${metaTag(content)}`)
        for (const name of Object.keys(bundle)) if (bundle[name] !== page) delete bundle[name]
        page.fileName = 'guatu.html'
      },
    },
  }
}

/** Plain ES5: says in one sentence that the browser is too old, instead of leaving a blank page. */
const oldBrowserScript = `(function(){var ok='noModule' in document.createElement('script')&&Array.prototype.findLast&&Object.hasOwn&&window.CSS&&CSS.supports('height','1dvh');if(!ok){document.addEventListener('DOMContentLoaded',function(){var p=document.getElementById('old');p.hidden=false;p.style.display='block'})}})();`

export function oldBrowserPlugin(): Plugin {
  return {
    name: 'guatu-old-browser',
    configureServer(server) {
      server.middlewares.use('/old.js', (_request, response) => { response.setHeader('Content-Type', 'text/javascript'); response.end(oldBrowserScript) })
    },
    generateBundle() {
      if (this.environment.config.mode !== 'single') this.emitFile({ type: 'asset', fileName: 'old.js', source: oldBrowserScript })
    },
    transformIndexHtml: { order: 'post', handler: html => html.replace('</head>', () => '  <script src="./old.js"></script>\n  </head>') },
  }
}
