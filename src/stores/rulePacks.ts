/** Rule packs as shipped or laid beside the page by an office: `data/rules/`, or the island of the single file. Each passes the border; a list that cannot be read leaves the default. */
import type { RulePackFile } from '../domain/packBands'
import type { RulePack } from '../domain/rulePack'
import type { Loaded } from './planSource'
import { readDataFile } from './planSource'

export interface RulePackEntry {
  id: string
  /** Below `data/`. */
  file: string
  name: string
  /** Date or year of the source; null: of no place. */
  issued: string | null
  summary: string
}

const failure = <T>(code: string, why: string, fix: string): Loaded<T> => ({ ok: false, problems: [{ code, why, fix }], total: 1 })

function isEntry(value: unknown): value is RulePackEntry {
  const entry = value as Partial<RulePackEntry> | null
  return typeof entry === 'object' && entry !== null && typeof entry.id === 'string' && typeof entry.file === 'string' && /^rules\/[\w.-]+\.json$/.test(entry.file)
    && typeof entry.name === 'string' && (entry.issued === null || typeof entry.issued === 'string') && typeof entry.summary === 'string'
}

/** The list of rule packs, as `data/rules/index.json` says. */
export async function loadRulePackList(): Promise<Loaded<RulePackEntry[]>> {
  const read = await readDataFile('rules/index.json')
  if (!read.ok) return read
  try {
    const list = (JSON.parse(read.value) as { rules?: unknown }).rules
    if (Array.isArray(list) && list.length <= 200 && list.every(isEntry)) return { ok: true, value: list.map(({ id, file, name, issued, summary }) => ({ id, file, name, issued, summary })) }
  } catch { /* said below */ }
  return failure('rules_index_invalid', 'data/rules/index.json 不是规则包清单', '用发布包里的原文件')
}

/** One rule pack, checked whole. */
export async function loadRulePack(entry: RulePackEntry): Promise<Loaded<{ pack: RulePack, file: RulePackFile }>> {
  const read = await readDataFile(entry.file)
  return read.ok ? readRulePack(read.value) : read
}

/** A rule pack's text from anywhere (a file of the office), through the border. */
export async function readRulePack(text: string): Promise<Loaded<{ pack: RulePack, file: RulePackFile }>> {
  const { parseRulePack } = await import('../domain/parseRulePack')
  const parsed = parseRulePack(text)
  return parsed.ok ? { ok: true, value: { pack: parsed.pack, file: parsed.file } } : { ok: false, problems: parsed.problems, total: parsed.total }
}
