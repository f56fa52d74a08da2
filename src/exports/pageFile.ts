/** Stub until its branch is merged. */
import type { Snapshot } from '../domain/snapshot'

export const pageOf = (template: string, snapshot: Snapshot, isShareSafe: boolean): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(`${template}${snapshot.fingerprint}${isShareSafe}`))
