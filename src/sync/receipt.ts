/**
 * The receipt (回执) of a report package: a few lines for WeChat or OA, with a code that follows from what the package holds, so that the sender
 * can tell in its own app that "已报送" means "收到". A code is no signature: it says that somebody has read this very package.
 */
import { sha256Hex } from '../domain/hash'
import type { Problem } from '../domain/problem'
import type { PackageManifest } from './packageManifest'
import { packageProblem } from './packageProblems'

export interface Receipt {
  package: string
  plan: string
  count: number
  head: string
  code: string
  /** Who took it, as people read it. */
  by: string
  /** The UTC instant. */
  at: string
}

/** A receipt as it was pasted: what could be found of it. */
export interface FoundReceipt { package: string | null, plan: string | null, count: number | null, head: string | null, code: string, by: string | null, at: string | null }

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLetters = 10
const shownOfHead = 16

/** `7K2QD-M04XR`: 50 bits of SHA-256 over what the package is and holds, in letters that are not mistaken for each other. */
export function receiptCodeOf({ id, plan, count, head }: Pick<PackageManifest, 'id' | 'plan' | 'count' | 'head'>): string {
  const bits = [...sha256Hex(['guatu-receipt/1', id, plan, count, head].join('\n')).slice(0, 16)].map(digit => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  const letters = Array.from({ length: codeLetters }, (_none, i) => crockford[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

export function receiptOf(manifest: Pick<PackageManifest, 'id' | 'plan' | 'count' | 'head'>, by: string, at: string): Receipt {
  return { package: manifest.id, plan: manifest.plan, count: manifest.count, head: manifest.head, code: receiptCodeOf(manifest), by, at }
}

const labels = {
  zh: { title: '【挂图回执】报送包已收到', plan: '计划', package: '包号', count: '记录', unit: ' 条', head: '指纹', code: '回执码', at: '收到', by: '收件' },
  en: { title: '[Guatu receipt] Report package received', plan: 'Plan', package: 'Package', count: 'Entries', unit: '', head: 'Fingerprint', code: 'Receipt code', at: 'Received', by: 'By' },
} as const

const inChina = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** The text to paste into WeChat or OA; several receipts stand one below another. */
export function receiptText(receipts: readonly Receipt[], language: 'zh' | 'en' = 'zh'): string {
  const words = labels[language]
  const colon = language === 'zh' ? '：' : ': '
  return receipts.map(({ package: id, plan, count, head, code, by, at }) => [
    words.title, `${words.plan}${colon}${plan}`, `${words.package}${colon}${id}`, `${words.count}${colon}${count}${words.unit}`, `${words.head}${colon}${head.slice(0, shownOfHead)}`,
    `${words.code}${colon}${code}`, `${words.at}${colon}${inChina(at)}`, ...(by === '' ? [] : [`${words.by}${colon}${by.replace(/\s+/g, ' ')}`]), '',
  ].join('\n')).join('\n')
}

/** Full-width signs, dashes of every kind and invisible letters as chat programs leave them. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '').replace(/[\u2010-\u2015\u2212\u30FC]/g, '-')

const titles = /挂图回执|Guatu receipt/i
const longestPasted = 200_000

/** Every receipt in a pasted text, whatever stands around it. */
export function findReceipts(text: string): FoundReceipt[] {
  return plain(text.slice(0, longestPasted)).split(titles).flatMap(block => {
    const found = (pattern: RegExp): string | null => pattern.exec(block)?.[1] ?? null
    const code = found(/(?:回执码|Receipt code)\s*:?\s*((?:[0-9A-Za-z][\s-]*){9}[0-9A-Za-z])/i)
    if (code === null) return []
    const letters = code.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
    const at = /(?:收到|Received)\s*:\s*(\d{4})\s*-\s*(\d{1,2})\s*-\s*(\d{1,2})\s+(\d{1,2})\s*:\s*(\d\d)/i.exec(block)
    const moment = at === null ? Number.NaN : Date.UTC(Number(at[1]), Number(at[2]) - 1, Number(at[3]), Number(at[4]) - 8, Number(at[5]))
    const count = found(/(?:记录|Entries)\s*:\s*(\d[\d ,]*)/i)
    return [{
      package: found(/(?:包号|Package)\s*:\s*([0-9a-f]{8}-[0-9a-f-]{27})/i)?.toLowerCase() ?? null, plan: found(/(?:计划|Plan)\s*:\s*([\w.-]+)/i), count: count === null ? null : Number(count.replace(/[ ,]/g, '')),
      head: found(/(?:指纹|Fingerprint)\s*:\s*([0-9a-f]{16})/i)?.toLowerCase() ?? null, code: `${letters.slice(0, 5)}-${letters.slice(5)}`,
      by: found(/(?:收件|\bBy)\s*:\s*([^\n【[]{1,60})/i)?.trim() ?? null, at: Number.isFinite(moment) ? new Date(moment).toISOString() : null,
    }]
  })
}

/** A package that this device made, as far as a receipt speaks of it. */
export interface Checkable { id: string, count: number, head: string, code: string }

export type Checked<T> = { ok: true, sent: T, by: string | null, at: string | null } | { ok: false, problem: Problem }

/** Which of the packages made here a receipt confirms, or why none. */
export function checkFound<T extends Checkable>(found: FoundReceipt, plan: string, sent: readonly T[]): Checked<T> {
  if (found.plan !== null && found.plan !== plan) return { ok: false, problem: packageProblem('receipt_other_plan', `这是计划 ${found.plan.slice(0, 60)} 的回执，现在打开的是 ${plan}`) }
  const meant = sent.find(one => one.id === found.package) ?? sent.find(one => one.code === found.code)
  if (meant === undefined) return { ok: false, problem: packageProblem('receipt_unknown') }
  if (found.count !== null && found.count !== meant.count) return { ok: false, problem: packageProblem('receipt_altered', `回执写 ${found.count} 条，报送包里是 ${meant.count} 条`) }
  const isSame = meant.code === found.code && (found.package === null || found.package === meant.id) && (found.head === null || meant.head.startsWith(found.head))
  return isSame ? { ok: true, sent: meant, by: found.by, at: found.at } : { ok: false, problem: packageProblem('receipt_altered') }
}
