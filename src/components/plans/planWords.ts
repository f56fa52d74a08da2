/** The words of the plan shelf: opening, comparing and removing plan files. */
export interface PlanWords {
  title: string
}
