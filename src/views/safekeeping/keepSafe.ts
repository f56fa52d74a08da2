/** Started once, after the first board is painted: what runs beside every screen so that nothing is lost. */
export function keepSafe(): void {
  // To be filled by its owner: the shared folder's polling, the automatic second copy.
}
