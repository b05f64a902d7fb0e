import type { HandCorrection } from '@rightplace/app';
import type { SetAside } from '@rightplace/ssda903';
import type { Terminal } from './command.ts';

/** How many rows set aside are told one by one before the rest are only counted. */
const TOLD = 20;

/** Says on standard error what was not taken in, and what was noticed on the way; `whereAll` says where all of it is told. */
export const reportRejected = (
  terminal: Terminal,
  rejected: readonly SetAside[],
  notes: readonly string[],
  whereAll = 'rightplace import --json lists them all',
): void => {
  for (const note of notes) terminal.note(note);
  if (rejected.length === 0) return;
  terminal.note(`${rejected.length} set aside:`);
  for (const { file, line, child, reason, todo } of rejected.slice(0, TOLD)) {
    const whose = child === null ? '' : `, child ${child}`;
    terminal.note(`  ${file}, line ${line}${whose}: ${reason} ${todo}`);
  }
  if (rejected.length > TOLD) terminal.note(`  and ${rejected.length - TOLD} more; ${whereAll}.`);
};

/** Says which corrections made by hand the files do not have, so that nothing is undone unseen. */
export const reportCorrections = (terminal: Terminal, corrections: readonly HandCorrection[]): void => {
  if (corrections.length === 0) return;
  terminal.note(
    `${corrections.length} corrected by hand after they were loaded, which these files do not have; loading puts back what the file says:`,
  );
  for (const { child, table, what, by, at, kind } of corrections.slice(0, TOLD))
    terminal.note(
      `  child ${child}, ${table}: ${what} (by ${by} on ${at.slice(0, 10)}${kind === 'undone' ? '' : '; the correction is kept'})`,
    );
  if (corrections.length > TOLD)
    terminal.note(`  and ${corrections.length - TOLD} more; rightplace import --json lists them all.`);
};
