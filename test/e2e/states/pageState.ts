/** States of the pages, one file a page: looked at by axe, by the geometry tests and by `npm run pictures`. */
import type { Page } from 'playwright-core'

export interface PageState {
  name: string
  /** The part of the address after the page. */
  hash: string
  /** What shows that the state is there. */
  until: string
  sizes: readonly ('desk' | 'phone' | 'wall')[]
  act?: (page: Page) => Promise<void>
}
