/** The commands of the search. */

/** Those that are no place of the app: the dialog does these, */
export type DoneHere = 'print' | 'exportLedger' | 'exportBoard' | 'real' | 'demo'
/** and the shell these. */
export type DoneByShell = 'identity' | 'restore' | 'keys' | 'light' | 'dark' | 'system' | 'chinese' | 'english'
export type CommandName = DoneHere | DoneByShell | 'mine' | 'edit' | 'today' | 'gap' | 'change' | 'wall' | 'compare' | 'places' | 'papers' | 'snapshots' | 'slips' | 'inbox' | 'ranking' | 'meetings' | 'bulletins' | 'rules' | 'plans' | 'help'
