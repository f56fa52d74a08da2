/** The words around a notice's own: where it is opened, how sure a passage is, what is kept. They load with the parts that show them. */
import { computed } from 'vue'
import type { NoticeFit, Passage } from '../../domain/noticePassage'
import { useMessages } from '../messages'

export interface NoticeWording {
  title: string
  /** Without a notice. */
  none: string
  open: string
  /** With one that does not hold the target. */
  notFound: string
  whole: string
  sentence: string
  /** How the passage was found, where that is not plain from section and figure. */
  doubt: (certainty: Passage['certainty'], places: number, figure: string) => string | null
  kept: (name: string, day: string) => string
  pasted: string
  /** Headings on the way to the passage. */
  path: (headings: readonly string[]) => string
  another: string
  remove: string
  sure: string
  yes: string
  no: string
  over: string
  state: { none: string, open: string, openedOn: (day: string) => string, openFor: (plan: string) => string, anotherFor: (plan: string) => string, removeFor: (plan: string) => string }
  dialog: {
    title: string, lead: (plan: string) => string, zone: string, choose: string, hint: string, over: string, busy: string, paste: string, take: string, close: string
    doubt: (fit: NoticeFit) => string, drop: string, keep: string
  }
  several: { why: string, fix: string }
}

export const zhNotice: NoticeWording = {
  title: '原文', none: '打开原文，可在这里看到原句', open: '打开原文', notFound: '这份原文里没有找到这一项', whole: '看整段', sentence: '只看这句',
  doubt(certainty, places, figure) {
    if (certainty === 'figure_once') return '章节没有对上，按数字找到，全文只有这一处'
    if (certainty === 'several') return `相同的数字有 ${places} 处，这是最像的一处`
    if (certainty === 'section') return figure === '' ? '原文没有数字，这是本节最接近的一句' : `本节没有找到“${figure}”，这是最接近的一句`
    return null
  },
  kept: (name, day) => `${name}，${day}打开，只存在本机`, pasted: '粘贴的正文', path: headings => headings.join(' / '), another: '换一份', remove: '移除', sure: '从本机移除？', yes: '移除', no: '取消', over: '松开，作为这份计划的原文打开',
  state: { none: '未打开', open: '打开', openedOn: day => `${day}打开`, openFor: plan => `打开原文：${plan}`, anotherFor: plan => `换一份原文：${plan}`, removeFor: plan => `移除原文：${plan}` },
  dialog: {
    title: '打开通知原文', lead: plan => `选“${plan}”的通知正文。只存在这台设备的浏览器里，不上传。`, zone: '把 .txt 或 .html 文件拖到这里，或', choose: '选文件', hint: 'Word、WPS、PDF 请另存为纯文本或网页，或复制正文粘贴在下面。', over: '松开，看这个文件', busy: '正在读…',
    paste: '或者粘贴正文', take: '用粘贴的正文', close: '关闭',
    doubt: fit => (fit.figures > 0 ? `这份计划有 ${fit.figures} 个数字，原文里对上 ${fit.foundFigures} 个。可能不是它的原文，或只有一部分。` : `这份计划有 ${fit.targets} 个指标，原文里对上 ${fit.found} 个。可能不是它的原文，或只有一部分。`),
    drop: '不用这份', keep: '仍然留下',
  },
  several: { why: '一次拖来了好几个文件', fix: '一次只拖一个' },
}

export const enNotice: NoticeWording = {
  title: 'Notice', none: 'Open the notice to read its own sentence here', open: 'Open the notice', notFound: 'This target was not found in the notice', whole: 'Whole paragraph', sentence: 'Only the sentence',
  doubt(certainty, places, figure) {
    if (certainty === 'figure_once') return 'The section was not found; this is the only place with the figure'
    if (certainty === 'several') return `${places} places have the same figure; this is the likeliest`
    if (certainty === 'section') return figure === '' ? 'The notice gives no figure; this is the closest sentence of the section' : 'The figure was not found in the section; this is its closest sentence'
    return null
  },
  kept: (name, day) => `${name}, opened ${day}, kept on this device only`, pasted: 'Pasted text', path: headings => headings.join(' / '), another: 'Another one', remove: 'Remove', sure: 'Remove it from here?', yes: 'Remove', no: 'Cancel', over: 'Let go to open it as the notice of this plan',
  state: { none: 'not opened', open: 'Open', openedOn: day => `opened ${day}`, openFor: plan => `Open the notice of ${plan}`, anotherFor: plan => `Another one as the notice of ${plan}`, removeFor: plan => `Remove the notice of ${plan}` },
  dialog: {
    title: 'Open the notice', lead: plan => `Choose the text of the notice of ${plan}. It stays in the browser of this device and is not sent anywhere.`, zone: 'Drop a .txt or .html file here, or', choose: 'choose a file', hint: 'Save Word, WPS and PDF files as plain text or a web page first, or copy the text and paste it below.', over: 'Let go to look at this file', busy: 'Reading…',
    paste: 'Or paste the text', take: 'Use the pasted text', close: 'Close',
    doubt: fit => (fit.figures > 0 ? `${fit.foundFigures} of the plan's ${fit.figures} figures stand in this text. It may be another notice, or only a part.` : `${fit.found} of the plan's ${fit.targets} targets stand in this text. It may be another notice, or only a part.`),
    drop: 'Do not use it', keep: 'Keep it anyway',
  },
  several: { why: 'Several files were dropped at once', fix: 'drop one at a time' },
}

/** These words in the language chosen. */
export function useNoticeWording() {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enNotice : zhNotice))
}
