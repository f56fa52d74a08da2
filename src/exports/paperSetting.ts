/** Measures of an official paper by GB/T 9704-2012, in twips (1/20 point) unless said otherwise: 22 lines of 28 characters of 3号 on A4. */

export const page = { width: 11906, height: 16838 } as const

/** 37, 35, 28 and 26 mm; the page number stands 7 mm under the text, the demo mark above it. */
export const margins = { top: 2098, bottom: 1984, left: 1587, right: 1474, header: 1247, footer: 1417, gutter: 0 } as const

/** Of landscape pages: as wide as the binding allows, for tables. */
export const marginsLandscape = { top: 1587, bottom: 1474, left: 1587, right: 1474, header: 900, footer: 850, gutter: 0 } as const

export const textWidth = page.width - margins.left - margins.right
export const textWidthLandscape = page.height - marginsLandscape.left - marginsLandscape.right

/** 28.95 pt: 22 lines; 580 would give 21. */
export const linePitch = 579

/** Between characters of 3号: 28 x 15.75 pt on a line in any reader, without a grid of characters. */
export const bodySpacing = -5

/** A character of 3号. */
export const em = 320

/** Sizes in half points. */
export const sizes = { head: 44, body: 32, number: 28, caption: 24, table: 21, small: 18 } as const

export interface PaperFont { ascii: string, hAnsi: string, cs: string, eastAsia: string, hint: string }

const font = (eastAsia: string): PaperFont => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' })

export const fonts = { body: font('仿宋_GB2312'), kai: font('楷体_GB2312'), hei: font('黑体'), title: font('方正小标宋简体'), song: font('宋体') } as const

/** What a PC without the official fonts takes instead. */
export const fontFallbacks: Readonly<Record<string, string>> = { '仿宋_GB2312': '仿宋', '楷体_GB2312': '楷体', '方正小标宋简体': '方正小标宋_GBK,华文中宋' }

/** About as wide as so many 汉字. */
export const widthIn = (text: string): number => [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0)
