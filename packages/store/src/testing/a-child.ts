import { type ChildFact, type ChildRecord, childId, type Day, day, type Placement } from '@rightplace/domain';

/** Invented children for the store's tests. */
export const aPlacement = (
  starts: string,
  ends: string | null,
  more: Partial<Placement> = {},
): Placement => ({
  starts: day(starts),
  ends: ends === null ? null : day(ends),
  type: 'U1',
  provider: 'PR1',
  postcode: 'ZZ1 1AA',
  homePostcode: 'ZZ9 9ZZ',
  urn: null,
  began: 'changed',
  endReason: null,
  ...more,
});

export const aReview = (on: Day): ChildFact => ({
  kind: 'review',
  key: on,
  fields: { REVIEW: '01/06/2025', REVIEW_CODE: 'PN1' },
});

/** A child looked after from a day on, in one home, under one order. */
export const aChild = (id: string, more: Partial<ChildRecord> = {}): ChildRecord => {
  const period = { starts: day('2025-05-01'), ends: null };
  return {
    id: childId(id),
    details: { dateOfBirth: day('2014-02-03'), sex: 'F', ethnicity: 'WBRI' },
    periodsOfCare: [{ ...period, startKnown: true, endReason: null }],
    needs: [{ ...period, need: 'N1' }],
    legalStatuses: [{ ...period, status: 'C2', began: 'changed' }],
    placements: [aPlacement('2025-05-01', null)],
    facts: [aReview(day('2025-06-01'))],
    ...more,
  };
};
