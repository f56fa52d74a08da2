/** Words of the rulings. */
export type RulingWay = 'plain' | 'exempt' | 'amend'

export interface RulingsWords {
  title: (open: number) => string, decidedCount: (n: number) => string, decidedNone: string, all: (n: number) => string, open: string, decided: string, target: string, section: string, figure: string, goal: string
  ways: Readonly<Record<RulingWay, string>>, wayHints: Readonly<Record<RulingWay, string>>, wayLabel: string, comma: string, byGoal: (goal: string) => string, area: string, allAreas: string, newGoal: string
  decision: string, decisionHint: string, decide: (number: number) => string, done: (number: number) => string, reopen: string, reopened: string, from: string
  footnote: (number: number) => string, none: string, badGoal: string, noFigure: string
}

export const zhRulings: RulingsWords = {
  decidedCount: n => `已定 ${n}`, decidedNone: '裁定以后印作注，列在目标页的“口径”里；可以重新打开，原话留在台账里',
  title: open => (open === 0 ? '都已裁定' : `${open} 待定`), all: n => `共 ${n} 条`, open: '待定', decided: '已定', target: '指标', section: '原文', figure: '原数', goal: '挂图按',
  ways: { plain: '只定口径', exempt: '列“免”', amend: '另记一笔改目标' }, wayHints: { plain: '数不变', exempt: '写明理由，不进达序率', amend: '原数划线保留' }, wayLabel: '怎样裁定', comma: '，', byGoal: goal => `按 ${goal}`, area: '哪里列免', allAreas: '整个指标', newGoal: '改为',
  decision: '裁定', decisionHint: '如：以“投入运作”为准', decide: number => `裁定，印作注 ${number}`, done: number => `已裁定，注 ${number} 印在目标页和挂图上`, reopen: '重新打开', reopened: '已重新打开', from: '从',
  footnote: number => `注 ${number}`, none: '这个计划没有口径问题', badGoal: '写一个 0 以上的数', noFigure: '无数字',
}
export const enRulings: RulingsWords = {
  decidedCount: n => `${n} decided`, decidedNone: 'A decision is printed as a note on the pages of its targets; it can be opened again, the old words stay in the ledger',
  title: open => (open === 0 ? 'all decided' : `${open} open`), all: n => `${n} in all`, open: 'open', decided: 'decided', target: 'Target', section: 'Notice', figure: 'Figure', goal: 'Board',
  ways: { plain: 'meaning only', exempt: 'and exempt', amend: 'and change the goal' }, wayHints: { plain: 'the number stays', exempt: 'with a reason; out of the rate', amend: 'the old number stays, struck through' }, wayLabel: 'How to decide', comma: ', ', byGoal: goal => `Keep ${goal}`, area: 'Exempt', allAreas: 'the whole target', newGoal: 'New goal',
  decision: 'Decision', decisionHint: 'e.g. counts once in use', decide: number => `Decide, print as note ${number}`, done: number => `Decided; note ${number} stands on the pages of its targets`, reopen: 'Open again', reopened: 'Open again', from: 'From',
  footnote: number => `Note ${number}`, none: 'This plan leaves no such question', badGoal: 'Write a number from 0 on', noFigure: 'no figure',
}
