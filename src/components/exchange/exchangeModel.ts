export type ScopeKey = 'all' | 'unit' | 'since'
export interface ScopeChoice { key: ScopeKey, name: string, note: string, count: number, isOff: boolean }
export interface SendAsk { scope: ScopeKey, withEvidence: boolean, passphrase: string | null }
export interface Said { tone: 'good' | 'bad' | 'note', text: string, fix: string }
export interface SentRow { id: string, name: string, made: string, scope: string, count: number, code: string, isReceived: boolean, state: string }

export type TakeState = 'reading' | 'ready' | 'passphrase' | 'refused' | 'taken'
export interface TakeCounts { fresh: number, known: number, rivals: number, aside: number, ahead: number }
export interface TakeRow {
  id: string
  file: string
  state: TakeState
  unit: string
  who: string
  made: string
  counts: TakeCounts | null
  tags: readonly string[]
  notes: readonly string[]
  details: readonly string[]
  why: string
  fix: string
  isChosen: boolean
  isBusy: boolean
  result: string
  code: string | null
}

export type FolderFace = 'unsupported' | 'demo' | 'none' | 'asking' | 'ready' | 'lost'
export interface FolderDevice { device: string, unit: string, count: number, last: string, seen: number, own: number }
export interface FolderTrouble { path: string, why: string, fix: string }
export interface FolderView { state: FolderFace, isBusy: boolean, name: string, looked: string, moved: string, outbox: number, devices: readonly FolderDevice[], troubles: readonly FolderTrouble[], said: string }
