import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, londonDayOf, mayAttempt, type Role } from '@rightplace/domain';
import { aReadinessWorld, aTidyChild, type ReadinessWorld } from '../../../test/readiness.ts';
import { aService, aWorld, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ReadinessWorld;
let service: Service;
before(async () => {
  world = await aReadinessWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));
const buttons = ({ page }: Seen): readonly string[] =>
  page.querySelectorAll('main button').map((button) => button.text.trim());
const navigation = ({ page }: Seen): readonly string[] =>
  page.querySelectorAll('.govuk-service-navigation__link').map((link) => link.text.trim());

test('before the first check the page says so, and whoever may has it checked', async () => {
  const ana = await service.signedInAs(world.ana);
  const waiting = await ana.get('/return-readiness');
  assert.equal(waiting.status, 200);
  assert.match(waiting.heading, /The return of 2026-27 has not been checked yet/);
  assert.match(waiting.text, /What it finds is here tomorrow/);
  assert.deepEqual(buttons(waiting), []);
  assert.match((await ana.get('/return-readiness/findings')).text, /has not been checked yet/);

  const analyst = await as('performance');
  assert.deepEqual(buttons(await analyst.get('/return-readiness')), ['Check the return now']);
  const sent = await analyst.post('/return-readiness/check?year=2027');
  assert.equal(sent.status, 303);
  const checked = await analyst.follow(sent);
  assert.match(checked.text, /The return has been checked just now/);
  assert.match(checked.heading, /\d of \d children (is|are) ready to return: \d+ findings to put right/);
  assert.deepEqual(buttons(checked), ['Check now']);
});

/** Each number of the summary with what the list behind it counts. */
const countsAndLists = async (browser: Browser): Promise<readonly (readonly [number, number, string])[]> => {
  const summary = await browser.get('/return-readiness');
  const links = summary.page.querySelectorAll('#by-who a, #by-rule a, #by-table a, #by-team a');
  const pairs: [number, number, string][] = [];
  for (const link of links) {
    const href = link.getAttribute('href') ?? '';
    const list = await browser.get(href);
    pairs.push([
      Number(link.childNodes[0]?.text),
      Number.parseInt(list.page.querySelector('#results')?.text ?? '', 10),
      href,
    ]);
  }
  return pairs;
};

test('every number opens the list that has so many, and only the whole counts records that are closed', async () => {
  const ben = await countsAndLists(await service.signedInAs(world.ben));
  assert.ok(ben.length > 3);
  for (const [number, listed, href] of ben) assert.equal(listed, number, href);
  const analyst = await as('performance');
  const closed = (await world.idsOf('NM3')).length;
  assert.match((await analyst.get('/return-readiness')).text, new RegExp(`${closed} of the findings are`));
  for (const [number, listed, href] of await countsAndLists(analyst)) assert.equal(listed, number, href);
});

test('a social worker sees what is theirs, and nothing to check, freeze or take away', async () => {
  const ben = await service.signedInAs(world.ben);
  const summary = await ben.get('/return-readiness');
  assert.match(summary.text, /the children you work with/);
  assert.match(summary.heading, /The child is not ready to return: \d+ findings? to put right/);
  assert.deepEqual(buttons(summary), []);
  assert.doesNotMatch(summary.text, /Freeze|Write the return/);
  const list = await ben.get('/return-readiness/findings');
  const children = new Set(
    list.page.querySelectorAll('tbody th .app-quiet').map((number) => number.text.trim()),
  );
  assert.deepEqual([...children], ['NM2']);
  assert.doesNotMatch(list.text, /Download this list/);
  const others = await world.findingOf('NM1', '103');
  const kofis = (await world.idsOf('NM1'))[0] ?? others?.id;
  assert.equal((await ben.get(`/return-readiness/findings/${kofis}`)).status, 404);
  for (const [path, method] of [
    ['/return-readiness/check', 'post'],
    ['/return-readiness/freeze', 'get'],
    ['/return-readiness/freezes', 'get'],
    ['/return-readiness/findings/download', 'get'],
    ['/return-readiness/freezes/1/download', 'post'],
  ] as const)
    assert.equal((await ben[method](path)).status, 403, path);
});

test('the navigation and the first page lead to the return for those who may see it', async () => {
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const home = await browser.get('/');
    const { actor } = await world.with(role);
    const on = londonDayOf(world.now());
    const isTheirs = mayAttempt({ actor, action: 'see-return-readiness', on }).kind === 'may';
    assert.equal(navigation(home).includes('Return'), isTheirs, role);
    assert.equal((await browser.get('/return-readiness')).status, isTheirs ? 200 : 403, role);
    if (!isTheirs) assert.doesNotMatch(home.text, /ready to return/, role);
  }
  const analyst = await as('performance');
  assert.match((await analyst.get('/')).text, /ready to return: \d+ findings to put right/);
});

test('findings are grouped by who can fix them, then by rule, each leading to the very field', async () => {
  const analyst = await as('performance');
  const list = await analyst.get('/return-readiness/findings?words=kofi');
  assert.ok(list.page.querySelectorAll('.app-findings h3').length > 0);
  const correct = list.page
    .querySelectorAll('.app-findings__next a')
    .map((link) => link.getAttribute('href') ?? '');
  assert.ok(
    correct.some((href) => href.startsWith('/children/NM1/return/2027/Header/header?field=')),
    correct.join(' '),
  );
  assert.match(list.text, /What to do:/);
  assert.match(list.text, /UPN blank/);
});

test('one comes back from a correction to the list as it was narrowed, and to nowhere else', async () => {
  const analyst = await as('performance');
  const list = await analyst.get('/return-readiness/findings?words=kofi&who=virtual-school');
  const row = await analyst.get(
    list.page.querySelector('.app-findings__next a')?.getAttribute('href') ?? 'no correction offered',
  );
  const narrowed = 'year=2027&who=virtual-school&words=kofi';
  const back = ({ page }: Seen) => page.querySelector('.govuk-back-link')?.getAttribute('href');
  assert.equal(back(row), `/return-readiness/findings?${narrowed}`);
  const handedOn = row.page.querySelector('#correct-row input[name=list]')?.getAttribute('value');
  assert.equal(handedOn, narrowed);
  const inFull = '/children/NM1/return/2027';
  assert.equal(back(await analyst.get(`${inFull}?list=${encodeURIComponent(narrowed)}`)), back(row));
  const astray = back(await analyst.get(`${inFull}?list=//elsewhere.example/?words=x`));
  assert.match(astray ?? '', /^\/return-readiness\/findings\?/);
});

test('a row that is missing is added from the finding that misses it', async () => {
  const finding = await world.findingOf('NM6', 'INT03');
  const analyst = await as('performance');
  const seen = await analyst.get(`/return-readiness/findings/${finding?.id}`);
  const button = seen.page.querySelector('main a.govuk-button');
  assert.equal(button?.text.trim(), 'Open the child’s return');
  assert.equal(button?.getAttribute('href'), '/children/NM6/return/2027');
  const add = seen.page
    .querySelectorAll('main a')
    .find((link) => link.getAttribute('href') === '/children/NM6/return/2027/Header/add');
  assert.equal(add?.text.trim(), 'Add the Header');
  assert.equal((await analyst.get('/children/NM6/return/2027/Header/add')).status, 200);
  const director = await as('director');
  const looked = await director.get(`/return-readiness/findings/${finding?.id}`);
  assert.doesNotMatch(looked.markup, /Header\/add/);
});

test('words are found where they begin, in columns and in how grave a finding is too', async () => {
  const analyst = await world.with('performance');
  const found = async (text: string) => (await world.list(analyst, { text })).findings;
  assert.ok((await found('blank')).length > 0);
  assert.deepEqual(await found('lank'), []);
  const all = (await world.list(analyst)).findings;
  const errors = all.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    (await found('error')).map(({ id }) => id),
    errors.map(({ id }) => id),
  );
  const ofColumn = (await found('PL_POST')).map(({ child, rule }) => `${child} ${rule}`);
  assert.ok(ofColumn.includes('NM6 392b'), ofColumn.join(', '));
  const byTheEnd = new Set((await found('m1')).map(({ child }) => child));
  assert.ok(byTheEnd.has(childId('NM1')), 'the end of a number');
});

test('a year of which nothing is recorded is not said to have been checked', async () => {
  const empty = await aWorld();
  const { personId } = await empty.addPerson({ name: 'Erin Moss', role: 'performance' });
  const analyst = await aService(empty).signedInAs(personId);
  assert.match((await analyst.get('/return-readiness')).text, /load a return first/);
  const answer = await analyst.post('/return-readiness/check?year=2027');
  assert.equal(answer.status, 409);
  assert.match(answer.text, /The record has nothing yet of 2026-27, so there is nothing to check/);
  assert.doesNotMatch((await analyst.get('/return-readiness')).text, /checked just now/);
  await empty.close();
});

test('what is written from a year’s pages is the return of that year', async () => {
  const analyst = await as('performance');
  const { page } = await analyst.get('/return-readiness/freezes?year=2026');
  assert.ok(page.querySelector('a[href="/imports/write?year=2026"]') !== null);
});

test('the list is narrowed by form, and an address that is not understood asks nothing', async () => {
  const analyst = await as('performance');
  const none = await analyst.get('/return-readiness/findings?words=nobody+at+all');
  assert.match(none.text, /No finding is like that/);
  assert.match(none.text, /Clear the words and filters/);
  assert.equal(none.page.querySelector('#words')?.getAttribute('value'), 'nobody at all');
  const all = (await analyst.get('/return-readiness/findings')).page.querySelector('#results')?.text;
  for (const query of ['?year=banana', '?page=-3', '?page=9999', '?show=nonsense', '?who=', '?words=%20'])
    assert.equal(
      (await analyst.get(`/return-readiness/findings${query}`)).page.querySelector('#results')?.text,
      all,
      query,
    );
  const unknown = await analyst.get('/return-readiness/findings?rule=%3Cb%3E');
  assert.match(unknown.text, /No finding is like that/);
  assert.equal(unknown.page.querySelector('b'), null);
  assert.equal((await analyst.get('/return-readiness?year=2001')).status, 404);
  assert.equal((await analyst.get('/return-readiness/findings/none')).status, 404);
});

test('what is put right is counted up, and gone from the list', async () => {
  await world.saveChildren([aTidyChild('NM21', { without: 'ethnicity' })], '2026-11-20T10:00:00Z');
  await world.check('night');
  const analyst = await as('performance');
  assert.match((await analyst.get('/return-readiness/findings?words=nm21')).text, /1 finding/);
  await world.saveChildren([aTidyChild('NM21')], '2026-11-21T10:00:00Z');
  await world.check();
  const list = await analyst.get('/return-readiness/findings');
  assert.match(list.text, /1 put right since last night, \d+ to go/);
  const cleared = await analyst.get('/return-readiness/findings?show=cleared');
  assert.match(cleared.text, /NM21/);
  const id = /findings\/(\d+)/.exec(cleared.page.querySelector('tbody a')?.getAttribute('href') ?? '')?.[1];
  const finding = await analyst.get(`/return-readiness/findings/${id}`);
  assert.match(finding.text, /Put right/);
  assert.deepEqual(buttons(finding), [], 'nothing is left to answer');
  assert.match((await analyst.get('/return-readiness')).text, /Put right: 1.*NM21/);
});

test('findings of restricted records are counted and never listed, and open as the record does', async () => {
  const analyst = await as('performance');
  const [closed] = await world.idsOf('NM3');
  const list = await analyst.get('/return-readiness/findings');
  assert.doesNotMatch(list.markup, /NM3|Quillfeather/);
  assert.match(list.text, /of a record that is restricted or closed to you, and not listed/);
  const refused = await analyst.get(`/return-readiness/findings/${closed}`);
  assert.equal(refused.status, 403);
  assert.doesNotMatch(refused.markup, /NM3|Quillfeather/);
  await analyst.get('/children/NM3');
  await analyst.post('/children/NM3/open', { reason: 'Putting the return right with her worker' });
  assert.equal((await analyst.get(`/return-readiness/findings/${closed}`)).status, 200);
});

test('a page that cannot be written in the audit is not shown', async () => {
  const analyst = await as('performance');
  const [id] = await world.idsOf('NM1');
  await world.withoutAudit(async () => {
    for (const path of [
      '/return-readiness',
      '/return-readiness/findings',
      `/return-readiness/findings/${id}`,
    ]) {
      const seen = await analyst.get(path);
      assert.equal(seen.status, 500, path);
      assert.doesNotMatch(seen.markup, /Kofi/, path);
    }
  });
});

test('in April, before the next year’s rules are held, the pages are of the last year that has rules', async () => {
  const april = await aReadinessWorld();
  try {
    april.pass(60 * 24 * 140);
    assert.ok(londonDayOf(april.now()) > '2027-04-01');
    const analyst = await aService(april).signedInAs(await april.someone('performance'));
    for (const page of ['', '/findings', '/freezes', '/freeze']) {
      const seen = await analyst.get(`/return-readiness${page}`);
      assert.equal(seen.status, 200, page);
    }
  } finally {
    await april.close();
  }
});
