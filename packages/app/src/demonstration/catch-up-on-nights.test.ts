import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, londonDayOf, londonTimeOf, moment } from '@rightplace/domain';
import {
  asTenant,
  createAuthority,
  listCheckMoments,
  listFindingLives,
  listFindings,
  listStandingAnswers,
  saveChildren,
} from '@rightplace/store';
import { aTidyChild } from '../../test/readiness-world.ts';
import { aWorld, type TestWorld } from '../../test/world.ts';
import { catchUpOnNights } from './catch-up-on-nights.ts';
import { nightsToCheck } from './check-past-nights.ts';
import { type InventedAuthority, loadDemonstration } from './load-demonstration.ts';

const CODE = 'E20000099';
const REAL = 'E10000097';
const YEAR = 2027;

const person = (name: string, role: string, socialWorkNumber: string | null) => ({
  name,
  email: `${name}@invented.example`,
  role,
  team: 'East',
  service: null,
  socialWorkNumber,
  starts: day('2026-01-01'),
  ends: null,
});

const [noEthnicity, ethnicity] = [aTidyChild('TS1', { without: 'ethnicity' }), aTidyChild('TS1')];
const noBirth = aTidyChild('TS2', { without: 'dateOfBirth' });
const noNumber = aTidyChild('TS3', { without: 'upn' });

const TINY: InventedAuthority = {
  code: CODE,
  name: 'Tinyshire',
  colour: '#12436d',
  population: [],
  teams: [{ name: 'East', service: 'Children looked after' }],
  staff: [person('worker', 'social-worker', 'SW1001'), person('manager', 'team-manager', null)],
  providers: [],
  settings: [],
  households: [],
  moments: [
    { at: moment('2026-08-20T18:30:00Z'), children: [noEthnicity, aTidyChild('TS2'), noNumber] },
    { at: moment('2026-10-05T18:30:00Z'), children: [ethnicity, noBirth] },
  ],
  today: [aTidyChild('TS4', { without: 'sex' })],
};

let world: TestWorld;
before(async () => {
  world = await aWorld();
  await loadDemonstration(world.database, TINY, world.now());
  await asTenant(world.db, { authorityId: REAL }, async (tx) => {
    await createAuthority(tx, { name: 'A real one' });
    await saveChildren(tx, {
      clock: () => moment('2026-08-20T18:30:00Z'),
      why: 'Test',
      children: [noEthnicity],
    });
  });
  await catchUpOnNights(world);
});
after(() => world.close());

const inTiny = <T>(work: Parameters<typeof asTenant<T>>[2]): Promise<T> =>
  asTenant(world.db, { authorityId: CODE }, work);

test('nights are the first of each month and last night, at two by London’s clock', () => {
  const nights = nightsToCheck(moment('2026-11-23T09:00:00Z'));
  assert.deepEqual(nights.slice(-3).map(londonDayOf), ['2026-10-01', '2026-11-01', '2026-11-23']);
  for (const night of nights) assert.equal(londonTimeOf(night), '02:00');
  const [lastNight] = nightsToCheck(moment('2026-11-23T01:00:00Z')).slice(-1);
  assert.equal(lastNight, moment('2026-11-22T02:00:00Z'), 'before two, last night was yesterday’s');
});

test('a demonstration is checked for the nights since it knew anything, and a real authority is left alone', async () => {
  const checks = await inTiny((tx) => listCheckMoments(tx, YEAR));
  assert.deepEqual(
    checks.map(({ at }) => londonDayOf(at)),
    ['2026-09-01', '2026-10-01', '2026-11-01', '2026-11-23'],
  );
  const real = await asTenant(world.db, { authorityId: REAL }, (tx) => listCheckMoments(tx, YEAR));
  assert.deepEqual(real, []);
});

test('each night found what was known then: what was put right is cleared, and today’s is not known yet', async () => {
  const checks = await inTiny((tx) => listCheckMoments(tx, YEAR));
  const on = (check: number | undefined) => {
    const found = checks.find(({ id }) => id === check);
    return found && londonDayOf(found.at);
  };
  const lives = await inTiny((tx) => listFindingLives(tx, YEAR));
  const of = (rule: string) =>
    lives.filter((life) => life.rule === rule).map((life) => [on(life.firstCheck), on(life.clearedCheck)]);
  assert.deepEqual(of('103'), [['2026-09-01', '2026-11-01']]);
  assert.deepEqual(of('102'), [['2026-11-01', undefined]]);
  assert.deepEqual(of('101'), []);
});

test('one answer is agreed by the team’s manager and one waits for a second person', async () => {
  const answers = await inTiny((tx) => listStandingAnswers(tx, YEAR));
  const open = new Map((await inTiny((tx) => listFindings(tx, YEAR))).map((held) => [held.id, held.rule]));
  const hows = new Map(answers.map(({ finding, decision }) => [open.get(finding), decision?.how]));
  assert.equal(answers.length, 2);
  assert.equal(hows.get('102'), 'agreed');
  assert.ok(hows.has('442') && hows.get('442') === undefined);
});

test('it is done once', async () => {
  const before = await inTiny((tx) => listCheckMoments(tx, YEAR));
  await catchUpOnNights(world);
  assert.deepEqual(await inTiny((tx) => listCheckMoments(tx, YEAR)), before);
});
