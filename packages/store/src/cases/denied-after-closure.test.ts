import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type CaseEvent, childId, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { addPerson } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { addCase, addCaseEvent } from './cases.ts';
import { listOpenCases } from './open-cases.ts';

let db: TestDatabase;
let ada: number;
let paige: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const AT = moment('2026-11-02T09:30:00Z');
const OVER = [
  { workflow: 'placement-request', state: 'closed' },
  { workflow: 'placement-request', state: 'cancelled' },
];

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  ada = (await inside((tx) => addPerson(tx, { name: 'Ada Osei' }))).id;
  paige = (await inside((tx) => addPerson(tx, { name: 'Paige Marsh' }))).id;
  const blank = { details: {}, facts: [], periodsOfCare: [], needs: [], legalStatuses: [], placements: [] };
  await inside((tx) =>
    saveChildren(tx, {
      children: [{ id: childId('T1'), ...blank }],
      clock: () => AT,
      why: 'Invented',
    }),
  );
});
after(() => db.close());

const DIRECTOR = { part: { role: 'director' } } as const;
const CLOSE = { step: 'close', to: 'closed' };
const DENY = { step: 'deny-besides', kind: 'deny' } as const;
const CONFIRM = { step: 'confirm', kind: 'confirm' } as const;
const YES = { step: 'approve-after-move', kind: 'authorise' } as const;

let cases = 0;
/** A search by which a child moved in on a word of the director, and what happened then. */
const movedOnWord = (...then: readonly Partial<CaseEvent>[]): Promise<number> =>
  inside(async (tx) => {
    cases += 1;
    const begun = { version: 1, child: childId('T1'), begunBy: ada, teamId: null, key: `k${cases}` };
    const { id } = await addCase(tx, { workflow: 'placement-request', ...begun });
    const by = { person: String(ada), ...DIRECTOR };
    const writer = { person: String(paige), part: { role: 'placements-officer' } } as const;
    const word: Partial<CaseEvent> = { kind: 'write-down', by: writer, wordOf: by, to: 'approved' };
    let from: string | null = null;
    for (const [index, changes] of [
      { kind: 'begin', to: 'with-director' } as const,
      word,
      { to: 'moved' },
      ...then,
    ].entries()) {
      const to = from ?? 'draft';
      const plain = { at: AT, step: 'step', kind: 'record', by, said: {}, evidence: null } as const;
      const event: CaseEvent = { number: index + 1, ...plain, from, to, key: `e${index}`, ...changes };
      assert.equal(await addCaseEvent(tx, id, event), true);
      from = event.to;
    }
    return id;
  });
const isListed = async (id: number): Promise<boolean> =>
  (await inside((tx) => listOpenCases(tx, OVER))).some((one) => one.id === id);

test('a closed search is read where its word is denied after that, and not where it is confirmed', async () => {
  assert.equal(await isListed(await movedOnWord(CLOSE)), true, 'nobody has answered');
  assert.equal(await isListed(await movedOnWord(CLOSE, CONFIRM)), false);
  assert.equal(await isListed(await movedOnWord(CLOSE, DENY)), true);
  assert.equal(await isListed(await movedOnWord(CONFIRM, CLOSE)), false);
});

test('so it is where that happened before any such case was kept for a director', async () => {
  const [denied, before, decided, confirmed, cancelled] = [
    await movedOnWord(CLOSE, DENY),
    await movedOnWord(DENY, CLOSE),
    await movedOnWord(DENY, YES, CLOSE),
    await movedOnWord(CLOSE, CONFIRM),
    await movedOnWord({ to: 'cancelled' }, DENY),
  ];
  await inside((tx) => sql`update case_standing set open_words = 0`.execute(tx));
  assert.equal(await isListed(denied), false);
  const file = path.join(import.meta.dirname, '../migrations/0199-decided-after-it-was-closed.sql');
  await sql.raw(readFileSync(file, 'utf8')).execute(db.owner);
  const listed = await Promise.all([denied, before, decided, confirmed, cancelled].map(isListed));
  assert.deepEqual(listed, [true, true, false, false, false]);
});
