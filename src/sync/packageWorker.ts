/** The worker of packages: one task at a time. */
import type { LedgerEvent } from '../domain/event'
import { doPackageTask } from './doPackageTask'
import type { FromWorker, PackageAnswer, ToWorker } from './packageTalk'
import { eventsPerSlice } from './packageTalk'

let events: LedgerEvent[] = []
const say = (message: FromWorker) => { self.postMessage(message) }

/** Sends the events of an answer ahead of it and leaves it without them. */
function answerInSlices(answer: PackageAnswer): PackageAnswer {
  const lines = answer.kind === 'read' ? answer.content.lines : answer.kind === 'lines' ? answer.lines : null
  if (lines === null) return answer
  for (let from = 0; from < lines.events.length; from += eventsPerSlice) say({ kind: 'events', events: lines.events.slice(from, from + eventsPerSlice) })
  const rest = { ...lines, events: [] }
  return answer.kind === 'read' ? { kind: 'read', content: { ...answer.content, lines: rest } } : { kind: 'lines', lines: rest }
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'events') {
    events.push(...data.events)
    return
  }
  const task = data.task.kind === 'pack' ? { ...data.task, input: { ...data.task.input, events } } : data.task
  events = []
  say({ kind: 'answer', answer: answerInSlices(doPackageTask(task, () => { say({ kind: 'safe' }) })) })
}
