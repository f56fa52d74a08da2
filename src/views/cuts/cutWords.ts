/** The words of a cut of the board; they load with it. */
export interface CutWords {
  label: string
  only: string
  roles: Record<'lead' | 'assist', string>
  /** Rows that a department leads, and those where it assists. */
  parts: (lead: number, assist: number) => string
  onPace: string
  targets: (onPace: number, active: number) => string
  cells: (onPace: number, active: number) => string
  /** What the head and the legend count; with a lamp chosen they still count all lamps. */
  counted: (rows: number) => string
  allLamps: (rows: number) => string
  /** Ranks of a few columns are those among all. */
  ranked: (columns: number) => string
  nothing: string
  drop: (name: string) => string
  clear: string
  waiting: (n: number) => string
  unreported: (n: number) => string
  stale: (n: number) => string
  none: string
}

export const zhCut: CutWords = {
  label: '筛选', only: '只看', roles: { lead: '牵头', assist: '协办' },
  parts: (lead, assist) => (assist === 0 ? `牵头 ${lead} 项` : `牵头 ${lead} 项，协办 ${assist} 项`),
  onPace: '达序率', targets: (n, m) => `${n}/${m} 项`, cells: (n, m) => `${n}/${m} 格`,
  counted: rows => `达序率、计数和名次只算这 ${rows} 项`, allLamps: rows => `达序率、计数和名次按这 ${rows} 项的各种灯算`, ranked: columns => `达序率和计数只算这里，名次在全部 ${columns} 个地方中排`,
  nothing: '没有同时符合的目标', drop: name => `不再只看${name}`, clear: '清除',
  waiting: n => `未报 ${n}`, unreported: n => `该报没报 ${n}`, stale: n => `一个月没更新 ${n}`, none: '都报了，也都不旧',
}

const targets = (n: number): string => `${n} ${n === 1 ? 'target' : 'targets'}`
export const enCut: CutWords = {
  label: 'Filters', only: 'Only', roles: { lead: 'Lead', assist: 'Assist' },
  parts: (lead, assist) => (assist === 0 ? `leads ${targets(lead)}` : `leads ${targets(lead)}, assists ${assist}`),
  onPace: 'On pace', targets: (n, m) => `${n}/${m} targets`, cells: (n, m) => `${n}/${m} cells`,
  counted: rows => `Rates, counts and ranks are of ${rows === 1 ? 'this target' : `these ${rows} targets`} only`, allLamps: rows => `Rates, counts and ranks are of all lamps of ${rows === 1 ? 'this target' : `these ${rows} targets`}`, ranked: columns => `Rates and counts are of this part only, ranks are among all ${columns} places`,
  nothing: 'No target fits all of these', drop: name => `Stop showing only ${name}`, clear: 'Clear',
  waiting: n => `Missing ${n}`, unreported: n => `Not reported ${n}`, stale: n => `Older than a month ${n}`, none: 'All reported, none stale',
}
