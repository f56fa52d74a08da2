/** Words of the schedule curves. */
import type { CurveForm } from '../../domain/scheduleEdit'

export interface CurvePageWords {
  title: string, list: string, forms: Readonly<Record<CurveForm, string>>, hint: Readonly<Record<CurveForm, string>>, formLabel: string
  to: string, share: string, amount: string, add: string, remove: (day: string) => string, stage: string
  point: (day: string, share: string, amount: string) => string, should: (day: string, amount: string) => string, straight: string, old: string, drawing: (name: string) => string
  steepest: (from: string, to: string, amount: string) => string, left: (share: string) => string, step: (day: string) => string
  meeting: (number: number, day: string) => string, reason: string, changeReason: string, apply: string, applied: (n: number) => string
  laterOne: (day: string) => string, keepOld: (day: string) => string, copy: (n: number) => string, copyAll: string
  keys: string, reset: string
}

export const zhCurves: CurvePageWords = {
  title: '时序曲线', list: '选一个指标设时序', formLabel: '曲线的形式',
  forms: { linear: '直线', monthly: '按月', quarterly: '按季', points: '折点', step: '到期一次', stages: '节点' },
  hint: { linear: '按天数匀速', monthly: '拖点或改表；十二个月的累计', quarterly: '拖点或改表；四个季度的累计', points: '拖点或改表；圆为会议', step: '到期之前不计，到期那天全部要完成', stages: '节点各有日期，以节点为准；改日期在计划文件里' },
  to: '到', share: '累计', amount: '折个数', add: '加一个折点', remove: day => `删去 ${day} 的折点`, stage: '节点',
  point: (day, share, amount) => `${day}，累计 ${share}${amount === '' ? '' : `，${amount}`}`, should: (day, amount) => `${day} 应 ${amount}`, straight: '直线', old: '原曲线', drawing: name => `${name} 的时序曲线`,
  steepest: (from, to, amount) => (from === to ? `最陡 ${from}，${amount}。` : `最陡 ${from}至${to}，月均 ${amount}。`), left: share => `三季度末还剩 ${share}。`, step: day => `${day}一次到齐。`,
  meeting: (number, day) => `第 ${number} 次会议 ${day}`, reason: '设置时序曲线', changeReason: '年中调整时序', apply: '应用这条曲线', applied: n => (n === 1 ? '曲线已记入台账' : `${n} 个指标的曲线已记入台账`),
  laterOne: day => `${day}起另有一条曲线，那天以后仍以它为准`, keepOld: day => `${day}以前仍按原曲线，已过的日子不变`, copy: n => `用到同类（${n}）`, copyAll: '全选',
  keys: '点上按方向键：上下 1%，左右 1 天，按住 Shift 为 5% 和 7 天', reset: '还原',
}
export const enCurves: CurvePageWords = {
  title: 'Schedule curve', list: 'Choose a target', formLabel: 'Form of the curve',
  forms: { linear: 'Straight', monthly: 'Monthly', quarterly: 'Quarterly', points: 'Points', step: 'At the end', stages: 'Stages' },
  hint: { linear: 'even, by days', monthly: 'drag or type; twelve cumulative months', quarterly: 'drag or type; four cumulative quarters', points: 'drag or type; circles are meetings', step: 'nothing before the due day, all of it on that day', stages: 'the stages have their own dates, set in the plan file' },
  to: 'By', share: 'Total', amount: 'Units', add: 'Add a point', remove: day => `Remove the point of ${day}`, stage: 'Stage',
  point: (day, share, amount) => `${day}, ${share} in all${amount === '' ? '' : `, ${amount}`}`, should: (day, amount) => `${day}: ${amount}`, straight: 'straight', old: 'as before', drawing: name => `Schedule curve of ${name}`,
  steepest: (from, to, amount) => (from === to ? `Steepest in ${from}: ${amount}. ` : `Steepest from ${from} to ${to}: ${amount} a month. `), left: share => `${share} left after the third quarter.`, step: day => `All of it on ${day}.`,
  meeting: (number, day) => `Meeting ${number}, ${day}`, reason: 'Schedule set up', changeReason: 'Schedule changed in the year', apply: 'Apply this curve', applied: n => (n === 1 ? 'The curve is in the ledger' : `Curves of ${n} targets are in the ledger`),
  laterOne: day => `Another curve holds from ${day} on, and still will`, keepOld: day => `Days before ${day} keep the curve as it was`, copy: n => `Use for similar targets (${n})`, copyAll: 'All',
  keys: 'Arrow keys on a point: 1 % up and down, a day left and right; with Shift 5 % and 7 days', reset: 'Reset',
}
