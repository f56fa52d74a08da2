import type { SnapshotWords } from './snapshotWords'

const titled = (title: string): string => (title === '' ? '' : ` “${title}”`)
const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

export const enSnapshots: SnapshotWords = {
  title: 'Snapshots', board: 'Wall chart', all: 'All snapshots', count: n => `${n} on this device, latest first`, none: 'No snapshots yet',
  noneLead: 'Freeze one before a meeting: the wall chart of the day with its whole ledger, never changed again. Slides, reports and posters are exported from it and carry its code, by which they can be verified later.',
  reviews: { all: 'all reports', accepted: 'accepted reports only', accepted_twice: 'reports accepted at both levels only' }, demo: 'Demo data', safe: 'without names and notes',
  card: { asOf: day => `as of ${day}`, known: moment => `known ${moment}`, code: 'Code', made: (when, by) => `frozen ${when}${by === '' ? '' : `, ${by}`}`, matrix: rows => `Small picture of the wall chart, ${plural(rows, 'target')}` },
  freeze: {
    title: 'Freeze now', lead: 'one day of the wall chart, never changed again', name: 'Name', day: 'As of', review: 'Which reports count', act: 'Freeze', busy: 'Freezing…', done: code => `Frozen, code ${code}`,
    badDay: (from, to) => `write it like 2020-09-15, from ${from} to ${to}`, noName: 'give it a name', failed: 'It was not kept',
  },
  verify: {
    title: 'Verify', lead: 'Enter the code at the foot of a paper, or open any exported file: do its figures match the ledger, and what changed since', code: 'Code', act: 'Verify', or: 'or', choose: 'Open a file…',
    drop: 'PPTX, DOCX, XLSX, HTML, SVG, PNG, CSV, MD, JSON; or drop it on this page', badCode: 'a code has 12 digits, 0 to 9 and A to F, like 7F3A 91C2 E04D', busy: 'Verifying…', partMissing: 'The part that verifies could not be loaded; check the network and reload',
  },
  unknown: {
    title: code => `This device has no snapshot with the code ${code}`, lead: 'It may have been frozen on another device, or a digit was copied wrongly. What can be done:',
    ways: ['Open the file that bears the code: it carries a seal and can be verified without the snapshot', 'Ask for the snapshot (JSON or HTML) and open it here; it can be kept once it is verified', 'Open this page on the device and in the browser where it was frozen'],
  },
  facts: {
    title: 'This one', asOf: 'As of', known: 'Known at', review: 'Counts', rules: 'Rules', entries: 'Ledger', made: 'Frozen', version: 'Guatu version', code: 'Code', copyOf: 'Copy of', entriesText: n => plural(n, 'entry', 'entries'),
    qr: 'QR code', qrLead: 'a phone shows one line of text, no network',
  },
  acts: { papers: 'Export papers', download: 'Save as JSON', keep: 'Keep on this device', kept: 'Kept', close: 'Close', compare: 'Compare', compareNone: 'with nothing', now: 'now', nowLead: 'the wall chart now' },
  file: name => `File ${name}`,
  verdict: {
    matches: { title: 'It matches the ledger', text: 'Made anew from what was known then: plan, entries and every figure are those sealed.' },
    altered: { title: 'The seal was altered', text: 'What the file says does not fit its own code; do not rely on it.' },
    other_plan: { title: 'This is of another plan', text: 'Open that plan and verify on its own page.' },
    other_ledger: { title: 'Demo and real ledger cannot verify each other', text: 'Switch to the ledger it was frozen from and verify again.' },
    plan_changed: { title: 'The plan file was changed', text: 'Goals, days or townships are not those sealed.' },
    ledger_lacks: { title: 'Entries known then are missing here', text: 'Export the ledger where they are, merge it here and verify again.' },
    ledger_has_more: { title: 'Entries written then were merged later', text: 'They were written on another device and came here after the freezing.' },
    rules_differ: { title: 'The rules differ', text: 'Plan and entries are the same and yet figures are not: another version of the rules froze it.' },
  },
  verdictTitle: 'Verdict', figures: { same: 'Every figure is still the one sealed.', differ: 'Some figures are not those sealed, see below.' },
  lacking: n => (n === null ? 'How many cannot be told without the snapshot itself.' : `${plural(n, 'is', 'are')} missing.`), more: n => (n === null ? 'How many cannot be told without the snapshot itself.' : `${n} more.`), counts: (sealed, here) => `${sealed} sealed, ${here} here.`,
  altered: (field, claimed, right) => `${field}: says ${claimed}${right === null ? '' : `, sealed was ${right}`}`, alteredUnknown: 'Name, time, unit or version is not the one sealed; without the snapshot it cannot be told which',
  fields: {
    name: 'Name', plan: 'Plan', planHash: 'Plan file', asOf: 'Day', knownAt: 'Known at', rulePack: 'Rules', review: 'Counts', demo: 'Demo mark', events: 'Number of entries', head: 'Ledger', boardHash: 'Figures',
    madeAt: 'Time', madeBy: 'Unit', version: 'Guatu version', safeFrom: 'Copy of',
  },
  otherPlan: plan => `Plan ${plan}`,
  edited: {
    title: n => `${plural(n, 'part')} of the file edited`, text: 'Text or chart figures are not those exported; the snapshot holds:', none: 'The file was not edited', noneText: 'Text and chart figures of every page are those exported.',
    kinds: { slide: (n, title) => `Slide ${n}${titled(title)}`, sheet: (n, title) => (title === '' ? 'Table' : `Sheet ${n}${titled(title)}`), section: (n, title) => `Section ${n}${titled(title)}`, chart: (n, title) => (title === '' ? `Chart ${n}` : `Chart of${titled(title)}`), picture: () => 'Picture' },
    changes: { edited: 'edited', gone: 'gone', added: 'added later' },
  },
  boardFile: {
    match: review => `It matches the ledger (${review})`, matchText: 'Made anew for the day and knowledge that the file names, every figure is the same.', differ: 'It does not match the ledger', differText: 'Made anew for the day and knowledge that the file names, these differ:',
    cell: (where, field, claimed, right) => `${where} ${field}: says ${claimed}, the ledger gives ${right}`,
  },
  changed: { title: n => `${plural(n, 'figure')} of that day changed after the freezing`, text: 'What was sealed was right then; late reports, corrections or adjustments changed it, see below.' },
  since: {
    title: 'What changed since', lead: day => `the same day, ${day}, as sealed and as known now`, none: 'Nothing: the figures of that day are the same now', count: (n, turned) => `${plural(n, 'figure')} changed, ${turned} of them the lamp`, more: n => `${n} more`, fold: 'Fold',
    unreported: 'not reported', by: (by, when) => `${by === '' ? 'unsigned' : by}, recorded ${when}`, nobody: 'no entry found', noLamp: 'no lamp',
  },
  problem: { title: 'It cannot be verified', file: name => name, forget: 'Close' },
  mood: { good: 'matches', bad: 'does not match', note: 'note' },
}
