/** The measure page over other times, what is more than chance, from one day to another, and two ways at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));
const hrefs = (seen: Seen): readonly string[] =>
  seen.page.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');

test('what happens in a time says which, and the others can be chosen', async () => {
  const director = await as('director');
  const usual = await director.get('/measures/cla-starts');
  assert.match(usual.text, /1 April 2026 to 2\d November 2026 \(year to date\)/);
  assert.equal(usual.page.querySelector('[aria-current]')?.text.includes('Measures'), true);
  for (const [window, words] of [
    ['month', /1 November 2026 to 2\d November 2026 \(the month so far\)/],
    ['quarter', /1 October 2026 to .* \(quarter 3 of 2026-27/],
    ['twelve-months', /November 2025 to 2\d November 2026 \(rolling twelve months\)/],
  ] as const) {
    assert.ok(hrefs(usual).includes(`/measures/cla-starts?window=${window}`), window);
    const seen = await director.get(`/measures/cla-starts?window=${window}`);
    assert.match(seen.text, words);
    const own = hrefs(seen).filter((href) =>
      /\/(children|bridge|cross|figures\.csv|figures\.xlsx)/.test(href),
    );
    assert.ok(own.length >= 5 && own.every((href) => href.includes(`window=${window}`)), own.join(' '));
    assert.equal(
      seen.page
        .querySelector('form[action="/measures/cla-starts"] input[name=window]')
        ?.getAttribute('value'),
      window,
    );
  }
  assert.equal((await director.get('/measures/cla-starts?window=fortnight')).text, usual.text);
});

test('what stands on a day, or has a time of its own, says so and offers no other', async () => {
  const director = await as('director');
  for (const [id, words] of [
    ['foster-share', /At the end of 2\d November 2026/],
    ['stability-3plus', /At the end of 2\d November 2026/],
    ['health-assessments', /For the last reporting year that was over, 2\d November 2026/],
  ] as const) {
    const seen = await director.get(`/measures/${id}?window=month`);
    if (seen.status === 404) continue;
    assert.match(seen.text, words, id);
    assert.equal(
      hrefs(seen).some((href) => href.includes('window=')),
      false,
      id,
    );
  }
});

test('whether a change is more than chance is said, with the usual range in the chart and how few it is of', async () => {
  const seen = await (await as('director')).get('/measures/residential-share');
  assert.match(seen.text, /Is it more than chance\?/);
  assert.match(seen.text, /Of only \d+: one more or less moves it by \d+ percentage points/);
  const rolling = await (await as('director')).get('/measures/cla-starts?window=twelve-months');
  assert.match(rolling.text, /That cannot be told\. Each point counts eleven of the same months/);
  const number = await (await as('director')).get('/measures/cla-number');
  assert.ok(number.page.querySelector('#trend .app-chart__band'));
  assert.match(number.text, /after \d+ the month before, between \d+ and \d+/);
});

test('a bridge is reached from the measure, tells its steps, and opens to the children of one', async () => {
  const director = await as('director');
  const measure = await director.get('/measures/cla-number');
  assert.ok(hrefs(measure).includes('/measures/cla-number/bridge'));
  const seen = await director.get('/measures/cla-number/bridge?from=2026-06-29');
  assert.match(seen.text, /At the end of 29 June 2026; then at the end of 2\d November 2026/);
  const steps = seen.page
    .querySelectorAll('#bridge tbody tr')
    .map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
  assert.equal(steps.length, 4);
  assert.match(steps[1] ?? '', /Gone.*−131 child/);
  const href = hrefs(seen).find((each) => each.includes('step=left')) ?? '';
  const list = await director.get(href);
  assert.match(list.heading, /Those who went: 1/);
  assert.match(list.text, /Sallowby, Tam.*Counted.*Not looked after that day.*Care ended on 30 June 2026/);
});

test('a bridge that cannot be read says why, and shows the usual one', async () => {
  const director = await as('director');
  for (const from of ['2026-13-01', '2026-11-30', '2099-01-01', 'yesterday']) {
    const seen = await director.get(`/measures/cla-number/bridge?from=${from}`);
    assert.match(seen.page.querySelector('.govuk-error-summary')?.text ?? '', /before the second/, from);
    assert.match(seen.text, /At the end of 30 September 2026/);
  }
  const first = await director.get('/measures/cla-number/bridge?first-known=2099-01-01');
  assert.match(first.text, /day of knowledge must be a real date before today/);
  const rate = await director.get('/measures/cla-rate-10k/bridge');
  assert.match(rate.text, /A rate moves with the population too/);
});

test('two ways at once is a table with totals whose numbers open to the children', async () => {
  const director = await as('director');
  const seen = await director.get('/measures/foster-share/cross?down=legal-status&across=sex');
  assert.match(seen.heading, /Living with foster carers by legal status and sex/);
  const table = seen.page.querySelector('table#cross');
  assert.equal(table?.querySelectorAll('tfoot tr').length, 1);
  assert.match(table?.querySelector('tfoot')?.text ?? '', /100\.0%.*4 of 4/s);
  const href = table
    ?.querySelectorAll('tbody a')
    .map((link) => (link.getAttribute('href') ?? '').replaceAll('&amp;', '&'))
    .find((each) => each.includes('part=C2') && each.includes('and-part=M'));
  const list = await director.get(href ?? '');
  assert.deepEqual(
    list.page.querySelectorAll('tbody th a').map(({ text }) => text),
    ['Aldenfen, Kofi'],
  );
  const file = await director.get('/measures/foster-share/cross.csv?down=legal-status&across=sex');
  assert.match(String(file.headers['content-type']), /text\/csv/);
  assert.equal((await director.get('/measures/foster-share/cross?down=age&across=age')).status, 404);
});

test('the page is taken away as a spreadsheet', async () => {
  const seen = await (await as('director')).get('/measures/foster-share/figures.xlsx');
  assert.equal(seen.status, 200);
  assert.match(String(seen.headers['content-type']), /spreadsheetml/);
  assert.match(String(seen.headers['content-disposition']), /foster-share-2026-11-2\d\.xlsx/);
});

const NEW_PAGES = [
  '/measures/cla-number/bridge',
  '/measures/cla-number/bridge?from=2026-06-30&first-known=2026-11-10',
  '/measures/foster-share/cross',
  '/measures/foster-share/cross.csv?down=age&across=sex',
  '/measures/cla-number/children?step=left&from=2026-06-29',
  '/measures/cla-number/children?by=sex&part=M&and-by=age&and-part=10-15',
];

test('who sees main figures only is refused each of them, and no other time changes a page', async () => {
  for (const role of ['elected-member', 'improvement-partner', 'virtual-school', 'regional-team'] as const) {
    const member = await as(role);
    for (const path of NEW_PAGES) assert.equal((await member.get(path)).status, 403, `${role} ${path}`);
    const plain = await member.get('/measures/cla-started');
    for (const window of ['month', 'quarter', 'twelve-months'])
      assert.equal((await member.get(`/measures/cla-started?window=${window}`)).text, plain.text);
    assert.doesNotMatch(plain.text, /more than chance|usual range|step by step|Two ways/);
  }
});

test('roles without figures are refused each of them', async () => {
  for (const role of ['health', 'finance', 'administrator'] as const) {
    const person = await as(role);
    for (const path of [...NEW_PAGES, '/measures/cla-number/figures.xlsx'])
      assert.equal((await person.get(path)).status, 403, `${role} ${path}`);
  }
});
