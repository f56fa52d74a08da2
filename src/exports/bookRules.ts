/** 规则 and 口径: by what rule each lamp is lit, where every figure comes from, and what is still open. */
import type { Lamp } from '../domain/board'
import { lampCodes } from '../domain/board'
import { isActiveLamp, isOnPaceLamp } from '../domain/lamp'
import type { LampRules } from '../domain/lampRules'
import { bandSentence, lampNameOf, packName } from '../wording/ruleWords'
import type { BookSheet, BookValue } from './bookModel'
import { dayFormat, dayNumber, rangeName } from './bookModel'
import { boardLines } from './bookBoard'
import { issuedText, signOf, topLines } from './bookWords'
import type { PaperFacts } from './paperFacts'

/** When a lamp is lit; the first that fits, in this order. */
const whenOf = (pack: LampRules): Readonly<Record<Lamp, string>> => ({
  exempt: '按规定免考', paused: '已暂停', done: '在期限内达到目标', caught_up_late: '过了期限才达到目标', overdue: '过了期限，没有达到目标', no_data: '计划已经要求有进度，还没有填报', not_due: '计划还没有要求有进度',
  behind: [bandSentence(pack, 'behind'), '有上限的指标已超出上限'].filter(text => text !== '').join('；'), slightly_behind: bandSentence(pack, 'slightly_behind') || '这套规则不亮',
  near_due: `离期限不到 ${pack.nearDueDays} 天，没有完成，也不落后`, ahead: bandSentence(pack, 'ahead') || '这套规则不亮', on_pace: [bandSentence(pack, 'on_pace'), '有上限的指标在上限以内'].filter(text => text !== '').join('；'),
})

const head = (names: readonly (string | null)[]): readonly BookValue[] => names.map(value => ({ value, look: 'head' as const }))

export function rulesSheet(facts: PaperFacts, name: string): BookSheet {
  const [title, caption] = topLines(facts, '亮灯规则')
  const when = whenOf(facts.view.board.rules)
  const lamps = lampCodes.map((lamp): readonly BookValue[] => [signOf(lamp), lampNameOf(facts.view.board.rules, lamp), when[lamp], isActiveLamp(lamp) ? '参评' : '不参评', isOnPaceLamp(lamp) ? '达序' : isActiveLamp(lamp) ? '不达序' : '—'])
  const { rules } = facts.view.board
  const { behind, slightlyBehind, ahead, nearDueDays, staleDays, id, mode } = rules
  const measured = mode === 'pp' ? '实际进度减时序' : '实际进度与时序之差占时序的比例'
  const share = (value: number | null): BookValue => ({ value, look: 'number', format: '0%' })
  const days = (value: number): BookValue => ({ value, look: 'number', format: '0" 天"' })
  const rows: (readonly BookValue[])[] = [
    title, caption, head(['灯', '名称', '什么时候亮（从上到下，先合的先亮）', '参评', '达序']), ...lamps, [],
    head(['', '参数', '意思', '值', null]),
    [null, '严重滞后线', `${measured}低于此数`, share(behind), null], [null, '滞后线', `${measured}低于此数`, share(slightlyBehind), null], [null, '超前线', `${measured}不低于此数`, share(ahead), null],
    [null, '临期', '期限前这么多天以内', days(nearDueDays), null], [null, '数据旧了', '填报日离截至日超过这么多天', days(staleDays), null], [null, '规则包', '这一版规则的名称', { value: rules.name === undefined ? id : `${packName(rules)}（${id}）`, look: 'text' }, null], [],
    head(['', '名词', '意思', null, null]),
    ...([['应达进度', '时序：到截至日，按计划曲线应完成的比例；没有曲线的按天匀速'], ['实际进度', '实际完成的比例，最多 100%；有环节的按环节折算'], ['完成率', '实际÷任务，不封顶；有基数的从基数起算'], ['差距', '实际进度减应达进度，以百分点计'], ['达序率', '达序的格数÷参评的格数'], ['名次', '按达序率从高到低，并列同名次，其后跳过']] as const)
      .map(([word, meaning]): readonly BookValue[] => [null, word, meaning, null, null]),
  ]
  return {
    name, rows, heads: 3, titleRows: 1, frozenColumns: 0, merges: [], bars: null, folded: new Set(), rowHeight: 18, heights: new Map([[2, 24]]), filter: null,
    columns: [{ width: 6, look: 'sign' }, { width: 16, look: 'text' }, { width: 64, look: 'text' }, { width: 12, look: 'text' }, { width: 12, look: 'text' }],
    lamps: [{ range: rangeName(3, 0, 2 + lampCodes.length, 0), first: 'A4', next: null }], paper: 'a4', isUpright: false, isOnePage: true,
  }
}

const operators: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '~': '约 ', '=': '', '>': '>', '<': '<' }

export function sourceSheet(facts: PaperFacts, name: string): BookSheet {
  const [title, top] = topLines(facts, '口径')
  const { caption, view: { index, snapshot: { seal }, board } } = facts
  const label = (one: string, text: string): readonly BookValue[] => [{ value: one, look: 'label' }, { value: text, look: 'text' }, ...Array.from({ length: 5 }, (): BookValue => ({ value: null, look: 'text' }))]
  const rows: (readonly BookValue[])[] = [
    title, top, label('文件', `${index.plan.title}　${issuedText(facts)}`), label('截至', `${caption.asOf}，${caption.knownAt}`), label('范围', caption.scope), label('审核', caption.review), label('规则', caption.rules), label('图例', caption.legend),
    label('版本', `${caption.version}；${seal.name}；台账 ${seal.events} 笔`), label('校验码', caption.code), label('指纹', facts.view.snapshot.fingerprint),
  ]
  rows.push([])
  const names = new Map(board.rows.map(({ target }) => [target.id, target.name]))
  const merges = Array.from({ length: rows.length - 3 }, (_, i) => ({ row: 2 + i, from: 1, to: 6 }))
  const asked = rows.length
  rows.push(head(['编号', '目标', '状态', '问题', null, '裁定', null]))
  for (const { targets, question, decision, status } of index.plan.rulings)
    rows.push([targets.join('、') || null, targets.map(id => names.get(id) ?? id).join('、') || null, status === 'open' ? '待明确' : '已裁定', question, null, decision || null, null])
  if (index.plan.rulings.length === 0) rows.push([null, '没有待明确的问题', null, null, null, null, null])
  for (let row = asked; row < rows.length; row += 1) merges.push({ row, from: 3, to: 4 }, { row, from: 5, to: 6 })
  rows.push([], head(['编号', '目标', '出处', '原文数字', '口径', '备注', '期限']))
  const first = rows.length
  for (const { row: { target, due }, number } of boardLines(facts)) {
    const criteria = target.criteria.map(one => `${one.name} ${one.value === null ? one.figure : `${operators[one.op] ?? ''}${one.value}${one.unit}`}`)
    const base = target.baseline === undefined ? [] : [`基数 ${target.baseline.value}${target.unit}（${target.baseline.at}）`]
    rows.push([number, target.name, target.source.section || null, target.source.figure || null, [...criteria, ...base].join('；') || null, target.note || null, dayNumber(due)])
  }
  return {
    name, rows, heads: 2, titleRows: 1, frozenColumns: 0, merges, bars: null, folded: new Set(), rowHeight: 18, heights: new Map(), lamps: [],
    filter: rows.length > first ? rangeName(first - 1, 0, rows.length - 1, 6) : null,
    columns: [{ width: 12, look: 'text' }, { width: 28, look: 'text' }, { width: 13, look: 'text' }, { width: 26, look: 'text' }, { width: 34, look: 'text' }, { width: 40, look: 'text' }, { width: 12, look: 'number', format: dayFormat }],
    paper: 'a4', isUpright: false,
  }
}
