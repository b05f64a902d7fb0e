import { addMinutes, type CaseEvent, childId, type Role } from '@rightplace/domain';
import { addCase, addCaseEvent, asTenant } from '@rightplace/store';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { aChildrenWorld, type ChildrenWorld } from './children-world.ts';
import { NORTHMARSH } from './world.ts';

export interface AgreementWorld extends ChildrenWorld {
  readonly as: (role: Role) => Promise<SignedIn>;
  /** A search that came to a home: approved, and moved to on a day where one is given. */
  readonly search: (child: string, movedOn?: string) => Promise<number>;
  /** What happened next in a search. */
  readonly goOn: (
    caseId: number,
    steps: readonly (readonly [step: string, to: string, said?: CaseEvent['said']])[],
  ) => Promise<void>;
}

export const OFFER = 'Offer 2: Lane House';

export const TYPED = {
  'starts-on': '2026-11-01',
  'core-weekly': '5600',
  additions: [
    {
      what: '2:1 staffing',
      weekly: '2800',
      starts: '2026-11-01',
      ends: '2026-11-30',
      why: 'The first month',
    },
  ],
  covers: 'Board, care and keywork',
  outcomes: 'School every day',
  notice: '28 days, in writing',
} as const;

/** What is typed of an agreement from a day in which nothing is added to the core fee. */
export const plainFrom = (startsOn: string) => ({ ...TYPED, 'starts-on': startsOn, additions: [] });

/** What is typed of an agreement from a day, with two staff for its first month: to its last night, that one included. */
export const typedFrom = (startsOn: string, monthEnds: string) => ({
  ...TYPED,
  'starts-on': startsOn,
  additions: [{ ...TYPED.additions[0], starts: startsOn, ends: monthEnds }],
});

/** When Kofi moved to where he lives, by his record. */
export const KOFI_MOVED = '2025-05-04';

/** Searches in any world of children, whose steps are told to the store as they were. */
export const searchesIn = (world: ChildrenWorld): Pick<AgreementWorld, 'search' | 'goOn'> => {
  const inside = <T>(work: Parameters<typeof asTenant<T>>[2]): Promise<T> =>
    asTenant(world.db, { authorityId: NORTHMARSH }, work);
  const lengths = new Map<number, { readonly number: number; readonly state: string | null }>();
  const add: AgreementWorld['goOn'] = (caseId, steps) =>
    inside(async (tx) => {
      for (const [step, to, said = {}] of steps) {
        const { number, state } = lengths.get(caseId) ?? { number: 0, state: null };
        const event: CaseEvent = {
          number: number + 1,
          at: addMinutes(world.now(), -60),
          step,
          kind: state === null ? 'begin' : 'record',
          by: { person: String(world.ana), part: { role: 'social-worker' } },
          from: state,
          to,
          said,
          evidence: null,
          key: `${caseId} ${number}`,
        };
        if (!(await addCaseEvent(tx, caseId, event))) throw new Error(`${step} was not added`);
        lengths.set(caseId, { number: number + 1, state: to });
      }
    });
  let cases = 0;
  const search: AgreementWorld['search'] = async (child, movedOn) => {
    cases += 1;
    const begun = {
      workflow: 'placement-request',
      version: 2,
      child: childId(child),
      begunBy: world.ana,
      teamId: null,
      key: `search ${cases}`,
    };
    const { id } = await inside((tx) => addCase(tx, begun));
    await add(id, [
      ['begin', 'draft'],
      ['choose', 'social-work-decision', { offer: OFFER }],
      ['agree-terms', 'checks', { 'agreed-weekly': '5600.00' }],
      ['approve', 'approved'],
    ]);
    if (movedOn !== undefined)
      await add(id, [
        ['notify', 'notified'],
        ['move-first', 'move-date-confirmed', { 'moves-on': movedOn }],
        ['moved-home', 'moved', { 'moved-on': movedOn }],
      ]);
    return id;
  };
  return { search, goOn: add };
};

export const anAgreementWorld = async (): Promise<AgreementWorld> => {
  const world = await aChildrenWorld();
  const people = new Map<Role, number>();
  const as = async (role: Role): Promise<SignedIn> => {
    const person = people.get(role) ?? (await world.someone(role));
    people.set(role, person);
    return (await world.signIn(person)).signedIn;
  };
  return { ...world, as, ...searchesIn(world) };
};
