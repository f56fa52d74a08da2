import { pristine } from './pristine'
import { createApp } from 'vue'
import { createPinia } from 'pinia'
import '../tokens.css'
import '../base.css'
import { messagesKey } from '../../components/messages'
import { shownThemeKey } from '../../components/shownTheme'
import { heldSnapshot, holdSnapshot, snapshotProblems } from './heldSnapshot'
import { messages, shownTheme, startLook } from './snapshotLook'
import SnapshotApp from './SnapshotApp.vue'
import SnapshotProblem from './SnapshotProblem.vue'
import { snapshotRouter } from './snapshotRouter'
import { opening } from './snapshotWords'

/** One frame; in a window that is not shown there are none. */
const painted = (): Promise<void> => new Promise(resolve => {
  requestAnimationFrame(() => setTimeout(resolve, 0))
  setTimeout(resolve, 120)
})

/** Every figure is reckoned again before any is shown: a second in which the window must not stay blank. */
async function start(): Promise<void> {
  startLook()
  document.getElementById('app')!.textContent = opening
  await painted()
  await holdSnapshot()
  const problems = snapshotProblems()
  const app = problems.length > 0 ? createApp(SnapshotProblem, { problems }) : createApp(SnapshotApp, { pristine }).use(createPinia()).use(snapshotRouter(heldSnapshot()))
  app.provide(messagesKey, messages).provide(shownThemeKey, shownTheme).mount('#app')
}
void start()
