/** Words of the item lists. */
import type { SiteReason } from '../../domain/siteNames'

export interface SitesWords {
  title: (n: number) => string, lead: string, target: string, ladder: string, counts: string, none: string
  paste: string, pasteHint: string, placeholder: string, read: (n: number) => string, clear: string
  sure: (n: number) => string, ask: (n: number) => string, unmatched: (n: number) => string, ofGoal: (n: number, goal: string) => string
  name: string, area: string, why: string, stage: string, choose: string, isIt: (area: string) => string, drop: (name: string) => string
  reason: Readonly<Record<SiteReason, string>>, alike: (other: string) => string, likeArea: (word: string) => string, twice: string, noStage: (text: string) => string, unknown: string
  write: (n: number) => string, written: (n: number, areas: number) => string, skipped: (n: number) => string, replaced: (area: string, value: string) => string, nothingNew: string, at: (day: string) => string
  known: (n: number) => string, empty: string
}

export const zhSites: SitesWords = {
  title: n => `项目点 ${n} 处`, lead: '一行一个名称贴进来，镇街先猜，存疑的你定', target: '指标', ladder: '建设环节', counts: '起计数', none: '这个计划没有按项目点跟踪的指标',
  paste: '贴名单', pasteHint: '从 Excel 复制一列名称即可；旁边有镇街列、环节列也认', placeholder: '溪边村居家养老服务站\n黎山村站\t内坑镇\t招标', read: n => `读到 ${n} 行`, clear: '清空',
  sure: n => `对上 ${n}`, ask: n => `待确认 ${n}`, unmatched: n => `对不上 ${n}`, ofGoal: (n, goal) => `共 ${n} 处，全年 ${goal}`,
  name: '名称', area: '镇街', why: '依据', stage: '环节', choose: '指定', isIt: area => `是${area}`, drop: name => `不要 ${name}`,
  reason: { area_name: '名称里有镇街', area_column: '旁边写了镇街', short_name: '名称里有简称', village_area: '名称里有村社区', village: '村名唯一', several: '两镇同名', several_names: '写了几个镇街', alike: '差一个字', whole: '本级', unknown: '没见过这个名称', nameless: '无村名' },
  likeArea: word => `“${word}”也许是村名`, alike: other => `已有“${other}”，差一个字`, twice: '名单里重复', noStage: text => `没有“${text}”这个环节`, unknown: '对不上',
  write: n => `写入 ${n} 处`, written: (n, areas) => `已写入 ${n} 处，${areas} 个镇街；撤销一步即全部退回`, skipped: n => `${n} 处没有定镇街，先不写`, replaced: (area, value) => `${area}原来只填了个数 ${value}，将由名单取代`, nothingNew: '名单与台账一致，没有要写的', at: day => `记在 ${day}`,
  known: n => `台账里已有 ${n} 处`, empty: '还没有名单',
}
export const enSites: SitesWords = {
  title: n => `${n} sites`, lead: 'paste names, one a line; townships are guessed, you settle what is doubtful', target: 'Target', ladder: 'Stages', counts: 'counts', none: 'No target of this plan is tracked by sites',
  paste: 'Paste names', pasteHint: 'A column copied from Excel will do; columns of townships and stages beside it are understood', placeholder: 'one name a line', read: n => `${n} lines read`, clear: 'Clear',
  sure: n => `${n} matched`, ask: n => `${n} to confirm`, unmatched: n => `${n} unknown`, ofGoal: (n, goal) => `${n} in all, goal ${goal}`,
  name: 'Name', area: 'Township', why: 'Why', stage: 'Stage', choose: 'Choose', isIt: area => `It is ${area}`, drop: name => `Leave out ${name}`,
  reason: { area_name: 'named in it', area_column: 'township beside it', short_name: 'short name in it', village_area: 'village in it', village: 'only one such village', several: 'two townships have it', several_names: 'names several', alike: 'one character off', whole: 'whole county', unknown: 'name not seen before', nameless: 'no village' },
  likeArea: word => `“${word}” may be a village`, alike: other => `“${other}” is one character off`, twice: 'twice in the list', noStage: text => `no stage “${text}”`, unknown: 'no match',
  write: n => `Write ${n} sites`, written: (n, areas) => `${n} sites written in ${areas} townships; one undo takes all of it back`, skipped: n => `${n} have no township and are not written`, replaced: (area, value) => `${area} had only the number ${value}; the list takes its place`, nothingNew: 'The ledger has all of this', at: day => `as of ${day}`,
  known: n => `${n} in the ledger`, empty: 'No list yet',
}
