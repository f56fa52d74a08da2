/** The words of a target's page: what its blocks, charts and record say. They load with the page. */
import type { LampRules } from '../../domain/lampRules'
import type { BandPhrase } from '../../wording/ruleWords'
import type { MarkState, RecordKind } from '../../domain/targetRecord'

export interface TargetWords {
  head: {
    lead: (department: string) => string
    goal: (goal: string) => string
    due: (day: string) => string
    areas: (n: number) => string
    whole: string
    met: (of: number) => string
    value: string
    should: string
    shouldAt: (pace: string) => string
    progress: string
    lamp: string
    ahead: (points: string) => string
    behind: (points: string) => string
    level: string
    knownThen: string
  }
  scope: { label: string, looking: string, back: (whole: string) => string, none: (name: string) => string, option: (name: string, lamp: string, value: string) => string }
  curve: {
    kicker: string
    unit: { share: string, stages: (unit: string) => string }
    behind: (amount: string) => string
    ahead: (amount: string) => string
    byStages: (text: string) => string
    points: (points: string) => string
    noData: (should: string | null) => string
    notDue: string
    reached: string
    within: string
    above: (amount: string) => string
    noGoal: string
    overdue: (amount: string | null) => string
    flag: (day: string) => string
    should: (height: string) => string
    goal: (goal: string, due: string) => string
    ceiling: (goal: string) => string
    stretch: (sum: string, over: string) => string
    baseline: (value: string, year: string) => string
    counted: (value: string) => string
    stages: (value: string) => string
    projection: (day: string, year: string | null) => string
    key: { pace: string, room: (points: number) => string, late: string, meetings: string, counted: string }
    tip: (day: string, actual: string | null, should: string | null, inTime: string | null) => string
    label: (name: string, title: string) => string
    table: { day: string, actual: string, should: string, gap: string, inTime: string }
  }
  bars: {
    title: string
    towns: string
    modesLabel: string
    modes: { gap: string, share: string, value: string }
    finding: { late: (late: number, n: number, worst: string) => string, fine: (n: number) => string, silent: (silent: number, n: number) => string, unlit: string, most: (name: string, amount: string) => string, none: string }
    short: (amount: string) => string
    points: (points: string) => string
    onPace: string
    share: (share: string) => string
    hint: string
    head: { area: string, lamp: string, value: string, goal: string, progress: string, should: string, gap: string, share: string }
    should: (should: string) => string
    label: (name: string, finding: string) => string
    unit: { gap: string, share: string }
  }
  stages: {
    sites: string
    sitesSub: (n: number, done: number) => string
    site: string
    area: string
    plain: (n: string) => string
    none: string
    assumed: string
    counts: (stage: string) => string
    title: string
    stage: string
    due: string
    reached: string
    reachedBy: (n: number, of: number) => string
    late: (days: number) => string
    early: (days: number) => string
    onTime: string
    left: (days: number) => string
    over: (days: number) => string
    now: string
    isReached: string
    isOpen: string
    all: (n: number) => string
  }
  shares: { title: string, sum: (sum: string, goal: string) => string, equal: string, open: (amount: string) => string, over: (amount: string) => string, none: string, same: (goal: string, n: number) => string, marks: string, wholeMark: string, since: (day: string) => string, noReason: string, unasked: (n: number) => string }
  why: {
    title: string
    noLamp: string
    sum: string
    points: (points: string) => string
    rule: string
    pack: string
    packName: (rules: LampRules) => string
    /** When each lamp is lit, the best first; the last may end with an overdue goal. */
    thresholds: (rules: LampRules) => readonly BandPhrase[]
    orOverdue: string
    ceilingRule: readonly [string, string]
    meeting: string
    gap: (points: string) => string
    closer: (points: string) => string
    wider: (points: string) => string
    same: string
    nearest: (sites: string) => string
    site: (area: string, name: string, stage: string) => string
    last: string
    reported: string
  }
  months: { title: string, sub: string, head: (month: string) => string, reported: string, known: string, noLamp: string, legend: string, line: (month: string, submitBy: string, reported: string, known: string, isMadeUp: boolean) => string, none: string, sum: (late: number, madeUp: number) => string }
  source: { title: string, place: string, figure: string, document: string, noDocument: string, issued: string, assumed: string, lead: string, baseline: string, criteria: string, note: string, rulings: string, open: string, decided: string, noFigure: string }
  record: {
    title: string
    sub: string
    recorded: string
    who: string
    area: string
    at: string
    change: string
    reason: string
    number: string
    late: string
    correction: string
    unreviewed: string
    state: { retracted: string, returned: string }
    verdict: { accepted: string, returned: string }
    kind: Record<RecordKind, string>
    takenBack: (kind: string) => string
    mark: Record<MarkState, string>
    shares: (sum: string, n: number) => string
    noShare: string
    schedule: string
    goal: (goal: string) => string
    openGoal: string
    due: (day: string) => string
    moved: (name: string, from: string | null, to: string | null) => string
    struck: (text: string) => string
    none: string
    all: (n: number) => string
  }
  less: string
}
