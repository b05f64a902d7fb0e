import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, day, londonDayOf, moment, PALAC } from '@rightplace/domain';
import { asTenant, asTenantReading, createAuthority, listAudit, listCases } from '@rightplace/store';
import { aChildrenWorld, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import { listMyWork } from '../cases/list-my-work.ts';
import { openCase } from '../cases/open-case.ts';
import { giveRequests, type InventRequests } from './give-requests.ts';

const REAL = 'E10000097';
let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  await asTenant(world.db, { authorityId: REAL }, (tx) => createAuthority(tx, { name: 'A real one' }));
});
after(() => world.close());

const CHILD = {
  id: 'NM910001' as never,
  details: { givenName: 'Wren', familyName: 'Sedgely', dateOfBirth: day('2017-03-02') },
  periodsOfCare: [],
  needs: [],
  legalStatuses: [],
  placements: [],
  facts: [],
};

/** One of the first social worker there is, half written. */
const invent: InventRequests = ({ staff, asOf }) => {
  const worker = staff.find(({ role, team }) => role === 'social-worker' && team !== null);
  if (worker === undefined || worker.team === null) return [];
  const at = moment(`${addDays(asOf, -3)}T09:00:00Z`);
  return [
    {
      workflow: PALAC,
      newChild: CHILD,
      child: CHILD.id,
      begunBy: worker.id,
      team: worker.team,
      events: [
        {
          number: 1,
          at,
          step: 'begin',
          kind: 'begin',
          by: { person: worker.id, part: { role: 'social-worker' } },
          from: null,
          to: 'draft',
          said: {},
          evidence: null,
          key: 'begin',
        },
      ],
      evidence: [{ revision: 1, answers: { 'at-their-best': 'Sings.' }, savedBy: worker.id, savedAt: at }],
    },
  ];
};

const casesOf = (authorityId: string) => asTenantReading(world.db, { authorityId }, listCases);

test('a demonstration without a case gets requests, once, however many servers start; a real authority gets none', async () => {
  await Promise.all([giveRequests(world, invent), giveRequests(world, invent)]);
  await giveRequests(world, invent);
  assert.equal((await casesOf(NORTHMARSH)).length, 1);
  assert.deepEqual(await casesOf(REAL), []);
  assert.deepEqual(await casesOf(SOUTHFELL), [], 'where nobody is there to ask, nothing is asked');
  const audit = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listAudit(tx));
  assert.equal(audit.filter(({ action }) => action === 'demonstration-requests-given').length, 1);
});

test('what was given is on its social worker’s list and opens as if they had begun it', async () => {
  await giveRequests(world, invent);
  const [stored] = await casesOf(NORTHMARSH);
  const { signedIn } = await world.signIn(stored?.begunBy ?? 0);
  const work = await listMyWork(world, signedIn);
  assert.ok(work.kind === 'my-work');
  assert.deepEqual(
    work.mine.lines.map(({ child }) => child?.name),
    ['Wren Sedgely'],
  );
  const view = await openCase(world, signedIn, stored?.id ?? 0);
  assert.ok(view.kind === 'case');
  assert.equal(view.answers['at-their-best'], 'Sings.');
  assert.equal(londonDayOf(view.chronology[0]!.at), addDays(londonDayOf(world.now()), -3));
});
