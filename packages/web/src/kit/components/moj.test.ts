import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'node-html-parser';
import { formErrors, pagesNearby } from '../form.ts';
import { html } from '../html.ts';
import {
  alert,
  buttonMenu,
  identityBar,
  interruptionCard,
  messages,
  notificationBadge,
  subNavigation,
  timeline,
} from './moj.ts';

test('names typed by people are escaped in every component', () => {
  const name = '<i class="probe">';
  const drawn = [
    alert({ variant: 'error', title: name, text: name, showTitleAsHeading: true }),
    buttonMenu({ items: [{ text: name, href: '/x' }] }),
    identityBar({ title: { text: name } }),
    interruptionCard({
      heading: name,
      body: html`<p>${name}</p>`,
      primaryAction: { text: name },
      secondaryAction: { text: name, href: '/x' },
    }),
    messages({ items: [{ sender: name, timestamp: '2026-11-21T09:00:00Z', type: 'sent', text: name }] }),
    subNavigation({ label: name, items: [{ text: name, href: '/x' }] }),
    timeline({
      items: [
        {
          label: { text: name },
          text: name,
          datetime: { timestamp: '2026-11-21', type: 'date' },
          byline: { text: name },
        },
      ],
    }),
  ];
  for (const each of drawn) assert.doesNotMatch(each.toString(), /<i class/);
});

test('an item that does not apply is left out', () => {
  const none = null as { text: string; href: string } | null;
  const drawn = parse(
    subNavigation({ items: [none && { ...none }, { text: 'Plan', href: '/plan', active: true }] }).toString(),
  );
  assert.equal(drawn.querySelectorAll('li').length, 1);
  assert.equal(drawn.querySelector('a')?.getAttribute('aria-current'), 'page');
});

test('times are those of London, in summer and in winter', () => {
  const when = (timestamp: string) =>
    parse(
      timeline({ items: [{ label: { text: 'x' }, datetime: { timestamp, type: 'datetime' } }] }).toString(),
    ).querySelector('time')?.textContent;
  assert.equal(when('2026-07-01T09:30:00Z'), '1 July 2026 at 10:30');
  assert.equal(when('2026-12-31T23:30:00Z'), '31 December 2026 at 23:30');
  assert.equal(when('2026-06-30T23:30:00Z'), '1 July 2026 at 00:30');
});

test('a badge says what it counts, and nothing when there is nothing', () => {
  assert.match(
    notificationBadge({ text: '120', visuallyHiddenText: 'waiting' }).toString(),
    /99 or more waiting/,
  );
  assert.equal(notificationBadge({ text: '0' }).toString(), '');
});

test('each mistake is listed above the form with a link to its field', () => {
  const errors = formErrors([{ field: 'started', text: 'Enter the day <it> started' }]);
  const link = parse(errors.summary.toString()).querySelector('a');
  assert.deepEqual(
    [link?.getAttribute('href'), link?.textContent.trim()],
    ['#started', 'Enter the day <it> started'],
  );
  assert.equal(errors.of('started')?.text, 'Enter the day <it> started');
  assert.equal(errors.of('ended'), undefined);
  assert.equal(formErrors([]).summary.toString(), '');
});

test('pages nearby: the first, the last, those about this one, and gaps only where pages are left out', () => {
  const numbers = (current: number, last: number) =>
    pagesNearby(current, last, (page) => `?page=${page}`).items?.map((item) =>
      item && 'number' in item ? item.number : '…',
    );
  assert.deepEqual(numbers(1, 1), [1]);
  assert.deepEqual(numbers(6, 12), [1, '…', 5, 6, 7, '…', 12]);
  assert.deepEqual(numbers(3, 4), [1, 2, 3, 4]);
  assert.equal(pagesNearby(1, 3, String).previous, undefined);
  assert.equal(pagesNearby(3, 3, String).next, undefined);
});
