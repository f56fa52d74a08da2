import { zhCN } from './zhCN'
export const en = { ...zhCN, language: 'en' as const }
