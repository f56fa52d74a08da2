/** Words of the pages of 汇交. */
export type ExchangePage = 'exchange' | 'conflicts' | 'safekeeping'
export interface ExchangeFrameWords { title: string, pages: Readonly<Record<ExchangePage, string>> }

export const zhExchangeFrame: ExchangeFrameWords = { title: '汇交', pages: { exchange: '报送与收取', conflicts: '冲突与核对', safekeeping: '备份与恢复' } }
export const enExchangeFrame: ExchangeFrameWords = { title: 'Exchange', pages: { exchange: 'Send and receive', conflicts: 'Conflicts and checks', safekeeping: 'Backup and recovery' } }
