import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));
const since = (dayOfMonth: string, month: string, year: string) => ({
  'from-day': dayOfMonth,
  'from-month': month,
  'from-year': year,
});
const SET = '/conventions/supervision-weeks/set';
const FIELDS = { value: '6', why: 'Agreed by the <b>practice</b> board', ...since('1', '11', '2026') };
const MEASURE = '/measures/supervision-ontime';
const convention = (browser: Browser, query: string) =>
  browser.get(`${MEASURE}${query}`).then(({ page }) => {
    const rows = page
      .querySelectorAll('.govuk-summary-list__row')
      .map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
    return rows.find((row) => row.startsWith('Local convention')) ?? '';
  });

test('what nobody has set is the papers’ own, and the measure’s page says so and leads to where it is set', async () => {
  const director = await as('director');
  assert.match(
    await convention(director, ''),
    /supervision: 4 weeks: nobody has set another\. All local conventions/,
  );
  assert.equal(
    await convention(director, '')
      .then(() => director.get('/measures/foster-share'))
      .then(({ text }) => /Local convention /.test(text)),
    false,
  );
  const list = await director.get('/conventions');
  assert.equal(list.page.querySelectorAll('tbody tr').length, 12);
  assert.match(list.text, /£9,000 a week: nobody has set another/);
});

test('a director sets one from a day; figures of earlier days keep what they were counted by', async () => {
  const director = await as('director');
  await director.get('/conventions/supervision-weeks');
  const saved = await director.follow(await director.post(SET, FIELDS));
  assert.match(saved.text, /Saved: .*: 6 weeks from 1 November 2026/);
  assert.match(saved.text, /6 weeks, since 1 November 2026/);
  assert.match(saved.text, /Somebody \(director\), 23 November 2026: Agreed by the <b>practice<\/b> board/);
  assert.equal(saved.page.querySelectorAll('main b').length, 0, 'what is typed is no markup');
  assert.match(await convention(director, ''), /6 weeks, since 1 November 2026/);
  assert.match(await convention(director, '?as-of=2026-10-31'), /4 weeks: nobody has set another/);
  assert.match(
    await convention(director, '?known-at=2026-11-20'),
    /4 weeks: nobody has set another/,
    'as known before',
  );
});

test('money is set in pounds, and a day to come is told as such', async () => {
  const analyst = await as('performance');
  await analyst.get('/conventions');
  const sent = await analyst.post('/conventions/high-cost-above/set', {
    value: '£9,500',
    why: 'Prices have risen',
    ...since('1', '4', '2027'),
  });
  const list = await analyst.follow(sent);
  assert.match(list.text, /£9,500 a week, from 1 April 2027/);
  assert.match(list.text, /£9,000 a week: nobody has set another/);
});

const mistakes: readonly [
  what: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  field: string,
][] = [
  ['no number', SET, { ...FIELDS, value: 'some' }, 'value'],
  ['half a week', SET, { ...FIELDS, value: '1.5' }, 'value'],
  ['too many', SET, { ...FIELDS, value: '53' }, 'value'],
  ['no reason', SET, { ...FIELDS, value: '5', why: ' ' }, 'why'],
  ['no day', SET, { ...FIELDS, 'from-month': '13' }, 'from-day'],
  ['the same again', SET, FIELDS, 'value'],
];
for (const [what, path, fields, field] of mistakes)
  test(`what is wrong is said above and beside its field, and what was typed is kept: ${what}`, async () => {
    const director = await as('director');
    await director.get('/conventions');
    const seen = await director.post(path, fields);
    assert.equal(seen.status, 422);
    assert.equal(seen.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), `#${field}`);
    assert.equal(seen.page.querySelectorAll(`[id="${field}"]`).length, 1, 'the summary leads to a field');
    assert.equal(seen.page.querySelector('#value')?.getAttribute('value'), fields['value']);
  });

test('whoever sees figures reads conventions; only a director and analysts set them; there is none of another name', async () => {
  const member = await as('elected-member');
  const list = await member.get('/conventions');
  assert.equal(list.status, 200);
  assert.equal(list.page.querySelector('main a[href="/conventions/supervision-weeks"]'), null);
  for (const role of ['elected-member', 'team-manager', 'administrator'] as const) {
    const other = await as(role);
    assert.equal((await other.get('/conventions/supervision-weeks')).status, 403, role);
    assert.equal((await other.post(SET, FIELDS)).status, 403, role);
  }
  assert.equal((await (await as('administrator')).get('/conventions')).status, 403);
  const director = await as('director');
  assert.equal((await director.get('/conventions/no-such')).status, 404);
  assert.equal((await director.post('/conventions/no-such/set', FIELDS)).status, 404);
});

test('a list of targets or conventions leads each reader only to measures whose page opens', async () => {
  for (const role of ['elected-member', 'team-manager', 'director'] as const) {
    const reader = await as(role);
    const lists = [await reader.get('/targets'), await reader.get('/conventions')];
    const led = lists.flatMap(({ page }) =>
      page.querySelectorAll('main td a[href^="/measures/"]').map((link) => link.getAttribute('href') ?? ''),
    );
    for (const path of new Set(led)) assert.equal((await reader.get(path)).status, 200, `${role} ${path}`);
    assert.equal(led.includes(MEASURE), role === 'director', role);
    assert.match(
      lists[1]?.text ?? '',
      /Social workers supervised in time/,
      `${role} reads its name all the same`,
    );
  }
});
