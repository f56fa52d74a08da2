import { states as area } from './area.ts'
import { states as compare } from './compare.ts'
import { states as cuts } from './cuts.ts'
import { states as overview } from './overview.ts'
import type { PageState } from './pageState.ts'
import { states as places } from './places.ts'
import { states as target } from './target.ts'
import { states as wall } from './wall.ts'

const allStates: readonly PageState[] = [...target, ...area, ...cuts, ...compare, ...overview, ...places, ...wall]
export const statesAt = (size: PageState['sizes'][number]): PageState[] => allStates.filter(state => state.sizes.includes(size))
