/** Every state in English at the desk and on the phone: the rules of DESIGN.md that geometry can decide. */
import { walk } from './support/walk.ts'

walk('at the desk in English', { size: 'desk', language: 'en' })
walk('on the phone in English', { size: 'phone', language: 'en' })
