/** The words of the time strip. */
export interface TimeWords {
  /** Name of the strip for screen readers. */
  label: string
}
