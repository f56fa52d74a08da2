/** English. Names, titles and notes of a plan stay as the plan has them. */
import type { Explanation } from '../../domain/explain'
import type { Target } from '../../domain/plan'
import type { Messages } from '../../components/messages'
import { distanceOf } from '../../domain/lamp'
import { enAmount } from '../../wording/enRuleWords'
import { enBoard, enDemo } from './enBoard'
import { enPhone } from './enPhone'
import { enTime } from './enTime'
import { enProblems } from './enProblems'

const number = (value: number): string => String(Number(value.toFixed(2)))
const percent = (share: number): string => `${Math.round(share * 100)}%`
const points = (gap: number): string => number(Math.round(Math.abs(gap) * 1000) / 10)
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const month = (text: string): string => months[Number(text.slice(5, 7)) - 1] ?? ''
const day = (text: string): string => `${Number(text.slice(8, 10))} ${month(text)}`

function ruleOf(one: Explanation): string {
  const { lamp, gap, pack, daysLeft } = one
  const { behind, slightlyBehind } = pack
  const part = gap === null || pack.mode === 'pp' ? '' : `, ${percent(Math.abs(distanceOf(gap, one.should, pack)))} of what is due`
  const lag = gap === null ? '' : `${points(gap)} points behind${part}`
  switch (lamp) {
    case 'exempt': return 'Exempt; outside the on-pace rate'
    case 'paused': return 'Paused; outside the on-pace rate'
    case 'done': return 'Goal reached in time'
    case 'caught_up_late': return `Goal reached after its due day (${day(one.due)})`
    case 'overdue': return `Due ${day(one.due)}, ${-daysLeft} days ago; goal not reached`
    case 'no_data': return 'Progress is due, nothing is reported'
    case 'not_due': return 'Nothing is due yet'
    case 'behind': return one.isCeiling ? 'Above the ceiling' : behind === null || behind === 0 ? lag : `${lag}; ${pack.edges.behind === 'worse' ? 'at least' : 'more than'} ${enAmount(pack, behind)}`
    case 'slightly_behind': return slightlyBehind === 0 ? (behind === null ? lag : `${lag}; up to ${enAmount(pack, behind)}`)
      : behind === null ? `${lag}; more than ${enAmount(pack, slightlyBehind)}` : `${lag}; between ${enAmount(pack, slightlyBehind)} and ${enAmount(pack, behind)}`
    case 'near_due': return `Due ${day(one.due)}, in ${daysLeft} days; not done`
    case 'ahead': return gap === null ? 'Ahead of pace' : points(gap) === '0' ? 'Exactly on pace' : gap < 0 ? lag : `${points(gap)} points ahead of pace`
    case 'on_pace': return one.isCeiling ? 'Within the ceiling' : slightlyBehind === 0 ? 'Not behind pace' : `Within ${enAmount(pack, slightlyBehind)} of pace`
    case null: return 'No share is allocated here: value only, no lamp'
  }
}

function toGreenOf(one: Explanation, target: Target): string | null {
  const step = one.toGreen
  if (step === null) return null
  const by = `by ${day(step.by)}`
  switch (step.kind) {
    case 'amount': return step.amount <= 0 ? 'report as it stands' : `${number(target.measure === 'rate' ? Math.ceil(step.amount) : step.amount)} more ${target.measure === 'rate' ? '(numerator)' : target.unit} ${by}`
    case 'reduce': return `${number(step.amount)} ${target.unit} less ${by}`
    case 'stages': return `reach “${step.stage}” ${by}`
    case 'areas': return `${step.areas} more areas to meet it ${by}`
    case 'report': return `report ${by}`
  }
}

const enLamps: Messages['lamp'] = {
  exempt: 'Exempt', paused: 'Paused', done: 'Done', caught_up_late: 'Caught up late', overdue: 'Overdue', no_data: 'Not reported', not_due: 'Not due',
  behind: 'Far behind', slightly_behind: 'Behind', near_due: 'Near due', ahead: 'Ahead', on_pace: 'On pace',
}

export const en: Messages = {
  language: 'en',
  product: 'Guatu',
  nav: { label: 'Screens', board: 'Board', report: 'Reporting', supervise: 'Supervision', meetings: 'Meetings', plans: 'Plan', find: 'Find', mine: 'Only mine', help: 'Help', keys: 'Keys', planSwitch: 'Switch plan', present: 'Present', export: 'Export', settings: 'Settings', exportLedger: 'Ledger (.jsonl, backup)', exportBoard: 'Board data (board.json)', restore: 'Restore ledger…' },
  settings: { identity: 'Reporting unit', noIdentity: 'No unit', change: 'change…', theme: 'Appearance', light: 'Light', dark: 'Dark', system: 'As the system', language: 'Language' },
  demo: enDemo,
  board: enBoard,
  lamp: enLamps,
  usualLamp: enLamps,
  group: { done: 'Done', ok: 'On pace', due: 'Near due', lag: 'Behind', sev: 'Far behind or overdue', none: 'Not reported', idle: 'Exempt or paused', waiting: 'Not due' },
  groupShort: { done: 'Done', ok: 'On pace', due: 'Near due', lag: 'Behind', sev: 'Far behind', none: 'No report', idle: 'Exempt', waiting: 'Not due' },
  head: { target: 'Target', department: 'Unit', goal: 'Year', progress: () => 'Progress', done: 'Done', onPaceRate: 'On-pace rate % (tasks on pace)', rank: 'Rank', allocated: 'Shared out (targets)', tie: rank => `=${rank}`, qualitative: 'No figure' },
  chapter: { items: n => `${n} ${n === 1 ? 'target' : 'targets'}`, count: (word, n) => `${word} ${n}`, folded: n => `${n} ${n === 1 ? 'task' : 'tasks'} without a figure`, open: 'Open', close: 'Close', only: 'Only this chapter' },
  cell: {
    label: (area, target, lamp, value, should) => [area, target, lamp, value, should].filter(part => part !== '').join(', '),
    notReported: 'Not reported', open: 'not shared out', blank: 'no task', short: amount => `−${amount}`,
    value: (value, goal, unit) => `${value}${goal === '' ? '' : ` / ${goal}`}${unit === '' ? '' : ` ${unit}`}`, should: amount => `expected ${amount}`, stale: 'stale',
  },
  chain: { overdue: days => `${days} d late`, left: days => `${days} d left` },
  date: { asOf: 'As of', back: 'Day before', forward: 'Day after', backMonth: 'End of last month', forwardMonth: 'End of month', day, month, invalid: 'Write it like 2020-09-15' },
  legend: { label: 'Lamps; choose one to show only these', filter: (word, n) => `${word}, ${n} cells` },
  edit: {
    start: 'Edit', leave: 'Leave', achievement: 'Progress', allocation: 'Shares', modes: 'What to enter', last: 'Last', never: 'never reported', input: 'Enter', goal: goal => `Goal ${goal}`, increase: 'more', after: 'then', note: 'Note (optional)', noteLabel: 'Note',
    unchanged: 'No change', undo: 'Undo', redo: 'Redo', bad: n => `${n} refused; the rest is saved`, doubt: 'To confirm', keep: 'Keep it', dismiss: 'Clear', changeTo: text => `Change to ${text}`, openAmount: text => `${text} not shared out`, overAmount: text => `${text} beyond the goal`, allGiven: 'All shared out',
    notAllocated: 'Not shared out', keys: 'Enter down, Tab right, N no change, Ctrl D as above, Ctrl Z undo, Esc leave', ratePlaceholder: 'num/denom', stages: 'Stages', milestones: 'Day each stage was reached', items: 'Sites', itemName: 'Name', addItem: 'Add a site', removeItem: 'Remove', save: 'Save', cancel: 'Cancel', reachedOn: 'reached on', plainNumber: 'Only a number',
    changed: n => `${n} changed`, todo: 'This entry', pick: 'Choose a cell', areasGiven: n => `${n} areas have a share`, itemNumber: n => `Site ${n}`,
  },
  identity: { title: 'Who is reporting', why: 'Asked once; kept with every record.', unit: 'Unit', name: 'Name (optional)', save: 'Start', cancel: 'Not now' },
  saved: { saving: 'Saving…', saved: time => `Saved ${time}`, failed: 'Not saved', idle: 'Changes are kept on this device' },
  status: { rule: 'Pace: within 5 points is on pace, over 30 far behind; stages count by share', legend: '81 is 81%, 2/3 a count, blank no task', cells: n => `${n} cells in all`, events: n => `${n} records` },
  panel: {
    tabs: 'What is listed', attention: n => `Needs attention ${n}`, allFine: 'Nothing is behind', worstFirst: 'worst first', more: n => `${n} more`, close: 'Close', should: 'Expected', actual: 'Actual', gap: 'Gap', source: 'Source', criteria: 'Criteria', rulings: 'Rulings', note: 'Note', last: 'Reported', toGreen: 'Least to green', noReport: 'nothing yet', why: 'Why', notReported: n => `${n} not reported`, department: 'Lead',
    reported: (n, m) => `${n} of ${m} reported`, baseline: 'Baseline', curve: 'Course',
  },
  empty: {
    title: 'No progress yet', read: 'Plan loaded', targets: n => `${n} targets`, allocated: 'Shared out', cells: (n, m) => `${n} of ${m}`, waiting: 'Waiting for the first report',
    why: 'Share the goals out first; a cell lights up with its first number. What is not entered counts neither as 0 nor as on pace.', start: 'Enter on the board', allocate: 'Share out', rulings: n => `${n} questions on the notice`,
  },
  curve: { pace: 'Pace', actual: 'Actual', goal: 'Goal', aria: (name, should, actual) => `Course of ${name}: expected ${should}, actual ${actual}` },
  rule: ruleOf,
  toGreen: toGreenOf,
  shouldActual: one => [one.should === null ? '' : `expected ${percent(one.should)}`, one.actual === null ? 'not reported' : `actual ${percent(one.actual)}`].filter(part => part !== '').join(', '),
  problem: {
    planTitle: 'This plan file cannot be used', planLead: n => `${n} problems were found; nothing was loaded and your data are untouched. `, shown: (shown, total) => `The first ${shown} of ${total} are listed`, path: 'Where', why: 'Problem', fix: 'Fix', another: 'Another plan',
    damagedTitle: 'The ledger is shorter than it was', damagedLead: 'Records on this device may have been cleared. The board waits for your decision, so that nothing is lost.', restoreFile: 'Restore from backup (.jsonl)', acceptLoss: 'Take it as it is', acceptSure: 'Confirm: do not wait for the missing records',
    unavailableTitle: 'Read only', loading: 'Loading…', retry: 'Reload',
  },
  restore: {
    title: 'Restore ledger', choose: 'Choose a backup', fresh: n => `${n} new records`, known: n => `${n} already here`, aside: n => `${n} unreadable lines (kept aside)`, foreign: n => `${n} of other plans (ignored)`, conflicts: n => `${n} conflicts (both kept)`, apply: 'Merge', nothing: 'Nothing new', done: n => `${n} records merged`,
  },
  phone: enPhone,
  time: enTime,
  problemText: problem => {
    const known = enProblems[problem.code]
    return known === undefined ? { why: problem.why, fix: problem.fix } : { why: known[0], fix: known[1] }
  },
}
