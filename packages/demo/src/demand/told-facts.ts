import { type Day, type DayNumber } from '@rightplace/domain';
import { dayText } from '../calendar/days.ts';

/** One thing that lists would tell of a child before care, as values: what the kinds mean is said where lists are read. */
export interface DemandFact {
  readonly kind: string;
  readonly child: string;
  readonly starts: Day | null;
  readonly ends: Day | null;
  readonly key: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** The time that is told of: its first day, and the day on whose morning it is told. */
export interface ToldTime {
  readonly from: DayNumber;
  readonly asOf: DayNumber;
}

interface Said {
  readonly ends?: DayNumber | undefined;
  readonly key?: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** Tells what has happened by the day of telling, of what lies in the time; each thing once. */
export interface Teller {
  /** Something of one day. */
  readonly event: (kind: string, child: string, on: DayNumber, said?: Said) => void;
  /** A stretch that touches the time; its end is not known before it has come. */
  readonly stretch: (kind: string, child: string, starts: DayNumber, said?: Said) => void;
  /** Whether it has happened by the day of telling. */
  readonly isPast: (on: DayNumber) => boolean;
  /** Whether what ends on that day can be in the time told of. */
  readonly isTold: (ends: DayNumber) => boolean;
  readonly facts: () => readonly DemandFact[];
}

export const openTeller = ({ from, asOf }: ToldTime): Teller => {
  const facts = new Map<string, DemandFact>();
  const isPast = (on: DayNumber): boolean => on < asOf;
  const tell = (kind: string, child: string, on: DayNumber, { ends, key = '', detail = {} }: Said): void => {
    const identity = `${kind} ${child} ${on} ${key}`;
    if (facts.has(identity)) return;
    facts.set(identity, {
      kind,
      child,
      starts: dayText(on),
      ends: ends === undefined || !isPast(ends) ? null : dayText(ends),
      key,
      detail,
    });
  };
  return {
    isPast,
    isTold: (ends) => ends > from,
    event: (kind, child, on, said = {}) => {
      if (isPast(on) && on >= from) tell(kind, child, on, said);
    },
    stretch: (kind, child, starts, said = {}) => {
      if (isPast(starts) && (said.ends === undefined || said.ends >= from)) tell(kind, child, starts, said);
    },
    facts: () => [...facts.values()],
  };
};
