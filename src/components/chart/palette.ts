/** The colours of charts from the design tokens; read again when the theme changes, and for paper, which is always light. */
import { onBeforeUnmount, onMounted, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { ChartPalette } from '../../charts/chart'
import { paletteTokens } from '../../charts/chart'
import { useShownTheme } from '../shownTheme'

function readPalette(element: Element): ChartPalette {
  const style = getComputedStyle(element)
  return Object.fromEntries(Object.entries(paletteTokens).map(([name, token]) => [name, style.getPropertyValue(token).trim()])) as unknown as ChartPalette
}

/** Tokens as they are on paper: the dark theme is put aside for the moment of reading. */
function readPaper(): ChartPalette {
  const root = document.documentElement
  const theme = root.dataset.theme
  root.dataset.theme = 'light'
  const palette = readPalette(root)
  if (theme !== undefined) root.dataset.theme = theme
  return palette
}

/** `place`: an element whose tokens hold (a part of the screen may have its own theme); the root by default. */
export function usePalette(place: () => Element | null = () => null): Ref<ChartPalette> {
  const theme = useShownTheme()
  const read = (): ChartPalette => readPalette(place() ?? document.documentElement)
  const palette = ref(read())
  const toPaper = (): void => { palette.value = readPaper() }
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
