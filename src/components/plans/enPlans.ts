import type { PlanWords } from './planWords'

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
const fields: Readonly<Record<string, string>> = { short: 'short name', weight: 'weight', pair: 'paired target', source: 'source', criteria: 'criteria', note: 'note', ladderAssumed: 'assumed stages', due: 'due day written out' }
const types: Readonly<Record<string, string>> = { report: 'report', allocate: 'allocation', exempt: 'exemption or pause', amend: 'change of target', retract: 'retraction', review: 'review', meeting: 'meeting', rules: 'rule pack' }
const marks: Readonly<Record<string, string>> = { exempt: 'exempt', paused: 'paused', active: 'active again' }

export const enPlans: PlanWords = {
  title: 'Plans',
  day: day => day,
  join: ', ',
  list: {
    title: 'All plans', current: 'open now', shipped: 'built in', own: 'own file', replaces: 'instead of the built-in one', added: day => `added ${day}`, open: 'Open', remove: 'Remove', removeSure: title => `Remove the file of “${title}”?`,
    removeKeeps: 'Entries stay in the ledger and show again when the plan is opened again.', removeFallsBack: 'Entries stay in the ledger; the built-in plan is used again.', cancel: 'Cancel', takeBack: day => `Back to the file of ${day}`,
  },
  drop: { zone: 'Drop a plan file here, or', choose: 'choose a file', hint: 'One .json file. You see it first; looking changes nothing.', over: 'Let go to look at this plan file', busy: 'Reading…' },
  preview: {
    fresh: 'Keep this plan?', newer: 'Replace the plan by the new file?', same: 'Same as the plan in use', refused: 'This file cannot be used', sameLead: 'It says the same as the plan in use; there is nothing to keep.', refusedLead: n => `${counted(n, 'thing')} to correct; nothing was kept. Open it again afterwards.`,
    newerLead: 'The replaced file is kept and can be taken back.', accept: 'Keep', replace: 'Use the new file', accepting: 'Saving…', cancel: 'Cancel', close: 'Close', copy: 'Copy the list', copied: 'Copied', copyByHand: 'The browser does not copy by itself; the list is selected, press Ctrl C.',
    shown: (shown, total) => `The first ${shown} of ${total}.`, more: n => `${n} more are not listed`, orphans: n => `${counted(n, 'entry', 'entries')} would have no place`, ledger: n => `${counted(n, 'entry', 'entries')} in the ledger have no place in this plan`,
  },
  facts: {
    title: 'The plan', plan: 'Plan', id: 'Id', issuer: 'Issued by', number: 'Number', noNumber: 'not given', issued: 'Issued', period: 'Period', span: (start, end) => `${start} to ${end}`, area: 'Area', columns: (area, n) => `${area}, ${counted(n, 'column')}`,
    content: 'Content', counts: (chapters, tasks, targets) => `${counted(chapters, 'chapter')}, ${counted(tasks, 'task')}, ${counted(targets, 'target')}`, measures: 'Measures', departments: 'Departments', departmentCount: n => String(n), allAssumed: 'all assumed', someAssumed: n => `${n} assumed`, asPrinted: 'as printed',
    rulings: 'Rulings', rulingCount: (open, all) => `${all}, ${open} open`, none: 'none',
  },
  measure: { count: 'counts', amount: 'amounts', stock: 'stocks', rate: 'rates', standard: 'standards', frequency: 'frequencies', milestone: 'milestones', qualitative: 'qualitative' },
  compare: {
    title: 'What changes', addedTargets: n => `${counted(n, 'target')} added`, removedTargets: n => `${counted(n, 'target')} removed`, changedTargets: n => `${counted(n, 'target')} changed`, addedAreas: n => `${counted(n, 'area')} added`, removedAreas: n => `${counted(n, 'area')} removed`, renamedAreas: n => `${counted(n, 'area')} renamed`, facts: 'The plan itself', others: 'Also changed',
    from: 'was', to: 'becomes',
    fact: { id: 'Id', title: 'Title', issuer: 'Issued by', issued: 'Issued', documentNumber: 'Number', period: 'Period' },
    target: { name: 'name', unit: 'unit', due: 'due', lead: 'department', task: 'task', measure: 'measure', scope: 'reported', goal: 'goal', baseline: 'baseline', schedule: 'schedule', stages: 'stages', ladder: 'ladder', areas: 'named areas', allocation: 'allocation', details: 'details' },
    part: { tasks: 'names and order of chapters and tasks', departments: 'departments', rulings: 'rulings', areas: 'short names, levels or order of areas', format: 'spelling' }, field: name => fields[name] ?? name,
    scope: { area: 'by areas', whole: 'once for the whole' }, line: 'straight line', step: 'at the due day', monthly: 'by month', quarterly: 'by quarter', points: n => counted(n, 'point'), none: 'none', everyArea: 'all', shared: (areas, sum) => `${sum} in ${counted(areas, 'area')}`,
  },
  orphan: {
    title: n => `${counted(n, 'entry', 'entries')} without a place`, lead: 'They are all in the ledger, nothing was deleted; this plan has no cell for them, so the chart does not show them.', target: 'Target', area: 'Area', day: 'True for', value: 'Entry', by: 'By', why: 'Why', recorded: day => `recorded ${day}`,
    type: type => types[type] ?? type, reason: { target_gone: 'the plan no longer has this target', area_gone: 'the plan no longer has this area', level: 'this level does not report now', payload: 'does not fit the measure it has now' },
    items: n => counted(n, 'site'), stages: n => counted(n, 'stage'), shares: n => `given to ${counted(n, 'area')}`, mark: state => marks[state] ?? state,
  },
  departments: { title: 'Departments', assumed: 'assumed', assumedNote: 'Where the notice names no department, one is assumed by its field; change the plan file to use your own names.' },
  rulings: { title: 'Rulings', lead: (open, all) => `${all}, ${open} open`, open: 'open', decided: 'decided' },
}
