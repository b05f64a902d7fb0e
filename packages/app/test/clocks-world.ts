import { day, type Role } from '@rightplace/domain';
import { asTenant, setSetting } from '@rightplace/store';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld, worker } from './children-world.ts';
import { NORTHMARSH } from './world.ts';

export interface ClocksWorld extends ChildrenWorld {
  readonly as: (role: Role) => Promise<SignedIn>;
  readonly asAna: () => Promise<SignedIn>;
}

const named = (givenName: string) => ({
  details: { givenName, familyName: 'Tarnwick', dateOfBirth: day('2015-02-02') },
});

/**
 * Children who came into care lately, seen on Monday 23 November 2026; clocks are kept since June.
 * - CL1 Wren (Ana's): under section 20 since 10 November
 * - CL2 Moss (Ben's): under an interim care order since 16 November
 * - CL3 Ivy (Ana's): restricted, since 10 November
 * - CL4 Teal (Ana's): police protection since 21 November
 */
export const keepClocks = async (world: ChildrenWorld, from = '2026-06-01'): Promise<void> => {
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    setSetting(tx, { key: 'clocks.kept', value: true, starts: day(from), clock: world.now }),
  );
};

/** Visits and reviews are kept with what is due. */
export const keepVisits = async (world: ChildrenWorld, from = '2026-06-01'): Promise<void> => {
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    setSetting(tx, { key: 'clocks.visits', value: true, starts: day(from), clock: world.now }),
  );
};

export const CLOCK_CHILDREN = [
  aChild('CL1', {
    ...named('Wren'),
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2026-11-10', ls: 'V2' })],
  }),
  aChild('CL2', {
    ...named('Moss'),
    facts: [worker('SW2002')],
    episodes: [anEpisode({ decom: '2026-11-16', ls: 'C1' })],
  }),
  aChild('CL3', {
    ...named('Ivy'),
    restricted: true,
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2026-11-10' })],
  }),
  aChild('CL4', {
    ...named('Teal'),
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2026-11-21', ls: 'L1' })],
  }),
];

export const aClocksWorld = async (): Promise<ClocksWorld> => {
  const world = await aChildrenWorld();
  await world.saveChildren(CLOCK_CHILDREN, '2026-11-22T09:00:00Z');
  await keepClocks(world);
  const people = new Map<Role, number>();
  return {
    ...world,
    as: async (role) => {
      const person = people.get(role) ?? (await world.someone(role));
      people.set(role, person);
      return (await world.signIn(person)).signedIn;
    },
    asAna: async () => (await world.signIn(world.ana)).signedIn,
  };
};
