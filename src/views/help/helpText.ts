/** Shape of the manual and the list of keys; both languages fill it in and load only when they are opened. */
export interface KeyLine { keys: readonly string[], what: string }
export interface HelpPart { title: string, lines: readonly string[] }

export interface HelpText {
  title: string
  lead: string
  print: string
  back: string
  parts: readonly HelpPart[]
  keysTitle: string
  keyGroups: readonly { title: string, keys: readonly KeyLine[] }[]
}
