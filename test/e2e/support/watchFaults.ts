/** What must never happen in any journey: console errors, page errors, breaches of the content policy, requests to another host. */
import type { BrowserContext } from 'playwright-core'

export interface Faults {
  list: string[]
  /** Faults whose text holds this are part of the test and not counted. */
  expect(part: string): void
  /** The faults that nobody expected. */
  unexpected(): string[]
}

const isLocal = (url: string, origins: readonly string[]) => /^(data|blob|about|chrome|chrome-extension|devtools):/.test(url) || origins.some(origin => url.startsWith(origin))

/** Watches every page of a context from now on. */
export async function watchFaults(context: BrowserContext, origins: readonly string[]): Promise<Faults> {
  const list: string[] = []
  const expected: string[] = []
  context.on('console', message => {
    if (message.type() === 'error' || message.text().startsWith('[policy]')) list.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', webError => {
    const { name, message, stack } = webError.error()
    list.push(`page error: ${name} ${message} ${stack ?? ''}`)
  })
  context.on('request', request => {
    if (!isLocal(request.url(), origins)) list.push(`foreign request: ${request.url()}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      console.warn(`[policy] ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`)
    })
  })
  return { list, expect: part => { expected.push(part) }, unexpected: () => list.filter(fault => !expected.some(part => fault.includes(part))) }
}
