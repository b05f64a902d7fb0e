import type { ChildOnDay } from '../../child/care-history.ts';
import { endAsKnownOn, isCountedOn } from '../../placement/counted-placements.ts';
import { isPlacedForAdoption } from '../../placement/placement-type.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { StockMeasure } from '../measure.ts';
import { sentenceCount } from '../words.ts';

/** Placements in the twelve months to the day: one that ended on the first of those days was over before them. */
export const placementsInTwelveMonths = ({ history }: ChildOnDay, authority: AuthorityOnDay): number => {
  let count = 0;
  for (const placement of history.placements) {
    if (!isCountedOn(placement, authority.asOf)) continue;
    const ends = endAsKnownOn(placement, authority.asOf);
    if (ends === null || ends > authority.twelveMonthsFrom) count++;
  }
  return count;
};

/** A period of care that the record does not see begin may have begun, and seen placements, before. */
const earliestKnownStart = (children: readonly ChildOnDay[]): readonly string[] =>
  sentenceCount(children.filter(({ startKnown, shortBreaks }) => !startKnown && !shortBreaks).length, {
    one: 'For one child the start of care is only the earliest known: the record does not hold it.',
    many: (n) =>
      `For ${n} children the start of care is only the earliest known: the record does not hold it.`,
  });

const sameCarerRemark = ({ ledger }: AuthorityOnDay): readonly string[] =>
  ledger.settings.sameCarerMoveCounts
    ? ['By this authority’s setting, a change of placement with the same carer counts as another placement.']
    : [];

export const stability3Plus: StockMeasure = {
  id: 'stability-3plus',
  version: 1,
  kind: 'stock',
  title: 'Three or more placements in the year',
  question: 'safe',
  definition:
    'Of children looked after at the end of the day, the share who had three or more placements in the twelve months ' +
    'to it. The placement in which the twelve months began counts as one, and so does the present one. Placements in ' +
    'an earlier period of care count too. A change of legal status, a move with the same carer, a spell missing, a ' +
    'temporary stay (hospital, holiday) and the return from it do not count; an emergency first night does.',
  source: 'Department for Education, children looked after in England (formerly national indicator 62)',
  certainty: {
    mark: 'established practice',
    says: 'Placements are counted, not moves: three placements are two moves.',
  },
  unit: 'percent',
  polarity: 'lower is better',
  disclosure: 'suppress-small',
  fields: ['DECOM', 'DEC', 'RNE', 'REC', 'LS', 'PLACE', 'PL_POST'],
  numerator: 'Three or more placements',
  denominator: 'Looked after',
  breakdowns: ALL_DIMENSIONS,
  judge: (child, authority) => {
    if (child.shortBreaks) return 'short-breaks';
    // Most children never had three: nobody has to look when.
    if (child.history.placements.length < 3) return 'does-not-count';
    return placementsInTwelveMonths(child, authority) >= 3 ? 'counts' : 'does-not-count';
  },
  remarks: (children, authority) => [...earliestKnownStart(children), ...sameCarerRemark(authority)],
};

/** Since when a child has been where they are: an adoptive placement counts together with the one just before it. */
const settledSince = ({ usual, placement, placementBefore, inCareSince }: ChildOnDay): string => {
  if (placement === undefined) return inCareSince;
  // A foster placement that became adoptive with the same carer is one placement, and already holds what came before.
  const beganAdoptive = isPlacedForAdoption(usual.place) && isPlacedForAdoption(placement.episodes[0].place);
  const together = beganAdoptive && placementBefore?.ends === placement.starts;
  return together ? placementBefore.starts : placement.starts;
};

export const stability2Years: StockMeasure = {
  id: 'stability-2yr',
  version: 1,
  kind: 'stock',
  title: 'In the same placement for two years',
  question: 'safe',
  definition:
    'Of children under 16 looked after at the end of the day, and without a break for at least two and a half years ' +
    'before it, the share who had been in the same placement for at least two years, or were placed for adoption and ' +
    'had been in that placement and the one just before it for at least two years together. Months are calendar ' +
    'months, and a start on the boundary day is long enough. Temporary stays and changes of placement with the same ' +
    'carer do not interrupt a placement.',
  source:
    'Department for Education, stability measures for children looked after (formerly national indicator 63)',
  certainty: {
    mark: 'uncertain',
    says: 'How the Department treats a start on the boundary day itself could not be confirmed; here it is long enough.',
  },
  unit: 'percent',
  polarity: 'higher is better',
  disclosure: 'suppress-small',
  fields: ['DOB', 'DECOM', 'DEC', 'RNE', 'REC', 'LS', 'PLACE', 'PL_POST'],
  numerator: 'In the same placement for two years',
  denominator: 'Under 16 and looked after for two and a half years',
  breakdowns: ALL_DIMENSIONS,
  judge: (child, { twoYearsBefore, thirtyMonthsBefore }) => {
    if (child.shortBreaks) return 'short-breaks';
    if (child.age === undefined) return 'no-date-of-birth';
    if (child.age >= 16) return 'aged-16-or-over';
    if (child.inCareSince > thirtyMonthsBefore) return 'in-care-under-30-months';
    return settledSince(child) <= twoYearsBefore ? 'counts' : 'does-not-count';
  },
  remarks: (_, authority) => [
    ...earliestKnownStart(authority.inCare.filter(({ age }) => age === undefined || age < 16)),
    ...sameCarerRemark(authority),
  ],
};
