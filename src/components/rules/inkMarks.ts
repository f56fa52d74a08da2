/** The inks of a pack for one place of the page, whatever the page itself has. Pure. */
import type { LampInk, LampRules } from '../../domain/lampRules'

/** As `lampInks.css` reads it. */
export type InkMarks = Readonly<Record<`data-ink-${'sev' | 'lag' | 'due' | 'done' | 'ok'}`, LampInk | 'usual'>>

export const inkMarks = (inks: LampRules['inks'] = {}): InkMarks =>
  ({ 'data-ink-sev': inks.sev ?? 'red', 'data-ink-lag': inks.lag ?? 'amber', 'data-ink-due': inks.due ?? 'blue', 'data-ink-done': inks.done ?? 'green', 'data-ink-ok': inks.ok ?? 'usual' })
