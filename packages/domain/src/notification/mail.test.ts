import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import type { Day } from '../calendar/day.ts';
import { minuteNumber, moment } from '../calendar/moment.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { writeDigestMail, writeNoticeMail } from './mail.ts';
import { isDigestDue, isTooOld, mailDueAt, nextTryAt, USUAL_MAIL_HOURS } from './mail-times.ts';
import { gatheredInWords, NOTICE_KINDS } from './notice-kind.ts';

const LINKS = {
  open: 'https://rightplace.example/notices/7',
  choose: 'https://rightplace.example/account',
};

test('a mail says that something waits, whether it is urgent, and where; one of a day says how much of what', () => {
  const urgent = writeNoticeMail(true, LINKS);
  assert.equal(urgent.subject, 'Urgent: something waits for you in Rightplace');
  assert.ok(urgent.text.includes(LINKS.open) && urgent.text.includes(LINKS.choose));
  assert.equal(writeNoticeMail(false, LINKS).subject, 'Something waits for you in Rightplace');
  const day = writeDigestMail({ 'decision-waits': 2, returned: 1, overdue: 0 }, LINKS);
  assert.match(day.text, /- 1 returned to you\n- 2 decisions wait for you\n\nhttps/);
});

test('kinds that a day’s mail does not know are not told of', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.nat({ max: 9 })), (counts) => {
      const known = Object.keys(counts).filter((kind) => Object.hasOwn(NOTICE_KINDS, kind));
      assert.ok(gatheredInWords(counts).length <= known.length);
    }),
  );
});

test('what is urgent leaves at any hour; the rest waits for the hours of e-mail, by London’s clock', () => {
  const due = (at: string, urgent = false, hours = USUAL_MAIL_HOURS) => mailDueAt(moment(at), urgent, hours);
  assert.equal(due('2026-11-23T02:00:00Z', true), '2026-11-23T02:00:00.000000Z');
  assert.equal(due('2026-11-23T02:00:00Z'), '2026-11-23T07:00:00.000000Z');
  assert.equal(due('2026-11-23T12:00:00Z'), '2026-11-23T12:00:00.000000Z');
  assert.equal(due('2026-11-23T19:00:00Z'), '2026-11-24T07:00:00.000000Z');
  assert.equal(due('2026-07-01T18:30:00Z'), '2026-07-02T06:00:00.000000Z', 'in summer');
  const night = { ...USUAL_MAIL_HOURS, from: '20:00', until: '06:00' };
  assert.equal(due('2026-11-23T23:00:00Z', false, night), '2026-11-23T23:00:00.000000Z');
  assert.equal(due('2026-11-23T06:00:00Z', false, night), '2026-11-23T20:00:00.000000Z');
  assert.equal(
    due('2026-11-23T03:00:00Z', false, { ...night, until: '20:00' }),
    '2026-11-23T03:00:00.000000Z',
  );
  const skipped = { ...USUAL_MAIL_HOURS, from: '01:00', until: '02:00' };
  assert.equal(
    due('2026-03-29T00:30:00Z', false, skipped),
    '2026-03-29T01:00:00.000000Z',
    'an hour that is skipped',
  );
  assert.ok(!isDigestDue(moment('2026-11-23T07:59:00Z'), USUAL_MAIL_HOURS));
  assert.ok(isDigestDue(moment('2026-11-23T08:00:00Z'), USUAL_MAIL_HOURS));
});

test('a mail that fails is tried again after ever longer, and given up after a day', () => {
  const dueAt = moment('2026-11-23T09:00:00Z');
  let at = dueAt;
  const waits: number[] = [];
  for (let tries = 1; ; tries += 1) {
    const next = nextTryAt(at, { tries, dueAt });
    if (next === undefined) break;
    waits.push(minuteNumber(next) - minuteNumber(at));
    at = next;
  }
  assert.deepEqual(waits.slice(0, 7), [1, 5, 15, 30, 60, 120, 120]);
  assert.ok(at <= '2026-11-24T09:00:00.000000Z' && at > '2026-11-24T06:30:00.000000Z');
  assert.ok(isTooOld(moment('2026-11-24T09:00:01Z'), dueAt));
  assert.ok(!isTooOld(moment('2026-11-24T09:00:00Z'), dueAt));
});

test('where e-mail rests at weekends and on bank holidays what is not urgent waits for the next working day', () => {
  const hours = {
    ...USUAL_MAIL_HOURS,
    leavesOn: (on: Day) => isWorkingDay(on, ENGLAND_BANK_HOLIDAYS),
  };
  const due = (at: string, urgent = false) => mailDueAt(moment(at), urgent, hours);
  assert.equal(due('2026-11-20T18:00:00Z'), '2026-11-20T18:00:00.000000Z', 'on a Friday, within its hours');
  assert.equal(due('2026-11-20T20:00:00Z'), '2026-11-23T07:00:00.000000Z');
  assert.equal(due('2026-11-21T12:00:00Z'), '2026-11-23T07:00:00.000000Z', 'on a Saturday at noon');
  assert.equal(due('2026-11-21T12:00:00Z', true), '2026-11-21T12:00:00.000000Z', 'urgent leaves at once');
  assert.equal(due('2026-12-24T20:00:00Z'), '2026-12-29T07:00:00.000000Z', 'after Christmas');
  assert.ok(isDigestDue(moment('2026-12-24T09:00:00Z'), hours));
  for (const rests of ['2026-12-25T09:00:00Z', '2026-12-26T09:00:00Z', '2026-12-28T09:00:00Z'])
    assert.ok(!isDigestDue(moment(rests), hours), rests);
  const never = { ...hours, leavesOn: () => false };
  assert.equal(mailDueAt(moment('2026-11-21T12:00:00Z'), false, never), '2026-11-21T12:00:00.000000Z');
});
