/** Commands by name, each with the key that does the same on the board. Pure. */
import type { FoundItem, FoundWay } from './findItems'
import { plainText } from './findItems'
import type { CommandName } from './commandNames'
import type { FindWords } from './findWords'
import { enFind, zhFind } from './findWords'

/** Other words that people type for a command, in either language. */
const alsoTyped: Partial<Record<CommandName, readonly string[]>> = {
  mine: ['我的科室', '我的镇街', 'my unit'], edit: ['填报', '录入', 'enter'], wall: ['大屏', '会议室', 'screen'], places: ['分布', '地图', '名次', 'map', 'ranking'], papers: ['导出', 'PPT', 'Word', 'Excel', 'PDF', 'export'], snapshots: ['封存', '校验码', 'verify'], slips: ['督办', '工作提示', '销号', 'supervision'], inbox: ['催办', '提醒', '日历', 'todo'], ranking: ['考核', '打分', 'score'], meetings: ['开会', '纪要', 'minutes'], bulletins: ['专报', 'report'], rules: ['阈值', '银川', '松阳', 'thresholds'], exportLedger: ['备份', 'backup', 'jsonl'], exportBoard: ['board.json'],
  identity: ['我是谁', '设置', 'settings'], light: ['主题', '外观', 'theme'], dark: ['主题', '外观', 'theme'], system: ['主题', 'theme'], chinese: ['语言', '中文'], english: ['语言', '英文'], help: ['帮助', 'help'],
}

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
    ['wall', 'P', to({}, '/screen')], ['compare', '', to({}, '/compare')], ['places', '', to({}, '/places')], ['papers', '', to({}, '/papers')], ['snapshots', '', to({}, '/snapshots')],
    ['slips', '', to({}, '/slips')], ['inbox', '', to({}, '/inbox')], ['ranking', '', to({}, '/ranking')], ['meetings', '', to({}, '/meetings')], ['bulletins', '', to({}, '/bulletins')], ['rules', '', to({}, '/setup/rules')],
    ['print', 'Ctrl P'], ['exportLedger', ''], ['exportBoard', ''], ['restore', ''], ['identity', ''],
    [isDemo ? 'real' : 'demo', ''], ['light', ''], ['dark', ''], ['system', ''], ['chinese', ''], ['english', ''],
    ['plans', '', { path: '/plans', query: {} }], ['help', '', { path: '/help', query: {} }], ['keys', '?'],
  ]
  return list.map(([name, hint, open]): FoundItem => ({
    key: `command ${name}`, kind: 'command', name: words.commands[name], note: '', ...(hint !== '' && { hint }), open: open ?? { command: name },
    // In either language, whichever the screen is in.
    words: [...new Set([words.commands[name], zhFind.commands[name], enFind.commands[name], ...alsoTyped[name] ?? []].map(plainText))],
  }))
}
