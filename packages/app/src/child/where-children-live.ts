import {
  type ChildId,
  type ChildOnDay,
  type Day,
  findChildOnDay,
  type PreparedLedger,
} from '@rightplace/domain';
import { type District, districtKey, districtOf } from './district.ts';

/** One district, or one of the rows for those whose place is not a district. */
export interface DistrictCount {
  readonly district: District;
  /** Children looked after who live there on the day. */
  readonly living: number;
  /** Children looked after whose own home is there. */
  readonly from: number;
  /** Those of both: from there and living there. */
  readonly stayed: number;
}

export interface WhereChildrenLive {
  /** Districts by name, then outside England, then not known. Only those with somebody in them. */
  readonly rows: readonly DistrictCount[];
  readonly children: number;
  /** Of children not known to be from anywhere, those who came alone from abroad: they have no home to count from. */
  readonly unaccompanied: number;
  readonly shortBreaks: number;
}

/**
 * By district, where children looked after live against where they are from. Every child is in one row of each, so
 * that both columns add up to the number looked after; short breaks are left out as they are of that number.
 */
export const whereChildrenLive = (
  prepared: Pick<PreparedLedger, 'histories'>,
  { asOf, among }: { readonly asOf: Day; readonly among: ReadonlySet<ChildId> },
): WhereChildrenLive => {
  const inCare = prepared.histories.flatMap((history) =>
    among.has(history.id) ? (findChildOnDay(history, asOf) ?? []) : [],
  );
  const counted = inCare.filter((child) => !child.shortBreaks);
  const rows = new Map<string, Mutable<DistrictCount>>();
  const rowOf = (district: District): Mutable<DistrictCount> => {
    const key = districtKey(district);
    const row = rows.get(key) ?? { district, living: 0, from: 0, stayed: 0 };
    rows.set(key, row);
    return row;
  };
  for (const child of counted) {
    const lives = rowOf(districtOf(child.usual.postcode));
    const from = rowOf(homeDistrict(child));
    lives.living++;
    from.from++;
    if (lives === from && lives.district.kind !== 'not-known') lives.stayed++;
  }
  return {
    rows: [...rows.values()].sort(byPlace),
    children: counted.length,
    unaccompanied: counted.filter((child) => child.uasc && homeDistrict(child).kind === 'not-known').length,
    shortBreaks: inCare.length - counted.length,
  };
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const homeDistrict = ({ usual }: ChildOnDay): District => districtOf(usual.homePostcode);

const ORDER: Readonly<Record<District['kind'], number>> = {
  district: 0,
  'outside-england': 1,
  'not-known': 2,
};

const byPlace = (a: DistrictCount, b: DistrictCount): number =>
  ORDER[a.district.kind] - ORDER[b.district.kind] ||
  districtKey(a.district).localeCompare(districtKey(b.district), 'en');
