import type { Role } from '../access/role.ts';
import type { Day } from '../calendar/day.ts';

/** How sure it is that a rule is as the law or the guidance has it. A rule says it of itself, and so does its page. */
export const CLOCK_CERTAINTIES = {
  C: 'confirmed in the text of the law, in official rules or in several authorities’ procedures',
  K: 'known from practice, the section not read again',
  S: 'from a strategy or a published process',
  L: 'local or good practice',
  '?': 'to be checked before anybody relies on it',
} as const;

export type ClockCertainty = keyof typeof CLOCK_CERTAINTIES;

/** What starts a clock. The record tells of all but the last, which somebody has to say. */
export type ClockStart =
  /** A time in care begins. Short breaks are not care in this sense. */
  | { readonly kind: 'coming-into-care' }
  /** The first placement of a time in care begins. */
  | { readonly kind: 'first-placement' }
  /** A placement begins: another home or carer, not a stay in hospital or a move with the same carer. With `after`, only then. */
  | { readonly kind: 'placement'; readonly after?: 'not-planned' }
  /** A legal status begins; with `livingIn`, only while the child lives in such a placement as it does. */
  | { readonly kind: 'legal-status'; readonly status: string; readonly livingIn?: readonly string[] }
  /** The record knows nothing of it. With `untilInCare`, it is over once the child comes into care again. */
  | { readonly kind: 'said'; readonly what: string; readonly untilInCare?: true };

export type SpanUnit = 'working-days' | 'days' | 'weeks' | 'months' | 'hours';

export interface ClockSpan {
  readonly unit: SpanUnit;
  readonly count: number;
}

/** How long there is: a span; none, on the day itself; or up to a day that somebody says, such as the one in an order. */
export type TimeAllowed = ClockSpan | 'same-day' | 'day-said';

/** How long there is the second time and later, counted from the time before. */
export interface LaterTime {
  readonly title: string;
  /** Nothing, where somebody decides it each time and nobody can say from here what is due. */
  readonly allowed: ClockSpan | undefined;
  /** Only of this time. */
  readonly time?: number;
  /** Only in such a placement, by its code. */
  readonly livingIn?: readonly string[];
  /** Only under this legal status. */
  readonly under?: string;
  /** Only until the first review of the child's case in this time in care. */
  readonly untilReviewed?: true;
  /** Only once the placement has lasted so many months. */
  readonly afterMonths?: number;
}

export interface ClockRule {
  /** As statutory-timers lists call it; with `version`, unique. */
  readonly id: string;
  /** Counted up when the rule changes: what began under one version is measured by it to its end. */
  readonly version: number;
  /** What begins from the first day on, before the second, is measured by it. Null: not known to be in force. */
  readonly effective: { readonly starts: Day; readonly ends: Day | null } | null;
  /** What has to be done, as a line of a list: "Care plan made". */
  readonly title: string;
  readonly start: ClockStart;
  readonly allowed: TimeAllowed;
  /** Due again, as long after it was done as the first was after its beginning. */
  readonly repeats?: true;
  /** Of what is due again, where it is another time than the first: the first of these that holds on the day counted from. */
  readonly later?: readonly LaterTime[];
  /**
   * Somebody says that it was done; it is over when the legal status that began it ends; or the record tells who was allocated to the
   * child as reviewing officer, whatever anybody says of it. A review is told by the record, and may be said before the record has it.
   */
  readonly doneBy: 'somebody-says' | 'status-ends' | 'officer-allocated' | 'review-held';
  /** Whose task it is. */
  readonly owner: Role;
  /** The law, or what an authority set itself. Only a breach of the law goes to the independent reviewing officer. */
  readonly basis: 'law' | 'practice';
  readonly source: string;
  readonly certainty: ClockCertainty;
  /** Whether an authority may allow less time than this. None may allow more. */
  readonly mayShorten: boolean;
  /** When to remind, where it is not at three quarters of the time. */
  readonly reminders?: readonly ClockSpan[];
  /** More time that a court may give, the longest at once, and how often. */
  readonly extension?: { readonly longest: ClockSpan; readonly times: number };
  /** What whoever does it should know. */
  readonly note?: string;
}

const UNITS: Readonly<Record<SpanUnit, string>> = {
  'working-days': 'working day',
  days: 'day',
  weeks: 'week',
  months: 'month',
  hours: 'hour',
};

/** "10 working days". */
export const clockSpanInWords = ({ unit, count }: ClockSpan): string =>
  `${count} ${UNITS[unit]}${count === 1 ? '' : 's'}`;

/** "within 10 working days". */
export const allowedInWords = (allowed: TimeAllowed): string =>
  allowed === 'same-day'
    ? 'the same day'
    : allowed === 'day-said'
      ? 'by the day that is said'
      : `within ${clockSpanInWords(allowed)}`;

/** Completes "The clock starts when …". */
export const startInWords = (start: ClockStart): string => {
  switch (start.kind) {
    case 'coming-into-care':
      return 'the child comes into care';
    case 'first-placement':
      return 'the first placement in care begins';
    case 'placement':
      return start.after === undefined
        ? 'a placement begins'
        : 'a placement begins after one that ended unplanned';
    case 'legal-status':
      return `legal status ${start.status} begins${start.livingIn === undefined ? '' : ` (living in ${start.livingIn.join(' or ')})`}`;
    case 'said':
      return start.what;
  }
};

/** Completes "It stops, undone, when …". */
export const STOPS: Readonly<Record<ClockStart['kind'], string>> = {
  'coming-into-care': 'the child leaves care',
  'first-placement': 'the child leaves care',
  placement: 'the placement ends',
  'legal-status': 'the legal status ends',
  said: 'somebody says why it no longer applies',
};
