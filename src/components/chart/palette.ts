/** The colours of charts from the design tokens; read again when the theme changes, and for paper, which is always light. */
import { onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import type { ChartPalette } from '../../charts/chart'
import { paletteTokens } from '../../charts/chart'
import { useShownTheme } from '../shownTheme'

type Tokens = Readonly<Record<string, string>>

function readTokens<T extends Tokens>(tokens: T, element: Element): Record<keyof T, string> {
  const style = getComputedStyle(element)
  return Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, style.getPropertyValue(token).trim()])) as Record<keyof T, string>
}

/** Tokens as they are on paper: the dark theme is put aside for the moment of reading. */
function readPaper<T extends Tokens>(tokens: T): Record<keyof T, string> {
  const root = document.documentElement
  const theme = root.dataset.theme
  root.dataset.theme = 'light'
  const palette = readTokens(tokens, root)
  if (theme !== undefined) root.dataset.theme = theme
  return palette
}

/** `place`: an element whose tokens hold (a part of the screen may have its own theme); the root by default. */
export const usePalette = (place: () => Element | null = () => null): Ref<ChartPalette> => useTokens(paletteTokens, place)

/** The same for a list of tokens of one's own. */
export function useTokens<T extends Tokens>(tokens: T, place: () => Element | null = () => null): Ref<Record<keyof T, string>> {
  const theme = useShownTheme()
  const read = (): Record<keyof T, string> => readTokens(tokens, place() ?? document.documentElement)
  const palette = shallowRef(read())
  const toPaper = (): void => { palette.value = readPaper(tokens) }
  const toScreen = (): void => { palette.value = read() }
  watch(theme, toScreen, { flush: 'post' })
  onMounted(() => {
    toScreen()
    window.addEventListener('beforeprint', toPaper)
    window.addEventListener('afterprint', toScreen)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', toPaper)
    window.removeEventListener('afterprint', toScreen)
  })
  return palette
}
