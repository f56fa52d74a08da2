/** Room and columns against the form of the cells, at the window sizes that we look at. */
export const boardLayoutCases = [
  { width: 1142, columns: 4, form: 'wide', isScrolling: false },
  { width: 1142, columns: 6, form: 'middle', isScrolling: false },
  { width: 1142, columns: 13, form: 'narrow', isScrolling: false },
  { width: 1142, columns: 19, form: 'narrow', isScrolling: false },
  { width: 1142, columns: 45, form: 'narrow', isScrolling: true },
  { width: 1622, columns: 19, form: 'middle', isScrolling: false },
] as const
