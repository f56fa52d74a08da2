/** Every state on the wall, in both languages: the rules of DESIGN.md that geometry can decide. */
import { walk } from './support/walk.ts'

walk('on the wall', { size: 'wall' })
walk('on the wall in English', { size: 'wall', language: 'en' })
