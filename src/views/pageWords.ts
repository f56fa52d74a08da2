/** The words that the pages of targets, townships and comparisons share; they load with these pages. */
export interface PageWords {
  crumbs: string
  previous: string
  next: string
  previousPlace: string
  nextPlace: string
  board: string
  forecast: string
  open: string
  nothing: string
  lost: { title: string, lead: string, page: string, nearest: string, board: string }
}

export const zhPage: PageWords = { crumbs: '位置', previous: '上一项', next: '下一项', previousPlace: '上一个', nextPlace: '下一个', board: '挂图', forecast: '赶得上吗', open: '打开', nothing: '没有', lost: { title: '这个地址打不开', lead: '地址里有这些不对：', page: '没有这个页面', nearest: '看最近的画面', board: '回挂图' } }
export const enPage: PageWords = { crumbs: 'Where you are', previous: 'Previous', next: 'Next', previousPlace: 'Previous', nextPlace: 'Next', board: 'Wall chart', forecast: 'Will it be reached', open: 'Open', nothing: 'None', lost: { title: 'This address does not lead anywhere', lead: 'What is wrong with it:', page: 'There is no such page', nearest: 'Show the nearest view', board: 'To the wall chart' } }
