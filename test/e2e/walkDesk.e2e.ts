/** Every state at the desk: the rules of DESIGN.md that geometry can decide, and axe finds nothing serious or critical, light and dark. */
import { walk } from './support/walk.ts'

walk('at the desk', { size: 'desk', axe: true })
