/** What can be wrong with files of a shared folder and with the folder itself, in plain words. */
import type { Problem } from '../domain/problem'

const catalogue = {
  folder_denied: ['浏览器没有得到读写这个文件夹的许可', '点“允许”，再在浏览器的询问里选允许'],
  folder_failed: ['共享文件夹暂时读写不了', '稍后自动再试；若一直如此，检查网络驱动器'],
  folder_lost: ['找不到共享文件夹：网络驱动器可能断开了，或文件夹被移走、改名', '接通后会自动继续；移走的请重新选择'],
  folder_not_kept: ['浏览器记不住这个文件夹，只在这次打开期间有效', '下次打开时重新选择一次'],
  folder_read_only: ['这个文件夹现在不能写：没有写入的权限，或被别的程序占用', '稍后自动再试；若一直如此，请管理员给这台电脑写入的权限'],
  folder_silent: ['共享文件夹很久没有回答', '稍后自动再试；若一直如此，检查网络驱动器'],
  folder_too_many: ['共享文件夹里的文件太多，只看了一部分', '请把不属于挂图的文件移走'],
  segment_changed: ['内容与文件名里的校验值不符，可能被改动或截断过', '没有问题的行已收；由原设备重新写出'],
  segment_copied: ['是另一个文件的副本', '内容已有，没有重复计入；可以删除'],
  segment_demo: ['里面是演示数据', '演示数据不进入正式台账；请移走'],
  segment_empty: ['文件是空的（0 字节），可能正在写，或没有写完', '下次再看；若一直如此，由原设备重新写出'],
  segment_half: ['文件没有写完，或在传送中被截断', '完整的行已收；下次再看'],
  segment_lines: ['有的行读不懂', '其余的行已收，读不懂的另存；请从原设备重新导出'],
  segment_locked: ['文件暂时打不开，可能被别的程序占用', '稍后自动再试'],
  segment_merge: ['读到的记录没能存进台账', '稍后自动再试'],
  segment_newer: ['是更新版本的挂图写的，这一版读不了', '请更新挂图；文件没有动'],
  segment_not_written: ['写出后读回来不一样，或没有写成', '这些记录还在本机，会换一个文件再写'],
  segment_other_plan: ['是另一个计划的记录', '打开那个计划时再收；这里没有动'],
  segment_own_gone: ['本机写出的文件不见了', '已把其中的记录另写一份'],
  segment_package: ['是报送包，不会自动收取', '到“报送与收取”里选这个文件'],
  segment_renamed: ['文件被改名或移动过', '内容没有问题，已收'],
  segment_superseded: ['本机写的这个文件不完整，其中的记录已另写一份', '可以删除'],
  segment_too_large: ['文件太大，没有读', '共享文件夹里的文件不超过 20 兆；台账备份请到“备份与恢复”里恢复'],
  segment_unreadable: ['读不懂', '确认是挂图写的文件'],
  segment_zip: ['是压缩包，没有打开', '解压到共享文件夹里，里面的文件会被读到'],
} as const satisfies Record<string, readonly [why: string, fix: string]>

export type SegmentTroubleCode = keyof typeof catalogue

/** `detail` is added to the reason: how many lines were taken, what exactly could not be read. */
export function segmentTrouble(code: SegmentTroubleCode, detail = ''): Problem {
  const [why, fix] = catalogue[code]
  return { code, why: detail === '' ? why : /^\d+$/.test(detail) ? `${why}（已收 ${detail} 条）` : `${why}（${detail}）`, fix }
}
