/** The reader of returned files: the intake engine in its worker; it loads when the first file comes. */
import type { Plan } from '../../domain/plan'
import type { FileRead } from '../../intake/fileRead'
import type { ReadOptions } from '../../intake/readFile'

export type FileReader = (file: File, plan: Plan, options: ReadOptions) => Promise<FileRead>

export const openReader = async (): Promise<FileReader> => (await import('../../intake/readFile')).readFile
