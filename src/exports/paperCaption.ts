/** 口径栏: what every paper says of itself, so that nobody asks which version it shows. */
import type { SnapshotView } from '../domain/snapshot'
import { codeOf } from '../domain/snapshot'
import type { LampGroup } from '../wording/lampLook'
import { groupNameOf, lampNameOf, packName, rulesLine } from '../wording/ruleWords'
import { zhDay } from '../wording/zhWhy'

export const demoMark = '演示数据，非真实进度'

export interface PaperCaption {
  /** '' or {@link demoMark}. */
  demo: string
  /** 截至2020年9月15日. */
  asOf: string
  /** 9月15日 16:20 所知. */
  knownAt: string
  /** 全部 24 项、19 个镇街，未筛选. */
  scope: string
  /** Which reports count. */
  review: string
  rules: string
  legend: string
  version: string
  code: string
}

/** 9月15日 16:20 in UTC+8 of an instant, with its year where it is not that of `day`; a day alone stays a day. */
export function zhMoment(moment: string, day = moment): string {
  const time = moment.length === 10 ? moment : new Date(Date.parse(moment.slice(0, 24)) + 8 * 3_600_000).toISOString()
  const date = time.slice(0, 4) === day.slice(0, 4) ? zhDay(time) : zhFullDay(time)
  return moment.length === 10 ? date : `${date} ${time.slice(11, 16)}`
}

export const zhFullDay = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

const reviews = { all: '含未审的填报', accepted: '只算已审的填报', accepted_twice: '只算两级都审过的填报' } as const

export function captionOf({ snapshot: { seal, fingerprint }, board, index }: SnapshotView): PaperCaption {
  const { rules } = board
  const columns = index.columns.length
  const name = (group: LampGroup): string => groupNameOf(rules, group, '或')
  return {
    demo: seal.demo ? demoMark : '',
    asOf: `截至${zhFullDay(seal.asOf)}`,
    knownAt: `${zhMoment(seal.knownAt, seal.asOf)}所知`,
    scope: `全部 ${board.rows.length} 项${columns > 0 ? `、${columns} 个地方` : ''}，未筛选`,
    review: reviews[seal.review],
    rules: `${rules.name === undefined ? '' : `按「${packName(rules)}」：`}时序按计划曲线；${rulesLine(rules)}；期限前 ${rules.nearDueDays} 天未完成为${lampNameOf(rules, 'near_due')}；有环节的按环节折算`,
    legend: `✓${name('done')} ●${name('ok')} ◆${name('due')} ▲${name('lag')} ■${name('sev')} ○${name('none')} ‖暂缓或免考核；格内 81 即 81%，2/3 即件数，空白即无任务`,
    version: `规则 ${rules.name === undefined ? seal.rulePack : `${rules.name}（${seal.rulePack}）`}，挂图 ${seal.version}`,
    code: codeOf(fingerprint),
  }
}

/** In one line, for a foot. */
export function captionLine(caption: PaperCaption): string {
  return [caption.demo, `${caption.asOf}，${caption.knownAt}`, caption.scope, caption.review, caption.version, `校验码 ${caption.code}`].filter(text => text !== '').join('　')
}
