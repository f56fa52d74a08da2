/** Stub until its branch is merged. */
export const drawPng = (svg: string, scale: number): Promise<Blob> => Promise.resolve(new Blob([`${svg} ${scale}`]))
