/** Light or dark, as shown now: for what reads colours once and must read them again (charts). */
import { inject, ref } from 'vue'
import type { InjectionKey, Ref } from 'vue'

export const shownThemeKey: InjectionKey<Ref<'light' | 'dark'>> = Symbol('shown theme')

export const useShownTheme = (): Ref<'light' | 'dark'> => inject(shownThemeKey, () => ref<'light' | 'dark'>('light'), true)
