/** What a target is about, without the verbs around it: 新增家庭养老床位 and 建成家庭养老床位 name one object. Source: practice.md §0, 7. */
import { foldText } from './foldedText'

const verbs = /^(?:新建或提升|新建扩建|提升新建|改造提升|新开办|继续实施|新建|新增|新设|增设|建成|建设|设置|设立|提升|改造|开办|打造|创建|实施|完成|推进|推动|扶持|帮扶|开展|举办|召开|落实|达到)+/
const tails = /(?:总数|总量|数量|合计|累计|建设|投入运作|工作)$/

/** Words that tell two like objects apart: at most one of a row fits one object. */
const apart: readonly (readonly string[])[] = [
  ['城市', '农村', '乡村'], ['街道', '乡镇', '镇级', '村级', '社区', '县级', '区级', '市级', '省级'], ['省界', '市界', '县界'], ['困难', '重度'], ['机构', '散居'], ['男', '女'], ['护理', '生活'],
]

/** Names met before: every pair of a plan's targets is compared. */
const objects = new Map<string, string>()
const pairs = new Map<string, Uint32Array>()
const mostKept = 20_000

function kept<T>(of: Map<string, T>, text: string, make: (text: string) => T): T {
  const known = of.get(text)
  if (known !== undefined) return known
  if (of.size >= mostKept) of.clear()
  const made = make(text)
  of.set(text, made)
  return made
}

/** The object of a name: folded, without brackets, verbs before it and 总数, 建设 after it. */
export const objectOf = (name: string): string => kept(objects, name, coreOf)

function coreOf(name: string): string {
  const plain = foldText(name).replace(/\([^)]*\)|《|》/g, '')
  const bare = plain.replace(verbs, '')
  const core = (bare.length >= 3 ? bare : plain).replace(tails, '')
  return core.length >= 2 ? core : plain
}

/** Each pair of neighbouring characters as one number, in order: two lists are walked side by side. */
function pairsOf(text: string): Uint32Array {
  const found = new Uint32Array(Math.max(0, text.length - 1))
  for (let i = 0; i < found.length; i++) found[i] = text.charCodeAt(i) * 65_536 + text.charCodeAt(i + 1)
  return found.sort()
}

/** How alike two texts are, 0 to 1: twice the common pairs of characters over all of them. Symmetric. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  const [first, second] = [kept(pairs, one, pairsOf), kept(pairs, other, pairsOf)]
  let common = 0
  for (let i = 0, j = 0; i < first.length && j < second.length;) {
    if (first[i] === second[j]) { common += 1; i += 1; j += 1 } else if (first[i]! < second[j]!) i += 1
    else j += 1
  }
  const all = first.length + second.length
  return all === 0 ? 0 : (2 * common) / all
}

/** From this likeness on two objects are taken for one; tuned on the five plans of the first release. */
const sameFrom = 0.72

/** Do two names mean one object. Symmetric. */
export function isSameObject(one: string, other: string): boolean {
  const [first, second] = [objectOf(one), objectOf(other)]
  if (likeness(first, second) < sameFrom) return false
  return !apart.some(row => {
    const marks = [first, second].map(text => row.filter(word => text.includes(word)).join())
    return marks[0] !== marks[1]
  })
}
