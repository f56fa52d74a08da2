/** Every state on the phone: the rules of DESIGN.md that geometry can decide, and axe finds nothing serious or critical, light and dark. */
import { walk } from './support/walk.ts'

walk('on the phone', { size: 'phone', axe: true })
