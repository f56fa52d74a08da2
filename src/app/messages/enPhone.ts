import type { PhoneWords } from '../../components/phone/phoneWords'

export const enPhone: PhoneWords = {
  onPace: 'On pace', items: (n, m) => `${n} of ${m}`, changed: 'Changes', better: 'up', worse: 'down', waiting: 'Unreported', cells: n => `${n} ${n === 1 ? 'cell' : 'cells'}`,
  widest: n => `Widest gaps, ${n}`, all: n => `All ${n}`, noneBehind: 'Nothing is behind', unreported: n => `Not reported ${n}`,
  reportLead: day => `As of ${day}: not reported, or older than a month. Choose one and enter it`, reportNone: 'All reported, nothing is waiting', stale: n => `Older than a month ${n}`, enter: 'Report',
  tabs: { label: 'Screens', board: 'Board', changes: 'Changes', report: 'Report', supervise: 'Slips', plans: 'Plans' }, noMilestones: 'Stages and sites are entered at a desk',
}
