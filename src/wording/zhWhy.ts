/** 亮灯的理由 in Chinese, by the rules of the figure's day: screen and papers say the same. */
import type { Explanation } from '../domain/explain'
import type { Target } from '../domain/plan'
import { distanceOf } from '../domain/lamp'
import { amountOf } from './ruleAmount'

const number = (value: number): string => String(Number(value.toFixed(2)))
const percent = (share: number): string => `${Math.round(share * 100)}%`
const points = (gap: number): string => number(Math.round(Math.abs(gap) * 1000) / 10)
/** 9月15日. */
export const zhDay = (text: string): string => `${Number(text.slice(5, 7))}月${Number(text.slice(8, 10))}日`

/** Why the lamp is what it is. */
export function zhRule(one: Explanation): string {
  const { lamp, gap, pack, daysLeft } = one
  const { behind, slightlyBehind } = pack
  const part = gap === null || pack.mode === 'pp' ? '' : `，是应达进度的 ${percent(Math.abs(distanceOf(gap, one.should, pack)))}`
  const lag = gap === null ? '' : `落后 ${points(gap)} 个百分点${part}`
  const most = behind === null ? '' : amountOf(pack, behind)
  switch (lamp) {
    case 'exempt': return '按规定免考，不计入达序率'
    case 'paused': return '已暂停，不计入达序率'
    case 'done': return '期限内达到目标'
    case 'caught_up_late': return `过了期限（${zhDay(one.due)}）才达到目标`
    case 'overdue': return `期限 ${zhDay(one.due)}，已过 ${-daysLeft} 天，目标没有达到`
    case 'no_data': return '应该有进度了，还没有填报'
    case 'not_due': return '还没有到时序要求的时候'
    case 'behind': return one.isCeiling ? '超出上限' : (behind === null || behind === 0 ? lag : `${lag}，${pack.edges.behind === 'worse' ? '达到或超过' : '超过'}${most}`)
    case 'slightly_behind': return behind === null ? (slightlyBehind === 0 ? lag : `${lag}，超过${amountOf(pack, slightlyBehind)}`)
      : slightlyBehind === 0 ? `${lag}，${pack.edges.behind === 'worse' ? '不到' : '不超过'}${most}` : `${lag}，在${amountOf(pack, slightlyBehind, true)} 到${amountOf(pack, behind, pack.mode === 'ratio')}之间`
    case 'near_due': return `期限 ${zhDay(one.due)}，还剩 ${daysLeft} 天，没有完成`
    case 'ahead': return gap === null ? '快于时序' : points(gap) === '0' ? '与时序持平' : gap < 0 ? lag : `快于时序 ${points(gap)} 个百分点`
    case 'on_pace': return one.isCeiling ? '在上限以内' : slightlyBehind === 0 ? '不低于时序' : `与时序相差不到${amountOf(pack, slightlyBehind)}`
    case null: return '任务没有分解到这里，只显示数值，不亮灯'
  }
}

/** 转绿最少: the smallest step to green; null where there is none. */
export function zhToGreen(one: Explanation, target: Target): string | null {
  const step = one.toGreen
  if (step === null) return null
  const by = `${zhDay(step.by)}前`
  switch (step.kind) {
    case 'amount': return step.amount <= 0 ? `填报现状即可` : `${by}再完成 ${number(target.measure === 'rate' ? Math.ceil(step.amount) : step.amount)} ${target.measure === 'rate' ? '（分子）' : target.unit}`
    case 'reduce': return `${by}减少 ${number(step.amount)} ${target.unit}`
    case 'stages': return `${by}到「${step.stage}」`
    case 'areas': return `${by}再有 ${step.areas} 个地方达标`
    case 'report': return `${by}填报`
  }
}

export const zhShouldActual = (one: Explanation): string => [one.should === null ? '' : `应 ${percent(one.should)}`, one.actual === null ? '实 未填报' : `实 ${percent(one.actual)}`].filter(part => part !== '').join('，')
