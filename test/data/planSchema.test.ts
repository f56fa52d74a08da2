import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { planSchemaText, rulesSchemaFile, rulesSchemaText, schemaFile } from '../tools/writeSchema.ts'

it('data/plan.schema.json is what npm run schema writes', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(planSchemaText())
})

it('the schema refuses other fields and names the measures', () => {
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { additionalProperties: boolean, required: string[] }
  expect(schema.additionalProperties).toBe(false)
  expect(schema.required).toEqual(['id', 'title', 'issuer', 'documentNumber', 'issued', 'period', 'area', 'departments', 'chapters', 'rulings'])
})

it('data/rules.schema.json is what npm run schema writes', () => {
  expect(readFileSync(rulesSchemaFile, 'utf8')).toBe(rulesSchemaText())
})
