/** The page of the ranking says what the domain found, with every sum written out. */
import { expect, it } from 'vitest'
import { en } from '../../../src/app/messages/en'
import { zhCN } from '../../../src/app/messages/zhCN'
import { enRanking, zhRanking } from '../../../src/components/ranking/rankingWords'
import type { Board } from '../../../src/domain/board'
import { indexPlan } from '../../../src/domain/plan'
import { bandsOf } from '../../../src/domain/rankBand'
import { defaultPack } from '../../../src/domain/rulePack'
import type { RulePack } from '../../../src/domain/rulePack'
import { scoresOf } from '../../../src/domain/score'
import { rankingCsv, rankingText } from '../../../src/views/supervise/rankingFile'
import { detailOf, lampWord, rankingOf } from '../../../src/views/supervise/rankingPage'
import type { RankingSources } from '../../../src/views/supervise/rankingPage'
import { listsOf, rulesOf, termsOf } from '../../../src/views/supervise/rankingRules'
import { makePlan, makeTarget } from '../../domain/makers'
import { makeBoard, makeCell, makeRule, packOf } from '../../domain/scoreMakers'

const index = indexPlan(makePlan(['救助', '养老', '儿童', '社工'].map((name, i) => makeTarget({ id: `1.1-${i + 1}`, name }))))
const board = makeBoard({ a: ['done', 'on_pace', 'on_pace', 'exempt'], b: ['behind', makeCell('', '', 'on_pace', { completion: 1.5 }), 'no_data', 'done'], c: ['exempt', 'exempt', 'not_due', 'paused'] })
const pack = packOf([
  makeRule({ id: 'pace', name: '达序', formula: '60 * onPace / active' }), makeRule({ id: 'red', name: '滞后', scope: 'cell', formula: '-8 * isRed', min: -5, floor: -4 }),
  makeRule({ id: 'done', name: '完成', scope: 'cell', formula: '10 * completion', exempt: ['no_data'] }),
], { start: 5, overCap: 1.2, grades: [{ name: '优秀', from: 50 }, { name: '一般', from: 0 }], gradeCaps: [{ when: 'red_cells', least: 1, best: '一般' }], lists: { red: { top: 1 }, black: { bottom: 1 } } })

function sourcesOf(of: RulePack, on: Board = board, isEnglish = false): RankingSources {
  const scores = scoresOf(on, [], of)
  return { index, board: on, pack: of, scores, bands: bandsOf(on, [], of, scores), messages: isEnglish ? en : zhCN, words: isEnglish ? enRanking : zhRanking }
}

it('a score is written out rule by rule: figures in the formula, bounds, what was left out, the sum', () => {
  const detail = detailOf(sourcesOf(pack), 'b')!
  expect(detail.start).toBe('5')
  expect(detail.lines.map(({ name, words, bounds, sums, zeros, bounded, points }) => ({ name, words, bounds, sums: sums.map(sum => [sum.cell?.name ?? '', sum.text].join(' ')), zeros, bounded, points }))).toEqual([
    { name: '达序', words: '60 × 达序项数 ÷ 参评项数', bounds: '', sums: [' 60 × 2 ÷ 4 = 30'], zeros: 0, bounded: '', points: '30' },
    { name: '滞后', words: '−8 × 严重滞后', bounds: '每项不低于 −5，合计不低于 −4', sums: ['救助 −8 × 1 = −8，取 −5'], zeros: 3, bounded: '合计 −5，按上下限取 −4', points: '−4' },
    { name: '完成', words: '10 × 完成率', bounds: '', sums: ['救助 10 × 0.2 = 2', '养老 10 × 1.2 = 12', '社工 10 × 1 = 10'], zeros: 0, bounded: '', points: '24' },
  ])
  expect(detail.lines[2]!.left).toEqual([{ lamp: 'no_data', word: '未填报', cells: [{ target: '1.1-3', name: '儿童' }] }])
  expect(detail.sum).toBe('5 + 30 − 4 + 24 = 55')
  expect(detail.notes[0]).toBe('按分数可评优秀；有 1 个严重滞后或逾期的项（1 个起受限），最高一般')
  expect(detail.late.map(group => [group.word, group.cells.map(cell => cell.name)])).toEqual([['严重滞后', ['救助']], ['未填报', ['儿童']]])
})

it('a rate is written as what it is made of', () => {
  expect(detailOf(sourcesOf(packOf([makeRule({ formula: '100 * rate' })])), 'b')!.lines[0]!.sums[0]!.text).toBe('100 × (2 ÷ 4) = 50')
})

it('what is exempt is named, who has no task stands at the end with the reason', () => {
  const { groups, aside, ranked } = rankingOf(sourcesOf(pack))
  expect(groups.map(group => group.lines.map(line => [line.rank, line.name, line.total, line.grade, line.list, line.few]))).toEqual([[[1, '甲街道', '89', '优秀', 'red', 3], [2, '乙镇', '55', '一般', 'black', null]]])
  expect([ranked, aside.map(line => [line.rank, line.name, line.reason])]).toEqual([2, [[null, '丙镇', '无任务不参评']]])
  expect(detailOf(sourcesOf(pack), 'a')!.idle).toEqual([{ lamp: 'exempt', word: zhCN.lamp.exempt, cells: [{ target: '1.1-4', name: '社工' }] }])
  expect(detailOf(sourcesOf(pack), 'a')!.notes).toContain('只有 3 项参评，一项就定名次，比较时要小心')
  expect(detailOf(sourcesOf(pack), 'c')).toBeNull()
  expect(listsOf(groups, zhRanking)).toEqual([{ name: '红榜', text: '甲街道' }, { name: '黑榜', text: '乙镇' }])
})

it('without scores there are the board’s ranks and the rate written out; before the first report none', () => {
  const plain = sourcesOf(defaultPack)
  expect(rankingOf(plain).groups[0]!.lines.map(line => [line.rank, line.name, line.rate, line.total])).toEqual([[1, '甲街道', '100', null], [2, '乙镇', '50', null]])
  expect(detailOf(plain, 'b')).toMatchObject({ rate: '达序率 = 达序 2 ÷ 参评 4 = 50%', lines: [], sum: null, start: null })
  const silent = rankingOf(sourcesOf(pack, makeBoard({ a: ['no_data'], b: ['no_data'], c: [] })))
  expect([silent.isSilent, silent.groups, silent.aside.map(line => [line.rank, line.total, line.reason])]).toEqual([true, [], [[null, null, zhRanking.silent], [null, null, zhRanking.silent], [null, null, zhRanking.noTask]]])
})

it('the table as text and CSV carries day, rules and the mark of made-up figures', () => {
  const { groups, aside } = rankingOf(sourcesOf(pack))
  const table = { groups, aside, hasScore: true, kind: '镇街', title: '测试市评分排名', caption: zhRanking.caption('2020-09-15', pack.name, '演示数据') }
  expect(rankingText(table, zhRanking, zhCN).split('\n')).toEqual([
    '测试市评分排名', '口径　截至 2020年9月15日　规则 评分规则　演示数据', '名次\t镇街\t名次区间\t达序项数\t达序率%\t得分\t等次',
    '1\t甲街道\t\t3/3 项\t100\t89\t优秀\t红榜 只有 3 项', '2\t乙镇\t\t2/4 项\t50\t55\t一般\t黑榜', '\t丙镇\t\t\t\t\t\t无任务不参评',
  ])
  expect(rankingCsv(table, zhRanking, zhCN).split('\r\n')[4]).toBe('2,乙镇,,2/4 项,50,55,一般,黑榜')
})

it('the rules of the pack are told in words, in both languages', () => {
  expect(rulesOf(pack, zhRanking, lamp => lampWord(sourcesOf(pack), lamp)).map(rule => rule.text)).toEqual(['60 × 达序项数 ÷ 参评项数', '−8 × 严重滞后，每项不低于 −5，合计不低于 −4', '10 × 完成率，不计未填报的项'])
  expect(termsOf(pack, zhRanking).map(term => term.name)).toEqual(['起分', '并列', '等次', '等次限制', '超额', '红黑榜', '不计'])
  const named = { ...pack, lamps: { ...pack.lamps, words: { no_data: '没有报' } } }
  expect(rulesOf(named, zhRanking, lamp => lampWord(sourcesOf(named), lamp))[2]!.text).toBe('10 × 完成率，不计没有报的项')
  expect(termsOf(defaultPack, zhRanking)).toEqual([])
  expect(rulesOf(pack, enRanking, lamp => en.lamp[lamp])[0]!.text).toBe('60 × targets on pace ÷ targets counted')
  expect(detailOf(sourcesOf(pack, board, true), 'b')!.lines[1]!.bounds).toBe('each at least −5, together at least −4')
})
