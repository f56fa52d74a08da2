/** What makes the build on a web server installable and able to open without a network: icons, manifest, and the worker that keeps the shell. */
import type { Plugin, PluginOption } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { dataCacheName } from '../../src/app/offline/offlinePlace.ts'
import { iconAddress, iconPng, tokenOf } from './appIcons.ts'

const icons = [
  { file: 'icon-192.png', size: 192, ground: false }, { file: 'icon-512.png', size: 512, ground: false },
  { file: 'icon-maskable-512.png', size: 512, ground: true }, { file: 'icon-apple-180.png', size: 180, ground: true },
] as const

/** The mark as the page's icon, the colours of the window's bar, and in a build for a server the pictures that the manifest names. */
export function iconsPlugin(isSingle: boolean): Plugin {
  const colour = (theme: 'light' | 'dark') => `<meta name="theme-color" media="(prefers-color-scheme: ${theme})" content="${tokenOf('sheet', theme)}">`
  const links = [`<link rel="icon" href="${iconAddress()}">`, colour('light'), colour('dark'), ...(isSingle ? [] : ['<link rel="apple-touch-icon" href="./icon-apple-180.png">'])]
  return {
    name: 'guatu-icons',
    apply: 'build',
    transformIndexHtml(html) {
      const place = '<link rel="icon" href="data:,">'
      if (!html.includes(place)) throw new Error(`index.html no longer holds ${place}`)
      return html.replace(place, () => links.join('\n    '))
    },
    generateBundle() {
      if (!isSingle) for (const { file, size, ground } of icons) this.emitFile({ type: 'asset', fileName: file, source: iconPng(size, ground) })
    },
  }
}

/**
 * The worker (workbox): the shell is kept whole, by hash, and a newer one waits until a person takes it. `data/` is asked for on the network first,
 * so that a replaced plan shows at once, and comes from what was kept only where the network gives nothing. Nothing else is its business:
 * neither guatu.html nor any other page of the same server.
 */
export function offlinePlugin(): PluginOption {
  return VitePWA({
    registerType: 'prompt',
    injectRegister: null,
    manifest: {
      id: './', start_url: './', scope: './', name: '挂图', short_name: '挂图', lang: 'zh-CN', description: '一张挂图，看进度、填进度、打印都在上面', display: 'standalone',
      background_color: tokenOf('page'), theme_color: tokenOf('sheet'),
      icons: icons.slice(0, 3).map(({ file, size, ground }) => ({ src: `./${file}`, sizes: `${size}x${size}`, type: 'image/png', purpose: ground ? 'maskable' : 'any' })),
    },
    workbox: {
      globPatterns: ['index.html', 'early.js', 'assets/**/*.{js,css}'],
      globIgnores: ['guatu.html', 'data/**'],
      navigateFallback: null,
      // `?plan=` is read by the page itself.
      ignoreURLParametersMatching: [/./],
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      skipWaiting: false,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      runtimeCaching: [{
        urlPattern: ({ url }) => url.href.startsWith(new URL('data/', (self as unknown as { registration: { scope: string } }).registration.scope).href),
        handler: 'NetworkFirst',
        options: {
          cacheName: dataCacheName,
          networkTimeoutSeconds: 4,
          matchOptions: { ignoreSearch: true },
          plugins: [{
            // A server that is down says so with a page of its own; what was kept is worth more.
            fetchDidSucceed: async ({ response }) => {
              if (response.status >= 500) throw new Error(`${response.status}`)
              return response
            },
          }],
        },
      }],
    },
  })
}
