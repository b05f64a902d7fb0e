import { type Episode, followsOnInCare } from './episode.ts';
import type { Began, CategoryOfNeed, LegalStatus, PeriodOfCare, Placement, Timelines } from './record.ts';

/**
 * Reads a child's episodes as timelines: periods of care, and within each of them the need, the legal status and the
 * placement as stretches of their own. `episodesFromTimelines` is its exact inverse.
 *
 * The episodes are an accepted sequence: in order of DECOM (a zero-length episode before a longer one of the same
 * day), none ending before it starts or starting before the one before it ends, and only the last open.
 *
 * A zero-length episode keeps stretches of its own, so that nothing of it is lost by joining.
 */
export const timelinesFromEpisodes = (episodes: readonly Episode[]): Timelines => {
  const periodsOfCare: PeriodOfCare[] = [];
  const needs: CategoryOfNeed[] = [];
  const legalStatuses: LegalStatus[] = [];
  const placements: Placement[] = [];
  for (const rows of episodesByPeriodOfCare(episodes)) {
    periodsOfCare.push(periodOfCare(rows));
    needs.push(...stretches(rows, needContinues).map(categoryOfNeed));
    legalStatuses.push(...stretches(rows, legalStatusContinues).map(legalStatus));
    placements.push(...stretches(rows, placementContinues).map(placement));
  }
  return { periodsOfCare, needs, legalStatuses, placements };
};

/** Episodes next to each other, in order. */
type Rows = readonly [first: Episode, ...rest: Episode[]];

const lastOf = (rows: Rows): Episode => rows[rows.length - 1] ?? rows[0];

const isZeroLength = (row: Episode): boolean => row.dec === row.decom;

/** Cuts a list of rows wherever the next one does not continue the one before. */
const cut = (rows: readonly Episode[], continues: (row: Episode, before: Episode) => boolean): Rows[] => {
  const parts: [Episode, ...Episode[]][] = [];
  for (const row of rows) {
    const part = parts[parts.length - 1];
    const before = part?.[part.length - 1];
    if (part !== undefined && before !== undefined && continues(row, before)) part.push(row);
    else parts.push([row]);
  }
  return parts;
};

const episodesByPeriodOfCare = (episodes: readonly Episode[]): readonly Rows[] => {
  const groups = cut(episodes, followsOnInCare);
  return groups.flatMap((rows, i) => {
    const next = groups[i + 1];
    return next === undefined ? [rows] : zeroLengthEndingApart(rows, next[0]);
  });
};

/**
 * When care ends and starts again on one day, a zero-length episode of that day could belong to either period. Those
 * before the new start are made periods of their own: by dates alone there would be no telling.
 */
const zeroLengthEndingApart = (rows: Rows, next: Episode): readonly Rows[] =>
  cut(rows, (row, before) => {
    const ending = (r: Episode): boolean => isZeroLength(r) && r.decom === next.decom;
    return !ending(row) && !ending(before);
  });

const stretches = (rows: Rows, continues: (row: Episode, before: Episode) => boolean): readonly Rows[] =>
  cut(rows, (row, before) => !isZeroLength(row) && !isZeroLength(before) && continues(row, before));

const needContinues = (row: Episode, before: Episode): boolean => row.cin === before.cin;

const legalStatusContinues = (row: Episode, before: Episode): boolean =>
  (row.rne === 'P' || row.rne === 'T') && row.ls === before.ls;

const placementContinues = (row: Episode, before: Episode): boolean =>
  row.rne === 'L' &&
  before.reasonPlaceChange === null &&
  row.place === before.place &&
  row.provider === before.provider &&
  row.postcode === before.postcode &&
  row.homePostcode === before.homePostcode &&
  row.urn === before.urn;

const periodOfCare = (rows: Rows): PeriodOfCare => ({
  starts: rows[0].decom,
  ends: lastOf(rows).dec,
  startKnown: rows[0].rne === 'S',
  endReason: lastOf(rows).rec,
});

const categoryOfNeed = (rows: Rows): CategoryOfNeed => ({
  starts: rows[0].decom,
  ends: lastOf(rows).dec,
  need: rows[0].cin,
});

const legalStatus = (rows: Rows): LegalStatus => ({
  starts: rows[0].decom,
  ends: lastOf(rows).dec,
  status: rows[0].ls,
  began: rows[0].rne === 'P' || rows[0].rne === 'T' ? 'continues' : 'changed',
});

const placement = (rows: Rows): Placement => ({
  starts: rows[0].decom,
  ends: lastOf(rows).dec,
  type: rows[0].place,
  provider: rows[0].provider,
  postcode: rows[0].postcode,
  homePostcode: rows[0].homePostcode,
  urn: rows[0].urn,
  began: placementBegan(rows[0].rne),
  endReason: lastOf(rows).reasonPlaceChange,
});

const placementBegan = (rne: string): Began =>
  rne === 'L' ? 'continues' : rne === 'T' || rne === 'U' ? 'same-carer' : 'changed';
