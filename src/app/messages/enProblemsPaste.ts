/** English words of what a pasted block can be told; see {@link enProblems}. */
export const enProblemsPaste: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  cell_became_date: ['Excel turned the rate into a date', 'change it back to numerator/denominator'],
  cell_emptied: ['Nothing was entered', 'enter a number, or leave this cell out'],
  cell_formula_error: ['The formula of this cell failed', 'mend it in the sheet and paste again, or enter the number'],
  cell_too_narrow: ['The column was too narrow: only ### was copied', 'widen it in the sheet and copy again, or enter the number'],
  cell_twice: ['The same cell stands in the block with different contents', 'choose the right one'],
  items_replaced: ['This cell is reported by sites; a number would take the place of their list', 'confirm if the number is enough; leave this cell out to report sites'],
  merged_value: ['The cell was merged: one value for several cells', 'confirm if each of them has this value, else change it'],
  near_name: ['The name is only nearly the same', 'confirm or choose the name above, or confirm this cell alone'],
  off_screen: ['This target is not on this page', 'confirm to write it as well'],
  over_goal: ['More than the year\'s task', 'confirm if it is so'],
  paste_no_names: ['No township or target was recognised in the block', 'choose the first cell and paste again, or copy the names as well'],
  paste_nothing_laid: ['Names were recognised, but no figures to write', 'copy names and figures together; with one column of figures, choose the target first'],
  share_not_number: ['This is not a number', 'enter 0 or more; a dash for no task'],
  unit_converted: ['The head names another unit, so the value was converted', 'confirm if that is right, else change it'],
}
