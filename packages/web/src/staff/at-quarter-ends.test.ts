import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../test/service.ts';

/** Four children looked after were known on 31 December; twelve more only since 10 January. It is 22 January 2027. */
let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  world.pass(60 * 24 * 60);
  service = aService(world);
  const late = Array.from({ length: 12 }, (_, i) =>
    aChild(`NM${50 + i}`, { episodes: [anEpisode({ decom: '2026-09-01' })] }),
  );
  await world.saveChildren(late, '2027-01-10T09:00:00Z');
});
after(() => world.close());

const FIGURES_ONLY = [
  'elected-member',
  'corporate-parenting-panel',
  'improvement-partner',
  'virtual-school',
  'regional-team',
] as const;

const as = async (role: Parameters<ChildrenWorld['someone']>[0]): Promise<Browser> =>
  service.signedInAs(await world.someone(role));

const moment = ({ page }: Seen): string | undefined => page.querySelector('.app-as-at')?.firstChild?.text;
const headlineOf = ({ page }: Seen): string | undefined =>
  page.querySelector('.app-headline__value')?.text.trim();
const instead = ({ page }: Seen): string | undefined =>
  page.querySelector('main .govuk-inset-text:not([hidden])')?.text;
const linksOf = ({ page }: Seen): readonly string[] =>
  page.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');

test('who sees figures only may ask for what was known at the end of a quarter, on every page', async () => {
  for (const role of FIGURES_ONLY) {
    const member = await as(role);
    for (const path of ['/', '/measures', '/measures/cla-number']) {
      const then = await member.get(`${path}?known-at=2026-12-31`);
      assert.equal(
        moment(then),
        'As at 31 December 2026, the end of a quarter, as known on 31 December 2026',
      );
      assert.equal(instead(then), undefined, `${role} ${path}: just what was asked for`);
    }
    assert.equal(headlineOf(await member.get('/measures/cla-number')), '15');
    assert.equal(headlineOf(await member.get('/measures/cla-number?known-at=2026-12-31')), 'fewer than 5');
    const file = await member.get('/measures/cla-number/figures.csv?known-at=2026-12-31');
    assert.match(file.text, /2026-12-31,2027-01-01T00:00:00.000000Z,"figure, rounded".*fewer than 5/);
    assert.doesNotMatch(file.text, /,15,|,now,/);
  }
});

test('any other day or moment is taken to the last quarter’s end before it, and the page says so', async () => {
  const member = await as('elected-member');
  for (const known of ['2027-01-05', '2027-01-21', '2027-01-09T12:00:00Z', '2027-01-01T00:00:00Z']) {
    for (const path of ['/', '/measures', '/measures/cla-number']) {
      const then = await member.get(`${path}?known-at=${known}`);
      assert.match(moment(then) ?? '', /as known on 31 December 2026$/, `${path} ${known}`);
      // The first instant of the new year is the end of the quarter's last day.
      if (known.startsWith('2027-01-01')) assert.equal(instead(then), undefined);
      else
        assert.match(
          instead(then) ?? '',
          /^You asked for figures as known on \d+ January 2027.*\. Your role sees them for the ends of quarters, so here they are as at 31 December 2026, as known on 31 December 2026\.$/,
        );
    }
  }
  const both = await member.get('/measures/cla-number?as-of=2026-12-30&known-at=2027-01-21');
  assert.equal(
    instead(both),
    'You asked for figures as at 30 December 2026, as known on 21 January 2027. Your role sees them for the ends of quarters, so here they are as at 30 September 2026, as known on 31 December 2026.',
  );
  const lastInstant = await member.get('/measures?known-at=2026-12-31T23:59:59.999999Z');
  assert.match(lastInstant.text, /There is nothing to count as known on 30 September 2026/);
});

test('no day of knowledge tells a figures-only role more than the quarter’s end before it', async () => {
  const [member, director] = [await as('corporate-parenting-panel'), await as('director')];
  const told = async (browser: Browser, known: string) =>
    headlineOf(await browser.get(`/measures/cla-number?as-of=2026-12-31&known-at=${known}`));
  assert.equal(await told(member, '2027-01-09'), await told(member, '2027-01-11'));
  assert.notEqual(await told(director, '2027-01-09'), await told(director, '2027-01-11'), 'others are told');
  assert.equal(await told(member, '2027-01-09'), 'fewer than 5');
});

test('links carry the moment shown, and the form asks for another without a script', async () => {
  const member = await as('regional-team');
  const home = await member.get('/?as-of=2026-12-31&known-at=2027-01-05');
  const carried = '?as-of=2026-12-31&known-at=2026-12-31';
  assert.ok(linksOf(home).includes(`/measures/cla-number${carried}`));
  assert.ok(linksOf(home).includes(`/measures${carried}`));
  const list = await member.get(`/measures${carried}`);
  assert.ok(linksOf(list).includes(`/measures/cla-number${carried}`));
  const measure = await member.get(`/measures/cla-number${carried}`);
  assert.ok(linksOf(measure).includes(`/measures/cla-number/figures.csv${carried}`));
  for (const [seen, action] of [
    [home, '/'],
    [list, '/measures'],
    [measure, '/measures/cla-number'],
  ] as const) {
    assert.equal(seen.page.querySelector('.app-as-at a')?.getAttribute('href'), '#as-of');
    const form = seen.page.querySelector('details#as-known form');
    assert.equal(form?.getAttribute('method'), 'get');
    assert.equal(form?.getAttribute('action'), action);
    assert.equal(form?.querySelector('#as-of')?.getAttribute('value'), '2026-12-31');
    assert.equal(form?.querySelector('#known-at')?.getAttribute('value'), '2026-12-31');
    assert.match(seen.text, /Your role sees figures for the ends of quarters/);
    assert.ok(linksOf(seen).includes(action), 'the way back to now');
  }
  const now = await member.get('/');
  assert.equal(moment(now), 'As at 31 December 2026, the end of a quarter, as known now');
  assert.ok(linksOf(now).includes('/measures/cla-number'), 'nothing is carried when nothing is asked');
});

test('a trend is of the same moment of knowledge as its figure', async () => {
  const member = await as('virtual-school');
  const last = async (query: string) =>
    (await member.get(`/measures/cla-number${query}`)).page
      .querySelectorAll('.app-chart tbody tr')
      .at(-1)
      ?.querySelectorAll('td')
      .map(({ text }) => text.trim());
  assert.deepEqual(await last(''), ['15']);
  assert.notDeepEqual(await last('?known-at=2026-12-31'), ['15']);
});

test('before anything was known there is no figure, and no page says nought', async () => {
  const member = await as('improvement-partner');
  const home = await member.get('/?known-at=2026-11-10');
  assert.equal(home.heading, 'Northmarsh County Council Nothing was known then');
  assert.match(home.text, /No child was in the record as known on 30 September 2026\./);
  assert.match(instead(home) ?? '', /^You asked for figures as known on 10 November 2026\./);
  const measure = await member.get('/measures/cla-number?known-at=2026-11-10');
  assert.match(
    measure.text,
    /No child was in the record as known on 30 September 2026, so there is no figure/,
  );
  const list = await member.get('/measures?known-at=2026-11-10');
  assert.match(list.text, /There is nothing to count as known on 30 September 2026/);
  const file = await member.get('/measures/cla-number/figures.csv?known-at=2026-11-10');
  assert.equal(file.text.trim().split('\r\n').length, 1, 'a heading and no line');
});

test('what is no day or moment is said on every page, and now is shown', async () => {
  const member = await as('elected-member');
  const wrong = [
    ['known-at=yesterday', 'Enter the day known as a real date, like 1 October 2026 written 01/10/2026'],
    ['known-at=2026-02-30', 'Enter the day known as a real date, like 1 October 2026 written 01/10/2026'],
    ['as-of=soon', 'Enter the day looked at as a real date, like 31 March 2026 written 31/03/2026'],
    ['as-of=2027-12-31', 'The day looked at must be today or before: nothing is known of later days'],
  ] as const;
  for (const path of ['/', '/measures', '/measures/cla-number'])
    for (const [query, sentence] of wrong) {
      const seen = await member.get(`${path}?${query}`);
      assert.equal(seen.page.querySelector('.govuk-error-summary li')?.text.trim(), sentence, path);
      assert.equal(moment(seen), 'As at 31 December 2026, the end of a quarter, as known now');
      assert.ok(seen.page.querySelector('details#as-known')?.hasAttribute('open'));
    }
});

test('roles without figures are refused them at any moment, and figures-only roles all that is finer', async () => {
  for (const path of ['/measures', '/measures/cla-number', '/measures/cla-number/figures.csv'])
    assert.equal((await (await as('finance')).get(`${path}?known-at=2026-12-31`)).status, 403, path);
  for (const role of FIGURES_ONLY)
    for (const path of [
      '/measures/cla-number/changes?since=2026-12-31',
      '/measures/cla-number/children?known-at=2026-12-31',
      '/measures/cla-by-age?known-at=2026-12-31',
    ])
      assert.equal((await (await as(role)).get(path)).status, 403, `${role} ${path}`);
});
