/** A paper that could not be made: why, what to do, and the text that lies in its place. */
import type { Problem } from '../domain/problem'
import type { Snapshot } from '../domain/snapshot'
import { codeOf } from '../domain/snapshot'
import type { PaperFormat } from './paper'
import { demoMark } from './paperCaption'
import { paperName } from './paperName'

type Refused = 'template' | 'drawing'

/** Thrown for a paper that cannot be made for a reason that is known beforehand. */
export class PaperRefused extends Error {
  constructor(readonly code: Refused) { super(code) }
}

/** What browsers say when memory runs out; a worker that dies of it says nothing at all. */
const outOfMemory = /allocation (?:failed|size overflow)|out of memory|invalid (?:array|string|typed array) (?:buffer )?length/i

/** As a problem in words; `error` as thrown here, or as told by a worker. */
export function paperProblem(error: { name: string, message: string, code?: string }): Problem {
  const code = error.code ?? (error.name === 'PaperRefused' ? error.message : '')
  if (code === 'template') return { code: 'paper_template', why: '取不到单文件的空白程序（没有网络，或网站上没有放 snapshot.html）', fix: '连上网再导出这一种；其他文件不受影响' }
  if (code === 'drawing') return { code: 'paper_drawing', why: '这个浏览器没有画出图片（图太大，或画布被禁用）', fix: '改用 SVG，或换用较新的 Chrome、Edge、Firefox；其他文件不受影响' }
  if (error.name === 'WorkerDied' || outOfMemory.test(error.message))
    return { code: 'paper_memory', why: '内存不够，这一种没有做成', fix: '关掉别的网页和程序，少选内容，再单独导出这一种；其他文件不受影响' }
  return { code: 'paper_failed', why: `程序出错，这一种没有做成：${error.message.slice(0, 200) || error.name}`, fix: '单独导出这一种再试；仍不行，把这份说明和快照数据交给维护的人。其他文件不受影响' }
}

/** The text in the place of a paper, with the name it has. UTF-8 with BOM: it is opened in any editor. */
export function failureText(snapshot: Snapshot, format: PaperFormat, { why, fix, code }: Problem): { name: string, bytes: Uint8Array } {
  const name = paperName(snapshot, format)
  const lines = [
    `没有做成：${name}`, '', `原因：${why}。`, `办法：${fix}。`, '',
    `快照：${snapshot.seal.name}，截至 ${snapshot.seal.asOf}，校验码 ${codeOf(snapshot.fingerprint)}`, `代号：${code}，挂图 ${snapshot.seal.version}`, ...(snapshot.seal.demo ? [demoMark] : []), '',
  ]
  return { name: `${name}-没有做成.txt`, bytes: new TextEncoder().encode(`\ufeff${lines.join('\r\n')}`) }
}
