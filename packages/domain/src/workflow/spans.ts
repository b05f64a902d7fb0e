import { type Refusal, refused } from '../refusal/refusal.ts';
import type { Workflow } from './workflow.ts';

/** How long something of a process may take, which an authority may set. */
export interface NamedSpan {
  readonly setting: string;
  /** What holds until it is set. */
  readonly workingDays: number;
  /** What it does: "With the director: late after". */
  readonly uses: readonly string[];
  /** Of one by which something is over by itself, nought would leave no day for it. */
  readonly least: 0 | 1;
}

export const MOST_WORKING_DAYS = 60;

/** Every span of a process, from its table, in the order of its states. */
export const spansOf = ({ states }: Pick<Workflow, 'states'>): readonly NamedSpan[] => {
  const spans = new Map<string, NamedSpan>();
  const add = (setting: string, workingDays: number, use: string, least: 0 | 1): void => {
    const before = spans.get(setting);
    spans.set(setting, {
      setting,
      workingDays,
      uses: [...(before?.uses ?? []), use],
      least: before?.least === 1 ? 1 : least,
    });
  };
  for (const { title, target, lapses } of Object.values(states)) {
    if (target !== undefined) add(target.setting, target.workingDays, `${title}: late after`, 0);
    if (lapses !== undefined) add(lapses.setting, lapses.workingDays, `${title}: over by itself after`, 1);
  }
  return [...spans.values()];
};

/** Why a span cannot be so many working days; undefined when it can. */
export const findSpanFault = (
  { least }: Pick<NamedSpan, 'least'>,
  days: number,
): Refusal<'not-whole' | 'too-few' | 'too-many'> | undefined => {
  if (!Number.isInteger(days)) return refused('not-whole', 'Enter a whole number of working days.');
  if (days < least)
    return refused(
      'too-few',
      least === 0
        ? 'Enter 0 or more working days. With 0 it is due on the same day.'
        : 'Enter at least 1 working day: there has to be a day on which it can be done.',
    );
  return days > MOST_WORKING_DAYS
    ? refused('too-many', `Enter at most ${MOST_WORKING_DAYS} working days.`)
    : undefined;
};
