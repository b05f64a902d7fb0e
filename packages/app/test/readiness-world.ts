import { type ChildDetails, type ChildRecord, childId, day, type Role } from '@rightplace/domain';
import {
  asTenant,
  asTenantReading,
  findLastCheck,
  listFindings as listHeld,
  type NewCheck,
} from '@rightplace/store';
import { type Checked, checkReturn, type NotNeeded } from '../src/return-readiness/check-return.ts';
import { listFindings } from '../src/return-readiness/list-findings.ts';
import { readinessLine } from '../src/return-readiness/readiness-line.ts';
import type {
  FindingInList,
  FindingsAsked,
  FindingsList,
  ReadinessLine,
} from '../src/return-readiness/views.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import type { World } from '../src/world.ts';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld, worker } from './children-world.ts';
import { NORTHMARSH } from './world.ts';

export const YEAR = 2027;

/** A child of Ana’s with nothing wrong but what a test gives or takes away. */
export const aTidyChild = (
  id: string,
  { without, ...details }: Partial<ChildDetails> & { readonly without?: keyof ChildDetails } = {},
): ChildRecord => {
  const all: ChildDetails = {
    dateOfBirth: day('2014-05-03'),
    sex: 'M',
    ethnicity: 'WBRI',
    upn: `A${id.replaceAll(/\D/g, '').padStart(12, '1')}`,
    ...details,
  };
  const known = Object.entries(all).filter(([name]) => name !== without);
  return aChild(id, {
    details: Object.fromEntries(known),
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2024-02-01' })],
  });
};

/** The rules’ findings on children of Northmarsh, who are those of `aChildrenWorld`. */
export interface ReadinessWorld extends ChildrenWorld {
  readonly check: (cause?: NewCheck['cause'], year?: number) => Promise<Checked | NotNeeded>;
  readonly as: (personId: number) => Promise<SignedIn>;
  readonly with: (role: Role) => Promise<SignedIn>;
  readonly list: (who: SignedIn, asked?: Partial<FindingsAsked>) => Promise<FindingsList>;
  /** The open finding of a rule about a child, as the whole authority’s analyst sees it. */
  readonly findingOf: (child: string, rule: string) => Promise<FindingInList | undefined>;
  /** Rules with an open finding about a child, straight from the store. */
  readonly rulesOf: (child: string, year?: number) => Promise<readonly string[]>;
  /** All open findings about a child, those that no list shows among them. */
  readonly idsOf: (child: string) => Promise<readonly number[]>;
  readonly lastCheck: (year?: number) => Promise<Awaited<ReturnType<typeof findLastCheck>>>;
}

/** The line of somebody’s first page. */
export const lineOf = (world: World, who: SignedIn): Promise<ReadinessLine | undefined> =>
  asTenantReading(world.db, { authorityId: who.authority.id, personId: who.person.id }, (tx) =>
    readinessLine(tx, world, who),
  );

export const aReadinessWorld = async (): Promise<ReadinessWorld> => {
  const world = await aChildrenWorld();
  const analyst = (await world.signIn(await world.someone('performance'))).signedIn;
  const tenant = { authorityId: NORTHMARSH };
  const list: ReadinessWorld['list'] = async (who, asked = {}) => {
    const answer = await listFindings(world, who, { collectionYear: YEAR, state: 'open', page: 1, ...asked });
    if (answer.kind === 'refused') throw new Error(answer.sentence);
    return answer;
  };
  return {
    ...world,
    check: (cause = 'correction', collectionYear = YEAR) =>
      checkReturn(world, { ...tenant, collectionYear, cause, actor: 'test' }),
    as: async (personId) => (await world.signIn(personId)).signedIn,
    with: async (role) => (await world.signIn(await world.someone(role))).signedIn,
    list,
    findingOf: async (child, rule) =>
      (await list(analyst, { rule })).findings.find((finding) => finding.child === childId(child)),
    rulesOf: async (child, year = YEAR) =>
      (await asTenant(world.db, tenant, (tx) => listHeld(tx, year)))
        .filter((held) => held.child === child)
        .map(({ rule }) => rule)
        .toSorted(),
    idsOf: async (child) =>
      (await asTenant(world.db, tenant, (tx) => listHeld(tx, YEAR)))
        .filter((held) => held.child === child)
        .map(({ id }) => id),
    lastCheck: (year = YEAR) => asTenant(world.db, tenant, (tx) => findLastCheck(tx, year)),
  };
};
