import {
  EXIT_PLAN,
  endingSaid,
  LEFT_ON,
  LEFT_WHY,
  londonDayOf,
  RETURN_HOME,
  type Records,
  SELF_DISCHARGE,
  STAYING_PUT,
} from '@rightplace/domain';
import type { CaseEventInto } from '@rightplace/store';
import { byCase, type EventsOfProcess, type ToldByCases } from '../ledger/told-by-cases.ts';

type Told = Pick<Records, 'selfDischarges' | 'moveOnPlans' | 'returnHomePlans'>;

/** Into which a plan comes that was agreed and no longer stands. */
const TAKEN_BACK = ['draft', 'withdrawn'];
const AGREED = ['agreed', ...TAKEN_BACK];

export const LEAVING_TOLD: ToldByCases = {
  states: [
    { workflow: SELF_DISCHARGE.id, states: ['authorised', 'left'] },
    { workflow: EXIT_PLAN.id, states: AGREED },
    { workflow: STAYING_PUT.id, states: AGREED },
    { workflow: RETURN_HOME.id, states: AGREED },
  ],
  said: [LEFT_ON, LEFT_WHY],
};

/**
 * Who left care at 16 or 17 by their own wish, and when the director authorised it; what was agreed for where somebody goes from
 * care, staying put being one such place; and for whom it was agreed that they go home.
 */
export const recordsOfLeaving = (eventsOf: EventsOfProcess): Told => {
  const selfDischarges = selfDischargesIn(eventsOf(SELF_DISCHARGE.id));
  const moveOnPlans = [...plansIn(eventsOf(EXIT_PLAN.id)), ...plansIn(eventsOf(STAYING_PUT.id))];
  const returnHomePlans = plansIn(eventsOf(RETURN_HOME.id));
  return {
    ...(selfDischarges.length === 0 ? {} : { selfDischarges }),
    ...(moveOnPlans.length === 0 ? {} : { moveOnPlans }),
    ...(returnHomePlans.length === 0 ? {} : { returnHomePlans }),
  };
};

const selfDischargesIn = (events: readonly CaseEventInto[]): NonNullable<Told['selfDischarges']> => {
  const authorised = new Map(
    events.flatMap((event) =>
      event.to === 'authorised' ? [[event.case, londonDayOf(event.at)] as const] : [],
    ),
  );
  return events.flatMap((event) => {
    const ending = event.to === 'left' ? endingSaid(event.said) : undefined;
    return ending === undefined
      ? []
      : [{ child: event.child, on: ending.on, authorisedOn: authorised.get(event.case) ?? null }];
  });
};

/** Every time a plan was agreed, and when it was taken back or planned anew. */
const plansIn = (events: readonly CaseEventInto[]): NonNullable<Told['moveOnPlans']> =>
  byCase(events).flatMap((own) =>
    own.flatMap(({ child, to, at }, i) => {
      if (to !== 'agreed') return [];
      const back = own.slice(i + 1).find((later) => TAKEN_BACK.includes(later.to));
      return [
        {
          child,
          agreedOn: londonDayOf(at),
          takenBackOn: back === undefined ? null : londonDayOf(back.at),
        },
      ];
    }),
  );
