/** Pinyin of what is searched, with every reading of a character: 重 is found by zhong and by chong, 厦门 by xm. Works offline, 20 kB, loads with the dialog. */
import PinyinMatch from 'pinyin-match'
import type { PinyinPlace } from './findItems'

export const pinyinPlace: PinyinPlace = (text, typed) => {
  const found = PinyinMatch.match(text, typed)
  return found === false ? null : found
}
