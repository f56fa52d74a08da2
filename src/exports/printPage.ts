/** A page of HTML ready for the browser's print: everything inside, under its own strict content policy, without script. */
import { sha256Hex } from '../domain/hash'
import { xml } from './svgText'

/** On the screen only: how to make a PDF of it. */
const note = (paper: string): string => `<aside class="how"><b>打印成 PDF：</b>按 Ctrl+P，目标选“另存为 PDF”，纸张 ${paper}，边距“默认”，关闭“页眉和页脚”，勾选“背景图形”。文字可选可搜，图为矢量。</aside>`

const screenStyle = `
.how{font:14px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1A1E23;background:#fff;border-bottom:1px solid #C9C6BE;padding:10px 20px}
@media print{.how{display:none}}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}`

const base64Of = (hex: string): string => btoa(hex.replace(/../g, byte => String.fromCharCode(Number.parseInt(byte, 16))))

/** The whole page; `style` is written once in its head and allowed by its hash. */
export function printPage(title: string, style: string, body: string, paper: string): Uint8Array {
  const css = `${style}${screenStyle}`
  const policy = `default-src 'none'; style-src 'sha256-${base64Of(sha256Hex(css))}'; img-src data:; base-uri 'none'; form-action 'none'`
  return new TextEncoder().encode(`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${xml(title)}</title><link rel="icon" href="data:,"><style>${css}</style></head>
<body>${note(paper)}${body}</body></html>
`)
}
