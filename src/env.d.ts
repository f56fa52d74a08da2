/// <reference types="vite/client" />

declare module 'virtual:trusted-plans' {
  /** SHA-256 (hex) by file name below `data/`, of the plans that were checked when this build was made. */
  export const trustedPlans: Readonly<Record<string, string>>
}

/** The version in package.json. */
declare const __APP_VERSION__: string
