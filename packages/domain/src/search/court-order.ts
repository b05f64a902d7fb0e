import { addDays, type Day, minDay, parseDay } from '../calendar/day.ts';
import type { Answers, FormQuestion, Options } from '../form/form.ts';
import type { SearchEntry } from './log-entry.ts';

/**
 * A child who is deprived of their liberty in a children’s home that is not registered, because the High Court allows it under its
 * inherent jurisdiction: Re T [2021] UKSC 35; Tameside v AM [2021] EWHC 2472 (Fam) and A Mother v Derby [2021] EWCA Civ 1867, of
 * children under 16; the President of the Family Division’s guidance on placements in unregistered children’s homes (November 2019),
 * with its addendum of December 2020. The order makes nobody’s running of the home lawful.
 */
export const COURT_ORDER_QUESTIONS: readonly FormQuestion[] = [
  {
    kind: 'day',
    name: 'order-on',
    label: 'On which day did the High Court make the order?',
    notAfterToday: true,
  },
  { kind: 'line', name: 'court-number', label: 'The number of the case' },
  { kind: 'line', name: 'judge', label: 'Which judge made it' },
  { kind: 'text', name: 'conditions', label: 'What it allows in this home, and on what conditions' },
  {
    kind: 'day',
    name: 'review-on',
    label: 'On which day does the court look at it again?',
    notBefore: 'order-on',
  },
  { kind: 'day', name: 'until', label: 'Until which day does it hold?', notBefore: 'order-on' },
  {
    kind: 'day',
    name: 'ofsted-told-on',
    label: 'On which day was Ofsted given the order and the judgment?',
    hint: 'The court requires it at once.',
    notAfterToday: true,
    notBefore: 'order-on',
  },
  { kind: 'line', name: 'ofsted-told', label: 'Who told whom at Ofsted, and where that is kept' },
  {
    kind: 'text',
    name: 'why-none',
    label: 'Your own approval: why no registered home takes the child, and what is done to find one',
  },
];

/** How registration stands of a home where a child lives by such an order. */
export const REGISTRATION_RESULTS: Options = {
  applied: 'The provider has applied to Ofsted',
  registered: 'Ofsted has registered the home',
  refused: 'Ofsted refused, or the provider will not apply',
  left: 'The child lives there no more',
};

/** Of the guidance of November 2019: the provider applies within seven days of the order. */
const APPLY_WITHIN_DAYS = 7;

interface CourtOrder {
  readonly madeOn: Day;
  readonly number: string;
  readonly judge: string;
  readonly reviewOn: Day;
  readonly until: Day;
  readonly toldOfstedOn: Day;
}

interface Registration {
  readonly result: string;
  readonly on: Day;
}

/** How a home stands where a child may live by an order, though nobody has registered it. */
export interface OrderStanding {
  readonly order: CourtOrder;
  readonly registration: Registration | undefined;
  /** The last day on which the order opens the home: until it ends, or the court looks at it again. */
  readonly lastDay: Day;
  /** By when the provider is to have applied; undefined once they have. */
  readonly applyBy: Day | undefined;
  /** Registered, or left. */
  readonly isSettled: boolean;
  readonly isLate: boolean;
}

const dayIn = (said: Answers, name: string): Day | undefined => {
  const answer = said[name];
  return typeof answer === 'string' ? parseDay(answer) : undefined;
};
const wordIn = (said: Answers, name: string): string => {
  const answer = said[name];
  return typeof answer === 'string' ? answer : '';
};

export const orderIn = ({ kind, said }: Pick<SearchEntry, 'kind' | 'said'>): CourtOrder | undefined => {
  const [madeOn, reviewOn, until, toldOfstedOn] = ['order-on', 'review-on', 'until', 'ofsted-told-on'].map(
    (name) => dayIn(said, name),
  );
  return kind !== 'court-order' ||
    madeOn === undefined ||
    reviewOn === undefined ||
    until === undefined ||
    toldOfstedOn === undefined
    ? undefined
    : {
        madeOn,
        number: wordIn(said, 'court-number'),
        judge: wordIn(said, 'judge'),
        reviewOn,
        until,
        toldOfstedOn,
      };
};

export const lastDayOfOrder = ({ reviewOn, until }: CourtOrder): Day => minDay(reviewOn, until);

/** From what was written of one home, in its order; undefined where there is no order. */
export const orderStandingOf = (
  about: readonly Pick<SearchEntry, 'kind' | 'said'>[],
  today: Day,
): OrderStanding | undefined => {
  const orders = about.flatMap((entry) => orderIn(entry) ?? []);
  const [first, order] = [orders[0], orders.at(-1)];
  if (first === undefined || order === undefined) return undefined;
  const registrations = about.flatMap(({ kind, said }) => {
    const on = dayIn(said, 'on');
    return kind === 'registration' && on !== undefined ? [{ result: wordIn(said, 'result'), on }] : [];
  });
  const registration = registrations.at(-1);
  const hasApplied = registrations.some(({ result }) => result === 'applied' || result === 'registered');
  const applyBy = hasApplied ? undefined : addDays(first.madeOn, APPLY_WITHIN_DAYS);
  const isSettled = registration?.result === 'registered' || registration?.result === 'left';
  const lastDay = lastDayOfOrder(order);
  const isLate =
    !isSettled &&
    (lastDay < today || registration?.result === 'refused' || (applyBy !== undefined && applyBy < today));
  return { order, registration, lastDay, applyBy, isSettled, isLate };
};
