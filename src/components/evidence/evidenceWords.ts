/** Words of the evidence. */
import type { EvidenceForm } from '../../domain/evidence'

export interface EvidenceWords {
  title: (place: string) => string
  lead: string
  none: string
  forms: Readonly<Record<EvidenceForm, string>>
  addFile: string
  fileRule: string
  link: string
  linkName: string
  addLink: string
  noteLabel: string
  addNote: string
  open: string
  remove: string
  removeNote: string
  missing: string
  size: (bytes: number) => string
  total: (bytes: string, free: string | null) => string
  working: string
  close: string
  before: (kept: string, was: string) => string
  count: (n: number) => string
  none0: string
  block: string
  pieces: (n: number, here: number) => string
  export: string
  clean: (n: number, bytes: string) => string
  cleanSure: string
}

const sizeOf = (bytes: number): string => (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} kB`)

export const zhEvidence: EvidenceWords = {
  title: place => `佐证：${place}`, lead: '可有可无，从不要求。只存在这台电脑上，随“导出佐证”带走。', none: '这一格没有佐证。',
  forms: { photo: '照片', pdf: 'PDF', link: '网页', note: '说明' },
  addFile: '选照片或 PDF', fileRule: '照片缩到 1600 像素，拍摄时间、位置等信息去掉；PDF 不超过 10 MB。', link: '网页地址', linkName: '名称（可不填）', addLink: '加网页', noteLabel: '一句说明', addNote: '加说明',
  open: '看', remove: '移去', removeNote: '移去后，文件仍留在本机，清理时才删除。', missing: '文件不在这台电脑上', size: sizeOf, total: (bytes, free) => `本机佐证共 ${bytes}${free === null ? '' : `，还可存约 ${free}`}`,
  working: '正在存…', close: '关闭', before: (kept, was) => `${was} 压到 ${kept}`, count: n => `佐证 ${n}`, none0: '佐证',
  block: '佐证', pieces: (n, here) => `${n} 件，${here} 个文件在本机`, export: '导出佐证', clean: (n, bytes) => `清理 ${n} 个不再引用的文件（${bytes}）`, cleanSure: '再按一次清理；清理后不能撤销',
}

export const enEvidence: EvidenceWords = {
  title: place => `Evidence: ${place}`, lead: 'Optional, never required. Kept on this device only; it travels with the exported evidence.', none: 'No evidence for this cell.',
  forms: { photo: 'Photo', pdf: 'PDF', link: 'Web page', note: 'Note' },
  addFile: 'Choose photos or PDF', fileRule: 'Photos are reduced to 1600 pixels; hour, position and the like are dropped. PDF up to 10 MB.', link: 'Web address', linkName: 'Name (optional)', addLink: 'Add address', noteLabel: 'A line of text', addNote: 'Add note',
  open: 'View', remove: 'Remove', removeNote: 'The file of a removed piece stays on this device until it is cleared.', missing: 'The file is not on this device', size: sizeOf, total: (bytes, free) => `Evidence on this device: ${bytes}${free === null ? '' : `, about ${free} left`}`,
  working: 'Saving…', close: 'Close', before: (kept, was) => `${was} reduced to ${kept}`, count: n => `Evidence ${n}`, none0: 'Evidence',
  block: 'Evidence', pieces: (n, here) => `${n} pieces, ${here} files here`, export: 'Export evidence', clean: (n, bytes) => `Clear ${n} files that nothing points to (${bytes})`, cleanSure: 'Press again to clear; this cannot be undone',
}
