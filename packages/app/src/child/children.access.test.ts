import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, day, moment, type Role } from '@rightplace/domain';
import { asTenant, listAudit } from '@rightplace/store';
import { aChildrenWorld, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { listMeasureChildren } from '../measure/measure-children.ts';
import { downloadChildren } from './download-children.ts';
import { readListAsked } from './list-asked.ts';
import { listChildren } from './list-children.ts';
import { openRestrictedRecord } from './open-restricted.ts';
import { openOverview, viewChild } from './view-child.ts';
import { whoHasLooked } from './who-has-looked.ts';

const asKnown = { asOf: day('2026-11-23'), knownAt: undefined };
const everyone = readListAsked(new URLSearchParams({ standing: 'all' }));

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
});
after(() => world.close());

const signedIn = async (personId: number) => (await world.signIn(personId)).signedIn;

const listedFor = async (personId: number): Promise<readonly string[]> => {
  const list = await listChildren(world, await signedIn(personId), { asked: everyone, asKnown });
  return list.kind === 'refused' ? [list.name] : list.lines.map(({ id }) => id).toSorted();
};

const opens = async (personId: number, id: string): Promise<string> => {
  const view = await viewChild(world, await signedIn(personId), { id: childId(id), asKnown });
  return view.kind === 'refused' ? view.name : view.kind;
};

test('a social worker sees their own children and no others', async () => {
  assert.deepEqual(await listedFor(world.ana), ['NM1', 'NM4', 'NM5']);
  assert.deepEqual(await listedFor(world.ben), ['NM2']);
  assert.equal(await opens(world.ana, 'NM1'), 'child');
  assert.equal(await opens(world.ana, 'NM2'), 'out-of-reach');
  assert.equal(await opens(world.ben, 'NM1'), 'out-of-reach');
});

test('each role lists the children the policy gives it, and opens no others', async () => {
  const whole = ['NM1', 'NM2', 'NM4', 'NM5', 'NM6'];
  const team = ['NM1', 'NM4', 'NM5'];
  const expected: Readonly<Partial<Record<Role, readonly string[]>>> = {
    'social-worker': [],
    'team-manager': team,
    'group-manager': team,
    director: whole,
    'placements-officer': whole,
    'fostering-adoption': [],
    'reviewing-officer': [],
    performance: whole,
    inspector: whole,
  };
  for (const role of ALL_ROLES) {
    const person = await world.someone(role);
    const listed = await listedFor(person);
    const may = expected[role];
    if (may === undefined) assert.match(String(listed), /^(not-your-role|figures-only)$/, role);
    else assert.deepEqual(listed, may, role);
    for (const id of ['NM1', 'NM2']) {
      const answer = await opens(person, id);
      if (may?.includes(id) === true) assert.equal(answer, 'child', `${role} ${id}`);
      else assert.match(answer, /^(out-of-reach|not-your-role|figures-only)$/, `${role} ${id}`);
    }
  }
});

test('an elected member never sees a child, by whatever door', async () => {
  const member = await signedIn(await world.someone('elected-member'));
  const id = childId('NM1');
  assert.equal((await listChildren(world, member, { asked: everyone, asKnown })).kind, 'refused');
  assert.equal((await viewChild(world, member, { id, asKnown })).kind, 'refused');
  assert.equal((await whoHasLooked(world, member, { id, before: undefined, asKnown })).kind, 'refused');
  const file = await downloadChildren(world, member, { list: everyone, asKnown, purpose: 'oversight' });
  assert.equal(file.kind, 'refused');
});

test('a child of another authority is as if there were none', async () => {
  const director = await world.someone('director');
  assert.equal(await opens(director, 'SF1'), 'out-of-reach');
  assert.equal(await opens(director, 'no such child'), 'out-of-reach');
});

test('a restricted record opens with a written reason only, for an hour, and the reason is kept', async () => {
  const director = await world.someone('director');
  const me = await signedIn(director);
  const id = childId('NM3');
  const view = async (as = me) => {
    const answer = await viewChild(world, as, { id, asKnown });
    return answer.kind === 'refused' ? answer.name : answer.kind;
  };
  assert.equal(await view(), 'restricted-record');
  assert.equal((await openRestrictedRecord(world, me, { id, reason: ' because ' })).kind, 'refused');
  assert.equal(await view(), 'restricted-record');
  const reason = 'Her placement may end tonight and I decide';
  for (const _ of [1, 2])
    assert.equal((await openRestrictedRecord(world, me, { id, reason })).kind, 'opened');
  assert.equal(await view(), 'child');
  const entries = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { subject: { kind: 'child', id }, actor: String(director) }),
  );
  assert.deepEqual(
    entries.map(({ action, why }) => [action, why]),
    [['restricted-record-opened', reason]],
    'a reason sent twice is recorded once',
  );
  assert.equal(
    await view(await signedIn(await world.someone('director'))),
    'restricted-record',
    'only for who gave it',
  );
  world.pass(1);
  assert.equal(await view(await signedIn(director)), 'restricted-record', 'a new session asks again');
  assert.equal(await view(), 'child');
  world.pass(59);
  assert.equal(await view(), 'restricted-record', 'an hour is over');
});

test('a reason does not widen reach', async () => {
  const ben = await signedIn(world.ben);
  const answer = await openRestrictedRecord(world, ben, {
    id: childId('NM3'),
    reason: 'I would like to know how she is',
  });
  assert.equal(answer.kind === 'refused' && answer.name, 'out-of-reach');
});

test('a restricted child is counted and not listed, and a narrower list says nothing of them', async () => {
  const me = await signedIn(await world.someone('performance'));
  const all = await listChildren(world, me, { asked: everyone, asKnown });
  assert.ok(all.kind === 'children');
  assert.equal(all.closed, 1);
  for (const search of ['zoe', '2012-08-30', 'Quillfeather', 'NM']) {
    const asked = { ...everyone, search };
    const list = await listChildren(world, me, { asked, asKnown });
    assert.ok(list.kind === 'children');
    assert.equal(list.closed, undefined);
    assert.equal(list.closedMatch, undefined);
    assert.ok(!list.lines.some(({ id }) => id === 'NM3'));
  }
  const exact = await listChildren(world, me, { asked: { ...everyone, search: 'nm3' }, asKnown });
  assert.ok(exact.kind === 'children');
  assert.equal(exact.closedMatch, 'NM3');
});

test('a conflict of interest closes a record to one person, whatever their role or reason', async () => {
  const director = await world.someone('director');
  assert.equal(await opens(director, 'NM4'), 'child');
  await world.conflict('NM4', director);
  assert.equal(await opens(director, 'NM4'), 'conflict-of-interest');
  assert.ok(!(await listedFor(director)).includes('NM4'));
  assert.equal(await opens(await world.someone('director'), 'NM4'), 'child', 'others are not kept out');
  await world.conflict('NM3', director);
  const answer = await openRestrictedRecord(world, await signedIn(director), {
    id: childId('NM3'),
    reason: 'A reason that is long enough to count',
  });
  assert.equal(answer.kind === 'refused' && answer.name, 'conflict-of-interest');
});

test('who may see a child is a matter of today, whatever day or moment is looked at', async () => {
  const before = { asOf: day('2024-06-01'), knownAt: moment('2026-11-02T00:00:00Z') };
  const ben = await signedIn(world.ben);
  const view = await viewChild(world, ben, { id: childId('NM1'), asKnown: before });
  assert.equal(view.kind, 'refused');
});

test('a list is recorded with what was asked and who was shown', async () => {
  const manager = await world.someone('team-manager');
  const asked = readListAsked(new URLSearchParams({ standing: 'all', search: 'kofi' }));
  await listChildren(world, await signedIn(manager), { asked, asKnown });
  const entries = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { actor: String(manager), action: 'children-listed' }),
  );
  assert.deepEqual(
    entries.map(({ detail }) => detail),
    [
      {
        children: ['NM1'],
        count: 1,
        asOf: '2026-11-23',
        knownAt: 'now',
        asked: { search: 'kofi', standing: 'all' },
      },
    ],
  );
});

test('a restricted record that a list owns up to is recorded as shown', async () => {
  const director = await world.someone('director');
  const asked = readListAsked(new URLSearchParams({ search: 'nm3' }));
  await listChildren(world, await signedIn(director), { asked, asKnown });
  const [entry] = await world.auditNaming('NM3');
  assert.deepEqual([entry?.action, entry?.actor], ['children-listed', String(director)]);
});

test('who has looked tells of lists that had the child’s name in them, and of no list that had not', async () => {
  const director = await world.someone('director');
  const me = await signedIn(director);
  const looksAt = async (id: string) => {
    const looks = await whoHasLooked(world, me, { id: childId(id), before: undefined, asKnown });
    assert.ok(looks.kind === 'looks');
    return looks.looks.flatMap(({ action, named, actor }) =>
      actor === String(director) ? [`${action}${named ? ' (named)' : ''}`] : [],
    );
  };
  await listChildren(world, me, {
    asked: readListAsked(new URLSearchParams({ standing: 'all', search: 'kofi' })),
    asKnown,
  });
  await listMeasureChildren(world, me, {
    id: 'cla-number',
    side: 'numerator',
    part: undefined,
    page: 1,
    asKnown,
  });
  await openOverview(world, me, { id: childId('NM1'), asKnown });
  assert.deepEqual(await looksAt('NM1'), [
    'child-viewed',
    'measure-children-listed (named)',
    'children-listed (named)',
  ]);
  assert.deepEqual(
    await looksAt('NM2'),
    ['child-viewed (named)', 'measure-children-listed (named)'],
    'Ama is told of on her brother’s page',
  );
});

test('a list is downloaded for a purpose, by those who may, and each child in it shows that it was', async () => {
  const manager = await world.someone('team-manager');
  const me = await signedIn(manager);
  const request = { list: everyone, asKnown };
  const without = await downloadChildren(world, me, { ...request, purpose: '' });
  assert.equal(without.kind === 'refused' && without.name, 'purpose-needed');
  const file = await downloadChildren(world, me, { ...request, purpose: 'oversight' });
  assert.ok(file.kind === 'file');
  assert.equal(file.rows, 3);
  assert.match(file.text, /Kofi/);
  assert.doesNotMatch(file.text, /Ama|Quillfeather/);
  const looks = await whoHasLooked(world, me, { id: childId('NM1'), before: undefined, asKnown });
  assert.ok(looks.kind === 'looks');
  assert.deepEqual(looks.looks.map(({ action, who, roles, why }) => [action, who, roles, why])[0], [
    'children-downloaded',
    'Somebody (team-manager)',
    ['team-manager'],
    'Management oversight of the service',
  ]);
  const ana = await downloadChildren(world, await signedIn(world.ana), { ...request, purpose: 'oversight' });
  assert.equal(ana.kind === 'refused' && ana.name, 'not-your-role');
});
