/** An error as a value: a permanent code, why it happened and what to do, in plain Chinese. English hangs on the code in src/app/messages. */
export interface Problem {
  code: string
  why: string
  fix: string
  /** Where in a file: a path such as `chapters[0].tasks[2].id`, or a line. */
  path?: string
}
