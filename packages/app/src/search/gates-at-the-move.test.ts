import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import type { Tx } from '@rightplace/store';
import { sql } from 'kysely';
import { type RegisterWorld, TERMS } from '../../test/register-world.ts';
import { TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { type SearchesOfRegister, searchesOfRegister } from '../../test/searches-of-register.ts';
import { findSetting } from '../register/find-setting.ts';
import { holdPlace, holdPlaceIn } from '../register/hold-place.ts';
import { lengthenHold } from '../register/lengthen-hold.ts';
import { ANY_SETTING, listSettings } from '../register/list-settings.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openHomesToAsk } from './open-homes-to-ask.ts';
import { openSearch } from './open-search.ts';

let world: RegisterWorld;
let hub: SignedIn;
let acting: SearchesOfRegister['acting'];
let offerOf: SearchesOfRegister['offerOf'];
let homes = 0;
before(async () => {
  ({ world, hub, acting, offerOf } = await searchesOfRegister());
});
after(() => world.close());

const aHome = async (): Promise<number> => {
  homes += 1;
  const home = await world.add({
    name: `Sluice House ${homes}`,
    urn: `SC97${1000 + homes}`,
    postcode: `PE${homes} 2AB`,
  });
  await world.openHome(home, 2);
  return home;
};

/** A search that is allowed to look for a home, and one of the register for whom nothing stands in the way. Changes are of its offer. */
const offered = async (child: string, changes: Readonly<Record<string, string>> = {}, known?: number) => {
  const home = known ?? (await aHome());
  const id = await acting.aSearch(child);
  await acting.takeAll(id, [['placements-officer', 'open-spot']]);
  const offer = await offerOf(id, { setting: home, name: `Sluice House ${homes}` }, changes);
  return { id, home, offer };
};

const approved = async (...given: Parameters<typeof offered>) => {
  const found = await offered(...given);
  await acting.takeAll(found.id, [...TO_DIRECTOR, ...TO_THE_MOVE.slice(0, 3)]);
  return found;
};

const attempt = async (id: number, step: string, said: object) => {
  const answer = await world.take(hub, id, step, { said: { ...said } });
  if (answer.kind !== 'refused') return answer.kind;
  return 'faults' in answer
    ? answer.faults.map(({ question, sentence }) => `${question}: ${sentence}`).join('; ')
    : answer.sentence;
};
const shutSince = async (id: number): Promise<readonly string[]> => {
  const view = await openSearch(world, hub, id);
  return view.kind === 'refused' ? assert.fail(view.sentence) : view.shutSince;
};
const stateOf = async (id: number): Promise<string> => {
  const seen = await world.seenBy(hub, id);
  return seen.kind === 'case' ? seen.state : assert.fail();
};

/** Until somebody else waits for a lock that is held, or, where nobody does, for as long as they would take. */
const untilSomebodyWaits = async (tx: Tx): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())) as waits`.execute(
      tx,
    );
    if (rows[0]?.waits === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const MOVE = { 'moves-on': '2026-11-25' };

test('a home whose registration is gone since it was approved takes no child, and the officer is told so before and on trying', async () => {
  const { id, home } = await approved('G1');
  assert.deepEqual(await shutSince(id), []);
  await world.tellOf(home, 'standing', { state: ['suspended'] }, '2026-11-23');
  assert.match((await shutSince(id)).join(' '), /has to be registered with Ofsted/);
  assert.match(
    await attempt(id, 'confirm-move', MOVE),
    /^moves-on: .*on 25 November 2026 this stands in the way.*has to be registered with Ofsted/,
  );
  assert.equal(await stateOf(id), 'contract');
});

test('where the registration is to end before the day of the move, that day is refused and an earlier one is not', async () => {
  const { id, home } = await approved('G2');
  await world.tellOf(home, 'standing', { state: ['closed'] }, '2026-11-25');
  assert.match(await attempt(id, 'confirm-move', MOVE), /has to be registered with Ofsted/);
  assert.equal(await attempt(id, 'confirm-move', { 'moves-on': '2026-11-24' }), 'step-taken');
});

test('a move that was confirmed is not recorded into a home that has been closed since, and was while it was open', async () => {
  const { id, home } = await approved('G3');
  assert.equal(await attempt(id, 'confirm-move', MOVE), 'step-taken');
  await world.tellOf(home, 'standing', { state: ['closed'] }, '2026-11-23');
  const moved = (on: string) => attempt(id, 'moved-in', { 'placed-on': on });
  assert.match(await moved('2026-11-23'), /^placed-on: .*has to be registered with Ofsted/);
  assert.equal(
    await moved('2026-11-22'),
    'step-taken',
    'recorded late, of a day on which nothing stood in the way',
  );
});

test('a home that Ofsted judges Inadequate after its approval is before the director again, who says why or looks on', async () => {
  const { id, home } = await approved('G4');
  await world.tellOf(home, 'judgement', { outcome: ['inadequate'] }, '2026-11-23');
  assert.match(
    await attempt(id, 'confirm-move', MOVE),
    /judges this home Inadequate, and nobody has approved/,
  );
  assert.equal(await attempt(id, 'put-again', { 'changed-since': 'Judged Inadequate today' }), 'step-taken');
  assert.equal(await stateOf(id), 'with-director');
  const director = await world.as('director');
  const unsaid = await world.take(director, id, 'approve', { said: { 'inadequate-why': '' } });
  assert.ok(unsaid.kind === 'refused' && 'faults' in unsaid);
  assert.deepEqual(
    unsaid.faults.map(({ question }) => question),
    ['inadequate-why'],
  );
  await acting.takeAll(id, [
    ['director', 'approve', { 'inadequate-why': 'Moving again would be worse; weekly visits' }],
    ...TO_THE_MOVE.slice(1, 3),
  ]);
  assert.deepEqual(await shutSince(id), []);
  assert.equal(await attempt(id, 'confirm-move', MOVE), 'step-taken');
});

test('a move is not planned on a check that no longer holds or an offer that was withdrawn', async () => {
  const { id, offer } = await approved('G5');
  const check = { check: 'insurance', result: 'passed', evidence: 'Certificate', until: '2026-11-24' };
  await acting.written(id, 'check', offer, check);
  assert.match(
    await attempt(id, 'confirm-move', MOVE),
    /Insurance: what was seen held until 24 November 2026/,
  );
  await acting.written(id, 'check', offer, { ...check, until: '2027-11-24' });
  await acting.written(id, 'withdrawn', offer, { words: 'The room is needed' });
  assert.match(await attempt(id, 'confirm-move', MOVE), /was withdrawn by the provider/);
});

test('an approval of a home outside the area holds until its last day, and a later move needs another', async () => {
  const { id, offer } = await offered('G6', { area: 'adjoining' });
  const opened = { gate: 'out-of-area', words: 'Approved: her school is there', on: '2026-11-20' };
  await acting.written(id, 'gate', offer, { ...opened, until: '2026-11-24' }, 'director');
  await acting.takeAll(id, [...TO_DIRECTOR, ...TO_THE_MOVE.slice(0, 3)]);
  assert.match(
    await attempt(id, 'confirm-move', MOVE),
    /approved by the nominated officer before the child moves/,
  );
  await acting.written(id, 'gate', offer, { ...opened, until: '2026-12-24' }, 'director');
  assert.equal(await attempt(id, 'confirm-move', MOVE), 'step-taken');
});

test('a move is not planned into a bed that another search holds by then, and is once that hold is over or it is one’s own', async () => {
  const { id, home } = await approved('G7');
  await world.tellOf(home, 'terms', { ...TERMS, places: ['1'] }, '2026-11-01');
  const other = await acting.aSearch('G8');
  const held = await holdPlace(world, hub, {
    caseId: other,
    settingId: home,
    until: day('2026-11-26'),
    key: 'other',
  });
  assert.ok(held.kind === 'place-held');
  assert.match(
    await attempt(id, 'confirm-move', MOVE),
    /moves-on: Sluice House 7 has no place for this child on that day. A place is held for search/,
  );
  assert.equal(
    await attempt(id, 'confirm-move', { 'moves-on': '2026-11-27' }),
    'step-taken',
    'the day after it runs out',
  );
  await acting.takeAll(id, [['placements-officer', 'put-again']]);
  await acting.takeAll(id, TO_THE_MOVE.slice(0, 3));
  await acting.takeAll(other, [['social-worker', 'cancel', { reason: 'She stays' }]]);
  const own = { caseId: id, settingId: home, until: day('2026-11-26'), key: 'own' };
  assert.equal((await holdPlace(world, hub, own)).kind, 'place-held');
  assert.equal(await attempt(id, 'confirm-move', MOVE), 'step-taken');
});

test('a move waits for whoever is holding a place of that home, and finds it held', async () => {
  const { id, home } = await approved('G9');
  await world.tellOf(home, 'terms', { ...TERMS, places: ['1'] }, '2026-11-01');
  const other = await acting.aSearch('G10');
  const hold = { caseId: other, settingId: home, until: day('2026-11-26'), key: 'meanwhile' };
  let moving = Promise.resolve('');
  await world.inside(async (tx) => {
    const held = await holdPlaceIn(tx, { world, signedIn: hub }, hold);
    assert.equal(held.kind, 'place-held');
    moving = attempt(id, 'confirm-move', MOVE);
    await untilSomebodyWaits(tx);
  });
  assert.match(await moving, /A place is held for search/);
  assert.equal(await stateOf(id), 'contract');
});

test('an offer of another home than the one that was asked is judged by the register’s entry of that other home', async () => {
  const other = await world.add({ name: 'Osier Yard', urn: 'SC972001', postcode: 'PE30 2AB' });
  await world.openHome(other, 2);
  const { id, home } = await approved('G11', { home: 'Osier yard ', urn: '' });
  assert.deepEqual(await shutSince(id), []);
  await world.tellOf(home, 'standing', { state: ['closed'] }, '2026-11-23');
  assert.deepEqual(await shutSince(id), [], 'the home that was asked has nothing to do with it');
  await world.tellOf(other, 'standing', { state: ['suspended'] }, '2026-11-23');
  assert.match((await shutSince(id)).join(' '), /has to be registered with Ofsted/);
  assert.match(await attempt(id, 'confirm-move', MOVE), /has to be registered with Ofsted/);
});

test('a home of which the register knows nothing, offered in the place of another, is shut until somebody says which it is', async () => {
  const { id, offer } = await offered('G12', { home: 'Nobody’s House' });
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await world.as('director');
  const refused = await world.take(director, id, 'approve', { said: {} });
  assert.ok(refused.kind === 'refused');
  assert.match(refused.sentence, /another home than the one that was asked/);
  const said = {
    gate: 'which-home',
    words: 'Newly registered, SC972099; seen on Ofsted’s list',
    on: '2026-11-20',
  };
  await acting.written(id, 'gate', offer, said);
  await acting.takeAll(id, TO_THE_MOVE.slice(0, 3));
  assert.equal(await attempt(id, 'confirm-move', MOVE), 'step-taken');
});

test('a place into which another move is planned is taken, though nobody holds it: no move is planned into it and it is not held', async () => {
  const first = await approved('G13');
  await world.tellOf(first.home, 'terms', { ...TERMS, places: ['1'] }, '2026-11-01');
  const second = await approved('G14', { home: `Sluice House ${homes}`, urn: '' }, first.home);
  assert.equal(await attempt(first.id, 'confirm-move', MOVE), 'step-taken');
  for (const on of ['2026-11-24', '2026-11-25', '2026-11-27'])
    assert.match(
      await attempt(second.id, 'confirm-move', { 'moves-on': on }),
      /has no place for this child on (that day|25 November 2026)\. Another child is to move in/,
      on,
    );
  const holding = (last: string) =>
    holdPlace(world, hub, { caseId: second.id, settingId: first.home, until: day(last), key: last });
  const held = await holding('2026-11-26');
  assert.ok(held.kind === 'refused' && held.name === 'no-vacancy', held.kind);
  assert.equal((await holding('2026-11-24')).kind, 'place-held', 'until the day before');
  await acting.takeAll(first.id, [['placements-officer', 'put-again', { 'changed-since': 'Somebody left' }]]);
  assert.equal(await attempt(second.id, 'confirm-move', { 'moves-on': '2026-11-25' }), 'step-taken');
});

test('of two moves planned into the last place at one moment one is, and the other is told', async () => {
  const first = await approved('G15');
  await world.tellOf(first.home, 'terms', { ...TERMS, places: ['1'] }, '2026-11-01');
  const second = await approved('G16', { home: `Sluice House ${homes}`, urn: '' }, first.home);
  const told = await Promise.all([first, second].map(({ id }) => attempt(id, 'confirm-move', MOVE)));
  assert.equal(told.filter((one) => one === 'step-taken').length, 1, told.join('; '));
  assert.equal(told.filter((one) => /Another child is to move in/.test(one)).length, 1, told.join('; '));
});

test('every page that tells of vacancies counts a planned move from its day on, and no hold is lengthened into it', async () => {
  const first = await approved('G17');
  const { home } = first;
  await world.tellOf(home, 'terms', { ...TERMS, places: ['1'] }, '2026-11-01');
  const second = await approved('G18', { home: `Sluice House ${homes}`, urn: '' }, home);
  assert.equal(await attempt(first.id, 'confirm-move', { 'moves-on': '2026-11-26' }), 'step-taken');
  const told = async (on: string): Promise<readonly unknown[]> => {
    const listed = await listSettings(world, hub, { ...ANY_SETTING, on: day(on) });
    const found = await findSetting(world, hub, { id: home, on: day(on) });
    const vacant = await listSettings(world, hub, { ...ANY_SETTING, on: day(on), vacant: true });
    assert.ok(listed.kind === 'settings' && found.kind === 'setting' && vacant.kind === 'settings');
    const line = listed.lines.find(({ setting }) => setting.id === home);
    assert.deepEqual(line?.vacancies, found.vacancies);
    assert.deepEqual(found.ahead[0]?.vacancies, found.vacancies);
    const { vacancies } = found;
    return [vacancies.vacant, vacancies.planned, vacant.lines.some(({ setting }) => setting.id === home)];
  };
  assert.deepEqual(await told('2026-11-25'), [1, 0, true]);
  assert.deepEqual(await told('2026-11-26'), [0, 1, false]);
  const hold = { caseId: second.id, settingId: home, until: day('2026-11-24'), key: 'till the day before' };
  const held = await holdPlace(world, hub, hold);
  assert.ok(held.kind === 'place-held');
  const lengthen = (until: string) =>
    lengthenHold(world, hub, { id: held.hold.id, until: day(until), why: '' });
  assert.equal((await lengthen('2026-11-25')).kind, 'hold-lengthened');
  const longer = await lengthen('2026-11-26');
  assert.ok(longer.kind === 'refused' && longer.name === 'no-vacancy', longer.kind);
  const asking = await acting.aSearch('G19');
  await acting.takeAll(asking, [['placements-officer', 'open-spot']]);
  const toAsk = async () => {
    const view = await openHomesToAsk(world, hub, asking);
    assert.ok(view.kind === 'homes-to-ask');
    return view.homes.find(({ setting }) => setting.id === home)?.vacancies;
  };
  world.pass(4 * 24 * 60);
  assert.deepEqual([(await toAsk())?.vacant, (await toAsk())?.planned], [0, 1]);
});
