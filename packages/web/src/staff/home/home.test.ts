import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type Role } from '@rightplace/domain';
import { aPastImport } from '../../../../app/test/past-import.ts';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import {
  aService,
  aWorld,
  type Browser,
  type Seen,
  type Service,
  type TestWorld,
} from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));

const card = ({ page }: Seen, label: string): string | undefined =>
  page
    .querySelectorAll('.app-stat')
    .find((each) => each.querySelector('.app-stat__label')?.text === label)
    ?.querySelector('.app-stat__value')?.text;

const QUESTIONS = [
  'Where are our children?',
  'Are they safe?',
  'Do we improve their life chances?',
  'How do we know?',
  'How do we maintain our level of assurance?',
];

test('a director reads the five questions, with figures that open', async () => {
  const director = await as('director');
  const home = await director.get('/');
  assert.equal(home.status, 200);
  assert.match(home.heading, /Our children, in five questions/);
  const headings = home.page.querySelectorAll('h2').map(({ text }) => text);
  assert.deepEqual(headings.slice(0, 5), QUESTIONS);
  assert.equal(card(home, 'looked after'), '4');
  assert.match(home.text, /4 children are looked after/);
  for (const link of home.page.querySelectorAll('.app-stat__link')) {
    const opened = await director.get(link.getAttribute('href') ?? '');
    assert.equal(opened.status, 200, link.text);
  }
});

test('every link of the first page leads somewhere, whatever the day and the role', async () => {
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const home = await browser.get('/?as-of=2026-09-30&known-at=2026-11-10');
    assert.equal(home.status, 200, role);
    const links = home.page.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');
    for (const href of new Set(links.filter((each) => each.startsWith('/'))))
      assert.notEqual((await browser.get(href)).status, 404, `${role}: ${href}`);
  }
});

test('the day and the moment looked at are shown, and carried by the links', async () => {
  const home = await (await as('performance')).get('/?as-of=2026-06-29&known-at=2026-11-10');
  assert.match(home.page.text, /As at 29 June 2026, as known on 10 November 2026/);
  assert.equal(card(home, 'looked after'), '4', 'Tam was still in care, and NM6 not yet');
  const href = home.page.querySelector('.app-stat__link')?.getAttribute('href');
  assert.equal(href, '/measures/cla-number?as-of=2026-06-29&known-at=2026-11-10');
});

test('a day that is none is said, with the way to put it right', async () => {
  const home = await (await as('director')).get('/?as-of=2026-02-30');
  assert.match(home.text, /There is a problem/);
  assert.equal(home.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#as-of');
  assert.ok(home.page.querySelector('details#as-known')?.hasAttribute('open'));
});

test('a social worker’s own children come first, and no others are named', async () => {
  const home = await (await service.signedInAs(world.ana)).get('/');
  assert.equal(home.page.querySelector('main h2')?.text, 'Your children');
  assert.match(home.text, /Aldenfen, Kofi/);
  assert.doesNotMatch(home.text, /Ama|Zoë|Quillfeather/);
  assert.match(home.text, /Of the children whose social worker works there/);
  assert.equal(card(home, 'of every 10,000 children'), undefined, 'a team has no rate');
});

test('a panel’s member sees rounded figures of the last quarter and nothing that tells children apart', async () => {
  const home = await (await as('corporate-parenting-panel')).get('/?as-of=2026-11-20');
  assert.match(home.page.text, /As at 30 September 2026, the end of a quarter, as known now/);
  assert.match(
    home.text,
    /You asked for figures as at 20 November 2026, as known now\. Your role sees them for the ends/,
  );
  assert.equal(card(home, 'looked after'), 'fewer than 5');
  assert.equal(card(home, 'live with foster carers'), 'not shown');
  assert.equal(home.page.querySelectorAll('main table').length, 0);
  assert.doesNotMatch(home.text, /date of birth|set aside|Aldenfen|NM\d/);
});

test('a role whose work has no figures is told where it may go', async () => {
  const administrator = await (await as('administrator')).get('/');
  assert.ok(administrator.page.querySelector('main a[href="/people"]'));
  assert.ok(administrator.page.querySelector('main a[href="/settings"]'));
  const carer = await (await as('foster-carer')).get('/');
  assert.match(carer.text, /no pages yet for the work of your role/);
  assert.equal(carer.page.querySelectorAll('.app-stat').length, 0);
});

test('finance is told what waits for it and where its work is; a carer reads none of it', async () => {
  const finance = await as('finance');
  const home = await finance.get('/');
  assert.match(home.text, /Nothing waits for you/);
  assert.doesNotMatch(home.text, /no pages yet/);
  for (const href of ['/commitments', '/commitments/to-sign', '/commitments/payments', '/cost-avoided'])
    assert.ok(home.page.querySelector(`main a[href="${href}"]`), href);
  const carer = await (await as('foster-carer')).get('/');
  assert.equal(carer.page.querySelector('main a[href^="/commitments"], main a[href^="/cost"]'), null);
  assert.doesNotMatch(carer.text, /waits for you/);
});

test('nobody who has a page to go to is told that there is none', async () => {
  for (const role of ALL_ROLES) {
    const home = await (await as(role)).get('/');
    const places = home.page
      .querySelectorAll('nav a')
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => href !== '/' && !['/account', '/notices'].includes(href) && href.startsWith('/'));
    if (/no pages yet for the work of your role/.test(home.text)) assert.deepEqual(places, [], role);
  }
});

test('where the figures come from is told from the imports, and what waits to those who can take it in', async () => {
  await aPastImport(world, { looked: '2026-11-21T08:00:00Z', applied: '2026-11-22T09:30:00Z' });
  await aPastImport(world, { looked: '2026-11-23T08:00:00Z' });
  const analyst = await (await as('performance')).get('/');
  assert.match(analyst.text, /The returns of 2025-26 to 2026-27 were taken in on 22 November 2026 at 09:30/);
  assert.match(analyst.text, /12 rows of it were set aside/);
  assert.match(analyst.text, /Waiting for you/);
  assert.match(analyst.text, /1 child has no date of birth recorded/);
  const manager = await (await as('team-manager')).get('/');
  assert.doesNotMatch(manager.text, /Waiting for you/);
  const member = await (await as('elected-member')).get('/');
  assert.match(member.text, /The authority’s return was last taken in on 22 November 2026/);
  assert.doesNotMatch(member.text, /set aside|12 rows/);
});

test('an authority with nothing recorded is told what to do first, if they can do it', async (t) => {
  const empty: TestWorld = await aWorld();
  t.after(() => empty.close());
  const there = aService(empty);
  const first = async (role: Role) => {
    const { personId } = await empty.addPerson({ name: `Any ${role}`, role });
    return (await there.signedInAs(personId)).get('/');
  };
  const analyst = await first('performance');
  assert.match(analyst.text, /Begin by loading the authority’s return/);
  assert.equal(analyst.page.querySelector('main a.govuk-button')?.getAttribute('href'), '/imports/load');
  for (const role of ['director', 'team-manager', 'elected-member', 'inspector'] as const) {
    const calm = await first(role);
    assert.match(calm.text, /Nobody has loaded the authority’s return yet/, role);
    assert.equal(calm.page.querySelector('main a.govuk-button'), null, role);
  }
});

test('the third question is answered by figures where a return told of health and leaving care, and else by why there are none', async () => {
  const seen = await (await service.signedInAs(await world.someone('director'))).get('/');
  assert.doesNotMatch(seen.text, /not worked out yet/);
  assert.match(
    seen.text,
    /had their health assessments in the last reporting year|holds no part of a return that tells of health/,
  );
  const member = await (await service.signedInAs(await world.someone('elected-member'))).get('/');
  assert.doesNotMatch(member.text, /not worked out yet/);
});
