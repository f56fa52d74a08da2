/** What this browser or this ledger cannot promise; said after the first entry, so it need not be there before. */
import type { Problem } from '../domain/problem'

export const limits: Record<'denied' | 'unsupported' | 'tampered', Problem> = {
  denied: { code: 'persistence_denied', why: '浏览器没有答应长期保存本站数据，磁盘紧张时可能被清理', fix: '每天下班前导出一次台账' },
  unsupported: { code: 'persistence_unsupported', why: '这个地址不能请求浏览器长期保存数据（内网 http 网页都这样）', fix: '每天下班前导出一次台账' },
  tampered: { code: 'ledger_tampered', why: '台账里有记录与它的校验值不符，或与前一条接不上', fix: '到“汇交”的“备份与恢复”用以前的备份修复；记录都还在，没有删除' },
}
