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

const day = (prefix: string, [dayOfMonth, month, year]: readonly [string, string, string]) => ({
  [`${prefix}-day`]: dayOfMonth,
  [`${prefix}-month`]: month,
  [`${prefix}-year`]: year,
});
const FIELDS = {
  value: '80',
  tolerance: '5',
  why: 'Agreed by the <b>board</b>',
  ...day('from', ['1', '4', '2026']),
};
const SET = '/targets/foster-share/set';

test('a director chooses a measure, sets its target, and sees how the figure stands in words', async () => {
  const director = await as('director');
  const list = await director.get('/targets');
  assert.match(list.text, /No measure has a target/);
  const chosen = await director.follow(await director.get('/targets?measure=foster-share'));
  assert.match(chosen.heading, /Target: Living with foster carers/);
  const saved = await director.follow(await director.post(SET, FIELDS));
  assert.match(saved.text, /Saved: Living with foster carers, at least 80% from 1 April 2026/);
  assert.match(saved.text, /at least 80% \(75% is close\), since 1 April 2026/);
  assert.match(saved.text, /Somebody \(director\), 23 November 2026: Agreed by the <b>board<\/b>/);
  assert.equal(saved.page.querySelectorAll('main b').length, 0, 'what is typed is no markup');
  const measure = await director.get('/measures/foster-share');
  assert.match(measure.heading, /which meets the target of 80%/);
  assert.equal(measure.page.querySelector('.app-comparison .govuk-tag')?.text.trim(), 'Target met');
  assert.ok(measure.page.querySelector('.app-chart__target'));
  assert.match((await director.get('/')).text, /target 80% met/);
});

test('what a figure is compared with has its day and source, or the reason for none', async () => {
  const director = await as('director');
  const seen = await director.get('/measures/cla-rate-10k');
  const rows = seen.page
    .querySelectorAll('.app-comparison tbody tr')
    .map((row) => row.childNodes.map(({ text }) => text.trim()).join(' '));
  assert.match(
    rows.find((row) => row.startsWith('England')) ?? '',
    /67 31 March 2025, 1 year 7 months earlier. Department for Education/,
  );
  assert.match(rows.find((row) => row.startsWith('Target')) ?? '', /No target was set/);
  assert.match(rows.find((row) => row.startsWith('Region')) ?? '', /in no region that is published/);
  assert.match(
    rows.find((row) => row.startsWith('Statistical')) ?? '',
    /No statistical neighbours have been chosen/,
  );
  const chart = (await director.get('/measures/foster-share')).page.querySelector('.app-chart svg');
  assert.match(chart?.querySelector('desc')?.text ?? '', /England: 67.0% \(March 2025\)/);
});

test('an elected member sees the target, England and the standing of the rounded figure, and sets nothing', async () => {
  const member = await as('elected-member');
  const seen = await member.get('/measures/foster-share');
  assert.match(seen.text, /at least 80%/);
  assert.match(seen.text, /England/);
  const list = await member.get('/targets');
  assert.match(list.text, /Living with foster carers/);
  assert.equal(list.page.querySelector('main form'), null);
  assert.equal(list.page.querySelector('a[href="/targets/foster-share"]'), null);
  assert.equal((await member.get('/targets/foster-share')).status, 403);
  assert.equal((await member.post(SET, FIELDS)).status, 403);
  assert.equal((await member.post('/targets/foster-share/end', {})).status, 403);
});

const mistakes: [what: string, path: string, fields: Record<string, string>, field: string][] = [
  ['no value', SET, { ...FIELDS, value: '' }, 'value'],
  ['too much', SET, { ...FIELDS, value: '140' }, 'value'],
  ['no margin', SET, { ...FIELDS, tolerance: 'some' }, 'tolerance'],
  ['no reason', SET, { ...FIELDS, why: '' }, 'why'],
  ['no day', SET, { ...FIELDS, 'from-month': '13' }, 'from-day'],
  ['no direction', '/targets/cla-number/set', { ...FIELDS, value: '900' }, 'direction'],
  ['no day to end', '/targets/foster-share/end', {}, 'end-day'],
  ['nothing to end', '/targets/foster-share/end', day('end', ['1', '4', '2019']), 'end-day'],
];
for (const [what, path, fields, field] of mistakes)
  test(`what is wrong is said above and beside its field, and what was typed is kept: ${what}`, async () => {
    const director = await as('director');
    await director.get('/targets');
    const seen = await director.post(path, fields);
    assert.equal(seen.status, 422);
    assert.equal(seen.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), `#${field}`);
    assert.equal(seen.page.querySelectorAll(`[id="${field}"]`).length, 1, 'the summary leads to a field');
    if (fields['why']) assert.match(seen.page.querySelector('#why')?.text ?? '', /Agreed/);
  });

test('a measure there is not is not found', async () => {
  const director = await as('director');
  assert.equal((await director.get('/targets/no-such')).status, 404);
  assert.equal((await director.post('/targets/no-such/set', FIELDS)).status, 404);
  assert.match((await director.get('/targets?measure=no-such')).heading, /Targets/);
});

test('a target is ended from a day, and earlier figures keep it', async () => {
  const director = await as('director');
  await director.get('/targets');
  const ended = await director.post('/targets/foster-share/end', day('end', ['23', '11', '2026']));
  assert.match((await director.follow(ended)).text, /has no target from 23 November 2026/);
  assert.doesNotMatch((await director.get('/measures/foster-share')).heading, /target/);
  assert.match((await director.get('/measures/foster-share?as-of=2026-11-22')).text, /at least 80%/);
});
