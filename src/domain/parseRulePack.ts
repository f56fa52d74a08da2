/**
 * The border for rule packs: text → RulePack, or everything that is wrong with it, each with its path or interval. Nothing of a refused
 * pack is kept. Loads zod; call it through a dynamic import.
 */
import { z } from 'zod'
import type { RulePackFile } from './packBands'
import { lampRulesOf, rulePackFileOf } from './packBands'
import { packProblems } from './packProblems'
import { readJson } from './plainJson'
import type { Problem } from './problem'
import type { RulePack } from './rulePack'
import { rulePackSchema } from './rulePackSchema'

export type ParsedRulePack = { ok: true, pack: RulePack, file: RulePackFile } | { ok: false, problems: Problem[], total: number }

/** Characters of a rule file that is still read; a shipped one has about 5,000. */
const longestPack = 1_000_000
const mostProblems = 100

/** Parses a rule file. On failure at most 100 problems and their total number. */
export function parseRulePack(text: string): ParsedRulePack {
  const read = readJson(text, longestPack)
  return read.ok ? checkRulePack(read.value) : refused([{ ...read.problem, fix: '确认这是挂图的规则包文件' }])
}

/** The same for what is already JSON: the editor's draft. */
export function checkRulePack(value: unknown): ParsedRulePack {
  const parsed = rulePackSchema.safeParse(value, { error: z.locales.zhCN().localeError })
  if (!parsed.success) return refused(parsed.error.issues.flatMap(problemsOfIssue))
  const file = parsed.data as RulePackFile
  const problems = packProblems(file)
  return problems.length > 0 ? refused(problems) : { ok: true, pack: packOf(file), file }
}

function packOf(file: RulePackFile): RulePack {
  const { id, name, source, summary, undefinedBySource, period, slips, cards, calendar, score, names } = file
  return { id, name, source, summary, undefinedBySource, lamps: lampRulesOf(file), period, slips, cards, calendar, score, names }
}

/** The text of a rule file; {@link parseRulePack} of it gives the pack again. */
export const serializeRulePack = (pack: RulePack): string => `${JSON.stringify({ $schema: '../rules.schema.json', ...rulePackFileOf(pack) }, null, 2)}\n`

function refused(problems: Problem[]): ParsedRulePack {
  return { ok: false, problems: problems.slice(0, mostProblems), total: problems.length }
}

const fixes: Partial<Record<string, string>> = {
  invalid_type: '补上这个字段，或改成说明里的类型',
  invalid_value: '改成列出的几个值之一',
  too_big: '缩短或减少到上限以内',
  too_small: '补足到下限以上',
  invalid_format: '改成规定的写法；编号只用字母、数字、点和横线',
  unrecognized_keys: '删去多余的字段，或检查字段名的拼写',
  custom: '改成合乎说明的值',
}

const pathText = (path: readonly PropertyKey[]): string => path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '')

/** One problem for each field that is wrong; an unknown field is named by its own path. */
function problemsOfIssue(issue: z.core.$ZodIssue): Problem[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key]) : [issue.path]
  return paths.map(path => ({ code: `pack_${issue.code}`, path: pathText(path) || '（整个文件）', why: issue.message, fix: fixes[issue.code ?? ''] ?? '对照规则包的说明修改' }))
}
