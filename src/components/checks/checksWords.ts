/** Words of the hints and of the sheet for field checks: neutral, about figures, never about people. */
import type { Hint, HintRule } from '../../domain/hints'

/** What a hint speaks of, as text: values with their unit. */
export interface HintTexts { value: string, was: string, times: string, percent: string, areas: readonly string[], month: string }

export interface ChecksWords {
  rules: Readonly<Record<HintRule, { name: string, why: string }>>
  hint: (hint: Hint, texts: HintTexts) => string
  lead: string
  count: (hints: number, cells: number) => string
  none: string
  area: string
  target: string
  value: string
  basis: string
  result: string
  checker: string
  number: string
  note: string
  checked: (result: string, day: string) => string
  checkedBefore: string
  choose: string
  chooseAll: (rule: string) => string
  chosen: (n: number) => string
  draw: string
  drawLabel: string
  again: string
  clear: string
  list: string
  sheet: string
  modes: string
  print: string
  sheetTitle: string
  /** `asOf`: YYYY-MM-DD. */
  sheetHead: (plan: string, asOf: string) => string
  sheetSeed: (n: number, seed: string) => string
  sheetChosen: (n: number) => string
  sheetFoot: string
  sheetEmpty: string
  foundOk: string
  foundOff: string
  dialogTitle: (area: string, target: string) => string
  resultLabel: string
  save: string
  cancel: string
}

export const zhChecks: ChecksWords = {
  rules: {
    falls: { name: '累计数回落', why: '累计数低于上一次。核减重复时属正常，看一看原因' },
    jump: { name: '截止前增加较多', why: '截止日前三天内报，本期增加不少于任务的两成，且是往期平均的三倍以上' },
    same: { name: '多地数字相同', why: '同一天、同一指标，三个以上镇街填了同一个数（10 以上，且不是任务数）' },
    unaccepted: { name: '计满而未见验收', why: '已经计满，台账里还没有到“验收”的项目点或节点' },
    over: { name: '超过任务一倍', why: '完成率超过 200%。先看单位和口径' },
    still: { name: '连续三期没有变化', why: '三个截止日的数相同、任务未完成，而同期计划应推进一成以上' },
    pace: { name: '正好等于时序', why: '最近两次填报与当天的时序进度分毫不差（任务 100 以上）' },
  },
  hint: ({ rule }, { value, was, times, percent, areas, month }) => ({
    falls: `累计由 ${was} 变为 ${value}`, jump: `本期由 ${was}到 ${value}，约为往期平均的 ${times} 倍`, same: `${areas.length} 处都是 ${value}：${areas.join('、')}`,
    unaccepted: `已报 ${value}，还没有验收的记录`, over: `${value}，是任务的 ${percent}%`, still: `${month}起三期都是 ${value}`, pace: `${value}，两次都与时序 ${percent}% 相同`,
  })[rule],
  lead: '只提示哪些数值得到现场看一眼，不是结论，也不影响填报和亮灯。',
  count: (hints, cells) => `${hints} 条提示，涉及 ${cells} 格`,
  none: '没有需要现场看一眼的数。',
  area: '镇街', target: '指标', value: '填报值', basis: '依据', result: '核实结果', checker: '核实人签字', number: '序号', note: '记结果',
  checked: (result, day) => `${result}（${day}）`, checkedBefore: '上次：',
  choose: '选入抽查单', chooseAll: rule => `“${rule}”全部选入抽查单`, chosen: n => `已选 ${n} 处`, draw: '随机抽取', drawLabel: '抽几处', again: '换一批', clear: '清空',
  list: '提示', sheet: '抽查单', modes: '提示或抽查单', print: '打印抽查单',
  sheetTitle: '数据核实抽查单', sheetHead: (plan, asOf) => `${plan}，数据截至 ${Number(asOf.slice(0, 4))}年${Number(asOf.slice(5, 7))}月${Number(asOf.slice(8))}日`, sheetSeed: (n, seed) => `从全部提示中随机抽取 ${n} 处，抽样号 ${seed}；用同一抽样号可以重现`, sheetChosen: n => `由办公室选定 ${n} 处`,
  sheetFoot: '本单只用于核对数据，不是检查结论。核实以现有台账和现场为准，不要求另做材料。', sheetEmpty: '还没有选入抽查单的格。回到“提示”选几处，或随机抽取。',
  foundOk: '与台账一致', foundOff: '需要更正，已告知填报单位', dialogTitle: (area, target) => `${area}：${target}`, resultLabel: '核实结果', save: '记下', cancel: '取消',
}

export const enChecks: ChecksWords = {
  rules: {
    falls: { name: 'Cumulative value went down', why: 'Lower than the report before. Often right, when repeats were struck off; look at the reason' },
    jump: { name: 'Much added before the cut-off', why: 'Reported in the last three days, at least a fifth of the goal and three times the usual increase' },
    same: { name: 'Same number in several places', why: 'Same target and day, three places or more with the same number (10 or more, not the goal)' },
    unaccepted: { name: 'Complete, no acceptance seen', why: 'Counted in full while no site or stage stands at its acceptance' },
    over: { name: 'More than twice the goal', why: 'Completion over 200 %. Unit and definition first' },
    still: { name: 'No change for three periods', why: 'Same number at three cut-offs, goal not reached, while a tenth of the plan was due' },
    pace: { name: 'Equal to the pace', why: 'The last two reports are the pace of their day to the last digit (goals of 100 or more)' },
  },
  hint: ({ rule }, { value, was, times, percent, areas, month }) => ({
    falls: `Cumulative from ${was} to ${value}`, jump: `From ${was} to ${value} this period, about ${times} times the usual increase`, same: `${value} in ${areas.length} places: ${areas.join(', ')}`,
    unaccepted: `${value} reported, no record of acceptance yet`, over: `${value}, ${percent} % of the goal`, still: `${value} for three periods from ${month}`, pace: `${value}, both equal to the pace (${percent} %)`,
  })[rule],
  lead: 'Which figures are worth a look in the field: no verdict, and nothing is held back by them.',
  count: (hints, cells) => `${hints} hints in ${cells} cells`,
  none: 'No figure asks for a look in the field.',
  area: 'Township', target: 'Target', value: 'Reported', basis: 'Why it is listed', result: 'Found', checker: 'Signature', number: 'No.', note: 'Note result',
  checked: (result, day) => `${result} (${day})`, checkedBefore: 'Before: ',
  choose: 'Put on the sheet', chooseAll: rule => `Put all of "${rule}" on the sheet`, chosen: n => `${n} chosen`, draw: 'Draw at random', drawLabel: 'How many', again: 'Draw others', clear: 'Clear',
  list: 'Hints', sheet: 'Check sheet', modes: 'Hints or sheet', print: 'Print the sheet',
  sheetTitle: 'Field check sheet', sheetHead: (plan, asOf) => `${plan}, figures as of ${asOf}`, sheetSeed: (n, seed) => `${n} cells drawn at random from all hints, draw ${seed}; the same number draws the same cells`, sheetChosen: n => `${n} cells chosen by the office`,
  sheetFoot: 'For checking figures only, no finding. Existing records and the site decide; no extra papers are asked for.', sheetEmpty: 'Nothing is on the sheet yet. Choose some hints, or draw at random.',
  foundOk: 'Agrees with the records', foundOff: 'To be corrected; the unit has been told', dialogTitle: (area, target) => `${area}: ${target}`, resultLabel: 'Found', save: 'Save', cancel: 'Cancel',
}
