/** A new id: moment and chance. getRandomValues is there on plain http too, unlike randomUUID. */
export function freshId(kind: string): string {
  const [chance] = crypto.getRandomValues(new Uint32Array(1))
  return `${kind}-${Date.now().toString(36)}-${chance!.toString(36)}`
}
