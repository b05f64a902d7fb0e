import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type CaseEvent, childId, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { addPerson } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { addCase, addCaseEvent, addEvidence } from './cases.ts';
import { hasCases, listCasesOf, listOpenCases, listWritersOf } from './open-cases.ts';

let db: TestDatabase;
let jo: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);
const AT = moment('2026-11-02T09:30:00Z');
const OVER = [{ workflow: 'entry-to-care', state: 'rejected' }];

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  const blank = { details: {}, facts: [], periodsOfCare: [], needs: [], legalStatuses: [], placements: [] };
  await inside((tx) =>
    saveChildren(tx, {
      children: ['T1', 'T2'].map((id) => ({ id: childId(id), ...blank })),
      clock: () => AT,
      why: 'Invented',
    }),
  );
});
after(() => db.close());

let cases = 0;
/** A case that went through these states. */
const through = (child: string, ...states: readonly (string | Partial<CaseEvent>)[]): Promise<number> =>
  inside(async (tx) => {
    cases += 1;
    const begun = { version: 1, child: childId(child), begunBy: jo, teamId: null, key: `k${cases}` };
    const { id } = await addCase(tx, { workflow: 'entry-to-care', ...begun });
    let from: string | null = null;
    for (const [index, each] of states.entries()) {
      const changes: Partial<CaseEvent> = typeof each === 'string' ? { to: each } : each;
      const event: CaseEvent = {
        number: index + 1,
        at: AT,
        step: 'step',
        kind: index === 0 ? 'begin' : 'submit',
        by: { person: String(jo), part: { role: 'social-worker' } },
        from,
        to: from ?? 'draft',
        said: {},
        evidence: null,
        key: `e${index}`,
        ...changes,
      };
      assert.equal(await addCaseEvent(tx, id, event), true);
      from = event.to;
    }
    return id;
  });
const openIds = async () => (await inside((tx) => listOpenCases(tx, OVER))).map(({ id }) => id);

test('what is open is read with all that happened to it, and what is over is not', async () => {
  const open = await through('T1', 'draft', 'with-team-manager');
  const over = await through('T1', 'draft', 'with-team-manager', 'rejected');
  const ids = await openIds();
  assert.ok(ids.includes(open) && !ids.includes(over));
  const found = (await inside((tx) => listOpenCases(tx, OVER))).find(({ id }) => id === open);
  assert.equal(found?.events.length, 2);
  assert.ok(
    (await inside((tx) => listOpenCases(tx, []))).some(({ id }) => id === over),
    'over is as said',
  );
  assert.deepEqual(await outside((tx) => listOpenCases(tx, [])), []);
});

test('what is over is read while somebody has a word to answer for, and not once they have', async () => {
  const tess = (await inside((tx) => addPerson(tx, { name: 'Tess Marlow' }))).id;
  const word = {
    kind: 'write-down',
    wordOf: { person: String(tess), part: { role: 'team-manager' } },
  } as const;
  const answer = { kind: 'confirm', by: { person: String(tess), part: { role: 'team-manager' } } } as const;
  const asked = await through('T1', 'draft', word, { ...word, to: 'rejected' }, answer);
  const answered = await through('T1', 'draft', word, 'rejected', answer);
  const ids = await openIds();
  assert.ok(ids.includes(asked) && !ids.includes(answered));
});

test('a form sent twice moves nothing, and a case comes back to the list when it is opened again', async () => {
  const id = await through('T1', 'draft', 'rejected');
  const again: CaseEvent = {
    number: 2,
    at: AT,
    step: 'step',
    kind: 'submit',
    by: { person: String(jo), part: { role: 'social-worker' } },
    from: 'draft',
    to: 'with-team-manager',
    said: {},
    evidence: null,
    key: 'e1',
  };
  assert.equal(await inside((tx) => addCaseEvent(tx, id, again)), false);
  assert.ok(!(await openIds()).includes(id));
  const opened = { ...again, number: 3, key: 'e2', from: 'rejected', to: 'draft' };
  assert.equal(await inside((tx) => addCaseEvent(tx, id, opened)), true);
  assert.ok((await openIds()).includes(id));
});

test('the cases of a child are theirs alone, over or not; and who wrote each of some is told', async () => {
  const id = await through('T2', 'draft', 'rejected');
  await inside((tx) => addEvidence(tx, id, { revision: 1, answers: {}, savedBy: jo, savedAt: AT }));
  const of = await inside((tx) => listCasesOf(tx, childId('T2')));
  assert.deepEqual(
    of.map((one) => one.id),
    [id],
  );
  assert.deepEqual(await inside((tx) => listCasesOf(tx, childId('nobody'))), []);
  assert.deepEqual(await inside((tx) => listWritersOf(tx, [id])), new Map([[id, [jo]]]));
  assert.deepEqual(await inside((tx) => listWritersOf(tx, [])), new Map());
  assert.deepEqual([await inside(hasCases), await outside(hasCases)], [true, false]);
});

test('where a case stands is what its events say, of every case there is', async () => {
  const { rows } = await inside((tx) =>
    sql`
      select c.id from workflow_case c left join case_standing s on s.authority_id = c.authority_id and s.case_id = c.id
      cross join lateral (
        select (array_agg(to_state order by number desc))[1] as state,
          count(*) filter (where kind = 'write-down') - count(*) filter (where kind in ('confirm', 'deny')) as words
        from case_event e where e.authority_id = c.authority_id and e.case_id = c.id) told
      where s.state is distinct from told.state or s.open_words is distinct from told.words`.execute(tx),
  );
  assert.deepEqual(rows, []);
});
