/** 赶得上吗: a forecast in words. Arithmetic, never blame. They load with the pages and the card that show it. */
import type { Forecast } from '../domain/forecast'
import type { Target } from '../domain/plan'

export interface ForecastLine { key: 'left' | 'recent' | 'best' | 'after', head: string, text: string, strong: string }

export interface ForecastWords {
  title: string
  none: string
  /** Where the pages of the target and the township are. */
  targetPage: string
  areaPage: (name: string) => string
  lines: (forecast: Forecast, target: Target, areaName: (code: string) => string) => readonly ForecastLine[]
  /** One sentence for a title or a list. */
  short: (forecast: Forecast, target: Target) => string
}

const tidy = (value: number): string => String(Number(value.toFixed(value >= 100 ? 0 : 1)))
const upTo = (value: number): string => { const up = Math.ceil(value * 10 - 1e-7) / 10; return String(Number(up.toFixed(value >= 100 ? 0 : 1))) }
const months = (days: number): string => String(Number((days / (365.25 / 12)).toFixed(1)))
const dayOf = (day: string, other: string): string => `${day.slice(0, 4) === other.slice(0, 4) ? '' : `${day.slice(0, 4)}年`}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const enDay = (day: string): string => `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

function amounts(forecast: Forecast, target: Target, points: string): (value: number, isUp?: boolean) => string {
  return (value, isUp = false) => {
    const text = isUp ? upTo : tidy
    return forecast.yardstick === 'units' ? `${text(value)} ${target.unit}` : `${text(value * 100)} ${points}`
  }
}

export const zhForecast: ForecastWords = {
  title: '赶得上吗',
  none: '没有可推算的数',
  targetPage: '目标页',
  areaPage: name => `${name}页`,
  lines(forecast, target, areaName) {
    const amount = amounts(forecast, target, '个百分点')
    const { left, due, daysLeft, neededPerMonth, recentPerMonth, recentMonths, best, finish, late } = forecast
    const list: ForecastLine[] = []
    if (left <= 1e-9) list.push({ key: 'left', head: '剩余', text: '目标已经达到', strong: '' })
    else if (neededPerMonth === null) list.push({ key: 'left', head: '剩余', text: daysLeft === 0 ? `${amount(left, true)}，今天到期` : `${amount(left, true)}，期限已过 ${-daysLeft} 天`, strong: '' })
    else list.push({ key: 'left', head: '剩余', text: `${amount(left, true)}，${months(daysLeft)} 个月，每月需 `, strong: amount(neededPerMonth, true) })
    const window = recentMonths >= 2.9 ? '近三月' : `近 ${tidy(recentMonths)} 月`
    if (recentPerMonth !== null && left > 1e-9) {
      const end = finish === null || late === null ? '照此没有完成日' : `预计 ${dayOf(finish, due)}，${late > 0 ? `晚 ${late} 天` : late < 0 ? `早 ${-late} 天` : '正好到期'}`
      list.push({ key: 'recent', head: window, text: recentPerMonth <= 1e-9 ? '没有增加，照此没有完成日' : `每月 ${amount(recentPerMonth)}，${end}`, strong: '' })
    }
    if (best !== null && left > 1e-9) list.push({ key: 'best', head: '最快一月', text: `${amount(best.perMonth)}（${best.area === null ? '' : `${areaName(best.area)}，`}${Number(best.month.slice(5))}月）`, strong: forecast.isAboveBest ? '需要的速度超过最快纪录' : '' })
    if (forecast.isBackLoaded) list.push({ key: 'after', head: '后段', text: `按序时，但计划的 ${Math.round(forecast.afterThirdQuarter * 100)}% 排在三季度之后`, strong: '' })
    return list
  },
  short(forecast, target) {
    const amount = amounts(forecast, target, '个百分点')
    if (forecast.left <= 1e-9) return '目标已经达到'
    if (forecast.neededPerMonth === null) return forecast.daysLeft === 0 ? `今天到期，还剩 ${amount(forecast.left, true)}` : `期限已过 ${-forecast.daysLeft} 天，还剩 ${amount(forecast.left, true)}`
    if (forecast.finish === null || forecast.late === null) return `每月需 ${amount(forecast.neededPerMonth, true)}，近三月没有增加`
    return `按近三月速度 ${dayOf(forecast.finish, forecast.due)} 完成${forecast.late > 0 ? `，晚 ${forecast.late} 天` : ''}`
  },
}

export const enForecast: ForecastWords = {
  title: 'Will it be reached',
  none: 'Nothing to reckon with',
  targetPage: 'Page of this target',
  areaPage: name => `Page of ${name}`,
  lines(forecast, target, areaName) {
    const amount = amounts(forecast, target, 'points')
    const { left, daysLeft, neededPerMonth, recentPerMonth, recentMonths, best, finish, late } = forecast
    const list: ForecastLine[] = []
    if (left <= 1e-9) list.push({ key: 'left', head: 'Left', text: 'The goal is reached', strong: '' })
    else if (neededPerMonth === null) list.push({ key: 'left', head: 'Left', text: daysLeft === 0 ? `${amount(left, true)}, due today` : `${amount(left, true)}, ${-daysLeft} days past the due day`, strong: '' })
    else list.push({ key: 'left', head: 'Left', text: `${amount(left, true)} in ${months(daysLeft)} months, needed a month: `, strong: amount(neededPerMonth, true) })
    if (recentPerMonth !== null && left > 1e-9) {
      const end = finish === null || late === null ? 'no end at this speed' : `done on ${enDay(finish)}, ${late > 0 ? `${late} days late` : late < 0 ? `${-late} days early` : 'on the due day'}`
      list.push({ key: 'recent', head: `Last ${recentMonths >= 2.9 ? '3' : tidy(recentMonths)} months`, text: recentPerMonth <= 1e-9 ? 'nothing added: no end at this speed' : `${amount(recentPerMonth)} a month: ${end}`, strong: '' })
    }
    if (best !== null && left > 1e-9) list.push({ key: 'best', head: 'Best month', text: `${amount(best.perMonth)} (${best.area === null ? '' : `${areaName(best.area)}, `}${monthNames[Number(best.month.slice(5)) - 1]})`, strong: forecast.isAboveBest ? 'more is needed than was ever done' : '' })
    if (forecast.isBackLoaded) list.push({ key: 'after', head: 'Later', text: `On pace, but ${Math.round(forecast.afterThirdQuarter * 100)}% of the plan is due after the third quarter`, strong: '' })
    return list
  },
  short(forecast, target) {
    const amount = amounts(forecast, target, 'points')
    if (forecast.left <= 1e-9) return 'The goal is reached'
    if (forecast.neededPerMonth === null) return forecast.daysLeft === 0 ? `Due today, ${amount(forecast.left, true)} left` : `${-forecast.daysLeft} days past due, ${amount(forecast.left, true)} left`
    if (forecast.finish === null || forecast.late === null) return `${amount(forecast.neededPerMonth, true)} a month needed, nothing added in three months`
    return `At the speed of the last three months: ${enDay(forecast.finish)}${forecast.late > 0 ? `, ${forecast.late} days late` : ''}`
  },
}
