/**
 * Pinyin of what is searched, by every reading of a character: 重 is found by zhong and by chong, 厦门 by xm. The book is that of
 * pinyin-match (26 kB, loads with the dialog, works offline); its own search grows without bound with letters such as anananan.
 */
import { dict } from 'pinyin-match/src/simplified_dict.js'
import type { PinyinPlace } from './findItems'

const readings = new Map<string, string[]>()
for (const [sound, characters] of Object.entries(dict)) {
  // ü is typed as v, and after l and n in üe also as u.
  const sounds = sound === 'lve' || sound === 'nve' ? [sound, sound.replace('v', 'u')] : [sound]
  for (const character of characters) readings.set(character, [...readings.get(character) ?? [], ...sounds])
}

/** The last place that the letters from `j` on reach from the character `i`: each character in full, by its initial, or (the last) in part; -1 where they do not. */
function reach(text: string, typed: string, i: number, j: number, known: Map<number, number>): number {
  if (j === typed.length) return i - 1
  if (i === text.length) return -1
  const key = i * 64 + j
  const before = known.get(key)
  if (before !== undefined) return before
  let last = -1
  for (const sound of readings.get(text[i]!) ?? [text[i]!]) {
    const initials = /^[zcs]h/.test(sound) ? [1, 2] : [1]
    for (const length of [...initials, sound.length]) if (typed.startsWith(sound.slice(0, length), j)) last = Math.max(last, reach(text, typed, i + 1, j + length, known))
    if (sound.startsWith(typed.slice(j))) last = Math.max(last, i)
  }
  known.set(key, last)
  return last
}

export const pinyinPlace: PinyinPlace = (text, typed) => {
  const letters = typed.replace(/ü/g, 'v')
  const known = new Map<number, number>()
  for (let from = 0; from < text.length; from += 1) {
    const last = reach(text, letters, from, 0, known)
    if (last >= from) return [from, last]
  }
  return null
}
