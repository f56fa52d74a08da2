/** Theme and language of the read-only file. Kept in memory only: all pages that are opened from disk share one storage. */
import { ref, shallowRef } from 'vue'
import type { Messages } from '../../components/messages'
import { en } from '../messages/en'
import { zhCN } from '../messages/zhCN'

export type Theme = 'light' | 'dark' | 'system'

const wantsDark = matchMedia('(prefers-color-scheme: dark)')
export const theme = ref<Theme>('system')
/** What is shown: light or dark. */
export const shownTheme = ref<'light' | 'dark'>('light')

/** What is today in the whole application is here the day of the snapshot, and nobody is asked to enter anything. */
const zhSnapshot: Messages = {
  ...zhCN, time: { ...zhCN.time, present: '快照', toPresent: day => `回到快照的日子 ${day}` },
  phone: { ...zhCN.phone, reportLead: day => `截至 ${day} 该报没报的，和过了一个月没更新的`, reportNone: '都报了' },
}
const enSnapshot: Messages = {
  ...en, time: { ...en.time, present: 'Snapshot', toPresent: day => `Back to the snapshot's day, ${day}` },
  phone: { ...en.phone, reportLead: day => `As of ${day}: not reported, or older than a month`, reportNone: 'All reported' },
}
export const messages = shallowRef<Messages>(zhSnapshot)

function show(): void {
  shownTheme.value = theme.value === 'dark' || (theme.value === 'system' && wantsDark.matches) ? 'dark' : 'light'
  document.documentElement.dataset.theme = shownTheme.value
}

export function setTheme(to: Theme): void {
  theme.value = to
  show()
}

export function setLanguage(language: Messages['language']): void {
  messages.value = language === 'en' ? enSnapshot : zhSnapshot
  document.documentElement.lang = language
}

/** As the system, in Chinese, before anything is painted. */
export function startLook(): void {
  wantsDark.addEventListener('change', show)
  show()
}
