/**
 * The border for plan files: text → Plan, or the list of everything wrong with it. Nothing of a refused file is kept.
 * Loads zod; call it through a dynamic import. Source: product.md "Plan files", semantics.md "Plan fields used here".
 */
import { z } from 'zod'
import type { Plan } from './plan'
import type { Problem } from './problem'
import { planProblems } from './planProblems'
import { planSchema } from './planSchema'
import { readJson } from './plainJson'

export type ParsedPlan = { ok: true, plan: Plan } | { ok: false, problems: Problem[], total: number }

/** At most this many problems are handed on; `total` tells how many there are. */
export const mostProblems = 100

/** Parses a plan file. On failure at most 100 problems, each with path, why and fix, and their total number. */
export function parsePlan(text: string): ParsedPlan {
  const read = readJson(text)
  if (!read.ok) return refused([read.problem])
  const parsed = planSchema.safeParse(read.value, { error: z.locales.zhCN().localeError })
  if (!parsed.success) return refused(parsed.error.issues.flatMap(problemsOfIssue))
  const problems = planProblems(parsed.data)
  return problems.length > 0 ? refused(problems) : { ok: true, plan: read.value as Plan }
}

function refused(problems: Problem[]): ParsedPlan {
  return { ok: false, problems: problems.slice(0, mostProblems), total: problems.length }
}

const fixes: Partial<Record<string, string>> = {
  invalid_type: '补上这个字段，或改成说明里的类型',
  invalid_value: '改成列出的几个值之一',
  too_big: '缩短或减少到上限以内',
  too_small: '补足到下限以上',
  invalid_format: '改成规定的写法；编码只用字母、数字、点和横线，日期写成 2020-12-31',
  unrecognized_keys: '删去多余的字段，或检查字段名的拼写',
  invalid_union: '改成说明里的一种写法',
  custom: '改成合乎说明的值',
}

type Issue = z.core.$ZodIssue

function problemsOfIssue(issue: Issue): Problem[] {
  const path = issue.path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '')
  return [{ code: `plan_${issue.code}`, path: path === '' ? '（整个文件）' : path, why: issue.message, fix: fixes[issue.code ?? ''] ?? '对照计划文件的说明修改' }]
}
