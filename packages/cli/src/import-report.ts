import type { SetAside } from '@rightplace/ssda903';
import type { Terminal } from './command.ts';

/** How many rows set aside are told one by one before the rest are only counted. */
const TOLD = 20;

/** Says on standard error what was not taken in, and what was noticed on the way. */
export const reportRejected = (
  terminal: Terminal,
  rejected: readonly SetAside[],
  notes: readonly string[],
): void => {
  for (const note of notes) terminal.note(note);
  if (rejected.length === 0) return;
  terminal.note(`${rejected.length} set aside:`);
  for (const { file, line, child, reason, todo } of rejected.slice(0, TOLD)) {
    const whose = child === null ? '' : `, child ${child}`;
    terminal.note(`  ${file}, line ${line}${whose}: ${reason} ${todo}`);
  }
  if (rejected.length > TOLD)
    terminal.note(`  and ${rejected.length - TOLD} more; rightplace import --json lists them all.`);
};
