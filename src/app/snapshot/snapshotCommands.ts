/** Stands in for `views/find/commandItems`: only the commands that look, print and explain. */
import { commandItems as allCommands } from '../../views/find/commandItems'
import type { CommandSources } from '../../views/find/commandItems'
import type { FoundItem } from '../../views/find/findItems'

const looking = new Set(['today', 'gap', 'change', 'wall', 'compare', 'places', 'print', 'light', 'dark', 'system', 'chinese', 'english', 'help', 'keys'].map(name => `command ${name}`))

export const commandItems = (sources: CommandSources): FoundItem[] => allCommands(sources).filter(item => looking.has(item.key))
