/** What can go wrong between the ledger and the browser's storage, in plain words. English hangs on the code in src/app/messages. */
import type { Problem } from '../domain/problem'

const catalogue = {
  storage_full: ['浏览器给这个网页的空间用完了，这一次没有保存', '先导出台账，再腾出磁盘空间，或请管理员放宽限额'],
  storage_refused: ['浏览器不允许这个网页保存数据（可能是无痕窗口或被设置禁止）', '改用普通窗口，或在浏览器设置里允许本站保存数据；现在只能查看和导出'],
  storage_missing: ['这个浏览器没有本地数据库，不能保存', '换用较新的 Chrome、Edge 或 Firefox'],
  storage_failed: ['浏览器的本地数据库出错，这一次没有保存', '刷新页面再试；仍不行就先导出台账，再重启浏览器'],
  storage_cleared: ['本站的数据刚被浏览器清除或断开，不能再保存', '先导出台账（这一页还看得到的都在），再刷新页面恢复'],
  ledger_closed: ['台账已经关闭，这一次没有保存', '刷新页面再填'],
  ledger_newer: ['本机的台账是更新版本的挂图写的，这一版读不了', '换用新版的挂图打开；数据没有动过'],
  ledger_blocked: ['另一个标签页里的旧版挂图占着台账', '关掉其他挂图标签页，这里会自动继续'],
  ledger_superseded: ['新版的挂图在另一个标签页里打开了，这一页不能再保存', '刷新这一页'],
  ledger_damaged: ['本机台账比上次少了记录，查清之前不再写入', '用最近的备份恢复；没有备份时确认按现有记录继续'],
  chain_renewed: ['台账刚在另一个标签页恢复过', '再保存一次'],
  clock_exhausted: ['台账里有一条记录的时间写到了 9999 年，时钟不能再往后', '请管理员查出那一条的来源'],
  draft_invalid: ['这条记录的内容写不成台账（不是文字、数或日期）', '改正后再保存'],
  marker_unavailable: ['浏览器不让记第二份对账标记，台账若被删短，开机时看不出来', '每周导出一次台账；或在浏览器设置里允许本站保存数据'],
} as const

export type TroubleCode = keyof typeof catalogue

/** The problem of a code, with its words. */
export function trouble(code: TroubleCode): Problem {
  const [why, fix] = catalogue[code]
  return { code, why, fix }
}

/** A problem on its way out of a transaction; throwing it takes back everything the transaction did. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError'
  constructor(readonly code: TroubleCode) {
    super(code)
  }
}

interface Named { name?: unknown, inner?: unknown }

/** The problem behind whatever a storage call threw; looks through the errors that Dexie wraps. */
export function problemOf(error: unknown): Problem {
  for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; at = (at as Named).inner, depth++) {
    if (at instanceof TroubleError) return trouble(at.code)
    const { name } = at as Named
    if (name === 'QuotaExceededError') return trouble('storage_full')
    if (at instanceof RangeError) return trouble('clock_exhausted')
    if (name === 'VersionError') return trouble('ledger_newer')
    if (name === 'MissingAPIError') return trouble('storage_missing')
    if (name === 'SecurityError') return trouble('storage_refused')
  }
  const name = (error as Named | null)?.name
  if (name === 'DatabaseClosedError' || name === 'InvalidStateError') return trouble('ledger_closed')
  return trouble('storage_failed')
}
