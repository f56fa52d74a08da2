/** What each audience is handed by habit: parts and formats. A proposal that the dialog fills in and anyone may change. */
import type { Audience, PaperFormat, PaperPart } from './paper'

export interface Preset { parts: readonly PaperPart[], formats: readonly PaperFormat[] }

export const presets: Readonly<Record<Audience, Preset>> = {
  /** 局务会: the state of things and what is red, on the screen of a small room. */
  bureau: { parts: ['cover', 'overview', 'red'], formats: ['pptx'] },
  /** 调度会: the whole set, one item a page. */
  dispatch: { parts: ['cover', 'overview', 'changes', 'chapters', 'red', 'standing', 'annex'], formats: ['pptx', 'print'] },
  /** 通报: in official form, townships by name, with the workbook to check it by. */
  bulletin: { parts: ['overview', 'changes', 'red', 'standing', 'annex'], formats: ['docx', 'print', 'xlsx'] },
  /** 上墙: the whole wall chart on A3 or A0. */
  wall: { parts: ['chapters'], formats: ['poster', 'svg', 'png'] },
  /** 报上级: the report, the figures behind it, and the snapshot that both are checked by. */
  superior: { parts: ['overview', 'red', 'standing', 'annex'], formats: ['docx', 'xlsx', 'snapshot'] },
}

/** Whose habit a choice is; null: nobody's. */
export function audienceOf(parts: ReadonlySet<PaperPart>, formats: ReadonlySet<PaperFormat>): Audience | null {
  const isSame = (set: ReadonlySet<string>, list: readonly string[]): boolean => set.size === list.length && list.every(one => set.has(one))
  const found = Object.entries(presets).find(([, preset]) => isSame(parts, preset.parts) && isSame(formats, preset.formats))
  return found === undefined ? null : found[0] as Audience
}
