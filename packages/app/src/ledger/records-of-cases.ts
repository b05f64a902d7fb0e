import { endingSaid, londonDayOf, type Moment, type Records, SELF_DISCHARGE } from '@rightplace/domain';
import { listEventsInto, type Tx } from '@rightplace/store';

/**
 * Records that measures take and that decisions here tell of: who left care at 16 or 17 by their own wish, and when the director
 * authorised it. Where nobody ever has, nothing is kept of it, which is not the same as nobody. Each is written in one transaction
 * with the record, so that whoever reads the record at a moment reads them too.
 */
export const recordsOfCases = async (
  tx: Tx,
  until: Moment | undefined,
): Promise<Pick<Records, 'selfDischarges'>> => {
  const events = await listEventsInto(tx, {
    workflow: SELF_DISCHARGE.id,
    states: ['authorised', 'left'],
    until,
  });
  const authorised = new Map(
    events.flatMap((event) =>
      event.to === 'authorised' ? [[event.case, londonDayOf(event.at)] as const] : [],
    ),
  );
  const selfDischarges = events.flatMap((event): NonNullable<Records['selfDischarges']> => {
    const ending = event.to === 'left' ? endingSaid(event.said) : undefined;
    return ending === undefined
      ? []
      : [{ child: event.child, on: ending.on, authorisedOn: authorised.get(event.case) ?? null }];
  });
  return selfDischarges.length === 0 ? {} : { selfDischarges };
};
