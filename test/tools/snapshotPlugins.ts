/** The build of the one HTML file: the same views with small stand-ins for whatever writes, remembers or reads other files. */
import { readFileSync, existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { distFolder, projectFolder } from './projectFiles.ts'

const source = join(projectFolder, 'src')
const folder = join(source, 'app', 'snapshot')

/** What stands in for what, below `src/` and below `src/app/snapshot/`. */
const standIns: Readonly<Record<string, string>> = {
  'stores/workspace.ts': 'snapshotWorkspace.ts', 'stores/places.ts': 'snapshotPlaces.ts', 'stores/found.ts': 'noDevice.ts', 'stores/reviewSetting.ts': 'noDevice.ts',
  'views/useWorkspaceSwitch.ts': 'noDevice.ts', 'views/EditLayer.vue': 'Nothing.vue', 'views/notice/NoticeBlock.vue': 'Nothing.vue', 'views/PhoneCell.vue': 'SnapshotCell.vue', 'views/supervise/CellSlips.vue': 'Nothing.vue',
  'views/find/commandItems.ts': 'snapshotCommands.ts', 'views/help/useHelp.ts': 'snapshotWords.ts', 'components/board/DayState.vue': 'SnapshotDay.vue', 'components/panel/EmptySteps.vue': 'SnapshotEmpty.vue',
  'components/compare/zhCompare.ts': 'snapshotCompare.ts', 'components/compare/enCompare.ts': 'snapshotCompare.ts',
  'components/places/MapBlock.vue': 'Nothing.vue', 'components/time/TimeStrip.vue': 'SnapshotStrip.vue',
}

/** Replaces modules as they are resolved; a stand-in that asks for what it stands in for gets the original. */
export function standInsPlugin(): Plugin {
  const used = new Set<string>()
  return {
    name: 'guatu-stand-ins',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      async handler(asked, importer, options) {
        const resolved = await this.resolve(asked, importer, { ...options, skipSelf: true })
        // A query names a part of a component that was taken already.
        const name = resolved === null || resolved.id.includes('?') ? '' : relative(source, resolved.id).replaceAll('\\', '/')
        const own = standIns[name]
        if (own === undefined || importer?.split('?')[0] === join(folder, own)) return resolved
        used.add(name)
        return join(folder, own)
      },
    },
    buildEnd(error) {
      const idle = Object.keys(standIns).filter(name => !used.has(name))
      if (error === undefined && idle.length > 0) this.error(`stands in for nothing: ${idle.join(', ')}`)
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const entry = './src/app/main.ts'
        if (!html.includes(entry)) throw new Error(`index.html no longer starts ${entry}`)
        return html.replace(entry, './src/app/snapshot/main.ts')
      },
    },
  }
}

/** The place where a snapshot goes. */
export const emptyIsland = '<script type="application/json" id="snapshot-data">null</script>'

/** The read-only build, deflated: what `guatu.html` carries because a page from disk cannot fetch its neighbour. Made by the build before it. */
export function templateIsland(): string {
  const file = join(distFolder, 'snapshot.html')
  if (!existsSync(file)) throw new Error('dist/snapshot.html is missing: vite build --mode snapshot comes before --mode single')
  return `<script type="application/json" id="guatu-page">"${deflateSync(readFileSync(file), { level: 9 }).toString('base64')}"</script>`
}
