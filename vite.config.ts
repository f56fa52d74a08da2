import vue from '@vitejs/plugin-vue'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { defineConfig } from 'vitest/config'
import { contentPolicyPlugin, dataPlugin, earlyScriptPlugin, oneEntryFile, singleFilePlugin, snapshotFile, trustedPlansPlugin, wholeFile } from './test/tools/buildPlugins.ts'
import { iconsPlugin, offlinePlugin } from './test/tools/offlinePlugins.ts'
import { standInsPlugin } from './test/tools/snapshotPlugins.ts'
import { LongestFirst } from './test/tools/longestFirst.ts'
import about from './package.json' with { type: 'json' }

const isChart = /[\\/]node_modules[\\/](?:echarts|zrender|vue-echarts)[\\/]|[\\/]src[\\/]charts[\\/]parts/
/** The map's own parts of ECharts, with what draws and moves it. */
const isMap = /[\\/]echarts[\\/]lib[\\/](?:chart[\\/]map|component[\\/]geo|coord[\\/](?:geo|View)|component[\\/]helper[\\/](?:MapDraw|roamHelper|RoamController))|[\\/]zrender[\\/]lib[\\/]tool[\\/]parse(?:SVG|XML)|[\\/]src[\\/]charts[\\/](?:mapParts|placeMap)/

/**
 * `vite build` makes dist/ for a web server; `vite build --mode snapshot` adds dist/snapshot.html, the read-only file that a snapshot is put into;
 * `vite build --mode single` adds dist/guatu.html, the one that opens from disk and carries the other.
 */
export default defineConfig(({ mode, command }) => {
  const isSnapshot = mode === 'snapshot'
  const isSingle = mode === 'single' || isSnapshot
  const entryFile = oneEntryFile()
  return {
    base: './',
    publicDir: false,
    // Dexie's build for browsers of today: a tenth smaller than the one for all, and no CommonJS around it.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    define: {
      __APP_VERSION__: JSON.stringify(about.version),
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      ...(isSingle && { 'process.env.NODE_ENV': '"production"' }),
    },
    plugins: [
      vue(), iconsPlugin(isSingle), trustedPlansPlugin(), earlyScriptPlugin(isSingle), entryFile.plugin,
      ...(isSnapshot ? [standInsPlugin()] : []),
      ...(isSingle ? [viteSingleFile({ useRecommendedBuildConfig: true }), singleFilePlugin(isSnapshot ? snapshotFile : wholeFile)] : [dataPlugin(), contentPolicyPlugin(), ...(command === 'build' ? [offlinePlugin()] : [])]),
    ],
    build: {
      target: ['chrome109', 'firefox115'],
      cssTarget: ['chrome109', 'firefox115'],
      emptyOutDir: !isSingle,
      modulePreload: { polyfill: false },
      assetsInlineLimit: isSingle ? 100_000_000 : 0,
      ...(!isSingle && { rolldownOptions: { output: { codeSplitting: { groups: [
        { name: 'board', test: entryFile.isNeeded, priority: 4 },
        // What charts have in common is small and stands with the words; the library waits behind it.
        { name: 'frame', test: /[\\/]src[\\/](?:charts[\\/]chart|components[\\/]chart[\\/](?:palette|chartFile|chartWords))\.ts$/, priority: 3 },
        // Only maps need these; they come second, for a group takes along whatever its files import.
        { name: 'charts', test: (id: string) => isChart.test(id) && !isMap.test(id), priority: 2 },
        { name: 'map', test: isMap, priority: 1 },
      ] } } } }),
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
    },
    server: { watch: { ignored: ['**/artefacts/**', '**/dist/**'] } },
    test: {
      // Failures are read in a log: in full.
      chaiConfig: { truncateThreshold: 0 },
      sequence: { sequencer: LongestFirst },
      projects: [
        { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'], environment: 'node', maxWorkers: 2, testTimeout: 60_000 } },
        {
          extends: true,
          test: { name: 'e2e', include: ['test/e2e/**/*.e2e.ts'], environment: 'node', pool: 'forks', maxWorkers: 2, isolate: false, retry: 1, testTimeout: 120_000, hookTimeout: 120_000, globalSetup: 'test/e2e/support/needBuild.ts' },
        },
      ],
    },
  }
})
