import type { HelpText } from './helpText'

export const enHelp: HelpText = {
  title: 'Manual', lead: 'One wall chart to look at, to enter on and to print. The data stay in this browser on this computer: no server, no account.', print: 'Print the manual', back: 'Back to the board',
  parts: [
    { title: 'First visit', lines: [
      'A plan without real data opens as a demo: a made-up year, marked as demo data everywhere, free to play with.',
      '“Start real work” at the top right opens the empty real ledger of the plan. The demo stays beside it and the two never mix; “See the demo” in the plan menu leads back.',
    ] },
    { title: 'Look', lines: [
      'A row is a target, a column is a township, a cell is completion and lamp. Blank means no task; ○ means asked but not reported, which is neither 0 nor on pace.',
      'Trust the shape before the colour (figures by the default rules): ✓ done, ● on pace, ◆ due within 30 days, ▲ 5 to 30 points behind, ■ far behind or overdue, △ caught up late, ‖ exempt or paused.',
      'A click on a cell opens its reasons: expected, actual, gap, the rule, the least that turns it green, and the clause of the notice.',
      'The legend counts and filters: choose “Behind” to see only these, choose it again for all.',
      'Three views: progress; gap, only what is missing, in the unit of the row (or points); changes, how the lamp and the value moved since the last meeting. A small corner marks what changed.',
      'Below each township stand its on-pace rate and rank; = means tied, no task means no rank, arrows compare with the last meeting.',
    ] },
    { title: 'Which day', lines: [
      'Drag the blue flag, click the axis, use the arrow keys, or click the flag and type a date. Black dots are past meetings, hollow dots are planned; [ and ] step between them.',
      'Days before today are read only, days to come are view only. To enter for a past day go there and choose “Enter late”; the ledger shows when it was entered.',
    ] },
    { title: 'Ask why', lines: [
      'Enter on a cell shows its reasons and whether it will be reached; Enter again opens the page of the target, Shift and Enter the page of the township. The names at the head of rows and columns lead there too.',
      'The page of a target has its course, the townships, sites, shares, source and rulings, the lamp of every month and the record of changes; the page of a township has its rank and how firm it is, what to press on with, what changed and what is not reported.',
      '“Will it be reached” is arithmetic only: what is left, what is needed a month, what the last three months brought, the best month of any peer, and the day it ends at this speed.',
      'Every chart shows its data and saves as PNG or SVG, with unit, day, source and the demo mark.',
      'The notice itself is not part of the program. Open its text from this computer on the plans screen or on the page of a target to see its own sentence there; it stays on this computer.',
    ] },
    { title: 'Only a part', lines: [
      '“Only this chapter” beside a chapter, the department in a row, or the keys C, D and A cut the board to a chapter, a department or a township; the line above says what is shown, Esc or “Clear” shows all. The cut of a department also lists what is not reported.',
      'Ctrl+K finds targets, townships, departments, sections, meetings and commands, by pinyin initials too. Choose your unit in the settings and M shows only yours.',
      'The ranking has tiles that you can arrange, and a real map from a GeoJSON file of your own, which never leaves this computer.',
    ] },
    { title: 'Look back and compare', lines: [
      'On a past day choose “as known then” (what had been entered by that day) or “as known now” (with later reports and corrections); Shift and ] plays the year, and stops it.',
      '“Compare” puts two days side by side: how lamps moved, where and why, with late reports and corrections apart; the list can be copied and exported.',
    ] },
    { title: 'Big screen', lines: ['P or “Present”: an overview, the board page by page, then one item after the other. Left and right turn pages, A rotates, W shows the board, F fills the screen, Esc leaves.'] },
    { title: 'Enter', lines: [
      'E starts editing; type into a cell: Enter down, Tab right, N no change, Ctrl+D as above, Ctrl+Z undo, Esc leaves. Numbers are cumulative since the year began.',
      'Rates take “numerator/denominator”, sites take a stage each, milestones take days.',
      'Only “Saved” with a time means that it is on the disk. Refused input stays in its cell with reason and fix and holds up nothing else. A falling value wants a reason, a value far over the goal wants a second Enter.',
      'Switch to “Shares” to share a goal out; what is left over or beyond the goal is shown.',
      'Nothing is overwritten: every change is one more record, and so is every undo.',
    ] },
    { title: 'Reporting', lines: [
      '“My unit” lists the cells the unit still has to report in the period, returned ones first; what has not changed is confirmed at once, then submitted. A cell that anybody has reported is not asked again.',
      'The calendar sets cut-off, submission day and the shift around holidays; on time and locked are two settings. “Missing” lists open cells by unit, with a reminder to copy.',
      'Pasting from Excel goes by names, or from the cursor where there are none; a name that is only near must be confirmed. Look first, then write; one undo takes it all back.',
      '“Returned files”: send out the fill-in workbooks, drop what comes back; columns of your own table are named once. You decide conflicts, and until then the board keeps the value on this device; what is refused says why.',
      '“Review” accepts or returns. What was returned does not count, what waits does; a switch shows the board without it.',
      'Hints for field checks are no findings and change no lamp; choose some or draw by lot, and print the sheet. Evidence is never required and stays on this computer.',
      '“Burden” counts the cells and minutes asked of each unit; the seconds a cell are an estimate.',
    ] },
    { title: 'Supervision', lines: [
      'One slip, one matter: number, level, basis, request, lead and assisting units, due day. Where a lamp is red, behind, near its day or long unreported the rules propose a slip at the right; only Issue makes it count, and not to follow it takes a reason. The colour of a slip, the lamp of a cell and the card of a unit are three different things.',
      'Every step keeps its day: issued, received, answered, finished, closed. An extension is asked for before the due day and decided by the office; a slip climbs one level at a time unless the rule pack says otherwise.',
      'Closing takes an application, a check and a signature; building work names its acceptance. A closed slip can be opened again with its whole history.',
      'The inbox lists what each unit has to receive, answer or correct, and for the office who is waited for; dates download as a calendar (.ics), reminders are copied, with names of units only.',
      'Ranking shows a band: a place that one cell would change is not firm. Where a pack has scores every point opens into its arithmetic. Places and tasks are compared, never people.',
    ] },
    { title: 'Meetings', lines: [
      'Plan the days under Meetings. A meeting opens on what the last one decided, then what changed, then the red items one by one, then new matters. D takes a decision: type one sentence with a day and a unit, Enter makes it a slip.',
      'When it ends the board is frozen; minutes and a one-page list of decisions can be printed, copied or saved as DOCX. The next meeting begins with them.',
      'A bulletin is drafted from a snapshot, every figure with its origin. When figures are corrected later the sentences that became wrong are listed, never silently replaced; the length is held against 4,000 or 5,000 characters.',
    ] },
    { title: 'Rule packs', lines: [
      'Thresholds of lamps, levels of slips, cards, calendar and scores. Samples after seven places name their source and what it leaves open; take one and change it.',
      'A pack with a gap, an overlap or a circle is refused. See what would change before you adopt it from a day on: earlier days keep the rules of their day, issued slips keep theirs.',
      'Rulings: the same thing promised twice, heading against body, month against year, increment against stock are found and become questions to decide, printed as notes.',
    ] },
    { title: 'Who is at this computer', lines: [
      'The unit is asked for with the first entry: department, township, office or leader; the name is optional. It stays on this computer and decides what is shown and asked first. Several people may share a computer: switch, add and remove them at the unit in the top right.',
      'This is convenience, not access control: a static page can stop nobody. Every entry says which unit made it, and when.',
    ] },
    { title: 'Setting up a plan', lines: [
      'Shares: a row is a target; type in a cell, Tab goes right, Enter down, - means not asked. Share evenly, by weight, by pasting the whole table, or as last year; what is open and what is over is always in sight. Weights stay on this computer.',
      'Schedules: straight, monthly, quarterly, points or once when due; drag the points or change the table. A curve changed in mid-year leaves the days before as they were.',
      'Sites: paste one name a line; the township is guessed, and asked for where that is not certain. Changes: exempting, pausing, another goal or date all want a reason.',
      'Shares, curves, sites, departments, changes and rulings have a page each. Departments, leads and rulings change what is shown, never a figure; next year’s plan file can be made from this year’s, with goals, days and sources to be checked again.',
    ] },
    { title: 'Phone', lines: ['No matrix: first the rate, the changes and the counts (small: since the last meeting), then the five widest gaps, the five largest losses and improvements, and where reports are missing. A line opens its reasons and one value can be changed; the name of a place opens its page. Five tabs: board, changes, report, slips, plans; search, places and comparison at the end.'] },
    { title: 'Other plans', lines: [
      'The plans screen opens your own plan file (JSON): choose it, drop it on the window, or add ?plan= with a file of the same server to the address. It is previewed first; faults are listed one by one and nothing else is touched.',
      'A newer file of a plan is compared first; records whose target or place is gone are kept and listed there.',
    ] },
    { title: 'Print', lines: ['Print with the browser (Ctrl+P) or from the export menu: A3 landscape, readable in black and white. Before the first entry it is a blank board to fill by hand.'] },
    { title: 'Meeting papers and snapshots', lines: [
      'Export, then Meeting papers, freezes the board of a day as a snapshot and makes from it the deck (PPTX), the progress report (DOCX), the workbook (XLSX), the poster and the report (printed to PDF), pictures, tables and a web page in one file. Choose whom it is for; all are made in one run. Papers of one snapshot hold the same figures, and charts and tables can be edited in Office and WPS. Papers are in Chinese.',
      'Every paper says of which day it is, what was known when, whether reports not yet reviewed count, by which rules, and its code. A snapshot never changes; later entries and corrections do not touch it.',
      'The page Snapshots lists all that were frozen and compares any two. Type a code or open any exported file, and it says whether the file fits the ledger, what has changed since, and who changed it when.',
      'The web page in one file opens by double-click without a network and can only be read; for others it can be made without names and notes.',
    ] },
    { title: 'Backup', lines: [
      'The ledger (.jsonl) in the export menu is the backup; keep one a day. Browsers can clear their data: if records are missing the board stops and asks for a backup, it never starts afresh in silence.',
      '“Restore ledger” first shows what it would add, then merges; nothing is overwritten. Demo files never enter a real ledger.',
    ] },
    { title: 'Installed, and without a network', lines: [
      'Opened once at an https address or on this machine (localhost), it opens and takes entries without a network. With one, plans come from the server first: a replaced plan shows at once. To install it use “Install” or “Add to home screen” of the browser.',
      'When the server has a newer Guatu it is offered; it is taken only when you choose it, and never while an entry is open. A plain-http address can neither be installed nor opened offline: use the single file guatu.html.',
    ] },
    { title: 'Browsers', lines: ['Chrome or Edge 109 and later, Firefox 115 and later. Plain-http intranets and the single file from disk work.'] },
  ],
  keysTitle: 'Keys',
  keyGroups: [
    { title: 'Look', keys: [
      { keys: ['↑ ↓ ← →'], what: 'move between cells' }, { keys: ['Enter'], what: 'reasons of this cell, again: its target' }, { keys: ['Shift Enter'], what: 'its township' }, { keys: ['Esc'], what: 'close' },
      { keys: ['V'], what: 'progress, gap, changes' }, { keys: ['[', ']'], what: 'meeting before, after' }, { keys: ['T'], what: 'today' }, { keys: ['Ctrl K', '/'], what: 'find a target or place' }, { keys: ['?'], what: 'keys' },
    ] },
    { title: 'Cuts, big screen, looking back', keys: [{ keys: ['C', 'D', 'A'], what: 'only this chapter, department, township' }, { keys: ['M'], what: 'only mine' }, { keys: ['P'], what: 'big screen' }, { keys: ['Shift ]'], what: 'play, stop' }] },
    { title: 'On the pages', keys: [{ keys: ['J', 'K'], what: 'target: next, previous' }, { keys: ['← →'], what: 'township, big screen: neighbours' }, { keys: ['A', 'W', 'F'], what: 'big screen: rotate, board, full' }, { keys: ['X'], what: 'compare: swap the days' }, { keys: ['V'], what: 'compare: two boards' }, { keys: ['Shift ←'], what: 'tiles: move' }] },
    { title: 'On the timeline', keys: [{ keys: ['← →'], what: 'a day' }, { keys: ['PageUp', 'PageDown'], what: 'end of month' }, { keys: ['Home', 'End'], what: 'first and last day' }, { keys: ['Enter'], what: 'type a date' }] },
    { title: 'Enter', keys: [
      { keys: ['E'], what: 'edit' }, { keys: ['Enter'], what: 'save, down' }, { keys: ['Tab'], what: 'save, right' }, { keys: ['N'], what: 'no change' }, { keys: ['F2'], what: 'change the present value' },
      { keys: ['Ctrl D'], what: 'as above' }, { keys: ['Ctrl Z', 'Ctrl Y'], what: 'undo, redo' }, { keys: ['Esc'], what: 'leave' },
    ] },
    { title: 'Slips', keys: [{ keys: ['J', 'K'], what: 'next, previous slip' }, { keys: ['Enter'], what: 'look at this slip' }, { keys: ['1', '9'], what: 'the step with that digit' }, { keys: ['C'], what: 'new slip' }, { keys: ['Ctrl Enter'], what: 'record' }, { keys: ['Esc'], what: 'put away' }] },
    { title: 'Reporting, review, returned files', keys: [
      { keys: ['Enter'], what: 'Reporting: save, go down' }, { keys: ['Alt N'], what: 'Reporting: no change' }, { keys: ['J', 'K'], what: 'Next, previous' }, { keys: ['Ctrl V'], what: 'Paste a block' }, { keys: ['Ctrl Enter'], what: 'Paste: write' },
      { keys: ['A', 'R'], what: 'Review: accept, return' }, { keys: ['1', '2', '3'], what: 'Files: settle a conflict' }, { keys: ['Ctrl Z', 'Ctrl Y'], what: 'Undo, redo' },
    ] },
    { title: 'Slips, meetings', keys: [{ keys: ['J', 'K'], what: 'next, previous' }, { keys: ['C'], what: 'new slip' }, { keys: ['D'], what: 'meeting: take a decision' }, { keys: ['→', '←'], what: 'meeting: next, previous' }, { keys: ['W'], what: 'meeting: wall chart' }] },
  ],
}
