/** `npm run schema`: data/plan.schema.json from the zod schema at the border. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { planSchema } from '../../src/domain/planSchema.ts'
import { dataFolder } from './projectFiles.ts'

export const schemaFile = join(dataFolder, 'plan.schema.json')

/** The text that data/plan.schema.json must have. */
export function planSchemaText(): string {
  const { $schema, ...rest } = z.toJSONSchema(planSchema, { target: 'draft-2020-12', io: 'input' })
  const schema = {
    $schema,
    title: '挂图 work plan',
    description: 'One notice for one year. Ids and codes are unique; references, dates and ladders are checked when the file is read. Made by npm run schema.',
    ...rest,
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

export function main(): number {
  writeFileSync(schemaFile, planSchemaText())
  return 0
}
