/** Commands by name, each with the key that does the same on the board. Pure. */
import type { FoundItem, FoundWay } from './findItems'
import { plainText } from './findItems'
import type { CommandName } from './commandNames'
import type { FindWords } from './findWords'
import { enFind, zhFind } from './findWords'

export interface CommandSources { planId: string, kept: Readonly<Record<string, string>>, present: string, canEdit: boolean, hasMeeting: boolean, isDemo: boolean, words: FindWords }

export function commandItems({ planId, kept, present, canEdit, hasMeeting, isDemo, words }: CommandSources): FoundItem[] {
  const path = `/plan/${planId}`
  const to = (query: Readonly<Record<string, string>>, page = ''): FoundWay => ({ path: `${path}${page}`, query: { ...kept, ...query } })
  const list: readonly (readonly [name: CommandName, hint: string, open?: FoundWay])[] = [
    ['mine', 'M', to({ my: '1' })],
    ...(canEdit ? [['edit', 'E', to({ edit: '1' })] as const] : []),
    ['today', 'T', to({ at: present })],
    ['gap', 'V', to({ view: 'gap' })],
    ...(hasMeeting ? [['change', 'V', to({ view: 'change' })] as const] : []),
    ['wall', 'P', to({}, '/screen')], ['compare', '', to({}, '/compare')], ['places', '', to({}, '/places')],
    ['print', 'Ctrl P'], ['exportLedger', ''], ['exportBoard', ''], ['restore', ''], ['identity', ''],
    [isDemo ? 'real' : 'demo', ''], ['light', ''], ['dark', ''], ['system', ''], ['chinese', ''], ['english', ''],
    ['plans', '', { path: '/plans', query: {} }], ['help', '', { path: '/help', query: {} }], ['keys', '?'],
  ]
  return list.map(([name, hint, open]): FoundItem => ({
    key: `command ${name}`, kind: 'command', name: words.commands[name], note: '', ...(hint !== '' && { hint }), open: open ?? { command: name },
    // In either language, whichever the screen is in.
    words: [...new Set([words.commands[name], zhFind.commands[name], enFind.commands[name], ...words.also[name] ?? []].map(plainText))],
  }))
}
