/** The page of a target in English. */
import { enBandPhrases } from '../../wording/enRuleWords'
import type { TargetWords } from './targetWords'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const day = (text: string): string => `${Number(text.slice(8, 10))} ${months[Number(text.slice(5, 7)) - 1]}`
const dayOrName = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text)
const lines = (parts: readonly (string | null)[]): string => parts.filter(part => part !== null && part !== '').join('\n')

export const enTarget: TargetWords = {
  head: {
    lead: department => `Lead: ${department}`, goal: goal => `Goal of the year: ${goal}`, due: text => `Due ${text}`, areas: n => `Asked of ${n} places`, whole: 'Done by the bureau itself, not shared out',
    met: of => `/ ${of} places meet it`, value: 'Reached', should: 'Due by now', shouldAt: pace => `Due by now (pace ${pace})`, progress: 'Progress', lamp: 'Lamp', ahead: points => `${points} points ahead`, behind: points => `${points} points behind`, level: 'level with the pace', knownThen: 'As known then',
  },
  scope: { label: 'Look at', looking: 'Only', back: whole => `Back to ${whole}`, none: name => `${name} has no part in this target; below is the whole`, option: (name, lamp, value) => [name, lamp, value].filter(part => part !== '').join(', ') },
  curve: {
    kicker: 'Progress and plan', unit: { share: '% (by stages or places)', stages: unit => `${unit} (sites under way by their stages)` },
    behind: amount => `${amount} behind`, ahead: amount => `${amount} ahead`, byStages: text => `By stages ${text}`, points: points => `${points} points`,
    noData: should => (should === null ? 'Not reported yet' : `Not reported yet, ${should} due`), notDue: 'Nothing is due yet', reached: 'The goal is reached', within: 'Within the ceiling', above: amount => `${amount} above the ceiling`, noGoal: 'Not shared out yet: values only', overdue: amount => (amount === null ? 'Overdue and not reported' : `Overdue, ${amount} missing`),
    flag: text => `As of ${text}`, should: height => `due ${height}`, goal: (goal, due) => `Goal ${goal} by ${due}`, ceiling: goal => `Ceiling ${goal}`, stretch: (sum, over) => `Shared out ${sum}, ${over} beyond the goal`, baseline: (value, year) => `${year}: ${value}`,
    counted: value => `finished ${value}`, stages: value => `by stages ${value}`, projection: (text, year) => `At the speed of\nthree months:\n${text}${year === null ? '' : ` ${year}`}`, key: { pace: 'plan', room: points => `${points} points of tolerance`, late: 'a point or more reported or corrected after the 5th', meetings: 'meetings', counted: 'finished only' },
    tip: (at, actual, should, inTime) => lines([day(at), actual === null ? null : `reached ${actual}`, should === null ? null : `due ${should}`, inTime === null ? null : `known on the 5th: ${inTime}`]),
    label: (name, title) => `Course of ${name}: ${title}`, table: { day: 'Day', actual: 'Reached', should: 'Due', gap: 'Gap', inTime: 'Known on the 5th of the next month' },
  },
  bars: {
    title: 'Places', towns: 'Townships', modesLabel: 'What is compared', modes: { gap: 'Gap', share: 'Share', value: 'Value' },
    finding: { late: (late, n, worst) => `${late} of ${n} places are behind, ${worst} most of all`, fine: n => `None of ${n} places is behind`, silent: (silent, n) => `${silent} of ${n} places have not reported`, unlit: 'Not shared out yet: no lamps', most: (name, amount) => `${name} has most, ${amount}`, none: 'No place is asked for this' },
    short: amount => `short ${amount}`, points: points => `${points} points`, onPace: 'on pace', share: share => share, hint: 'The tick is what is due; a click on a name or a bar shows that place',
    head: { area: 'Place', lamp: 'Lamp', value: 'Reached', goal: 'Goal', progress: 'Progress', should: 'Due', gap: 'Gap (points)', share: 'Share' }, should: should => `due ${should}`, label: (name, finding) => `Places of ${name}: ${finding}`, unit: { gap: '% of each place\'s own goal', share: '% of the whole' },
  },
  stages: {
    sites: 'Sites', sitesSub: (n, done) => `${n} sites, ${done} count as finished`, site: 'Site', area: 'Place', plain: n => `${n} more were reported as a number, without sites`, none: 'No sites reported yet', assumed: '; the shares of the stages are provisional, the notice gives none', counts: stage => `A site counts as finished from “${stage}” on`,
    title: 'Stages', stage: 'Stage', due: 'Due', reached: 'Reached', reachedBy: (n, of) => `${n} of ${of} places`, late: days => `${days} days late`, early: days => `${days} days early`, onTime: 'on the day', left: days => `${days} days left`, over: days => `${days} days over`, now: 'now', isReached: 'reached', isOpen: 'open', all: n => `All ${n} sites`,
  },
  shares: {
    title: 'Shares', sum: (sum, goal) => `Sum ${sum}, goal ${goal}`, equal: 'equal to the goal', open: amount => `${amount} not shared out`, over: amount => `${amount} beyond the goal`, none: 'Not shared out yet', same: (goal, n) => `No amounts: ${n} places, ${goal} each`, marks: 'Exempt and paused', wholeMark: 'The whole target', since: text => `since ${text}`, noReason: 'no reason given', unasked: n => `${n} more places are not asked`,
  },
  why: {
    title: 'Why', noLamp: 'no lamp', sum: 'Sum', points: points => `${points} points`, rule: 'Rule', pack: 'Rules', packName: rules => rules.name ?? 'Default rules', thresholds: enBandPhrases, orOverdue: ' or overdue', ceilingRule: ['within the ceiling', ', above it or overdue'],
    meeting: 'Last meeting', gap: points => `${points} points`, closer: points => `${points} closer`, wider: points => `${points} wider`, same: 'unchanged', nearest: sites => `Nearest: ${sites}`, site: (area, name, stage) => `${area} ${name} (${stage})`.trim(), last: 'Last report', reported: 'Reported',
  },
  months: {
    title: 'Lamp by month', sub: 'As of the month\'s end, settled on the 5th', head: month => months[Number(month.slice(5)) - 1] ?? month, reported: 'Then', known: 'Now', noLamp: 'no lamp', legend: 'late or not reported then, made up since', none: 'No month is over yet',
    line: (month, submitBy, reported, known, isMadeUp) => `${month}: ${reported} as reported by ${submitBy}, now ${known}${isMadeUp ? ', made up since' : ''}`,
    sum: (late, madeUp) => (late === 0 ? 'Never behind in any month' : `Behind or not reported in ${late} months, ${madeUp} made up since`),
  },
  source: { title: 'Source', place: 'Section', figure: 'Figure', document: 'Document', noDocument: 'not given in the notice', issued: 'Issued', assumed: ' (assumed)', lead: 'Lead', baseline: 'Baseline', criteria: 'Criteria', note: 'Note', rulings: 'Rulings', open: 'open', decided: 'decided', noFigure: 'no figure in the notice' },
  record: {
    title: 'Record', sub: 'Only added to: a correction is a new line', recorded: 'Recorded', who: 'Who', area: 'Place', at: 'As of', change: 'Change', reason: 'Grounds', number: 'No.', late: 'late', correction: 'correction', unreviewed: 'not reviewed', state: { retracted: 'taken back', returned: 'returned' }, verdict: { accepted: 'accepted', returned: 'returned' },
    kind: { report: 'report', allocate: 'shares', amend: 'amendment', exempt: 'exemption', review: 'review', retract: 'retraction' }, takenBack: kind => `${kind} taken back`, mark: { exempt: 'exempt', paused: 'paused', active: 'active again' },
    shares: (sum, n) => `${sum} to ${n} places`, noShare: 'not asked', schedule: 'schedule', goal: goal => `goal ${goal}`, openGoal: 'goal open', due: text => `due ${day(text)}`,
    moved: (name, from, to) => `${name} ${from === null ? '' : `${dayOrName(from)} → `}${to === null ? 'withdrawn' : dayOrName(to)}`, struck: text => `was ${text}`, none: 'Nothing recorded yet', all: n => `All ${n} lines`,
  },
  less: 'Fewer',
}
