import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { day, endOfLondonDay, moment, type Role, standingInWords } from '@rightplace/domain';
import { asTenant, listAudit, saveChildren } from '@rightplace/store';
import {
  aChild,
  aChildrenWorld,
  anEpisode,
  CHILDREN,
  type ChildrenWorld,
} from '../../test/children-world.ts';
import { aPastImport } from '../../test/past-import.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { downloadFigures } from './figures-csv.ts';
import { openHome } from './home.ts';
import { type ChangesAsked, explainKnownAt } from './known-at-changes.ts';
import { openMeasure } from './measure-page.ts';

const asOf = day('2026-11-20');
/** The record began on 1 November; on the 22nd a corrected return said otherwise of three children. */
const YESTERDAY = endOfLondonDay(day('2026-11-21'));

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  const [kofi, ama] = CHILDREN;
  if (kofi === undefined || ama === undefined) throw new Error('The world has children');
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    saveChildren(tx, {
      clock: () => moment('2026-11-22T10:00:00Z'),
      why: 'Corrected return of 2026-27 taken in',
      children: [
        // Of Ama it says where she lives more exactly, which no figure of how many heeds.
        { ...ama, placements: ama.placements.map((placement) => ({ ...placement, postcode: 'PE12 9ZZ' })) },
        // Kofi, it says now, went home in June.
        {
          ...kofi,
          ...aChild('NM1', {
            episodes: [
              anEpisode({ decom: '2024-02-01', dec: '2025-05-04', place: 'K2', postcode: 'LE13 0ZZ' }),
              anEpisode({ decom: '2025-05-04', dec: '2026-06-10', rne: 'P', rec: 'E4A' }),
            ],
          }),
          details: kofi.details,
          facts: kofi.facts,
        },
        // And a child whom nobody had recorded.
        aChild('NM8', {
          details: { givenName: 'Ivo', familyName: 'Marlpit', dateOfBirth: day('2011-11-11') },
          episodes: [anEpisode({ decom: '2026-09-01', ls: 'V2', place: 'K2' })],
        }),
      ],
    }),
  );
});
after(() => world.close());

const as = async (role: Role) => (await world.signIn(await world.someone(role))).signedIn;
const asked: ChangesAsked = {
  id: 'cla-number',
  asOf,
  knownFirst: YESTERDAY,
  knownThen: undefined,
  window: undefined,
};

const valueOf = async (id: string, knownAt: ChangesAsked['knownThen']) => {
  const page = await openMeasure(world, await as('director'), { id, asKnown: { asOf, knownAt } });
  return page.kind === 'figure' ? page.figure.value : page.kind;
};

test('yesterday’s question gives yesterday’s answer, and today’s today’s', async () => {
  assert.equal(await valueOf('cla-ceased', YESTERDAY), 1, 'Tam');
  assert.equal(await valueOf('cla-ceased', undefined), 2, 'and Kofi');
  assert.equal(await valueOf('residential-share', YESTERDAY), 0);
  assert.equal(await valueOf('residential-share', undefined), 25);
  assert.equal(await valueOf('cla-number', YESTERDAY), 4);
  assert.equal(await valueOf('cla-number', undefined), 4, 'one more and one fewer');
});

test('before anything was recorded there is no figure, rather than nought', async () => {
  assert.equal(await valueOf('cla-number', endOfLondonDay(day('2026-10-31'))), 'nothing-known');
  const home = await openHome(world, await as('director'), {
    asOf,
    knownAt: endOfLondonDay(day('2026-10-31')),
  });
  assert.equal(home.kind, 'empty');
});

test('the first page as it was known then says what it then stood on', async () => {
  const home = await openHome(world, await as('director'), { asOf, knownAt: YESTERDAY });
  assert.ok(home.kind === 'figures');
  assert.equal(home.source.lastLearned?.why, 'Invented for a test');
  assert.equal(home.figures.get('cla-ceased')?.value, 1);
});

test('exactly the children who count differently are listed, with why and because of what', async () => {
  const found = await explainKnownAt(world, await as('director'), asked);
  assert.ok(found.kind === 'changes');
  assert.deepEqual(
    found.children.map(({ id, before, after, because }) => ({
      id,
      change: `${standingInWords(before)} → ${standingInWords(after)}`,
      because: because.map((each) => each.why),
    })),
    [
      {
        id: 'NM1',
        change: 'Counted → Not looked after that day',
        because: ['Corrected return of 2026-27 taken in'],
      },
      {
        id: 'NM8',
        change: 'Not in the record → Counted',
        because: ['Corrected return of 2026-27 taken in'],
      },
    ],
  );
  const kofi = found.children.find(({ id }) => id === 'NM1');
  assert.match(kofi?.why.join(' ') ?? '', /Care ended on 10 June 2026: Went home/);
  assert.deepEqual([found.before.value, found.after.value, found.closed, found.outOfReach], [4, 4, 0, 0]);
});

test('what happened is counted over the time that was chosen, as on the measure’s own page', async () => {
  const changedIn = async (window: ChangesAsked['window']) => {
    const found = await explainKnownAt(world, await as('director'), { ...asked, id: 'cla-ceased', window });
    assert.ok(found.kind === 'changes');
    return [found.window, found.before.value, found.after.value, found.children.map(({ id }) => id)];
  };
  assert.deepEqual(await changedIn(undefined), ['year-to-date', 1, 2, ['NM1']]);
  assert.deepEqual(await changedIn('twelve-months'), ['twelve-months', 1, 2, ['NM1']]);
  assert.deepEqual(await changedIn('month'), ['month', 0, 0, []], 'Kofi went home in June');
});

test('a change that moves no figure is in no list', async () => {
  const found = await explainKnownAt(world, await as('director'), { ...asked, id: 'stability-3plus' });
  assert.ok(found.kind === 'changes');
  assert.equal(
    found.children.some(({ id }) => id === 'NM2'),
    false,
    'Ama’s better postcode changes no count',
  );
});

test('between two moments with nothing learned nobody changed', async () => {
  const found = await explainKnownAt(world, await as('director'), {
    ...asked,
    knownFirst: moment('2026-11-10T00:00:00Z'),
    knownThen: YESTERDAY,
  });
  assert.ok(found.kind === 'changes');
  assert.deepEqual(found.children, []);
});

test('a worker sees the change of their own child and only the number of others', async () => {
  const ana = (await world.signIn(world.ana)).signedIn;
  const own = await explainKnownAt(world, ana, asked);
  assert.ok(own.kind === 'changes');
  assert.deepEqual(
    own.children.map(({ id }) => id),
    ['NM1'],
  );
  const reviewing = await explainKnownAt(world, await as('reviewing-officer'), asked);
  assert.ok(reviewing.kind === 'changes');
  assert.deepEqual([reviewing.children.length, reviewing.outOfReach], [0, 2]);
  const ben = (await world.signIn(world.ben)).signedIn;
  const elsewhere = await explainKnownAt(world, ben, asked);
  assert.ok(elsewhere.kind === 'changes');
  assert.deepEqual(
    [elsewhere.children.length, elsewhere.outOfReach],
    [0, 0],
    'another team’s figure did not change',
  );
});

test('moments the wrong way round, and measures that are not, are refused in words', async () => {
  const director = await as('director');
  const reversed = await explainKnownAt(world, director, {
    ...asked,
    knownFirst: moment('2026-11-22T12:00:00Z'),
    knownThen: YESTERDAY,
  });
  assert.equal(reversed.kind === 'refused' && reversed.name, 'moments-reversed');
  assert.equal((await explainKnownAt(world, director, { ...asked, id: 'no-such' })).kind, 'not-found');
});

test('the list of who changed a figure is recorded', async () => {
  const person = await world.someone('performance');
  await explainKnownAt(world, (await world.signIn(person)).signedIn, asked);
  const [entry] = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { actor: String(person), action: 'measure-changes-listed' }),
  );
  assert.deepEqual(entry?.detail, {
    asOf,
    knownFirst: YESTERDAY,
    knownThen: 'now',
    count: 2,
    children: ['NM1', 'NM8'],
  });
});

test('the figures as a file carry the moment, the trend and the parts, and no formula', async () => {
  const file = await downloadFigures(world, await as('director'), {
    id: 'foster-share',
    asKnown: { asOf, knownAt: YESTERDAY },
  });
  assert.ok(file.kind === 'file');
  assert.equal(file.name, 'foster-share-2026-11-20.csv');
  const lines = file.text.replace('\uFEFF', '').trim().split('\r\n');
  assert.match(lines[0] ?? '', /^measure,title,whose,as at,known at,what,/);
  assert.match(
    lines[1] ?? '',
    /^foster-share,Living with foster carers,whole authority,2026-11-20,2026-11-2[12]T.*,figure,,,,100,percent,4,4,,$/,
  );
  assert.equal(
    lines.filter((line) => line.includes(',trend,')).length,
    25,
    'two years of month-ends, and the day',
  );
  assert.ok(lines.some((line) => line.includes(',part,Age,10-15,10 to 15,')));
  assert.equal(
    lines.some((line) => line.split(',').some((cell) => /^"?[=+@]/.test(cell))),
    false,
  );
});

test('the record tells until what last happened, or the end of the last return’s year', async () => {
  const told = async (on: string) => {
    const home = await openHome(world, await as('director'), { asOf: day(on), knownAt: undefined });
    return home.kind === 'figures' ? home.toldUntil : home.kind;
  };
  assert.equal(await told('2026-11-22'), '2026-09-01', 'Ivo came');
  await aPastImport(world, { looked: '2026-11-21T08:00:00Z', applied: '2026-11-22T09:30:00Z' });
  assert.equal(await told('2026-11-22'), '2026-11-22', 'a return of this year tells until it is taken in');
  assert.equal(await told('2026-10-31'), '2026-10-31');
});

test('compared with a time when nothing was recorded, everybody is new and nobody is listed', async () => {
  const found = await explainKnownAt(world, await as('director'), {
    ...asked,
    knownFirst: endOfLondonDay(day('2026-10-31')),
  });
  assert.ok(found.kind === 'changes');
  assert.deepEqual([found.knewNothing, found.children, found.more + found.closed], [true, [], 4]);
});

test('while a return is being saved, a figure as known just now waits for it and stays as told', async () => {
  const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const saved = asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const children = [aChild('NM70', { episodes: [anEpisode({ decom: '2026-01-01' })] })];
    await saveChildren(tx, { clock: world.now, why: 'A return that takes a while to save', children });
    begun.resolve();
    await go.promise;
  });
  await begun.promise;
  world.pass(1);
  const justNow = world.now();
  world.pass(1);
  assert.equal(await valueOf('cla-number', YESTERDAY), 4, 'earlier moments are answered meanwhile');
  const told = valueOf('cla-number', justNow);
  assert.equal(await Promise.race([told, wait(150).then(() => 'waiting')]), 'waiting');
  go.resolve();
  await saved;
  assert.deepEqual([await told, await valueOf('cla-number', justNow)], [5, 5]);
});
