/** Light, dark, or as the system: one attribute on the root element, set before anything is painted. */
import { ref } from 'vue'

export type Theme = 'light' | 'dark' | 'system'

const key = 'guatu.theme'
const wantsDark = matchMedia('(prefers-color-scheme: dark)')
export const theme = ref<Theme>('system')
/** What is shown: light or dark. */
export const shownTheme = ref<'light' | 'dark'>('light')

function show(): void {
  shownTheme.value = theme.value === 'dark' || (theme.value === 'system' && wantsDark.matches) ? 'dark' : 'light'
  document.documentElement.dataset.theme = shownTheme.value
}

export function setTheme(to: Theme): void {
  theme.value = to
  try { localStorage.setItem(key, to) } catch { /* asked again next time */ }
  show()
}

export function startTheme(): void {
  try {
    const stored = localStorage.getItem(key)
    if (stored === 'dark' || stored === 'system' || stored === 'light') theme.value = stored
  } catch { /* as the system */ }
  wantsDark.addEventListener('change', show)
  show()
}
