/** The text of a notice from outside: a file of this machine or what was pasted. Only plain text and web pages; nothing is sent anywhere. */
import { textOfHtml } from '../domain/htmlText'
import type { Problem } from '../domain/problem'

/** `name`: of the file, empty where it was pasted; `size`: bytes of what was opened. */
export interface NoticeSource { name: string, text: string, size: number }
export type NoticeTaken = { ok: true, source: NoticeSource } | { ok: false, problem: Problem }

const mostBytes = 5_000_000

const failure = (code: string, why: string, fix: string): NoticeTaken => ({ ok: false, problem: { code, why, fix } })
const tooLarge = (): NoticeTaken => failure('notice_too_large', '超过 5 兆，不像一份通知的文字', '只留通知正文，另存为纯文本，再打开')
const officeFile = (): NoticeTaken => failure('notice_document', '这是 Word、WPS、PDF 一类的文件，这里只读文字', '在原来的程序里另存为“纯文本”或“网页”再打开；或复制正文，粘贴进来')

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)
/** ZIP (docx, wps, ofd), the older Office container, PDF, RTF. */
const isDocument = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The encoding that a web page names for itself. */
function namedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null
}

/** By its mark; else UTF-8 where it is that; else what the page names; else the encoding of older Chinese files. */
function textOfBytes(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return decode(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return decode(bytes, 'utf-16be')
  const plain = decode(bytes, 'utf-8')
  if (plain !== null) return plain
  const named = namedEncoding(bytes)
  return (named === null ? null : decode(bytes, named)) ?? decode(bytes, 'gb18030')
}

const looksLikePage = (name: string, text: string): boolean => /\.(?:html?|xhtml)$/i.test(name) || /^\s*<(?:!doctype html|html|head|body|div|p|table|meta)\b/i.test(text)

function sourceOf(name: string, decoded: string, size: number): NoticeTaken {
  if (/^(?:From: <Saved|MIME-Version:|Content-Type: multipart\/related)/m.test(decoded.slice(0, 2000)))
    return failure('notice_archive', '这是打包的网页（.mht），这里读不了', '在浏览器里另存为“网页，仅 HTML”再打开；或复制正文，粘贴进来')
  const text = looksLikePage(name, decoded) ? textOfHtml(decoded) : decoded
  if (!/[\p{Script=Han}\p{L}\d]/u.test(text)) return failure('notice_empty', '里面没有文字', '确认选对了文件；扫描件要先认成文字')
  return { ok: true, source: { name, text, size } }
}

/** Reads a chosen or dropped file. */
export async function noticeOfFile(file: File): Promise<NoticeTaken> {
  if (/\.(?:docx?|wps|pdf|ofd|rtf|odt)$/i.test(file.name)) return officeFile()
  if (file.size > mostBytes) return tooLarge()
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return failure('file_unreadable', '读不了这个文件（可能被别的程序占用，或刚被移走）', '关掉占用它的程序，再选一次')
  }
  if (isDocument(bytes)) return officeFile()
  const text = textOfBytes(bytes)
  if (text === null) return failure('notice_encoding', '认不出这个文件的文字编码', '用记事本打开，另存为，编码选 UTF-8，再打开')
  if (/[\0-\x08\x0e-\x1a]/.test(text)) return failure('notice_binary', '这不是文字文件', '选通知的 .txt 或 .html 文件；或复制正文，粘贴进来')
  return sourceOf(file.name, text, file.size)
}

/** Takes pasted text, or the source of a web page. */
export function noticeOfPaste(text: string): NoticeTaken {
  const size = new TextEncoder().encode(text).length
  return size > mostBytes ? tooLarge() : sourceOf('', text, size)
}
