/// <reference types="vite/client" />

declare module 'virtual:trusted-plans' {
  /** SHA-256 (hex) by file name below `data/`, of the plans that were checked when this build was made. */
  export const trustedPlans: Readonly<Record<string, string>>
}

/** The version in package.json. */
declare const __APP_VERSION__: string

/** Syllables to the characters that can be read so. */
declare module 'pinyin-match/src/simplified_dict.js' {
  export const dict: Readonly<Record<string, string>>
}
