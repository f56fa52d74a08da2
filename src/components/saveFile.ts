/** Hands something to the browser as a download; works on plain http and from disk. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export const saveFile = (name: string, text: string, type: string): void => saveBlob(name, new Blob([text], { type }))
