import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import {
  ALL_ROLES,
  addWorkingDays,
  type Day,
  day,
  isBankHoliday,
  londonDayOf,
  moment,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import { aChildrenWorld, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { bankHolidaysOf } from './bank-holidays-of.ts';
import { BANK_HOLIDAY_YEARS, BANK_HOLIDAYS_ADDED, SAME_CARER_MOVE_COUNTS } from './catalogue.ts';
import { addBankHoliday, addBankHolidayYear, removeBankHoliday } from './change-bank-holidays.ts';
import { changeSetting } from './change-settings.ts';
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

test('measures count working days by the authority’s own bank holidays at once, and earlier knowledge by what it knew', async () => {
  const knows = async (): Promise<boolean> => {
    const { context } = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) =>
      world.ledgers.load(tx, NORTHMARSH),
    );
    assert.ok(context.bankHolidays);
    return isBankHoliday(context.bankHolidays, JUBILEE.day);
  };
  assert.equal(await knows(), false);
  const before = moment('2026-11-22T12:00:00Z');
  await add(JUBILEE);
  assert.equal(await knows(), true);
  const { context } = await asTenantReading(world.db, { authorityId: NORTHMARSH, knownAt: before }, (tx) =>
    world.ledgers.load(tx, NORTHMARSH, before),
  );
  assert.ok(context.bankHolidays);
  assert.equal(isBankHoliday(context.bankHolidays, JUBILEE.day), false);
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

test('holidays are listed by their days, whichever was added first', async () => {
  const later = { day: day('2028-06-05'), name: 'Another invented day' };
  await add(later);
  await add(JUBILEE);
  assert.deepEqual((await shown(BANK_HOLIDAYS_ADDED.key)).value, [JUBILEE, later]);
});

test('two who add a holiday at one moment add both', async () => {
  const signedIn = await administrator();
  const other = { day: day('2028-06-05'), name: 'Another invented day' };
  await Promise.all([JUBILEE, other].map((holiday) => addBankHoliday(world, signedIn, holiday)));
  assert.deepEqual((await shown(BANK_HOLIDAYS_ADDED.key)).value, [JUBILEE, other]);
});

test('a bank holiday added by mistake is taken away, from that day on, and who did it is told', async () => {
  const other = { day: day('2028-06-05'), name: 'Another invented day' };
  await add(JUBILEE);
  await add(other);
  world.pass(24 * 60);
  const answer = await removeBankHoliday(world, await administrator(), JUBILEE);
  assert.deepEqual(answer, { kind: 'bank-holiday-removed', ...JUBILEE });
  const { value, history } = await shown(BANK_HOLIDAYS_ADDED.key);
  assert.deepEqual(value, [other]);
  assert.equal(history[0]?.what, 'took away 7 June 2027, Invented jubilee');
  assert.equal(isBankHoliday(await counted(day('2026-11-24')), JUBILEE.day), false);
  assert.equal(isBankHoliday(await counted(TODAY), JUBILEE.day), true, 'as it was counted the day before');
});

test('a bank holiday of England cannot be taken away, nor one that is none', async () => {
  await add(JUBILEE);
  for (const each of [day('2026-12-25'), day('2027-06-08'), undefined]) {
    const answer = await removeBankHoliday(world, await administrator(), { day: each });
    assert.ok(answer.kind === 'refused' && answer.name === 'not-added');
  }
  assert.deepEqual((await shown(BANK_HOLIDAYS_ADDED.key)).value, [JUBILEE]);
});

const NAMES = ['New Year', 'Good Friday', 'Easter Monday', 'May', 'Spring', 'Summer', 'Christmas', 'Boxing'];
const wholeYear = (...days: readonly string[]) =>
  days.map((each, i) => ({ day: day(each), name: `Invented ${NAMES[i]}` }));
const Y2031 = wholeYear(
  '2031-01-01',
  '2031-04-11',
  '2031-04-14',
  '2031-05-05',
  '2031-05-26',
  '2031-08-25',
  '2031-12-25',
  '2031-12-26',
);

test('a further year is added whole; working days can then be counted to its end, and its days added to', async () => {
  const addYear = async (holidays: typeof Y2031) =>
    addBankHolidayYear(world, await administrator(), { holidays });
  const before = await counted(TODAY);
  assert.throws(() => addWorkingDays(day('2030-12-31'), 1, before), /Bank holidays are held/);
  assert.deepEqual(await addYear(Y2031.toReversed()), { kind: 'bank-holiday-year-added', year: 2031 });
  const calendar = await counted(TODAY);
  assert.equal(addWorkingDays(day('2030-12-31'), 1, calendar), '2031-01-02');
  assert.equal(addWorkingDays(day('2031-12-24'), 1, calendar), '2031-12-29');
  assert.equal((await add({ day: day('2031-06-09'), name: 'Invented day' })).kind, 'bank-holiday-added');
  assert.equal(
    (await addYear(Y2031.map((each) => ({ ...each, name: 'Told again' })))).kind,
    'bank-holiday-year-added',
  );
  const { value, history } = await shown(BANK_HOLIDAY_YEARS.key);
  assert.ok(Array.isArray(value) && value.length === 8);
  assert.equal(history[0]?.what, 'added the bank holidays of 2031');
  assert.equal(isBankHoliday(await counted(TODAY), day('2031-06-09')), true);
});

test('what is not the whole of the next year is refused, and says why', async () => {
  const said = async (holidays: typeof Y2031) => {
    const answer = await addBankHolidayYear(world, await administrator(), { holidays });
    return answer.kind === 'refused' ? answer.sentence : answer.kind;
  };
  const [first, ...rest] = Y2031 as [(typeof Y2031)[number], ...typeof Y2031];
  assert.match(await said(rest), /at least 8/);
  assert.match(await said([]), /at least 8/);
  assert.match(await said([...rest, rest[0] ?? first]), /twice/);
  assert.match(await said([{ ...first, name: ' ' }, ...rest]), /what each holiday is for/);
  assert.match(await said([{ ...first, day: day('2031-01-04') }, ...rest]), /4 January 2031 is at a weekend/);
  assert.match(await said([{ ...first, day: day('2032-01-01') }, ...rest]), /one year only/);
  const y2030 = ['01-01', '01-02', '01-03', '01-04', '01-07', '01-08', '01-09', '01-10'];
  assert.match(
    await said(wholeYear(...y2030.map((each) => `2030-${each}`))),
    /enter the bank holidays of 2031/,
  );
  assert.deepEqual((await shown(BANK_HOLIDAY_YEARS.key)).value, []);
});

test('nothing is changed that cannot be put on record', async () => {
  const signedIn = await administrator();
  await world.withoutAudit(async () => {
    await assert.rejects(change('yes', londonDayOf(world.now())));
    await assert.rejects(add(JUBILEE));
    await assert.rejects(addBankHolidayYear(world, signedIn, { holidays: Y2031 }));
  });
  assert.equal((await shown(SAME_CARER_MOVE_COUNTS.key)).value, false);
  assert.deepEqual((await shown(BANK_HOLIDAYS_ADDED.key)).value, []);
  assert.deepEqual((await shown(BANK_HOLIDAY_YEARS.key)).value, []);
});

test('administrators and nobody else', async () => {
  for (const role of ALL_ROLES) {
    const { signedIn } = await world.signIn(await world.someone(role));
    const answers = [
      await showSettings(world, signedIn),
      await changeSetting(world, signedIn, { key: SAME_CARER_MOVE_COUNTS.key, value: 'yes', from: TODAY }),
      await addBankHoliday(world, signedIn, JUBILEE),
      await removeBankHoliday(world, signedIn, JUBILEE),
      await addBankHolidayYear(world, signedIn, { holidays: Y2031 }),
    ];
    const refusedAll = answers.every(({ kind }) => kind === 'refused');
    assert.equal(refusedAll, role !== 'administrator', role);
  }
});
