/** The contract over report packages: what travels is a package, whatever happens to it on the way. */
import { expect, it } from 'vitest'
import { plan } from '../ledger/makers'
import { faultyPlace } from './faultyMemory'
import type { Mailbox } from './packageCarrier'
import { packageCarrier } from './packageCarrier'
import { transportContract } from './transportContract'

transportContract('package', random => {
  const mailbox: Mailbox = new Map()
  return faultyPlace(random, mailbox, packageCarrier(plan, mailbox))
}, { isExactSize: false })

it('lists a package by the path that was asked for', async () => {
  const carrier = packageCarrier(plan)
  await carrier.write('a/dev-1/x.jsonl', new TextEncoder().encode('x\n'))
  expect(await carrier.list()).toMatchObject({ ok: true, value: [{ path: 'a/dev-1/x.jsonl' }] })
})
