/** The words of the ranking; they load with the page. */
import { zhFormulaWord } from '../../domain/formula'
import type { RankCause } from '../../domain/rankBand'
import type { Bar } from '../../domain/score'

export interface RankingWords {
  title: string
  comma: string
  colon: string
  semicolon: string
  and: string
  lead: (ranked: number, kind: string, unsure: number) => string
  placeKind: (level: string) => string
  head: { rank: string, band: string, rate: string, late: string, total: string, grade: string, open: string }
  scale: (to: number) => string
  items: (n: number, m: number) => string
  band: (best: number, worst: number) => string
  unsure: string
  few: (n: number) => string
  capped: string
  lists: Record<'red' | 'black', string>
  noTask: string
  vetoed: string
  silent: string
  aside: (n: number) => string
  ofGroup: (name: string, n: number) => string
  noGroup: string
  openAll: string
  closeAll: string
  copy: string
  copied: string
  copyByHand: string
  text: string
  csv: string
  print: string
  fileName: string
  /** 口径: day (YYYY-MM-DD), pack, and that the figures are made up. */
  caption: (day: string, pack: string, mark: string | null) => string
  packOf: string
  packName: (id: string, name: string) => string
  source: string
  changeRules: string
  onlyPlaces: string
  howRate: string
  howBand: (hasScore: boolean) => string
  start: string
  rule: string
  sum: string
  points: string
  evidence: string
  total: string
  rateLine: (onPace: number, active: number, percent: string) => string
  late: string
  idle: string
  left: string
  zeros: (n: number, isAll: boolean) => string
  missing: string
  each: (min: string | null, max: string | null) => string
  whole: (floor: string | null, cap: string | null) => string
  bounded: (sum: string, points: string) => string
  of: (value: string, bounded: string) => string
  exempt: (lamps: readonly string[]) => string
  word: (word: string) => string
  cause: (cause: RankCause) => string
  better: (cause: string, rank: number) => string
  worse: (cause: string, rank: number) => string
  steady: (hasScore: boolean) => string
  oneUnit: (cells: number, rank: number | null, own: number) => string
  fewNote: (n: number) => string
  bar: (bar: Bar) => string
  gradeCap: (bar: Bar, from: string, to: string) => string
  veto: (bar: Bar, basis: string) => string
  ties: Record<'shared' | 'dense', string>
  terms: { ties: string, groups: string, grades: string, caps: string, over: string, veto: string, lists: string, idle: string }
  grade: (name: string, from: string) => string
  capRule: (when: Bar['when'], least: number, best: string) => string
  overRule: (percent: string) => string
  vetoRule: (when: Bar['when'], least: number, basis: string) => string
  listRule: (top: number, bottom: number) => string
  idleRule: string
}

const zhThings = { overdue_slips: '逾期的单', red_cells: '严重滞后或逾期的项' } as const
const zhKinds: Readonly<Record<string, string>> = { township: '镇街', city: '市', prefecture: '地区', county: '区县', district: '区县', zone: '区县', village: '村社' }
const zhBetween = (least: string | null, most: string | null): string => (least !== null && most !== null ? `${least} 至 ${most}` : least !== null ? `不低于 ${least}` : `不超过 ${most}`)

export const zhRanking: RankingWords = {
  title: '评分排名', comma: '，', colon: '：', semicolon: '；', and: '、', lead: (ranked, kind, unsure) => `${ranked} 个${kind}参评${unsure === 0 ? '' : `，${unsure} 个名次不稳`}`, placeKind: level => zhKinds[level] ?? '地方',
  head: { rank: '名次', band: '名次区间', rate: '达序率', late: '拖后', total: '得分', grade: '等次', open: '算法' },
  scale: to => `（1 至 ${to}）`, items: (n, m) => `${n}/${m} 项`, band: (best, worst) => (best === worst ? String(best) : `${best}–${worst}`), unsure: '不稳', few: n => `只有 ${n} 项`, capped: '限', lists: { red: '红榜', black: '黑榜' },
  noTask: '无任务不参评', vetoed: '一票否决，不排名', silent: '还没有填报，先不排名次', aside: n => `不参评 ${n} 个`, ofGroup: (name, n) => `${name} ${n} 个`, noGroup: '其余',
  openAll: '全部展开', closeAll: '全部收起', copy: '复制', copied: '已复制', copyByHand: '请按 Ctrl C 复制', text: '可复制的排名表', csv: '存 CSV', print: '打印', fileName: '评分排名',
  caption: (day, pack, mark) => ['口径', `截至 ${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, `规则 ${pack}`, ...(mark === null ? [] : [mark])].join('　'),
  packOf: '按哪套规则', packName: (_id, name) => name, source: '出处', changeRules: '看规则包', onlyPlaces: '只排地方，不排人。',
  howRate: '按达序率排：完成、正常、临期的项 ÷ 有任务的项。同率并列，后面空出名次。免、停和未到期的不算，未填报的算在分母里。',
  howBand: hasScore => `名次区间：该地多 1 项或少 1 项达序，其余不变${hasScore ? '；或某条规则的权重多、少 5%' : ''}，名次会落在哪里。相差超过 2 名的标“不稳”。`,
  start: '起分', rule: '规则', sum: '怎么算', points: '得分', evidence: '依据', total: '合计', rateLine: (onPace, active, percent) => `达序率 = 达序 ${onPace} ÷ 参评 ${active} = ${percent}%`,
  late: '没有达序的', idle: '不计入的', left: '不计', zeros: (n, isAll) => `${isAll ? '' : '其余 '}${n} 项各 0`, missing: '算不出，按 0',
  each: (min, max) => (min === null && max === null ? '' : `每项${zhBetween(min, max)}`), whole: (floor, cap) => (floor === null && cap === null ? '' : `合计${zhBetween(floor, cap)}`),
  bounded: (sum, points) => `合计 ${sum}，按上下限取 ${points}`, of: (value, bounded) => `${value}，取 ${bounded}`, exempt: lamps => `不计${lamps.join('、')}的项`,
  word: zhFormulaWord,
  cause: cause => (cause.kind === 'cell' ? `${cause.by > 0 ? '多' : '少'} 1 项达序` : `“${cause.name}”权重${cause.by > 0 ? '多' : '少'} 5%`),
  better: (cause, rank) => `${cause}，升到第 ${rank}`, worse: (cause, rank) => `${cause}，降到第 ${rank}`, steady: hasScore => `多 1 项或少 1 项达序${hasScore ? '，或各条权重多、少 5%' : ''}，名次都不变`,
  oneUnit: (cells, rank, own) => `有 ${cells} 项任务只有 1 个，一个就定一盏灯；各地都不计这样的项，名次${rank === own ? `仍为 ${rank}` : rank === null ? '无从排起' : `为 ${rank}`}`,
  fewNote: n => `只有 ${n} 项参评，一项就定名次，比较时要小心`,
  bar: ({ when, count }) => `有 ${count} ${when === 'overdue_slips' ? '张' : '个'}${zhThings[when]}`,
  gradeCap: ({ when, count, least }, from, to) => `按分数可评${from}；有 ${count} 个${zhThings[when]}（${least} 个起受限），最高${to}`,
  veto: ({ when, count }, basis) => `有 ${count} 个${zhThings[when]}，按${basis}一票否决，不排名`,
  ties: { shared: '同分并列，后面空出名次（1、1、3）', dense: '同分并列，后面接着排（1、1、2）' },
  terms: { ties: '并列', groups: '分组', grades: '等次', caps: '等次限制', over: '超额', veto: '一票否决', lists: '红黑榜', idle: '不计' },
  grade: (name, from) => `${name} ${from} 分起`, capRule: (when, least, best) => `有 ${least} 个及以上${zhThings[when]}，最高${best}`, overRule: percent => `完成率最多按 ${percent}% 算`,
  vetoRule: (when, least, basis) => `有 ${least} 个及以上${zhThings[when]}；依据：${basis}`,
  listRule: (top, bottom) => `红榜：没有拖后的项，且在前 ${top} 名。黑榜：有落后的项，且在后 ${bottom} 名；完成、免、停和未填报不上黑榜`,
  idleRule: '免、停、未到期的项和无任务的地方不参评',
}

const enThings = { overdue_slips: 'overdue slips', red_cells: 'targets far behind or overdue' } as const
const enKinds: Readonly<Record<string, string>> = { township: 'townships', city: 'cities', prefecture: 'prefectures', county: 'counties', district: 'districts', zone: 'districts', village: 'villages' }
const enFormula: Readonly<Record<string, string>> = {
  onPace: 'targets on pace', active: 'targets counted', rate: 'on-pace rate', red: 'targets far behind', amber: 'targets behind', overdue: 'targets overdue', noData: 'targets not reported', done: 'targets done', openSlips: 'open slips', overdueSlips: 'overdue slips',
  closedOnTime: 'slips closed in time', missedMonths: 'months missed', completion: 'completion', progress: 'progress', pace: 'pace', gap: 'progress less pace', lag: 'lag', of: 'targets counted', isDone: 'is done', isLate: 'made up late', isOnPace: 'is on pace', isRed: 'is far behind',
  isAmber: 'is behind', isOverdue: 'is overdue', isNoData: 'is not reported', min: 'least of', max: 'most of', round: 'rounded',
}
const enBetween = (least: string | null, most: string | null): string => (least !== null && most !== null ? `${least} to ${most}` : least !== null ? `at least ${least}` : `at most ${most}`)

export const enRanking: RankingWords = {
  title: 'Ranking and scores', comma: ', ', colon: ': ', semicolon: '; ', and: ', ', lead: (ranked, kind, unsure) => `${ranked} ${kind} ranked${unsure === 0 ? '' : `, ${unsure} of them unstable`}`, placeKind: level => enKinds[level] ?? 'places',
  head: { rank: 'Rank', band: 'Range of rank', rate: 'On-pace rate', late: 'Off pace', total: 'Score', grade: 'Grade', open: 'How' },
  scale: to => ` (1 to ${to})`, items: (n, m) => `${n} of ${m}`, band: (best, worst) => (best === worst ? String(best) : `${best}–${worst}`), unsure: 'unstable', few: n => `only ${n}`, capped: 'capped', lists: { red: 'Red list', black: 'Black list' },
  noTask: 'No task, not ranked', vetoed: 'Vetoed, not ranked', silent: 'Nothing reported yet, so nothing is ranked', aside: n => `Not ranked: ${n}`, ofGroup: (name, n) => `${name}: ${n}`, noGroup: 'The others',
  openAll: 'Open all', closeAll: 'Close all', copy: 'Copy', copied: 'Copied', copyByHand: 'Press Ctrl C to copy', text: 'The ranking as text', csv: 'Save CSV', print: 'Print', fileName: 'ranking',
  caption: (day, pack, mark) => `Basis: ${[`as of ${day}`, `rules ${pack}`, ...(mark === null ? [] : [mark])].join('; ')}`,
  packOf: 'The rules in force', packName: (id, name) => (id === 'default' ? 'Default rules' : name), source: 'Source', changeRules: 'See the rule packs', onlyPlaces: 'Places are ranked, never people.',
  howRate: 'Ranked by on-pace rate: targets done, on pace or near due ÷ targets that apply. Equal rates share a rank and leave the next ones free. Exempt, paused and not yet due are left out; what is not reported stays in the denominator.',
  howBand: hasScore => `Range of rank: where the rank would lie with one target more or fewer on pace, all else unchanged${hasScore ? ', or with one rule weighing 5% more or less' : ''}. More than two places apart is called unstable.`,
  start: 'Start', rule: 'Rule', sum: 'Arithmetic', points: 'Points', evidence: 'Evidence', total: 'Total', rateLine: (onPace, active, percent) => `On-pace rate = ${onPace} on pace ÷ ${active} counted = ${percent}%`,
  late: 'Off pace', idle: 'Left out', left: 'Left out', zeros: (n, isAll) => (isAll ? `all ${n} give 0` : `the other ${n} give 0`), missing: 'cannot be reckoned, counts as 0',
  each: (min, max) => (min === null && max === null ? '' : `each ${enBetween(min, max)}`), whole: (floor, cap) => (floor === null && cap === null ? '' : `together ${enBetween(floor, cap)}`),
  bounded: (sum, points) => `together ${sum}, bounded to ${points}`, of: (value, bounded) => `${value}, counts ${bounded}`, exempt: lamps => `without targets that are ${lamps.join(', ')}`,
  word: word => enFormula[word] ?? word,
  cause: cause => (cause.kind === 'cell' ? `one target ${cause.by > 0 ? 'more' : 'fewer'} on pace` : `“${cause.name}” weighing 5% ${cause.by > 0 ? 'more' : 'less'}`),
  better: (cause, rank) => `With ${cause} the rank rises to ${rank}`, worse: (cause, rank) => `With ${cause} the rank falls to ${rank}`, steady: hasScore => `One target more or fewer on pace${hasScore ? ', or any rule weighing 5% more or less,' : ''} leaves the rank as it is`,
  oneUnit: (cells, rank, own) => `${cells} of the targets ${cells === 1 ? 'asks' : 'ask'} for a single unit, which alone decides the lamp; without such targets everywhere the rank is ${rank === own ? `still ${rank}` : rank === null ? 'not defined' : rank}`,
  fewNote: n => `Only ${n} counted: a single target decides the rank`,
  bar: ({ when, count }) => `${count} ${enThings[when]}`,
  gradeCap: ({ when, count, least }, from, to) => `The points alone give ${from}; with ${count} ${enThings[when]} (barred from ${least} on) the best is ${to}`,
  veto: ({ when, count }, basis) => `${count} ${enThings[when]}: vetoed under ${basis}, not ranked`,
  ties: { shared: 'equal scores share a rank, the next ones stay free (1, 1, 3)', dense: 'equal scores share a rank, the next follows (1, 1, 2)' },
  terms: { ties: 'Ties', groups: 'Groups', grades: 'Grades', caps: 'Grade caps', over: 'Over-fulfilment', veto: 'Veto', lists: 'Lists', idle: 'Left out' },
  grade: (name, from) => `${name} from ${from}`, capRule: (when, least, best) => `${least} or more ${enThings[when]}: at best ${best}`, overRule: percent => `completion counts up to ${percent}%`,
  vetoRule: (when, least, basis) => `${least} or more ${enThings[when]}; basis: ${basis}`,
  listRule: (top, bottom) => `Red list: nothing off pace and among the first ${top}. Black list: something behind and among the last ${bottom}; done, exempt, paused and not reported never`,
  idleRule: 'exempt, paused and not yet due targets, and places without tasks',
}
