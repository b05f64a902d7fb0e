import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, day, type Role } from '@rightplace/domain';
import { asTenant, listAudit } from '@rightplace/store';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld, worker } from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { downloadFigures } from './figures-csv.ts';
import { openHome } from './home.ts';
import { explainKnownAt } from './known-at-changes.ts';
import { listMeasures } from './list-measures.ts';
import { type ChildrenAsked, listMeasureChildren } from './measure-children.ts';
import { openMeasure } from './measure-page.ts';

const asKnown = { asOf: day('2026-11-23'), knownAt: undefined };
const NUMBER: ChildrenAsked = { id: 'cla-number', side: 'numerator', part: undefined, page: 1, asKnown };

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  // NM7's case passed from Ben's team to Ana's on 1 June 2026; care began in April and ended in October.
  await world.saveChildren(
    [
      aChild('NM7', {
        details: { givenName: 'Oona', familyName: 'Wrackham', dateOfBirth: day('2015-02-02') },
        facts: [worker('SW2002', '20/04/2026', '01/06/2026'), worker('SW1001', '01/06/2026', '10/10/2026')],
        episodes: [anEpisode({ decom: '2026-04-15', dec: '2026-10-10', rec: 'E4A' })],
      }),
    ],
    '2026-11-02T09:00:00Z',
  );
});
after(() => world.close());

const signedIn = async (personId: number) => (await world.signIn(personId)).signedIn;
const as = async (role: Role) => signedIn(await world.someone(role));

test('each role has the first page its part calls for', async () => {
  const expected: Readonly<Record<Role, string>> = {
    'social-worker': 'figures',
    'team-manager': 'figures',
    'group-manager': 'figures',
    director: 'figures',
    'placements-officer': 'figures',
    'fostering-adoption': 'figures',
    'reviewing-officer': 'figures',
    'virtual-school': 'headlines',
    health: 'plain',
    performance: 'figures',
    finance: 'plain',
    administrator: 'plain',
    'external-provider': 'plain',
    'foster-carer': 'plain',
    'young-person': 'plain',
    advocate: 'plain',
    'elected-member': 'headlines',
    'corporate-parenting-panel': 'headlines',
    'improvement-partner': 'headlines',
    'regional-team': 'headlines',
    inspector: 'figures',
  };
  for (const role of ALL_ROLES) {
    const home = await openHome(world, await as(role), asKnown);
    assert.equal(home.kind, expected[role], role);
  }
});

test('the director’s figures are of every child, a manager’s of their team or service', async () => {
  const numberFor = async (role: Role): Promise<number | null | undefined> => {
    const home = await openHome(world, await as(role), asKnown);
    return home.kind === 'figures' ? home.figures.get('cla-number')?.value : undefined;
  };
  assert.equal(await numberFor('director'), 4);
  assert.equal(await numberFor('team-manager'), 2, 'Kofi and Zoë are the East team’s');
  assert.equal(await numberFor('group-manager'), 2);
  assert.equal(await numberFor('social-worker'), 2, 'figures are the team’s, lists one’s own');
  const manager = await openHome(world, await as('team-manager'), asKnown);
  assert.ok(manager.kind === 'figures');
  assert.deepEqual(manager.whose, { kind: 'part', names: ['East team'] });
  assert.equal(manager.figures.has('cla-rate-10k'), false, 'a team has no population of its own');
});

test('a child is counted by the team that held the case then, and an event by the team that held it when it happened', async () => {
  const [east, west] = [await as('team-manager'), await signedIn(world.ben)];
  const valueFor = async (who: typeof east, id: string, asOf: string): Promise<number | null> => {
    const page = await openMeasure(world, who, { id, asKnown: { asOf: day(asOf), knownAt: undefined } });
    assert.equal(page.kind, 'figure');
    return page.kind === 'figure' ? page.figure.value : null;
  };
  assert.deepEqual(
    [await valueFor(west, 'cla-number', '2026-05-31'), await valueFor(east, 'cla-number', '2026-05-31')],
    [2, 3],
  );
  assert.deepEqual(
    [await valueFor(west, 'cla-number', '2026-06-01'), await valueFor(east, 'cla-number', '2026-06-01')],
    [1, 4],
    'the day the case is passed on',
  );
  assert.equal(
    await valueFor(west, 'cla-started', '2026-11-23'),
    1,
    'care began five days before Ben was allocated',
  );
  assert.equal(
    await valueFor(west, 'cla-started', '2026-04-18'),
    0,
    'and nobody knew on those days that it would be Ben',
  );
  assert.equal(await valueFor(east, 'cla-started', '2026-11-23'), 0);
  assert.equal(await valueFor(west, 'cla-ceased', '2026-11-23'), 0);
  assert.equal(await valueFor(east, 'cla-ceased', '2026-11-23'), 2, 'Tam and Oona');
});

test('the children behind a figure are listed in reach, and the rest are counted so that it adds up', async () => {
  const director = await listMeasureChildren(world, await as('director'), NUMBER);
  assert.ok(director.kind === 'children');
  assert.deepEqual(
    director.children.map(({ line }) => line.id),
    ['NM2', 'NM1', 'NM6'],
  );
  assert.deepEqual([director.total, director.listed, director.notListed], [4, 3, 1]);

  const ana = await listMeasureChildren(world, await signedIn(world.ana), NUMBER);
  assert.ok(ana.kind === 'children');
  assert.deepEqual(
    ana.children.map(({ line }) => line.id),
    ['NM1'],
  );
  assert.deepEqual([ana.total, ana.listed, ana.notListed], [2, 1, 1]);

  const colleague = await listMeasureChildren(world, await as('social-worker'), NUMBER);
  assert.ok(colleague.kind === 'children');
  assert.deepEqual([colleague.total, colleague.listed, colleague.notListed], [2, 0, 2]);

  const reviewing = await listMeasureChildren(world, await as('reviewing-officer'), NUMBER);
  assert.ok(reviewing.kind === 'children');
  assert.deepEqual([reviewing.total, reviewing.listed, reviewing.notListed], [4, 0, 4]);
});

test('a conflict of interest closes a child in the lists too', async () => {
  const person = await world.someone('director');
  await world.conflict('NM2', person);
  const list = await listMeasureChildren(world, await signedIn(person), NUMBER);
  assert.ok(list.kind === 'children');
  assert.deepEqual(
    list.children.map(({ line }) => line.id),
    ['NM1', 'NM6'],
  );
  assert.equal(list.notListed, 2);
});

test('those left out are listed with why, and a part of a figure by itself', async () => {
  const director = await as('director');
  const left = await listMeasureChildren(world, director, {
    ...NUMBER,
    id: 'stability-2yr',
    side: 'excluded',
  });
  assert.ok(left.kind === 'children');
  assert.deepEqual(
    left.children.map(({ line, reason }) => `${line.id} ${reason}`),
    ['NM6 no-date-of-birth'],
    'Zoë’s record is restricted',
  );
  const part = await listMeasureChildren(world, director, {
    ...NUMBER,
    part: { by: 'legal-status', key: 'V2' },
  });
  assert.ok(part.kind === 'children');
  assert.deepEqual(
    part.children.map(({ line }) => line.id),
    ['NM2'],
  );
  const noPart = await listMeasureChildren(world, director, {
    ...NUMBER,
    part: { by: 'age', key: 'no such' },
  });
  assert.equal(noPart.kind, 'no-such-part');
});

test('a part of a figure does not say whether a child is not listed as restricted or as out of reach', async () => {
  // Zoë, whose record is restricted, and whom Ana works with, beside any child whom she does not.
  const part = { by: 'sex', key: 'F' } as const;
  const [worker, stranger] = [await signedIn(world.ana), await as('reviewing-officer')];
  for (const who of [worker, stranger]) {
    const list = await listMeasureChildren(world, who, { ...NUMBER, part });
    assert.ok(list.kind === 'children');
    assert.deepEqual(
      Object.keys(list).filter((key) => /closed|restricted|reach|notListed/i.test(key)),
      ['notListed'],
    );
    assert.equal(list.notListed, list.total - list.listed);
    assert.ok(list.notListed > 0);
  }
});

test('a list of children is recorded with the measure, how many there were and who was shown', async () => {
  const person = await world.someone('performance');
  await listMeasureChildren(world, await signedIn(person), NUMBER);
  const [entry] = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { actor: String(person), action: 'measure-children-listed' }),
  );
  assert.deepEqual(entry?.subject, { kind: 'measure', id: 'cla-number' });
  assert.deepEqual(entry?.detail, {
    list: 'numerator',
    asOf: '2026-11-23',
    count: 4,
    children: ['NM2', 'NM1', 'NM6'],
  });
});

test('a worker’s own children head their first page, and that is recorded', async () => {
  const home = await openHome(world, await signedIn(world.ana), asKnown);
  assert.ok(home.kind === 'figures');
  assert.deepEqual(
    home.own?.lines.map(({ id }) => id),
    ['NM1'],
    'Zoë is restricted, and Tam has left',
  );
  assert.equal(home.own?.closed, 1);
  const [entry] = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { actor: String(world.ana), action: 'own-children-listed' }),
  );
  assert.deepEqual(entry?.detail, { children: ['NM1'] });
  const director = await openHome(world, await as('director'), asKnown);
  assert.equal(director.kind === 'figures' ? director.own : 'none', undefined);
});

test('who sees figures only gets neither numbers, parts, children nor changes, by any way', async () => {
  const knownFirst = '2026-11-01T10:00:00.000000Z' as never;
  for (const role of [
    'elected-member',
    'corporate-parenting-panel',
    'improvement-partner',
    'virtual-school',
    'regional-team',
  ] as const) {
    const member = await as(role);
    const changes = {
      id: 'cla-number',
      asOf: asKnown.asOf,
      knownFirst,
      knownThen: undefined,
      window: undefined,
    };
    const refusals = [
      await listMeasureChildren(world, member, NUMBER),
      await explainKnownAt(world, member, changes),
      await openMeasure(world, member, { id: 'cla-net-flow', asKnown }),
      await openMeasure(world, member, { id: 'residential-share', asKnown }),
      await openMeasure(world, member, { id: 'uasc-number', asKnown }),
      await openMeasure(world, member, { id: 'cla-by-age', asKnown }),
      await downloadFigures(world, member, { id: 'cla-by-age', asKnown }),
    ];
    assert.deepEqual(
      refusals.map(({ kind }) => kind),
      Array(refusals.length).fill('refused'),
      role,
    );
    const page = await openMeasure(world, member, { id: 'cla-number', asKnown });
    assert.ok(page.kind === 'headline');
    assert.deepEqual(page.headline.value, { kind: 'about', value: 5 }, 'at the end of September');
  }
});

test('for headlines neither the day nor the moment of knowledge asked for is heeded more finely than a quarter', async () => {
  const member = await as('elected-member');
  const told = async (asOf: string, knownAt: string | undefined) =>
    JSON.stringify(
      await Promise.all([
        openHome(world, member, { asOf: day(asOf), knownAt: knownAt as never }),
        listMeasures(world, member, { asOf: day(asOf), knownAt: knownAt as never }),
        downloadFigures(world, member, {
          id: 'cla-number',
          asKnown: { asOf: day(asOf), knownAt: knownAt as never },
        }),
      ]),
    );
  const now = await told('2026-11-23', undefined);
  assert.equal(await told('2026-10-01', undefined), now);
  assert.doesNotMatch(now, /"numerator":\d|NM\d|setAside":\d/);
  // Every moment of knowledge since the quarter's end tells what that end tells: here that nothing was known.
  const kindsTold = async (knownAt: string) => {
    const asked = { asOf: day('2026-11-23'), knownAt: knownAt as never };
    const page = await openMeasure(world, member, { id: 'cla-number', asKnown: asked });
    assert.ok(page.kind === 'nothing-known');
    return [
      (await openHome(world, member, asked)).kind,
      (await listMeasures(world, member, asked)).kind,
      page.quarterEnds,
    ];
  };
  for (const known of [
    '2026-11-01T08:00:00.000000Z',
    '2026-11-02T08:00:00.000000Z',
    '2026-11-23T08:59:59.999999Z',
  ])
    assert.deepEqual(await kindsTold(known), [
      'empty',
      'empty',
      { asOf: '2026-09-30', knownOn: '2026-09-30' },
    ]);
});

test('roles without figures are refused every way to them', async () => {
  for (const role of [
    'health',
    'finance',
    'administrator',
    'external-provider',
    'foster-carer',
    'young-person',
    'advocate',
  ] as const) {
    const person = await as(role);
    assert.equal((await listMeasures(world, person, asKnown)).kind, 'refused', role);
    assert.equal((await openMeasure(world, person, { id: 'cla-number', asKnown })).kind, 'refused', role);
    assert.equal((await listMeasureChildren(world, person, NUMBER)).kind, 'refused', role);
    assert.equal((await downloadFigures(world, person, { id: 'cla-number', asKnown })).kind, 'refused', role);
  }
});

test('another authority’s children are in no figure', async () => {
  const list = await listMeasureChildren(world, await as('director'), NUMBER);
  assert.ok(list.kind === 'children');
  assert.equal(
    list.children.some(({ line }) => line.id === 'SF1'),
    false,
  );
});
