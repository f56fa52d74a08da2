/** Addresses of the pages of a target or a township, and of the board cut to a chapter, a department or a kind of place, with the day and the ledger that are looked at; the view hands it down. */
import { inject, shallowRef } from 'vue'
import type { InjectionKey, Ref } from 'vue'

export type PageLink = (kind: 'target' | 'area' | 'chapter' | 'department' | 'group', id: string, more?: Readonly<Record<string, string>>) => string

export const pageLinkKey: InjectionKey<Readonly<Ref<PageLink>>> = Symbol('page link')

export const usePageLink = (): Readonly<Ref<PageLink>> => inject(pageLinkKey, () => shallowRef<PageLink>(() => '#/'), true)
