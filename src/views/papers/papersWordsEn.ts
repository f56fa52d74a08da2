/** The same in English; the papers themselves stay in Chinese. */
import type { PapersWords } from './papersWords'

const plural = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`

export const enPapers: PapersWords = {
  title: 'Meeting papers', close: 'Back to the board', demo: 'Demo figures, said on every page',
  which: 'Version', now: 'Now', nowNote: day => `as of ${day}, frozen on export`, kept: 'frozen', keptNote: (day, code) => `${day}, ${code}`, another: 'Another day', anotherNote: 'as of that day, frozen on export', day: 'As of', more: n => `${n} more`, noneKept: 'No snapshot on this device yet',
  name: 'Name', review: 'Reports counted', reviews: { all: 'All', accepted: 'Reviewed', accepted_twice: 'Twice' },
  whom: 'For whom',
  audiences: {
    bureau: { title: 'Bureau meeting', sub: 'overview and red items' }, dispatch: { title: 'Dispatch meeting', sub: 'all of it, an item a page' }, bulletin: { title: 'Bulletin', sub: 'official form, by township' }, wall: { title: 'On the wall', sub: 'whole board, A3 or A0' }, superior: { title: 'For superiors', sub: 'report and tables' },
  },
  changed: 'changed',
  content: 'Contents', contentNote: (targets, places) => `${plural(targets, 'target')}${places > 0 ? `, ${plural(places, 'place')}` : ''}, no filter`,
  parts: {
    cover: { title: 'Cover', sub: '' }, overview: { title: 'Overview', sub: '' }, changes: { title: 'Since the meeting', sub: '' }, chapters: { title: 'Board by chapter', sub: '' }, red: { title: 'Red items', sub: 'a page each' }, standing: { title: 'Standing', sub: '' }, annex: { title: 'Annex', sub: '' }, areas: { title: 'Page a township', sub: '' }, record: { title: 'Changes', sub: '' },
  },
  moved: (better, worse) => `${better} up, ${worse} down`, off: n => `${plural(n, 'cell')} off pace`,
  formats: 'Formats',
  formatNames: {
    pptx: { title: 'PPTX', sub: 'editable charts' }, docx: { title: 'DOCX', sub: 'official form' }, xlsx: { title: 'XLSX', sub: 'with formulas' }, print: { title: 'Report', sub: 'print or PDF' }, poster: { title: 'Poster', sub: 'print or PDF' }, page: { title: 'HTML file', sub: 'opens offline' },
    svg: { title: 'Board SVG', sub: '' }, png: { title: 'Board PNG', sub: '' }, csv: { title: 'Data CSV', sub: '' }, markdown: { title: 'Markdown', sub: '' }, snapshot: { title: 'Snapshot', sub: '' }, board: { title: 'board.json', sub: '' },
  },
  pages: n => plural(n, 'page'), sheets: n => plural(n, 'sheet'), posters: n => plural(n, 'sheet'), events: n => plural(n, 'event'),
  copyTable: 'Copy the table', copied: 'Copied', copyByHand: 'Selected: press Ctrl C',
  document: 'Official document', documentNumber: 'Number', addressee: 'To', redHead: 'Red head', shareSafe: 'HTML without names and notes',
  caption: 'Caption', captionNote: 'on every page', captionLines: { at: 'Time', scope: 'Scope', rules: 'Rules', version: 'Version' },
  preview: 'Pages', previewNote: n => `${plural(n, 'page')}, 16:9, click to take out or put back`, outline: 'Outline of the report', outlineNote: annexes => (annexes > 0 ? plural(annexes, 'annex', 'annexes') : 'no annex'), figureOf: { table: 'table', chart: 'chart', annex: 'Annex' }, wall: 'Board', wallNote: 'all targets and places', book: 'Sheets', putAllBack: 'Put all back',
  files: 'Files', filesNote: n => (n > 1 ? `${n}, in one zip` : '1'), states: { waiting: '', making: 'being made', made: '', failed: 'not made' },
  checks: 'Looked at before', notReported: n => `${plural(n, 'cell')} not reported, printed so, counted`, allReported: 'All that was asked is reported', rulings: n => `${plural(n, 'open ruling')}, printed so`, noRulings: 'No open ruling', equal: (cells, targets) => `${plural(cells, 'cell')} and ${plural(targets, 'target')} equal this version`, unequal: n => `${plural(n, 'figure')} differ from this version: no export`, names: 'No name is cut, heads repeat on each page', longNames: n => `${plural(n, 'name')} over 24 characters, on two lines`,
  opening: 'Opening this version', freezing: 'Freezing', making: format => `Making ${format}`, zipping: 'Packing the zip',
  step: (format, done, total) => (format === 'pptx' ? `page ${done} of ${total}` : total > 1 ? `${done} / ${total}` : ''), ofFormats: (number, count) => `${number} / ${count}`,
  spent: (seconds, left) => `${seconds} s${left === null ? '' : `, about ${left} s left`}`,
  cancel: 'Cancel', cancelled: 'Cancelled, nothing was saved', saved: (name, size) => `Saved ${name} (${size})`, failedSome: n => `${n} not made; a txt of that name says why`,
  code: 'Code', codeWait: 'given on freezing', idle: 'Frozen first: one code on every file', dataFormats: 'Pictures and data', filesOf: n => plural(n, 'file'), save: n => `Save ${plural(n, 'file')}`, nothing: 'No format chosen', freeze: 'Only freeze', frozen: 'Frozen', notKept: 'The snapshot is not kept on this device', frozenAlready: 'This version is frozen', unknownCode: code => `This device has no snapshot with the code ${code}`,
}
