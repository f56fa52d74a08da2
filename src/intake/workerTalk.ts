/** What is said between the page and the worker that reads files. */
import type { Plan } from '../domain/plan'
import type { FileRead } from './fileRead'

export interface WorkerTask { name: string, bytes: ArrayBuffer, plan: Plan }
export type WorkerAnswer = { kind: 'progress', share: number } | { kind: 'read', read: FileRead }
