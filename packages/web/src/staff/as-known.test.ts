import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, moment } from '@rightplace/domain';
import { parse } from 'node-html-parser';
import { asKnownForm, knownInWords, momentOf, readAskedMoment, silentSince } from './as-known.ts';

const today = day('2026-11-21');
const now = moment('2026-11-21T09:30:00Z');
const read = (query: string) => readAskedMoment({ query: new URLSearchParams(query), today, now });

test('nothing asked is today, as known now, and links carry nothing', () => {
  const asked = read('');
  assert.deepEqual(asked.asKnown, { asOf: today, knownAt: undefined });
  assert.deepEqual(asked.query, {});
  assert.deepEqual(momentOf(asked), {
    text: 'As at 21 November 2026, as known now',
    past: false,
    changeHref: '#as-of',
  });
});

test('a day of knowledge means the end of it in London, in summer too', () => {
  assert.equal(read('known-at=2026-11-01').asKnown.knownAt, '2026-11-02T00:00:00.000000Z');
  assert.equal(read('known-at=2026-07-01').asKnown.knownAt, '2026-07-01T23:00:00.000000Z');
  assert.equal(knownInWords(read('known-at=2026-07-01')), 'as known on 1 July 2026');
});

test('a moment is taken to the microsecond and carried as it is', () => {
  const asked = read('as-of=2026-03-31&known-at=2026-10-20T18:30:00.000001Z');
  assert.deepEqual(asked.query, { 'as-of': '2026-03-31', 'known-at': '2026-10-20T18:30:00.000001Z' });
  assert.equal(momentOf(asked).text, 'As at 31 March 2026, as known on 20 October 2026 at 19:30');
  assert.equal(momentOf(asked).past, true);
});

test('today and what is yet to come are simply now', () => {
  assert.deepEqual(read('as-of=2026-11-21&known-at=2026-11-21').query, {});
  assert.equal(read('known-at=2027-01-01').asKnown.knownAt, undefined);
});

test('days written the other way are understood', () => {
  assert.equal(read('as-of=31/03/2026').asKnown.asOf, '2026-03-31');
});

test('what is no day is said, in place of being guessed at, and now is shown', () => {
  for (const bad of ['as-of=2026-02-30', 'as-of=soon', 'as-of=0001-01-01', 'as-of=2026-11-22']) {
    const asked = read(bad);
    assert.equal(asked.problems[0]?.field, 'as-of', bad);
    assert.equal(asked.asKnown.asOf, today, bad);
  }
  for (const bad of ['known-at=yesterday', 'known-at=1066-10-14', 'known-at=2026-11-01T09:00'])
    assert.equal(read(bad).problems[0]?.field, 'known-at', bad);
});

test('the form asks for the same page and keeps the rest of its address', () => {
  const form = parse(
    asKnownForm(read('as-of=2026-03-31'), {
      action: '/measures/x/children',
      keep: { list: 'excluded' },
    }).toString(),
  );
  assert.equal(form.querySelector('form')?.getAttribute('action'), '/measures/x/children');
  assert.equal(form.querySelector('input[name=list]')?.getAttribute('value'), 'excluded');
  assert.equal(form.querySelector('#as-of')?.getAttribute('value'), '2026-03-31');
  assert.equal(form.querySelector('#known-at')?.getAttribute('value'), '2026-11-21');
  assert.equal(form.querySelector('p a')?.getAttribute('href'), '/measures/x/children?list=excluded');
});

test('nothing typed into the address reaches the page as markup', () => {
  const asked = read('as-of="><script>&known-at=<img>');
  const drawn = asKnownForm(asked, {
    action: '/',
    keep: { search: '"><script>alert(1)</script>' },
  }).toString();
  assert.doesNotMatch(drawn, /<script|<img/);
});

test('a record that tells of nothing lately says so, and leads to the last month it tells of', () => {
  assert.equal(silentSince(day('2026-10-20'), read(''), '/'), false, 'a month without a word may be so');
  const drawn = parse(String(silentSince(day('2026-03-15'), read('known-at=2026-11-01'), '/measures')));
  assert.match(drawn.text, /The record tells of nothing after 15 March 2026/);
  const link = drawn.querySelector('a');
  assert.equal(link?.text, 'Look at 31 March 2026 instead');
  assert.equal(link?.getAttribute('href'), '/measures?known-at=2026-11-01&as-of=2026-03-31');
  assert.equal(silentSince(day('2026-03-15'), read('as-of=2026-03-31'), '/'), false);
  assert.equal(silentSince(undefined, read(''), '/'), false);
});
