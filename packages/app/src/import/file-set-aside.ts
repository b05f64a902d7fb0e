import type { SetAside } from '@rightplace/ssda903';
import type { NotRead } from './given-files.ts';

/** A file that might be a return and could not be opened is set aside like one that could not be read. */
export const fileSetAside = ({ file, reason, todo }: NotRead): SetAside => ({
  file,
  line: 1,
  table: null,
  child: null,
  rule: 'not-a-return-file',
  reason,
  todo,
});
