/** Copying a text, also where the page is not in a secure context (plain http) and has no clipboard. */

/** Did the text reach the clipboard. `source` holds the same text: it is selected, so that it can be copied by hand if this fails. */
export async function copyText(text: string, source: HTMLTextAreaElement): Promise<boolean> {
  try {
    const { clipboard } = navigator as { clipboard?: Clipboard }
    if (clipboard !== undefined) {
      await clipboard.writeText(text)
      return true
    }
  } catch { /* the old way */ }
  source.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  }
}
