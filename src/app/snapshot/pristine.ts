/**
 * The file as it was opened, before anything of it has run: what 另存一份 writes. A page from disk may not fetch itself. `main.ts` imports
 * this before all else.
 */
export const pristine = `<!doctype html>\n${document.documentElement.outerHTML}`
