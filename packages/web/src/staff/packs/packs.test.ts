import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { openGate } from '../../../../app/test/open-gate.ts';
import { aReleasesWorld } from '../../../../app/test/releases-world.ts';
import type { ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aReleasesWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));

const PACK = '/measures/packs/demography';
const YEARS = '?last=2026&years=3';

/** Text of every cell of figures on a page, with which line and column it is in. */
const cellsOf = ({ page }: Seen): readonly string[] =>
  page.querySelectorAll('.app-pack table tbody tr td').map(({ text }) => text.trim());

const isSmall = (text: string): boolean => /^[1-4]$|\([1-4]\)$/.test(text);

/** Every place of a release at which somebody who only sees figures can read a count from 1 to 4. */
const smallNumbersRead = async (reader: Browser, release: string): Promise<readonly string[]> => {
  const page = await reader.get(release);
  const csv = await reader.get(`${release}/take-away/csv`);
  const alone = await reader.get(`${release}/take-away/html`);
  assert.deepEqual([page.status, csv.status, alone.status], [200, 200, 200]);
  const lines = csv.text.split('\r\n').filter((line) => line.includes('Northmarsh County Council'));
  assert.ok(cellsOf(page).length > 100 && lines.length > 100, 'there is something to search');
  const ofAlone = alone.page.querySelectorAll('td').map(({ text }) => text.trim());
  assert.ok(ofAlone.length > 100);
  return [
    ...cellsOf(page).filter(isSmall),
    ...ofAlone.filter(isSmall),
    ...lines.filter((line) => /,[1-4],children,/.test(line) || /,percent,[1-4],/.test(line)),
    ...[page, alone].flatMap((seen) =>
      seen.page
        .querySelectorAll('h2')
        .map(({ text }) => text)
        .filter((text) => /: [1-4] in |, [1-4] in /.test(text)),
    ),
  ];
};

test('a director sees every figure with its finding, a picture and the data as a table', async () => {
  const seen = await (await as('director')).get(`${PACK}${YEARS}`);
  assert.equal(seen.status, 200);
  assert.match(seen.heading, /demographic picture/);
  assert.match(seen.text, /True figures, for people who may see the children behind them/);
  for (const called of ['Figure 1.1', 'Figure 1.2', 'Figure 1.8', 'Table 1.1'])
    assert.ok(seen.text.includes(called), called);
  assert.match(seen.page.querySelector('#table-1-1 h2')?.text ?? '', /Abuse or neglect is the most common/);
  assert.ok(seen.page.querySelector('#table-1-1 svg'));
  assert.ok(cellsOf(seen).some(isSmall), 'true figures are not hidden from those who may see them');
  assert.match(seen.page.querySelector('#table-1-1-rounded')?.text ?? '', /to the nearest 5/);
});

test('the years are chosen in the address, and what is no year is as if it were not asked', async () => {
  const director = await as('director');
  const chosen = await director.get(`${PACK}?last=2024&years=2`);
  assert.match(chosen.text, /2023 to 2024/);
  for (const wrong of ['?last=soon&years=many', '?last=3000&years=99', '?last=-1&years=0'])
    assert.match((await director.get(`${PACK}${wrong}`)).text, /2022 to 2026/);
});

test('the figures are taken away with their definitions, and that is recorded', async () => {
  const analyst = await as('performance');
  const csv = await analyst.get(`${PACK}/figures/csv${YEARS}`);
  assert.match(String(csv.headers['content-disposition']), /demography-2024-2026\.csv/);
  assert.match(csv.text, /cla-started/);
  const xlsx = await analyst.get(`${PACK}/figures/xlsx${YEARS}`);
  assert.match(String(xlsx.headers['content-type']), /spreadsheetml/);
  assert.equal((await analyst.get(`${PACK}/figures/pdf`)).status, 404);
});

test('nobody sees true figures of the authority whose role is of a part of it, or of published ones', async () => {
  for (const role of ['team-manager', 'social-worker', 'elected-member', 'administrator'] as const) {
    const browser = await as(role);
    for (const address of [PACK, `${PACK}/figures/csv`, `${PACK}/publish`])
      assert.equal((await browser.get(address)).status, 403, `${role} ${address}`);
    assert.equal((await browser.post(`${PACK}/publish`, { why: 'Because', seen: '' })).status, 403, role);
  }
  const reviewer = await as('reviewing-officer');
  const seen = await reviewer.get(PACK);
  assert.equal(seen.status, 200);
  assert.equal(seen.page.querySelector(`a[href^="${PACK}/publish"]`), null, 'may look, and not publish');
  assert.equal((await reviewer.get(`${PACK}/publish`)).status, 403);
});

const publish = async (director: Browser, query: string): Promise<Seen> => {
  const preview = await director.get(`${PACK}/publish${query}`);
  const seen = preview.page.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  return director.post(`${PACK}/publish${query}`, { why: 'Agreed by the <b>panel</b>', seen });
};

test('a director looks at what will be printed, says why, and publishes it; a member reads just that', async () => {
  const director = await as('director');
  const preview = await director.get(`${PACK}/publish${YEARS}`);
  assert.match(preview.text, /For you alone/);
  assert.match(preview.text, /Counts hidden because they tell of 1 to 4 children: \d/);
  assert.ok(cellsOf(preview).every((text) => !isSmall(text)));
  assert.match((await director.get('/releases')).text, /Nothing has been published yet/);

  const without = await director.post(`${PACK}/publish${YEARS}`, { why: ' ', seen: 'x' });
  assert.equal(without.status, 422);
  assert.equal(without.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#why');

  const published = await director.follow(await publish(director, YEARS));
  assert.match(published.text, /Published: The demographic picture, 2024 to 2026/);
  assert.equal(published.page.querySelectorAll('main b').length, 0, 'what is typed is no markup');

  const member = await as('elected-member');
  const list = await member.get('/releases');
  assert.match(list.text, /The demographic picture, 2024 to 2026/);
  assert.doesNotMatch(list.text, /Agreed by/);
  const read = await member.get(
    published.page
      .querySelector('a[href*="take-away/html"]')
      ?.getAttribute('href')
      ?.replace('/take-away/html', '') ?? '',
  );
  assert.deepEqual(cellsOf(read), cellsOf(preview));
  assert.doesNotMatch(read.text, /For you alone|Agreed by|Counts hidden/);
});

test('no member reads a count from 1 to 4 in any release, on a page or in a file', async () => {
  const director = await as('director');
  for (const query of ['?last=2024&years=3', '?last=2025&years=3'])
    assert.equal((await publish(director, query)).status, 303);
  const member = await as('elected-member');
  const links = (await member.get('/releases')).page.querySelectorAll('main table a');
  assert.equal(links.length, 3);
  for (const link of links)
    assert.deepEqual(await smallNumbersRead(member, link.getAttribute('href') ?? ''), []);
});

test('a saboteur who opens the gate is found by that search', async () => {
  const id = await openGate(world, await world.someone('director'));
  const found = await smallNumbersRead(await as('elected-member'), `/releases/${id}`);
  assert.ok(found.length > 10, `${found.length}`);
});

test('the list of measures leads to the set for those who may see it, and to what is published for all', async () => {
  for (const [role, leads] of [
    ['director', true],
    ['team-manager', false],
    ['elected-member', false],
  ] as const) {
    const { page } = await (await as(role)).get('/measures');
    assert.equal(page.querySelector(`main a[href="${PACK}"]`) !== null, leads, role);
    assert.ok(page.querySelector('main a[href="/releases"]'), role);
  }
});

test('a release that there is not is not found, and health sees none', async () => {
  const member = await as('elected-member');
  for (const address of [
    '/releases/999',
    '/releases/x',
    '/releases/1/take-away/pdf',
    '/releases/999/take-away/html',
  ])
    assert.equal((await member.get(address)).status, 404, address);
  const nurse = await as('health');
  for (const address of ['/releases', '/releases/1', '/releases/1/take-away/csv'])
    assert.equal((await nurse.get(address)).status, 403, address);
});
