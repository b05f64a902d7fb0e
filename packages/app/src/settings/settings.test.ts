import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { ALL_ROLES, type Day, day, isBankHoliday, londonDayOf } from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import { aChildrenWorld, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { bankHolidaysOf } from './bank-holidays-of.ts';
import { BANK_HOLIDAYS_ADDED, SAME_CARER_MOVE_COUNTS } from './catalogue.ts';
import { addBankHoliday, changeSetting } from './change-settings.ts';
import { showSettings } from './show-settings.ts';

const TODAY = day('2026-11-23');
const JUBILEE = { day: day('2027-06-07'), name: 'Invented jubilee' };

let world: ChildrenWorld;
let worlds: ChildrenWorld[] = [];
beforeEach(async () => {
  world = await aChildrenWorld();
  worlds.push(world);
});
after(async () => {
  for (const each of worlds) await each.close();
  worlds = [];
});

const administrator = async () => (await world.signIn(await world.someone('administrator'))).signedIn;

const shown = async (key: string) => {
  const page = await showSettings(world, await administrator());
  assert.ok(page.kind === 'settings');
  const found = page.settings.find(({ setting }) => setting.key === key);
  assert.ok(found);
  return found;
};

const change = async (value: string, from: Day) =>
  changeSetting(world, await administrator(), { key: SAME_CARER_MOVE_COUNTS.key, value, from });

const add = async (holiday: { readonly day: Day; readonly name: string }) =>
  addBankHoliday(world, await administrator(), holiday);

const counted = (on: Day) =>
  asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => bankHolidaysOf(tx, on));

test('until somebody sets it, a setting is as the product has it', async () => {
  const { value, since, toCome, history } = await shown(SAME_CARER_MOVE_COUNTS.key);
  assert.deepEqual(
    { value, since, toCome, history },
    { value: false, since: undefined, toCome: [], history: [] },
  );
});

test('a change shows what it is, what is to come, and who said so', async () => {
  await change('yes', TODAY);
  await change('no', day('2027-04-01'));
  const { value, since, toCome, history } = await shown(SAME_CARER_MOVE_COUNTS.key);
  assert.deepEqual([value, since, toCome], [true, TODAY, [{ value: false, from: '2027-04-01' }]]);
  assert.deepEqual(
    history.map(({ on, by, what }) => [on, by, what]),
    [
      [TODAY, 'Somebody (administrator)', 'set it to no from 1 April 2027'],
      [TODAY, 'Somebody (administrator)', 'set it to yes from 23 November 2026'],
    ],
  );
});

test('a change is refused that says nothing new, nothing at all, or a day gone by', async () => {
  const nameOf = async (value: string, from: Day) => {
    const answer = await change(value, from);
    return answer.kind === 'refused' ? answer.name : answer.kind;
  };
  assert.equal(await nameOf('no', TODAY), 'nothing-changes');
  assert.equal(await nameOf('perhaps', TODAY), 'value-needed');
  assert.equal(await nameOf('yes', day('2026-11-22')), 'day-passed');
  await change('yes', day('2027-01-01'));
  assert.equal(await nameOf('no', TODAY), 'setting-changed', 'it drops what was planned');
  assert.deepEqual((await shown(SAME_CARER_MOVE_COUNTS.key)).toCome, []);
});

test('what is no yes or no, or nothing at all, cannot be set to one', async () => {
  for (const key of [BANK_HOLIDAYS_ADDED.key, 'no.such']) {
    const answer = await changeSetting(world, await administrator(), { key, value: 'yes', from: TODAY });
    assert.ok(answer.kind === 'refused' && answer.name === 'no-such-setting');
  }
});

test('a bank holiday that was added is no working day from then on', async () => {
  assert.equal((await add(JUBILEE)).kind, 'bank-holiday-added');
  assert.equal(isBankHoliday(await counted(TODAY), JUBILEE.day), true);
  assert.equal(isBankHoliday(await counted(day('2026-11-22')), JUBILEE.day), false);
  assert.deepEqual((await shown(BANK_HOLIDAYS_ADDED.key)).value, [JUBILEE]);
});

test('a bank holiday is refused without a name, twice, or in a year that is not held', async () => {
  const nameOf = async (holiday: typeof JUBILEE) => {
    const answer = await add(holiday);
    return answer.kind === 'refused' ? answer.name : answer.kind;
  };
  assert.equal(await nameOf({ ...JUBILEE, name: '  ' }), 'name-needed');
  assert.equal(await nameOf({ ...JUBILEE, day: day('2031-05-01') }), 'year-not-held');
  assert.equal(await nameOf({ ...JUBILEE, day: day('2026-12-25') }), 'is-one-already');
  await add(JUBILEE);
  assert.equal(await nameOf(JUBILEE), 'is-one-already');
});

test('two who add a holiday at one moment add both', async () => {
  const signedIn = await administrator();
  const other = { day: day('2028-06-05'), name: 'Another invented day' };
  await Promise.all([JUBILEE, other].map((holiday) => addBankHoliday(world, signedIn, holiday)));
  assert.deepEqual((await shown(BANK_HOLIDAYS_ADDED.key)).value, [JUBILEE, other]);
});

test('nothing is changed that cannot be put on record', async () => {
  await world.withoutAudit(async () => {
    await assert.rejects(change('yes', londonDayOf(world.now())));
    await assert.rejects(add(JUBILEE));
  });
  assert.equal((await shown(SAME_CARER_MOVE_COUNTS.key)).value, false);
  assert.deepEqual((await shown(BANK_HOLIDAYS_ADDED.key)).value, []);
});

test('administrators and nobody else', async () => {
  for (const role of ALL_ROLES) {
    const { signedIn } = await world.signIn(await world.someone(role));
    const answers = [
      await showSettings(world, signedIn),
      await changeSetting(world, signedIn, { key: SAME_CARER_MOVE_COUNTS.key, value: 'yes', from: TODAY }),
      await addBankHoliday(world, signedIn, JUBILEE),
    ];
    const refusedAll = answers.every(({ kind }) => kind === 'refused');
    assert.equal(refusedAll, role !== 'administrator', role);
  }
});
