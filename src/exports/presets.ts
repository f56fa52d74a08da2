/** What each audience is handed by habit: parts and formats. A proposal that the dialog fills in and anyone may change. */
import type { Audience, PaperFormat, PaperPart } from './paper'

export interface Preset { parts: readonly PaperPart[], formats: readonly PaperFormat[] }

export const presets: Readonly<Record<Audience, Preset>> = {
  /** 局务会: the state of things and what is red, on the screen of a small room. */
  bureau: { parts: ['cover', 'overview', 'red'], formats: ['pptx'] },
  /** 调度会: the whole set, one item a page. */
  dispatch: { parts: ['cover', 'overview', 'changes', 'chapters', 'red', 'standing', 'annex'], formats: ['pptx', 'print'] },
  /** 通报: in official form, townships by name, with the workbook to check it by. */
  bulletin: { parts: ['overview', 'changes', 'red', 'standing', 'annex'], formats: ['docx', 'xlsx', 'print'] },
  /** 上墙: the whole wall chart on A3 or A0. */
  wall: { parts: ['chapters'], formats: ['poster', 'svg', 'png'] },
  /** 报上级: the report, the figures behind it, and the snapshot that both are checked by. */
  superior: { parts: ['overview', 'red', 'standing', 'annex'], formats: ['docx', 'xlsx', 'snapshot'] },
}
