/** Can the page be installed and opened without a network from where it stands, and what to say where it cannot. */
import type { Problem } from '../../domain/problem'

/** Where plans are kept for times without a network: written by the page, read and written by the worker that the build makes. */
export const dataCacheName = 'guatu-data'

/** `able`: a secure address of a browser with workers. `disk`: the single file. `http`: plain http, where browsers give no worker. `refused`: a private window or a setting. */
export type OfflinePlace = 'able' | 'disk' | 'http' | 'refused'

export interface Surroundings { protocol: string, isSecure: boolean, hasWorkers: boolean, isSingleFile: boolean }

export function offlinePlaceOf({ protocol, isSecure, hasWorkers, isSingleFile }: Surroundings): OfflinePlace {
  if (isSingleFile || protocol === 'file:') return 'disk'
  if (!isSecure) return 'http'
  return hasWorkers ? 'able' : 'refused'
}

const notes: Record<Exclude<OfflinePlace, 'able'> | 'offline' | 'waiting', Problem> = {
  disk: { code: 'offline_disk', why: '单个文件不能安装到桌面，也不会提示新版本', fix: '不联网照常能用；有新版本时换一个 guatu.html' },
  http: { code: 'offline_http', why: '这个地址是 http，不能安装到桌面，也不能离线打开', fix: '可以用 guatu.html 单个文件' },
  refused: { code: 'offline_refused', why: '这个浏览器窗口不让网页留在本机（无痕窗口或浏览器设置），不能离线打开', fix: '换普通窗口打开' },
  offline: { code: 'offline_now', why: '现在没有网络，看的是本机留下的计划', fix: '照常看、照常填，都存在本机' },
  waiting: { code: 'version_waiting', why: '有新版本', fix: '关掉挂图的所有页签再打开，就换上了' },
}

/** What the settings say: what this place does not give, that the network is away, that a newer version waits though nobody took it yet. */
export function offlineNotes(place: OfflinePlace, { isOnline, isPutOff }: { isOnline: boolean, isPutOff: boolean }): Problem[] {
  if (place !== 'able') return [notes[place]]
  return [...(isOnline ? [] : [notes.offline]), ...(isPutOff ? [notes.waiting] : [])]
}
