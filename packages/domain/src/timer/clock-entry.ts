import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';

/** What somebody may say of a clock. Nothing that was said is changed: it is taken back by saying so. */
export const CLOCK_ENTRIES = {
  /** What the record does not know began; or the time at which what it knows began. */
  began: 'said when it began',
  done: 'recorded that it was done',
  /** It may lawfully be later, or need not be done. The day it was due stays. */
  allowed: 'allowed it to be later, or not at all',
  extended: 'recorded that the court gave more time',
  stopped: 'recorded that it no longer applies',
  'taken-back': 'took back what was recorded',
} as const;

export type ClockEntryKind = keyof typeof CLOCK_ENTRIES;

export interface ClockEntry {
  /** 1, 2, 3 … of one clock: two people cannot say the same one. */
  readonly number: number;
  readonly rule: string;
  /** Which start of it in the child's record; `said …` where somebody said that it began. */
  readonly start: string;
  readonly kind: ClockEntryKind;
  /** The day it was done, it began, the court decided, it was allowed. */
  readonly on: Day;
  readonly at: Moment | undefined;
  /** The day until which there is time now, where that was said. */
  readonly until: Day | undefined;
  /** In a sentence: how it was done, why it may be later. */
  readonly said: string;
  /** Which entry is taken back. */
  readonly takesBack: number | undefined;
  /** The case in which it was said, which keeps it: it is not taken back here. */
  readonly case?: number;
  /** That the record has this reviewing officer from that day: `by` is the officer. Nobody said it here, and nobody takes it back. */
  readonly isOfficer?: true;
  /** Who said it, and when. */
  readonly by: string;
  readonly saidAt: Moment;
}

/** What still holds of what was said of one clock, by day. */
export const standingEntries = (entries: readonly ClockEntry[]): readonly ClockEntry[] => {
  const gone = new Set(entries.flatMap(({ takesBack }) => takesBack ?? []));
  return entries
    .filter(({ kind, number, case: of }) => kind !== 'taken-back' && (of !== undefined || !gone.has(number)))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.number - b.number));
};

/** What somebody says began is known by what they said it with. */
export const SAID = 'said ';
