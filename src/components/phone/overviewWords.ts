/** The words of the overview on the phone: short enough for one line of a list. */
import type { Explanation } from '../../domain/explain'

/** What a step to green is counted in. */
export interface StepUnit { unit: string, isRate: boolean }

export interface OverviewWords {
  /** Beside 差距最大: what the large number is, and by when the least must be done. */
  note: (by: string | null) => string
  behind: (points: number) => string
  stage: (name: string) => string
  overdue: (days: number, actual: string) => string
  shouldActual: (should: string | null, actual: string | null) => string
  green: (one: Explanation, unit: StepUnit) => string | null
  fall: (still: number, all: number) => string
  rise: string
  all: string
  none: string
  unreported: string
  place: (name: string, n: number) => string
  comma: string
  list: string
  links: { label: string, find: string, places: string, compare: string }
  was: (value: string) => string
}

const number = (value: number): string => String(Number(value.toFixed(2)))

function zhGreen(one: Explanation, { unit, isRate }: StepUnit): string | null {
  const step = one.toGreen
  switch (step?.kind) {
    case undefined: return null
    case 'amount': return step.amount <= 0 ? '报现状即转绿' : isRate ? `分子再加 ${number(Math.ceil(step.amount))} 转绿` : `再完成 ${number(step.amount)} ${unit}转绿`
    case 'reduce': return `减 ${number(step.amount)} ${unit}转绿`
    case 'stages': return `到「${step.stage}」转绿`
    case 'areas': return `再 ${step.areas} 地达标转绿`
    case 'report': return '填报即转绿'
  }
}

export const zhOverview: OverviewWords = {
  note: by => (by === null ? '落后百分点' : `落后百分点，${by}前转绿`), behind: points => `落后 ${points} 个百分点`, stage: name => `现在「${name}」`, overdue: (days, actual) => `逾期 ${days} 天，实 ${actual}`, green: zhGreen, shouldActual: (should, actual) => [should === null ? '' : `应 ${should}`, actual === null ? '没有填报' : `实 ${actual}`].filter(part => part !== '').join('，'),
  fall: (still, all) => (still === 0 ? '按降幅' : still === all ? '数都没动，时序先走' : `${still} 项数没动，时序先走`), rise: '按升幅', all: '全部', none: '没有', unreported: '未填报', place: (name, n) => `${name} ${n}`, comma: '，', list: '看名单',
  links: { label: '去别处', find: '搜索', places: '各地', compare: '对比' }, was: value => `原 ${value}`,
}

function enGreen(one: Explanation, { unit, isRate }: StepUnit): string | null {
  const step = one.toGreen
  switch (step?.kind) {
    case undefined: return null
    case 'amount': return step.amount <= 0 ? 'green once reported' : isRate ? `numerator +${number(Math.ceil(step.amount))} to green` : `+${number(step.amount)} ${unit} to green`
    case 'reduce': return `−${number(step.amount)} ${unit} to green`
    case 'stages': return `green at ${step.stage}`
    case 'areas': return `${step.areas} more places to green`
    case 'report': return 'green once reported'
  }
}

export const enOverview: OverviewWords = {
  note: by => (by === null ? 'points behind' : `points behind; green by ${by}`), behind: points => `${points} points behind`, stage: name => `now at ${name}`, overdue: (days, actual) => `${days} days overdue, actual ${actual}`, green: enGreen, shouldActual: (should, actual) => [should === null ? '' : `pace ${should}`, actual === null ? 'not reported' : `now ${actual}`].filter(part => part !== '').join(', '),
  fall: (still, all) => (still === 0 ? 'largest first' : still === all ? 'no value moved, time did' : `${still} stood still while time went on`), rise: 'largest first', all: 'All', none: 'None', unreported: 'Not reported', place: (name, n) => `${name} ${n}`, comma: ', ', list: 'Show list',
  links: { label: 'Elsewhere', find: 'Find', places: 'Places', compare: 'Compare' }, was: value => `was ${value}`,
}
