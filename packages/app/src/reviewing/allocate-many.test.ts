import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, day, POLICY } from '@rightplace/domain';
import {
  addPerson,
  assignRole,
  asTenant,
  asTenantReading,
  listReviewingAllocations,
} from '@rightplace/store';
import { aLeavingWorld, type LeavingWorld } from '../../test/leaving-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { type AllocationsWeighed, allocateMany, compareAllocations } from './allocate-many.ts';
import { readAllocations } from './read-allocations.ts';

let world: LeavingWorld;
let director: SignedIn;
let officer: number;
before(async () => {
  world = await aLeavingWorld();
  director = await world.as('director');
  officer = await withRole('Orla Fenwick', 'orla@northmarsh.example', 'reviewing-officer');
});
after(() => world.close());

const withRole = (name: string, email: string, role: string): Promise<number> =>
  asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const { id } = await addPerson(tx, { name, email });
    await assignRole(tx, { personId: id, role, starts: day('2026-01-01') });
    return id;
  });
const file = (...lines: readonly string[]) => ({
  name: 'officers.csv',
  bytes: Buffer.from(['Child,Reviewing officer,From', ...lines].join('\n')),
});
const compare = async (who: SignedIn, ...lines: readonly string[]): Promise<AllocationsWeighed> => {
  const answer = await compareAllocations(world, who, file(...lines));
  assert.ok(answer.kind === 'allocations-weighed', 'sentence' in answer ? answer.sentence : '');
  return answer;
};
const saidOf = async (child: string) =>
  (
    await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) =>
      listReviewingAllocations(tx, { child: childId(child) }),
    )
  ).map(({ starts, person }) => `${starts} ${person}`);
const ORLA = 'orla@northmarsh.example';

test('a file allocates what it was shown to, line by line, and says why each other line is set aside; nothing is changed before', async () => {
  const [one, two] = [await world.inCare('M1', 15), await world.inCare('M2', 15)];
  await world.conflict('M2', officer);
  const before = await saidOf(one);
  const shown = await compare(
    director,
    `${one},${ORLA.toUpperCase()},2026-11-09`,
    `${one},${ORLA},2026-11-09`,
    `${one},${ORLA},10/11/2026`,
    `${two},${ORLA},2026-11-09`,
    `NOBODY,${ORLA},2026-11-09`,
    `NM3,${ORLA},2026-11-09`,
    `${one},nobody@northmarsh.example,2026-11-09`,
    `${one},${ORLA},31/02/2026`,
    `${one},${ORLA},2025-12-31`,
    `,${ORLA},2026-11-09`,
  );
  assert.deepEqual(
    shown.weighed.map((line) => (line.kind === 'set-aside' ? line.why : line.kind)),
    [
      'changes',
      'Line 2 says it of the same child and day',
      'same',
      'Orla Fenwick works with this child, or the record is closed to them',
      'There is no such child among those you allocate a reviewing officer to',
      'The record is restricted: allocate on the child’s own page',
      'Nobody with the address “nobody@northmarsh.example” is a reviewing officer here on that day',
      '“31/02/2026” is no day: write it as 2026-11-09 or 09/11/2026',
      `Nobody with the address “${ORLA}” is a reviewing officer here on that day`,
      'The number of the child is missing',
    ],
  );
  assert.deepEqual(await saidOf(one), before);
  const compared = await world.auditNaming(one);
  assert.ok(compared.some(({ action }) => action === 'reviewing-officers-compared'));
  assert.deepEqual(await allocateMany(world, director, shown), { kind: 'allocated-many', many: 1 });
  assert.deepEqual(await saidOf(one), [...before, `2026-11-09 ${officer}`]);
  const [entry] = (await world.auditOf(one)).filter(({ action }) => action === 'reviewing-officer-allocated');
  assert.equal(entry?.actor, director.actor.id);
});

test('what would come out otherwise by now is shown again, and nothing is allocated; so is a file sent twice', async () => {
  const child = await world.inCare('M3', 15);
  const shown = await compare(director, `${child},${ORLA},2026-11-09`);
  assert.equal((await allocateMany(world, director, shown)).kind, 'allocated-many');
  const said = await saidOf(child);
  const again = await allocateMany(world, director, shown);
  assert.ok(again.kind === 'allocations-weighed');
  assert.deepEqual(
    again.weighed.map(({ kind }) => kind),
    ['same'],
  );
  assert.deepEqual(await saidOf(child), said);
});

test('whoever may allocate one child may send a file, each for the children they reach, and nobody else may', async () => {
  const child = await world.inCare('M4', 15);
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const answer = await compareAllocations(
      world,
      who,
      file(`${child},${ORLA},2026-11-09`, `NM2,${ORLA},2026-11-09`),
    );
    const scope = POLICY[role]['allocate-reviewing-officer'];
    assert.equal(answer.kind === 'allocations-weighed', scope !== undefined, role);
    const lines = [{ at: 2, child, officer: ORLA, from: '2026-11-09' }];
    if (answer.kind === 'refused') {
      assert.equal((await allocateMany(world, who, { lines, shown: '' })).kind, 'refused', role);
      continue;
    }
    assert.deepEqual(
      answer.kind === 'allocations-weighed' && answer.weighed.map(({ kind }) => kind),
      ['changes', scope === 'authority' ? 'changes' : 'set-aside'],
      `${role}: of another service only those who reach the whole authority`,
    );
  }
});

test('a file without its columns, without a line or with too many is said to be so, and 9/11/2026 is a day', async () => {
  const read = (text: string) => readAllocations('a.csv', Buffer.from(text));
  const sentence = async (text: string) => {
    const answer = await read(text);
    return answer.kind === 'unreadable' ? answer.sentence : '';
  };
  assert.match(await sentence('Child,Email\nM1,x'), /no column “From”/);
  assert.match(await sentence('Child,Email,From\n,,\n'), /no line in it/);
  assert.match(await sentence(`Child,Email,From\n${'M1,x,y\n'.repeat(1001)}`), /more than 1,000 lines/);
  const found = await read('from;child number;E-mail address\n9/11/2026;M1;x@y.example'.replaceAll(';', ','));
  assert.ok(found.kind === 'lines');
  assert.deepEqual(found.lines, [{ at: 2, child: 'M1', officer: 'x@y.example', from: '9/11/2026' }]);
});
