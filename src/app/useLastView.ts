/** Keeps a picture of the board for the next visit, and takes the one of the last visit away once the live board stands. */
import { nextTick, onBeforeUnmount, onMounted, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useWorkspace } from '../stores/workspace'
import type * as LastView from './lastView'

/** Element of the picture, made by the early script. */
const lastViewId = 'last'
const removeLastView = (): void => document.getElementById(lastViewId)?.remove()

/** After a change the screen rests this long before its picture is taken. */
const restingTime = 1_500

export function useLastView() {
  const workspace = useWorkspace()
  const route = useRoute()
  let timer = 0
  /** What takes the picture loads once the screen has come to rest for the first time. */
  let camera: typeof LastView | null = null

  /** Only a plain board is worth it: no other page (its styles come later), no editing, nothing wrong, nothing open above it. */
  function isPlain(): boolean {
    return route.path.startsWith('/plan/') && !route.meta.screen && route.query.edit === undefined && workspace.phase === 'ready' && workspace.warnings.length === 0 && document.querySelector('[role="dialog"], [role="menu"], .day-said') === null
  }
  function keep(): void {
    const app = document.querySelector('#app > .app')
    if (app !== null && camera !== null && workspace.planId !== null && isPlain()) camera.keepLastView(app, location.hash, workspace.planId)
  }
  function keepSoon(): void {
    clearTimeout(timer)
    timer = window.setTimeout(async () => {
      camera ??= await import('./lastView')
      if (typeof requestIdleCallback === 'function') requestIdleCallback(keep)
      else keep()
    }, restingTime)
  }
  const onHide = (): void => { if (document.visibilityState === 'hidden') keep() }
  watch(() => [workspace.board, workspace.before, route.fullPath] as const, keepSoon)
  watch(() => workspace.phase, async phase => {
    if (phase === 'loading') return
    await nextTick()
    removeLastView()
  })
  onMounted(() => document.addEventListener('visibilitychange', onHide))
  onBeforeUnmount(() => document.removeEventListener('visibilitychange', onHide))
  // Whatever happens, an old picture does not stay.
  setTimeout(removeLastView, 10_000)
}
