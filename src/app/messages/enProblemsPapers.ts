/** English of the problems of papers and snapshots: why, fix. */
export const enProblemsPapers: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  paper_empty: ['The file is empty', 'export it again, or ask for the original'],
  paper_large: ['The file is over 40 MB', 'check that it is the right one; meeting papers are usually below 5 MB'],
  paper_unknown: ['This kind of file is not known, or it was not exported from Guatu', 'choose an exported PPTX, DOCX, XLSX, HTML, SVG, PNG, CSV, MD or JSON; of a PDF or a photo enter the code at its foot'],
  paper_pdf: ['A PDF carries no seal', 'enter the code that stands at its foot'],
  paper_archive: ['This is an archive', 'unpack it and choose one of the files in it'],
  paper_unsealed: ['The file carries no seal of Guatu: it was not exported from it, or the seal was lost when it was saved', 'enter the code at its foot, or choose the file as exported'],
  paper_seal_broken: ['The seal in the file is incomplete', 'enter the code at its foot, or choose the file as exported'],
  paper_damaged: ['The file is incomplete or damaged', 'open it in its own program and save it anew, or have it sent again'],
  paper_encrypted: ['The file needs a password to open', 'remove the password and save it anew, or enter the code at its foot'],
  paper_part_missing: ['The part that verifies could not be loaded (no network, or a new version on the server)', 'reload and try again'],
  paper_no_plan: ['No plan is open', 'open one first'],
  paper_unsafe: ['Its packing is abnormal and may do harm', 'do not open it; enter the code at its foot'],
  paper_template: ['The empty application for the single file could not be fetched (no network, or snapshot.html is missing on the site)', 'export it again online; the other files are not affected'],
  paper_drawing: ['This browser did not draw the picture (too large, or canvas is disabled)', 'use the SVG, or a newer Chrome, Edge or Firefox; the other files are not affected'],
  paper_memory: ['Memory ran out; this format was not made', 'close other pages and programs, choose less, export it alone; the other files are not affected'],
  paper_failed: ['The programme failed; this format was not made', 'export it alone again; if it fails again, hand this note and the snapshot to whoever maintains Guatu'],
}
