import { endOfLondonDay, londonDayOf } from '../../calendar/london-time.ts';
import { addMinutes } from '../../calendar/moment.ts';
import { type CareHistory, findChildOnDay } from '../../child/care-history.ts';
import type { ChildId } from '../../child/record.ts';
import type { AuthorityOnDay, PreparedLedger } from '../authority-on-day.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import type { ReturnFromMissing } from '../records/return-from-missing.ts';

const historiesOf = onceFor(
  ({ histories }: PreparedLedger): ReadonlyMap<ChildId, CareHistory> =>
    new Map(histories.map((history) => [history.id, history])),
);

/** Returns in the window, of the children of this authority (or part of it). Undefined is no case. */
const casesOfReturns =
  (judge: (back: ReturnFromMissing, authority: AuthorityOnDay) => Verdict | undefined) =>
  (authority: AuthorityOnDay, { records }: MeasureContext): readonly Case[] => {
    const histories = historiesOf(authority.ledger);
    const { starts, ends } = authority.window;
    return (records?.returnsFromMissing ?? []).flatMap((back): readonly Case[] => {
      const on = londonDayOf(back.returnedAt);
      const history = histories.get(back.child);
      const verdict = history === undefined || on < starts || on >= ends ? undefined : judge(back, authority);
      if (history === undefined || verdict === undefined) return [];
      return [{ id: back.child, on, verdict, child: findChildOnDay(history, on) }];
    });
  };

const isOffered = ({ offeredOn }: ReturnFromMissing, { asOf }: AuthorityOnDay): boolean =>
  offeredOn !== null && offeredOn <= asOf;

const MOST_HOURS = 72;

const heldInTime = ({ returnedAt, interviewedAt }: ReturnFromMissing, { asOf }: AuthorityOnDay): Verdict => {
  const due = addMinutes(returnedAt, MOST_HOURS * 60);
  const endOfDay = endOfLondonDay(asOf);
  if (interviewedAt !== null && interviewedAt < endOfDay)
    return interviewedAt <= due ? 'counts' : 'does-not-count';
  return due >= endOfDay ? 'not-due-yet' : 'does-not-count';
};

const ofReturns = {
  kind: 'cases',
  version: 1,
  question: 'safe',
  disclosure: 'suppress-small',
  unit: 'percent',
  takes: 'share',
  polarity: 'higher is better',
  over: 'window',
  needs: ['returnsFromMissing'],
  breakdowns: ALL_DIMENSIONS,
  fields: ['time of return', 'interview offered', 'answer', 'time of interview'],
  source:
    'Department for Education, statutory guidance on children who run away or go missing; West Sussex, Child Looked After ' +
    'strategy 2018–2021',
  certainty: {
    mark: 'established practice',
    says: 'Each return is counted, so a child who was missing three times is offered three interviews.',
  },
} as const;

const IN_TIME = 'in the time shown, both its days included';

export const interviewsOffered: CaseMeasure = {
  ...ofReturns,
  id: 'rhi-offered',
  title: 'Return home interviews offered',
  definition: `Of times that a child came back from being missing ${IN_TIME}, the share after which an interview was offered.`,
  numerator: 'Interview offered',
  denominator: 'Returns',
  cases: casesOfReturns((back, authority) => (isOffered(back, authority) ? 'counts' : 'does-not-count')),
};

export const interviewsAccepted: CaseMeasure = {
  ...ofReturns,
  id: 'rhi-accepted',
  title: 'Return home interviews accepted',
  definition: `Of return home interviews offered after a return ${IN_TIME}, the share that the child accepted.`,
  numerator: 'Accepted',
  denominator: 'Interviews offered',
  cases: casesOfReturns((back, authority) => {
    if (!isOffered(back, authority)) return undefined;
    return back.answer === null ? 'not-recorded' : back.answer === 'accepted' ? 'counts' : 'does-not-count';
  }),
};

export const interviewsIn72Hours: CaseMeasure = {
  ...ofReturns,
  id: 'rhi-72h',
  title: 'Return home interviews within 72 hours',
  definition:
    `Of return home interviews accepted after a return ${IN_TIME}, the share held within 72 hours of the return. One whose 72 ` +
    'hours are not over at the end of the day is left out.',
  numerator: 'Held within 72 hours',
  denominator: 'Interviews accepted',
  cases: casesOfReturns((back, authority) =>
    isOffered(back, authority) && back.answer === 'accepted' ? heldInTime(back, authority) : undefined,
  ),
};

export const RETURN_INTERVIEWS: readonly CaseMeasure[] = [
  interviewsOffered,
  interviewsAccepted,
  interviewsIn72Hours,
];
