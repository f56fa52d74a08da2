/** What the head over a column of figures says besides the target: which of several columns it is, and in what unit. */
import { tidy } from './matchNames'

/** `value`: the figure to be reported; `goal`: the share of the year's task; the rest is never read as a figure. */
export type HeadRole = 'numerator' | 'denominator' | 'value' | 'goal' | 'note' | 'skip' | null

const serial = /^(?:序号?|编号|号|no\.?|行号)$/i
const asides = /^(?:单位|计量单位|科室|责任(?:单位|科室|人)|牵头(?:单位|科室)|部门|负责人|联系人|电话|类别|类型|章节|要求|时限|口径)$/
const nameHeads = /^(?:镇街|镇\(街道\)|镇街道|乡镇|乡镇\(街道\)|街道|地区|区域|县区|名称|单位名称|项目|指标|指标名称|目标|栏次|行次|甲)$/
const notes = /^(?:备注|说明|原因|情况说明|更正原因)$/

export const isSerialHead = (text: string): boolean => serial.test(tidy(text))
/** Heads of columns that are no figures. */
export const isAsideHead = (text: string): boolean => asides.test(tidy(text)) || isSerialHead(text)
/** Heads of the names themselves. */
export const isNameHead = (text: string): boolean => nameHeads.test(tidy(text))
export const isUnitHead = (text: string): boolean => /^(?:计量)?单位$/.test(tidy(text))

/** The role of a column by its head's words; null where they say nothing. */
export function roleOf(words: string): HeadRole {
  const text = tidy(words)
  if (text === '') return null
  if (notes.test(text)) return 'note'
  if (isAsideHead(text)) return 'skip'
  if (/分子|已[^\s]{0,6}数|^已/.test(text)) return 'numerator'
  if (/分母|应[^\s]{0,6}数|^应|总数$|总量$|基数$/.test(text)) return 'denominator'
  if (/上次|上月|上期|上年|去年|同期|往年|环比|同比|增加|增量|增幅|增长|本月新增|当月|排名|名次|差额|缺口/.test(text)) return 'skip'
  if (/率$|率[(（%％]|占比|百分比|进度$|^[%％]$|[%％]$/.test(text)) return 'skip'
  if (/任务|目标|计划|分解|指标数|^全年/.test(text)) return 'goal'
  if (/累计|完成|实际|现有|本次|截至|截止|数量|个数|落实|支付|投入|合格|达标/.test(text)) return 'value'
  return null
}
