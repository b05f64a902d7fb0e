import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_CHECKS, addDays, childId, day, type SearchEntry } from '@rightplace/domain';
import { asSuperuser, listPlacesTaken, listSearchEntries, loadChild, takePlace } from '@rightplace/store';
import { sql } from 'kysely';
import { AN_OFFER } from '../../../domain/test/search-cases.ts';
import { nameOf } from '../../test/name-of.ts';
import { aRegisterWorld, type RegisterWorld } from '../../test/register-world.ts';
import { searching, TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { fillPlace, findFilling } from '../register/end-hold.ts';
import { findSetting } from '../register/find-setting.ts';
import { holdPlace } from '../register/hold-place.ts';
import { lengthenHold } from '../register/lengthen-hold.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { approachHomes } from './approach-homes.ts';

const TODAY = day('2026-11-23');
let world: RegisterWorld;
let ana: SignedIn;
let hub: SignedIn;
let acting: ReturnType<typeof searching>;
let homes = 0;
let forms = 0;
before(async () => {
  world = await aRegisterWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  hub = await world.hub();
  acting = searching(world, ana);
});
after(() => world.close());

const aHome = async (places = 1): Promise<number> => {
  homes += 1;
  const postcode = `PE${homes} 1AB`;
  const id = await world.add({ name: `Home ${homes}`, urn: `SC98${1000 + homes}`, postcode });
  await world.openHome(id, places);
  return id;
};
const aSearch = async (number: string): Promise<number> => {
  const id = await acting.aSearch(number);
  await acting.takeAll(id, [['placements-officer', 'open-spot']]);
  return id;
};
const hold = (caseId: number, settingId: number, who = hub) =>
  holdPlace(world, who, { caseId, settingId, until: addDays(TODAY, 7), key: `hold ${(forms += 1)}` });
/** How each hold of a search ended, home by home. */
const holdsOf = async (caseId: number): Promise<readonly (readonly [number, string | null])[]> =>
  (await world.inside((tx) => listPlacesTaken(tx, { caseId }))).map((one) => [
    one.settingId,
    one.kind === 'hold' ? one.ended : null,
  ]);
const whyOf = async (settingId: number) => {
  const [last] = await world.auditOf(String(settingId), 'setting');
  return [last?.action, last?.why];
};
/** An offer of a home, shared, with its checks, of an approach by telephone. */
const offered = async (id: number, settingId: number, name: string): Promise<number> => {
  const asked = {
    id,
    key: `call ${(forms += 1)}`,
    settings: [settingId],
    channel: 'phone',
    words: '',
  } as const;
  const approached = await approachHomes(world, hub, asked);
  assert.ok(approached.kind === 'homes-approached', nameOf(approached));
  const said = { ...AN_OFFER, home: name, 'home-kind': 'childrens-home', registered: 'yes' };
  const { 'children-there': _, terms: __, ...offer } = said as Record<string, string>;
  const number = await acting.written(id, 'offer', approached.numbers[0], offer);
  await acting.written(id, 'shared', number);
  return number;
};
const check = async (id: number, offer: number): Promise<void> => {
  for (const one of ALL_CHECKS)
    await acting.written(id, 'check', offer, { check: one, result: 'passed', evidence: 'Seen in the file' });
};

test('of two searches that want the same bed at once one has it, and the other is told who does and until when', async () => {
  const home = await aHome();
  const [one, other] = [await aSearch('H one'), await aSearch('H other')];
  const milo = (await world.signIn(await world.someone('placements-officer'))).signedIn;
  const answers = await Promise.all([hold(one, home), hold(other, home, milo)]);
  assert.deepEqual(answers.map(nameOf).toSorted(), ['no-vacancy', 'place-held']);
  const [winner, loser] = answers[0]?.kind === 'place-held' ? [one, other] : [other, one];
  const again = await hold(loser, home, milo);
  assert.ok(again.kind === 'refused');
  assert.match(
    again.sentence,
    new RegExp(`held for search ${winner} \\(.+\\) until the end of 30 November 2026`),
  );
});

test('of a search that somebody may not see no more is told than until when', async () => {
  const home = await aHome();
  const [secret, other] = [await aSearch('H secret'), await aSearch('H beside')];
  await hold(secret, home);
  const record = await world.inside((tx) => loadChild(tx, childId('H secret')));
  assert.ok(record);
  await world.saveChildren([{ ...record, restricted: true }], '2026-11-22T10:00:00Z');
  const refusal = await hold(other, home);
  assert.ok(refusal.kind === 'refused');
  assert.match(refusal.sentence, /A place is held for another search until the end of 30 November 2026/);
  assert.doesNotMatch(refusal.sentence, new RegExp(`search ${secret}`));
});

test('with the constraint taken away two searches would hold one bed, and the check of it notices', async () => {
  const home = await aHome();
  const [one, other] = [await aSearch('H sab one'), await aSearch('H sab two')];
  await hold(one, home);
  const bedsHeldTwice = () =>
    world.inside(async (tx) => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from place_taken a
        join place_taken b on a.setting_id = b.setting_id and a.place = b.place and a.id < b.id and a.during && b.during`.execute(
        tx,
      );
      return rows[0]?.count;
    });
  const past = () =>
    world.inside(async (tx) => {
      const [held] = await listPlacesTaken(tx, { caseId: one });
      assert.ok(held?.kind === 'hold');
      const { settingId, place, from, until } = held;
      const taken = { settingId, place, from, until, kind: 'hold', caseId: other } as const;
      return takePlace(tx, { ...taken, madeBy: hub.person.id, madeAt: from, key: `past ${(forms += 1)}` });
    });
  assert.equal(await past(), undefined, 'the database lets it not be taken twice');
  assert.equal(await bedsHeldTwice(), 0);
  await asSuperuser(world.database, 'alter table place_taken drop constraint one_place_one_use');
  try {
    assert.ok(await past());
    assert.equal(await bedsHeldTwice(), 1, 'without it two hold one bed');
  } finally {
    await asSuperuser(
      world.database,
      `delete from place_taken where case_id = ${other};
      alter table place_taken add constraint one_place_one_use exclude using gist (
        authority_id with =, setting_id with =, place with =, during with &&)`,
    );
  }
});

test('when the child moves in the place that was held is filled in the same step, and what else was held is given up', async () => {
  const [home, besides] = [await aHome(), await aHome()];
  const id = await aSearch('H moves');
  const offer = await offered(id, home, `Home ${homes - 1}`);
  await check(id, offer);
  assert.equal(nameOf(await hold(id, home)), 'place-held');
  await acting.takeAll(id, TO_DIRECTOR.slice(0, 2));
  assert.equal(nameOf(await hold(id, besides)), 'place-held');
  world.pass(1);
  await acting.takeAll(id, TO_DIRECTOR.slice(2));
  assert.deepEqual(await holdsOf(id), [
    [home, null],
    [besides, 'released'],
  ]);
  assert.deepEqual(await whyOf(besides), ['hold-released', 'Another home was chosen.']);
  await acting.takeAll(id, TO_THE_MOVE);
  // The social worker records it, who holds and fills no places by themselves.
  const n = homes - 1;
  const there = { 'home-type': 'K2', 'home-urn': `SC98${1000 + n}`, 'home-postcode': `PE${n} 1AB` };
  await acting.takeAll(id, [['social-worker', 'moved-in', { 'placed-on': '2026-11-23', ...there }]]);
  assert.deepEqual((await holdsOf(id))[0], [home, 'filled']);
  const found = await findSetting(world, hub, { id: home });
  assert.ok(found.kind === 'setting');
  assert.deepEqual([found.vacancies.children, found.vacancies.vacant], [1, 0]);
  // What somebody held on the same day without knowing of the move.
  const elsewhere = await hold(id, besides);
  assert.ok(elsewhere.kind === 'place-held', nameOf(elsewhere));
  assert.equal(nameOf(await fillPlace(world, hub, { id: elsewhere.hold.id })), 'moved-elsewhere');
});

test('what is held on the day of the move, after it, may be said to be filled, from the day that the search says', async () => {
  const home = await aHome(2);
  const id = await aSearch('H twice');
  await check(id, await offered(id, home, `Home ${homes}`));
  await acting.takeAll(id, [...TO_DIRECTOR, ...TO_THE_MOVE]);
  const there = { 'home-type': 'K2', 'home-urn': `SC98${1000 + homes}`, 'home-postcode': `PE${homes} 1AB` };
  await acting.takeAll(id, [['social-worker', 'moved-in', { 'placed-on': '2026-11-23', ...there }]]);
  const held = await hold(id, home);
  assert.ok(held.kind === 'place-held', nameOf(held));
  world.pass(1);
  assert.deepEqual(await findFilling(world, hub, { id: held.hold.id }), { kind: 'may-fill', on: TODAY });
  assert.equal(nameOf(await fillPlace(world, ana, { id: held.hold.id })), 'not-your-role');
  assert.equal(nameOf(await fillPlace(world, hub, { id: held.hold.id })), 'hold-ended');
  assert.deepEqual((await holdsOf(id)).at(-1), [home, 'filled']);
  const found = await findSetting(world, hub, { id: home });
  assert.ok(found.kind === 'setting');
  assert.deepEqual([found.vacancies.children, found.vacancies.vacant], [1, 1], 'counted once');
});

test('what is held is given up with the reason when the provider withdraws, when the home is lost, and when the search ends', async () => {
  const [gone, lost] = [await aHome(), await aHome()];
  const id = await aSearch('H lost');
  const withdrawn = await offered(id, gone, `Home ${homes - 1}`);
  await offered(id, lost, `Home ${homes}`);
  await hold(id, gone);
  await hold(id, lost);
  world.pass(1);
  await acting.written(id, 'withdrawn', withdrawn, { words: 'A child of theirs stays on' });
  assert.deepEqual(await holdsOf(id), [
    [gone, 'released'],
    [lost, null],
  ]);
  await acting.takeAll(id, [
    ['placements-officer', 'share-offers'],
    ['social-worker', 'choose', { offer: `Offer 2: Home ${homes}` }],
    ['team-manager', 'agree-choice'],
    ['placements-officer', 'terms-failed'],
  ]);
  assert.deepEqual(await whyOf(lost), ['hold-released', 'Nothing was agreed with the provider.']);
  const other = await aSearch('H cancelled');
  await hold(other, lost);
  world.pass(1);
  await acting.takeAll(other, [['social-worker', 'cancel', { reason: 'She stays at home' }]]);
  assert.deepEqual(await holdsOf(other), [[lost, 'released']]);
  assert.deepEqual(await whyOf(lost), ['hold-released', 'The search is over: She stays at home']);
});

test('a hold is lengthened within 14 days from its start, with a reason within 28, and not past a place that is taken', async () => {
  const home = await aHome();
  const id = await aSearch('H longer');
  const held = await hold(id, home);
  assert.ok(held.kind === 'place-held');
  const longer = async (days: number, why = '', who = hub) =>
    nameOf(await lengthenHold(world, who, { id: held.hold.id, until: addDays(TODAY, days), why }));
  assert.equal(await longer(7), 'until-wrong', 'no longer than it is');
  assert.equal(await longer(10, '', ana), 'not-your-role');
  assert.equal(await longer(14), 'hold-lengthened');
  assert.equal(await longer(20), 'why-needed');
  assert.equal(await longer(29, 'The visit is on the 20th'), 'until-wrong');
  assert.equal(await longer(20, 'The visit is on the 12th'), 'hold-lengthened');
  assert.deepEqual(await whyOf(home), ['hold-lengthened', 'The visit is on the 12th']);
  await world.tellOf(
    home,
    'terms',
    { places: ['0'], 'ages-from': ['8'], 'ages-to': ['17'], sexes: ['any'], kinds: [] },
    '2026-12-15',
  );
  assert.equal(await longer(25, 'Later still'), 'no-vacancy');
});

test('an offer of another home of the provider who was asked is of that home', async () => {
  const [asked, other] = [await aHome(), await aHome()];
  const id = await aSearch('H other home');
  const number = await offered(id, asked, `Home ${homes}`);
  const entries: readonly SearchEntry[] = await world.inside((tx) => listSearchEntries(tx, id));
  assert.equal(entries.find((entry) => entry.number === number)?.register?.settingId, other);
});
