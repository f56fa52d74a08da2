/** Stub until its branch is merged. */
export const pageTemplate = (): Promise<string | null> => Promise.resolve(null)
