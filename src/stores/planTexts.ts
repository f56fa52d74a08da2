/** The text of a plan file from outside: a file of this machine, or an address on the same host. Limited in size and time; nothing is trusted yet. */
import type { Problem } from '../domain/problem'

export type PlanText = { ok: true, text: string } | { ok: false, problem: Problem }

const mostBytes = 20_000_000
const mostSeconds = 20

const failure = (code: string, why: string, fix: string): PlanText => ({ ok: false, problem: { code, why, fix } })
const tooLarge = (): PlanText => failure('file_too_large', '文件超过 20 兆', '确认选对了文件；工作计划通常不到 1 兆')

function textOfBytes(bytes: Uint8Array): PlanText {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return failure('file_not_utf8', '文件不是 UTF-8 编码的文字', '用记事本打开，另存为，编码选 UTF-8；或重新导出')
  }
}

/** Reads a chosen or dropped file. */
export async function planTextOfFile(file: Blob): Promise<PlanText> {
  if (file.size > mostBytes) return tooLarge()
  try {
    return textOfBytes(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return failure('file_unreadable', '读不了这个文件（可能被别的程序占用，或刚被移走）', '关掉占用它的程序，再选一次')
  }
}

/** Fetches a plan named in the address bar; only from the host that this page came from. */
export async function planTextOfAddress(address: string): Promise<PlanText> {
  if (location.protocol !== 'http:' && location.protocol !== 'https:')
    return failure('plan_address_local', '从磁盘打开的挂图不能按网址取计划', '先把计划文件存到本机，再用“选文件”打开')
  let url: URL
  try {
    url = new URL(address, location.href)
  } catch {
    return failure('plan_address_invalid', '网址写得不对', '检查 ?plan= 后面的网址')
  }
  if (url.origin !== location.origin || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    return failure('plan_address_foreign', `计划文件在别的网站（${url.host === '' ? url.protocol : url.host}），挂图只取本站的文件`, '请管理员把文件放到本站；或先存到本机，再用“选文件”打开')
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), mostSeconds * 1000)
  try {
    // A redirect could lead to another host.
    const response = await fetch(url.href, { cache: 'no-cache', redirect: 'error', signal: control.signal })
    if (!response.ok) return failure('plan_address_missing', `服务器没有给出这个文件（${response.status}）`, '检查 ?plan= 后面的网址，或请管理员放上文件')
    if (Number(response.headers.get('content-length') ?? 0) > mostBytes) return tooLarge()
    const bytes = await receive(response)
    return bytes === null ? tooLarge() : textOfBytes(bytes)
  } catch {
    return control.signal.aborted
      ? failure('plan_address_timeout', `等了 ${mostSeconds} 秒，服务器还没有给完文件`, '稍后再试；或先存到本机，再用“选文件”打开')
      : failure('plan_address_unreachable', '取不到这个网址的文件（网络不通，或服务器转到了别处）', '检查网络和网址；或先存到本机，再用“选文件”打开')
  } finally {
    clearTimeout(timer)
    control.abort()
  }
}

/** The body, given up as soon as it is larger than allowed, whatever its length was said to be. */
async function receive(response: Response): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array()
  const reader = response.body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > mostBytes) return null
    parts.push(part.value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) { bytes.set(part, at); at += part.length }
  return bytes
}
