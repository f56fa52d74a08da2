/** What the place that the page stands in (plain http, the single file, a window that keeps nothing) does not give, as far as it matters to the work. */

/** `web`: a secure address. `http`: a plain one. `disk`: the single file. `refused`: a secure address in a window that lets no page stay. */
export type PlaceKind = 'web' | 'http' | 'disk' | 'refused'
/** In the order in which they are said: shared folder, packages with a passphrase, opening without a network, a promise to keep the data, news of versions. */
export type PlaceLimit = 'folder' | 'passphrase' | 'offline' | 'persist' | 'update'

/** What the browser has here, looked at when the page runs: never guessed from its name. */
export interface PlaceFeatures { protocol: string, isSecure: boolean, isSingleFile: boolean, hasFolders: boolean, hasCipher: boolean, hasWorkers: boolean, canAskToKeep: boolean }

export function placeKindOf({ protocol, isSecure, isSingleFile, hasWorkers }: PlaceFeatures): PlaceKind {
  if (isSingleFile || protocol === 'file:') return 'disk'
  if (!isSecure) return 'http'
  return hasWorkers ? 'web' : 'refused'
}

export function placeLimitsOf(features: PlaceFeatures): PlaceLimit[] {
  const isDisk = placeKindOf(features) === 'disk'
  const off: Record<PlaceLimit, boolean> = {
    folder: !features.hasFolders, passphrase: !features.hasCipher, offline: !isDisk && !(features.isSecure && features.hasWorkers), persist: !features.canAskToKeep, update: isDisk,
  }
  return (Object.keys(off) as PlaceLimit[]).filter(limit => off[limit])
}

/** Is the line shown: where something is off, and either real work is done or the place itself is the reason; not again once it was put away. */
export function isPlaceLineShown(place: PlaceKind, limits: readonly PlaceLimit[], { isReal, seen }: { isReal: boolean, seen: string | null }): boolean {
  return limits.length > 0 && (isReal || place !== 'web') && seen !== placeMark(place, limits)
}

/** What is remembered when the line is put away: another place or another list shows it again. */
export const placeMark = (place: PlaceKind, limits: readonly PlaceLimit[]): string => `${place}:${limits.join()}`
