/** Language of the words; Chinese is in the entry, English loads when asked for. */
import { shallowRef } from 'vue'
import type { Messages } from '../components/messages'
import { zhCN } from './messages/zhCN'

const key = 'guatu.language'
export const messages = shallowRef<Messages>(zhCN)

export async function setLanguage(language: 'zh-CN' | 'en'): Promise<void> {
  messages.value = language === 'en' ? (await import('./messages/en')).en : zhCN
  document.documentElement.lang = language
  try { localStorage.setItem(key, language) } catch { /* Chinese next time */ }
}

/** The language chosen last on this device. */
export async function startLanguage(): Promise<void> {
  let stored: string | null = null
  try { stored = localStorage.getItem(key) } catch { /* default */ }
  if (stored === 'en') await setLanguage('en')
}
