import assert from 'node:assert/strict';
import { day, PLACEMENT_REQUEST, type Role } from '@rightplace/domain';
import { asSuperuser, asTenant, declareConflict, setSetting } from '@rightplace/store';
import fc from 'fast-check';
import { openCase } from '../src/cases/open-case.ts';
import { listOpenLines } from '../src/cases/open-lines.ts';
import { spanKey } from '../src/settings/time-settings.ts';
import { aChild, anEpisode, worker } from './children-world.ts';
import { CLOCK_CHILDREN, keepClocks } from './clocks-world.ts';
import type { EntryWorld } from './entry-world.ts';
import { APPROACHED, searching } from './search-world.ts';
import { NORTHMARSH } from './world.ts';

/** What happens next, and a number by which it is told to which case, child or person. */
export interface Write {
  readonly what: string;
  readonly n: number;
}

const nth = <T>(of: readonly T[], n: number): T =>
  of[n % of.length] ?? assert.fail('There is nothing to choose from');

const READERS: readonly Role[] = ['placements-officer', 'team-manager', 'group-manager', 'director'];

/** There would soon be no case left to write in. */
const ENDS_IT: ReadonlySet<string> = new Set(['cancel', 'withdraw']);

/** A world in which things are written in cases in any order: by people, by hand in the database, and in transactions that are undone. */
export const writingAtRandom = async (world: EntryWorld) => {
  await world.saveChildren(CLOCK_CHILDREN, '2026-11-22T09:00:00Z');
  await keepClocks(world);
  const ana = (await world.signIn(world.ana)).signedIn;
  const acting = searching(world, ana);
  const readers = [world.ana];
  for (const role of READERS) readers.push((await world.as(role)).person.id);
  const searches = [await acting.aSearch('R1'), await acting.aSearch('R2')];
  const cases = [...searches, await acting.authorised('R3')];
  const children = ['R1', 'R2', 'R3', 'CL1'];
  let begun = children.length;

  const byHand = (statement: string): Promise<void> =>
    asSuperuser(
      world.database,
      `begin; set local rightplace.authority = '${NORTHMARSH}'; ${statement}; commit`,
    );
  const inNorthmarsh = <T>(work: Parameters<typeof asTenant<T>>[2]): Promise<T> =>
    asTenant(world.db, { authorityId: NORTHMARSH }, work);
  const older = (n: number) =>
    `update case_event set at = at - interval '3 days' where case_id = ${nth(cases, n)}`;
  const declared = (n: number) => ({
    child: nth(children, n) as Parameters<typeof declareConflict>[1]['child'],
    personId: nth(readers, n >> 2),
    why: 'Invented',
    at: world.now(),
    by: 'test',
  });

  const byPeople: Readonly<Record<string, (n: number) => unknown>> = {
    'a request is begun': async (n) => {
      begun += 1;
      const id = await world.begin(`R${begun}`, ana, n % 4 === 0);
      await world.fillIn(id, ana);
      cases.push(id);
      children.push(`R${begun}`);
    },
    'a step is taken': async (n) => {
      const id = nth(cases, n);
      for (let at = 0; at < readers.length; at += 1) {
        const { signedIn } = await world.signIn(nth(readers, n + at));
        const view = await openCase(world, signedIn, id);
        const steps = view.kind === 'case' ? view.steps.filter((one) => !ENDS_IT.has(one.id)) : [];
        if (steps.length > 0) return world.take(signedIn, id, nth(steps, n).id);
      }
    },
    'an approach is logged': (n) =>
      acting.write(nth(searches, n), 'approach', null, { ...APPROACHED, provider: `Home ${n}` }),
    'a conflict is declared': (n) => inNorthmarsh((tx) => declareConflict(tx, declared(n))),
    'a worker is another': (n) => {
      const facts = [worker(nth(['SW1001', 'SW2002'], n))];
      const episodes = [anEpisode({ decom: nth(['2026-11-10', '2026-11-16'], n >> 1), ls: 'V2' })];
      return world.saveChildren([aChild('CL1', { facts, episodes })], world.now());
    },
    'a span is set otherwise': (n) => {
      const { target } = PLACEMENT_REQUEST.states['in-house'] ?? {};
      const key = spanKey(target?.setting ?? assert.fail('Nothing is due of a search'));
      const set = { key, value: 1 + (n % 6), starts: day('2026-01-01'), clock: world.now };
      return inNorthmarsh((tx) => setSetting(tx, set));
    },
    'time passes': (n) => world.pass(nth([1, 90, 700, 1500], n)),
    'what is written and read is undone': async (n) => {
      const { signedIn } = await world.signIn(nth(readers, n));
      await assert.rejects(
        inNorthmarsh(async (tx) => {
          await declareConflict(tx, declared(n));
          await listOpenLines(tx, world, signedIn);
          throw new Error('Undone');
        }),
      );
    },
  };
  const inTheDatabase: Readonly<Record<string, (n: number) => unknown>> = {
    'days are put right': (n) => byHand(older(n)),
    'who began it is put right': (n) =>
      byHand(`update workflow_case set begun_by = ${nth(readers, n >> 2)} where id = ${nth(cases, n)}`),
    'an entry of a log is taken away': (n) =>
      byHand(`delete from search_entry where case_id = ${nth(searches, n)} and number =
        (select max(number) from search_entry where case_id = ${nth(searches, n)})`),
    'a record is restricted, or no more': (n) =>
      byHand(`update child set restricted = not restricted where local_id = '${nth(children, n)}'`),
    'what was put right is undone': (n) => byHand(`${older(n)}; rollback; begin`),
    'a savepoint is undone, and something else put right': (n) =>
      byHand(`savepoint s; ${older(n)}; rollback to savepoint s; ${older(n + 1)}`),
  };
  const writes: Readonly<Record<string, (n: number) => unknown>> = { ...byPeople, ...inTheDatabase };
  /** Each of these once, in any order. */
  const inAnyOrder = (of: readonly string[]): fc.Arbitrary<readonly Write[]> =>
    fc
      .tuple(
        fc.shuffledSubarray([...of], { minLength: of.length }),
        fc.array(fc.noBias(fc.nat({ max: 999 })), { minLength: of.length, maxLength: of.length }),
      )
      .map(([whats, numbers]) => whats.map((what, at) => ({ what, n: numbers[at] ?? 0 })));
  const often = (what: string, times: number): readonly string[] => Array.from({ length: times }, () => what);
  return {
    readers,
    byHand,
    happens: async ({ what, n }: Write): Promise<void> => void (await writes[what]?.(n)),
    /** Whatever may happen, and what happens most in any case oftener. */
    anything: inAnyOrder([
      ...Object.keys(writes),
      ...often('a step is taken', 6),
      ...often('an approach is logged', 2),
    ]),
    putRight: inAnyOrder([...often('days are put right', 4), ...often('who began it is put right', 4)]),
  };
};
