/** `npm run schema`: data/plan.schema.json and data/rules.schema.json from the zod schemas at the borders. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { planSchema } from '../../src/domain/planSchema.ts'
import { rulePackSchema } from '../../src/domain/rulePackSchema.ts'
import { dataFolder } from './projectFiles.ts'

export const schemaFile = join(dataFolder, 'plan.schema.json')

export const rulesSchemaFile = join(dataFolder, 'rules.schema.json')

const schemaText = (schema: z.ZodType, title: string, description: string): string => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`
}

/** The text that data/plan.schema.json must have. */
export const planSchemaText = (): string => schemaText(planSchema, '挂图 work plan',
  'One notice for one year. Ids and codes are unique; references, dates and ladders are checked when the file is read. Made by npm run schema.')

/** The text that data/rules.schema.json must have. */
export const rulesSchemaText = (): string => schemaText(rulePackSchema, '挂图 rule pack',
  'How one place supervises. Distances are shares of 1, negative behind the pace. Gaps, overlaps, escalation, levels and formulas are checked when the file is read. Made by npm run schema.')

export function main(): number {
  writeFileSync(schemaFile, planSchemaText())
  writeFileSync(rulesSchemaFile, rulesSchemaText())
  return 0
}
