/** What can be wrong with a report package or its receipt, in plain words; English hangs on the code (app/messages/enProblemsPackages). */
import type { Problem } from '../domain/problem'

const again = '请对方重新生成，原样再发一次'

const catalogue = {
  package_empty: ['文件是空的', again],
  package_too_large: ['报送包太大（整包 200 MB、台账 64 MB、文件 2000 个以内）', '分单位报送，或不带佐证'],
  package_not: ['这不是报送包（.guatu），也不是台账（.jsonl）', '选对方用挂图生成的报送包；表格请到“收表”里收'],
  package_cut: ['报送包不完整，开头或末尾少了内容，或后面多了内容', again],
  package_altered: ['报送包与它自己的校验码不符，传送中损坏或被改动过', again],
  package_unsafe: ['包里的条目不是挂图写的样子，可能有害，没有打开', '不要解开它；请对方用挂图重新生成'],
  package_bomb: ['解开后大得不正常，没有继续', '不要解开它；请对方用挂图重新生成'],
  package_encrypted: ['这个压缩包另加了压缩软件的密码', '请对方原样发送，不要再用压缩软件打包；要加密就在挂图里设口令'],
  package_manifest: ['报送包的清单读不出来', again],
  package_newer: ['这个报送包是更新版本的挂图生成的，这一版读不了', '换用新版的挂图再收'],
  package_parts: ['包里的内容与清单不符', again],
  package_lines: ['包里的台账与清单的条数或校验值不符', again],
  package_other_plan: ['这是别的计划的报送包', '先打开那个计划，再收'],
  package_mixed: ['包里演示数据和正式数据混在一起，或与标记不符', again],
  package_passphrase_wrong: ['口令不对，或文件被改动过', '向对方核对口令（区分大小写）；仍不行就请对方重新生成'],
  package_passphrase_short: ['口令太短', '至少 8 个字，例如几个不相干的词连在一起'],
  package_sealed_header: ['加密报送包的开头被改动过，或加密强度不合要求', again],
  package_cipher_missing: ['这个页面用的是普通 http，浏览器不提供加密，带口令的报送包在这里既做不了也打不开', '用 https 打开挂图，或从本机打开 guatu.html；也可以不设口令'],
  package_timeout: ['10 秒内没有检查完，已停止', '这个文件可能有害；请对方用挂图重新生成，或分单位报送'],
  package_cancelled: ['已取消', '需要时重新选这个文件'],
  package_worker_missing: ['这个浏览器不能在后台处理大的报送包（超过 4 MB）', '换新版 Chrome、Edge 或 Firefox，或分单位报送'],
  package_failed: ['报送包没有做成，浏览器出错', '刷新页面再试；仍不行就先导出台账'],
  package_nothing: ['没有可报送的记录', '选别的范围；演示里只报送自己改动的'],
  package_no_ledger: ['台账没有打开', '刷新页面再试'],
  receipt_unreadable: ['没有找到回执', '把对方发来的回执整段粘贴进来，含“回执码”一行'],
  receipt_other_plan: ['这是别的计划的回执', '打开那个计划再核对'],
  receipt_unknown: ['本机没有做过回执里说的报送包', '在做包的那台电脑上核对；换过电脑或清过浏览器时请对方看“收取”记录'],
  receipt_altered: ['回执的条数或回执码与报送包不符，对方收到的不是这个包，或回执被改动过', '请对方重新发回执，或重新报送'],
} as const

export type PackageTrouble = keyof typeof catalogue

/** The problem of a code; `said` takes the place of its first words where more is known. */
export function packageProblem(code: PackageTrouble, said?: string, path?: string): Problem {
  const [why, fix] = catalogue[code]
  return { code, why: said ?? why, fix, ...(path !== undefined && { path }) }
}

/** Ends the reading of a package with the problem. */
export class PackageRefusal extends Error {
  readonly problem: Problem
  constructor(code: PackageTrouble, said?: string, path?: string) {
    super(code)
    this.problem = packageProblem(code, said, path)
  }
}
