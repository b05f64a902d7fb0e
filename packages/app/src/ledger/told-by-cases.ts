import { type Day, parseDay } from '@rightplace/domain';
import type { CaseEventInto, StatesOfCases } from '@rightplace/store';

/** What some records of measures are made of: states that cases came into, and what was said there, by the names of the questions. */
export interface ToldByCases {
  readonly states: readonly StatesOfCases[];
  readonly said: readonly string[];
}

/** What happened to cases of a process, in the order in which it did. */
export type EventsOfProcess = (workflow: string) => readonly CaseEventInto[];

type Said = CaseEventInto['said'];

export const wordOf = (said: Said | undefined, name: string): string => {
  const word = said?.[name];
  return typeof word === 'string' ? word.trim() : '';
};

export const dayOf = (said: Said | undefined, name: string): Day | null =>
  parseDay(wordOf(said, name)) ?? null;

/** Events by the case they happened to, in the order in which the cases first came up. */
export const byCase = (events: readonly CaseEventInto[]): readonly (readonly CaseEventInto[])[] => [
  ...Map.groupBy(events, (event) => event.case).values(),
];
