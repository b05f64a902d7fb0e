import {
  type AttemptRefusal,
  type ChildId,
  type ChildOnDay,
  type Day,
  findChildOnDay,
  mayAttempt,
  type PreparedLedger,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import { ownDistrictsOf } from '../reference/authority-places.ts';
import { findPublishedAuthority } from '../reference/population.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type District, districtKey, districtOf } from './district.ts';
import { type AsKnown, loadChildren } from './load-children.ts';
import { childrenInScope } from './scope.ts';

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
  readonly kind: 'where';
  /** Districts by name, then outside England, then not known. Only those with somebody in them. */
  readonly rows: readonly DistrictCount[];
  readonly children: number;
  /** Of children not known to be from anywhere, those who came alone from abroad: they have no home to count from. */
  readonly unaccompanied: number;
  readonly shortBreaks: number;
  /** The authority's own districts, by name. */
  readonly own: readonly string[];
}

/**
 * By district, where children looked after live against where they are from. Every child is in one row of each, so
 * that both columns add up to the number looked after; short breaks are left out as they are of that number.
 */
export const whereChildrenLive = (
  prepared: Pick<PreparedLedger, 'histories'>,
  question: {
    readonly asOf: Day;
    readonly among: ReadonlySet<ChildId>;
    readonly authorityName?: string | undefined;
  },
): WhereChildrenLive => {
  const { asOf, among, authorityName } = question;
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
  const sorted = [...rows.values()].sort(byPlace);
  return {
    kind: 'where',
    rows: sorted,
    own: ownDistricts(sorted, authorityName),
    children: counted.length,
    unaccompanied: counted.filter((child) => child.uasc && homeDistrict(child).kind === 'not-known').length,
    shortBreaks: inCare.length - counted.length,
  };
};

/** Which districts are the authority's. */
const ownDistricts = (
  rows: readonly DistrictCount[],
  authorityName: string | undefined,
): readonly string[] => {
  const homes = rows.flatMap(({ district, from }) =>
    district.kind === 'district' ? [[district.name, from] as const] : [],
  );
  return ownDistrictsOf(authorityName, new Map(homes));
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

/** For one person: children in their reach, records that stay closed among them since a count tells nothing of one. */
export const viewWhereChildrenLive = async (
  world: World,
  signedIn: SignedIn,
  { asOf, knownAt }: AsKnown,
): Promise<WhereChildrenLive | AttemptRefusal> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id, knownAt };
  return asTenantReading(world.db, tenant, async (tx) => {
    const { held, present, access, today } = await loadChildren(tx, world, tenant.authorityId, knownAt);
    const permission = mayAttempt({ actor: signedIn.actor, action: 'list-children', on: today });
    if (permission.kind === 'refused') return permission;
    const question = { actor: signedIn.actor, action: 'list-children', access, today } as const;
    const { open, closed } = childrenInScope(present.ledger.children, question);
    return whereChildrenLive(held.prepared, {
      asOf,
      among: new Set([...open, ...closed].map(({ id }) => id)),
      authorityName: findPublishedAuthority(tenant.authorityId)?.name,
    });
  });
};
