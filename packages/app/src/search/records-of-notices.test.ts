import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Answers, childId, day, HOME_NOTICE_ASKS, moment } from '@rightplace/domain';
import { asTenant, ledgerSigns } from '@rightplace/store';
import { answersTo } from '../../../domain/test/cases.ts';
import { aChild, anEpisode } from '../../test/children-world.ts';
import type { RegisterWorld } from '../../test/register-world.ts';
import { type SearchesOfRegister, searchesOfRegister } from '../../test/searches-of-register.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createLedgers, type Ledgers } from '../ledger/ledgers.ts';
import { listMeasureChildren } from '../measure/measure-children.ts';
import { openMeasure } from '../measure/measure-page.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { recordHomeNotice } from './record-home-notice.ts';
import { recordsOfNotices } from './records-of-notices.ts';

let world: RegisterWorld;
let hub: SignedIn;
let director: SignedIn;
let acting: SearchesOfRegister['acting'];
let forgetful: Ledgers;
before(async () => {
  ({ world, hub, acting } = await searchesOfRegister());
  director = await world.as('director');
  forgetful = createLedgers(world.now, (tx, asked) => ledgerSigns(tx, { ...asked, steps: [] }));
});
after(() => world.close());

const SAID: Answers = {
  ...answersTo(HOME_NOTICE_ASKS),
  'notice-by': 'provider',
  'notice-on': '2026-11-20',
  'last-day': '2026-12-18',
  'notice-reason': 'CREQB',
};
let forms = 0;
const notice = async (): Promise<number> => {
  forms += 1;
  const asked = { child: childId('NM1'), key: `notice ${forms}`, typed: SAID };
  const answer = await recordHomeNotice(world, hub, asked);
  assert.ok(answer.kind === 'home-notice-recorded', JSON.stringify(answer));
  return answer.id;
};
const BACK = {
  'taken-back-by': 'provider',
  'taken-back-on': '2026-11-22',
  reason: 'A second worker at night was agreed',
  'child-says': 'I am glad',
};

/** "Placements under notice" on a day, as its page has it. */
const under = async (asOf: string) => {
  const asKnown = { asOf: day(asOf), knownAt: undefined };
  const page = await openMeasure(world, director, { id: 'notice-given', asKnown });
  assert.ok(page.kind === 'figure', page.kind);
  return page.figure.noValue ?? page.figure.value;
};
const listedTo = async (role: 'director' | 'reviewing-officer') => {
  const list = await listMeasureChildren(world, await world.as(role), {
    id: 'notice-given',
    side: 'numerator',
    part: undefined,
    page: 1,
    asKnown: { asOf: day('2026-11-23'), knownAt: undefined },
  });
  assert.ok(list.kind === 'children', list.kind);
  return [list.children.map(({ line }) => line.id), list.notListed];
};
const toldBy = (ledgers: Ledgers) =>
  asTenant(
    world.db,
    { authorityId: NORTHMARSH },
    async (tx) => (await ledgers.load(tx, NORTHMARSH, undefined)).context.records?.homesUnderNotice,
  );

test('placements under notice are counted from the notices that are recorded, until they are taken back', async () => {
  assert.equal(await under('2026-11-23'), 'no-records');
  assert.equal(await toldBy(forgetful), undefined);
  const id = await notice();
  assert.deepEqual([await under('2026-11-23'), await under('2026-11-19')], [1, 0]);
  assert.deepEqual(await listedTo('director'), [['NM1'], 0]);
  assert.deepEqual(await listedTo('reviewing-officer'), [[], 1], 'they see no searches');
  const opened = await toldBy(world.ledgers);
  assert.deepEqual(await toldBy(forgetful), opened, 'the search it opened is a sign of its own');
  await acting.takeAll(id, [['placements-officer', 'notice-back', BACK]]);
  assert.deepEqual([await under('2026-11-23'), await under('2026-11-21')], [0, 1]);
  assert.notDeepEqual(
    await toldBy(forgetful),
    await toldBy(world.ledgers),
    'who forgets the sign is found out',
  );
  assert.equal(await notice(), id);
  assert.equal(await under('2026-11-23'), 1, 'another stands again');
  await acting.takeAll(id, [['social-worker', 'notice-back-over', BACK]]);
  assert.equal(await under('2026-11-23'), 0);
});

const HOMES = [
  anEpisode({ decom: '2026-01-01', dec: '2026-07-01', rec: 'X1' }),
  anEpisode({ decom: '2026-07-01', rne: 'P', postcode: 'PE11 9ZZ' }),
];
const child = aChild('Z1', { episodes: HOMES });
const given = (on: string, at = 1) => ({
  case: 1,
  child: child.id,
  step: 'home-notice',
  at: moment(`2026-08-0${at}T09:00:00Z`),
  said: { ...SAID, 'notice-on': on },
});
const timesOf = (...steps: readonly ReturnType<typeof given>[]) =>
  recordsOfNotices(steps, () => [], { children: [child] } as never).homesUnderNotice?.map(
    ({ starts, ends }) => [starts, ends],
  );

test('notice ends with the home that it was on, and one given on the day the child left is of the home before', () => {
  assert.deepEqual(timesOf(given('2026-06-10')), [['2026-06-10', '2026-07-01']]);
  assert.deepEqual(timesOf(given('2026-07-01')), []);
  assert.deepEqual(timesOf(given('2026-07-02')), [['2026-07-02', null]]);
  assert.deepEqual(timesOf(given('2026-01-01')), [['2026-01-01', '2026-07-01']]);
});

test('what was said again takes the place of what was said before, and a child without a home is under none', () => {
  assert.deepEqual(timesOf(given('2026-07-02'), given('2026-07-09', 2)), [['2026-07-09', null]]);
  assert.deepEqual(timesOf(given('2025-12-01')), []);
  assert.equal(timesOf(), undefined);
});
