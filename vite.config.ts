import vue from '@vitejs/plugin-vue'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { defineConfig } from 'vitest/config'
import { contentPolicyPlugin, dataPlugin, oldBrowserPlugin, singleFilePlugin, trustedPlansPlugin } from './test/tools/buildPlugins'

export default defineConfig(({ mode }) => {
  const isSingle = mode === 'single'
  process.env.GUATU_SINGLE = isSingle ? '1' : ''
  return {
    base: './',
    publicDir: false,
    define: {
      __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      ...(isSingle && { 'process.env.NODE_ENV': '"production"' }),
    },
    plugins: [vue(), dataPlugin(), trustedPlansPlugin(), oldBrowserPlugin(), contentPolicyPlugin(), ...(isSingle ? [viteSingleFile({ useRecommendedBuildConfig: true }), singleFilePlugin()] : [])],
    build: {
      target: ['chrome109', 'firefox115'],
      cssTarget: ['chrome109', 'firefox115'],
      emptyOutDir: !isSingle,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1200,
      reportCompressedSize: false,
    },
    test: {
      projects: [
        { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'], environment: 'node', testTimeout: 60_000 } },
        { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.e2e.ts'], environment: 'node', testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false, pool: 'forks' } },
      ],
    },
  }
})
