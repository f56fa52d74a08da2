/** `npm run demo -- <plan id> [file]`: a demo year of a plan as the ledger lines that the app would export. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { demoEvents, sealEvents } from '../../src/domain/demo.ts'
import { serializeLines } from '../../src/domain/lineReader.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { indexPlan } from '../../src/domain/plan.ts'
import { dataFolder, projectFolder } from './projectFiles.ts'

/** The ids and files of the plans that the app offers. */
function planFiles(): { id: string, file: string }[] {
  return (JSON.parse(readFileSync(join(dataFolder, 'index.json'), 'utf8')) as { plans: { id: string, file: string }[] }).plans
}

/** Ledger lines of a demo year, with true hashes and chains. */
export function demoLines(plan: Plan): string {
  return serializeLines(sealEvents(demoEvents(indexPlan(plan))))
}

export function main([id, file]: string[]): number {
  const plans = planFiles()
  const found = plans.find(plan => plan.id === id)
  const source = found === undefined ? '' : join(dataFolder, found.file)
  if (!existsSync(source)) {
    console.error(`Name one of these plans: ${plans.map(plan => plan.id).join(', ')}.`)
    return 1
  }
  const text = demoLines(JSON.parse(readFileSync(source, 'utf8')) as Plan)
  const path = resolve(projectFolder, file ?? `${id}-demo.jsonl`)
  writeFileSync(path, text)
  console.log(`${path}: ${text.split('\n').length - 1} events, all of them demo data`)
  return 0
}
