import { type Day, maxDay } from '../calendar/day.ts';
import { startOfLondonDay } from '../calendar/london-time.ts';
import type { ClockEntry } from './clock-entry.ts';
import type { ClockRule } from './clock-rule.ts';
import type { RecordedStart } from './starts.ts';

/** Who the record has as a child's reviewing officer from a day on; null where it is nobody from then on. */
export interface OfficerNamed {
  readonly officer: string | null;
  readonly on: Day;
}

/**
 * That a reviewing officer was allocated, as the record tells it of one time in care: from its first day where they were the officer
 * before. Nothing while there is none, whatever was so before: the child has nobody then.
 */
export const officerEntry = (
  { id, doneBy }: Pick<ClockRule, 'id' | 'doneBy'>,
  { key, on, ends }: RecordedStart,
  { officers = [], today }: { readonly officers: readonly OfficerNamed[] | undefined; readonly today: Day },
): readonly ClockEntry[] => {
  if (doneBy !== 'officer-allocated') return [];
  const inOrder = officers
    .filter((named) => named.on <= today && (ends === null || named.on < ends))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if ((inOrder.at(-1)?.officer ?? null) === null) return [];
  const before = inOrder.findLast((named) => named.on <= on);
  const first = before?.officer
    ? before
    : inOrder.find(({ officer, on: from }) => officer !== null && from > on);
  if (first === undefined || first.officer === null) return [];
  const since = maxDay(first.on, on);
  return [
    {
      number: 0,
      rule: id,
      start: key,
      kind: 'done',
      on: since,
      at: undefined,
      until: undefined,
      said: 'Allocated in the record',
      takesBack: undefined,
      isOfficer: true,
      by: first.officer,
      saidAt: startOfLondonDay(since),
    },
  ];
};
