import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyUpstream, previewUpstream } from '@rightplace/app';
import { ALL_ROLES, day, type Role } from '@rightplace/domain';
import { auditOfPerson } from '../../../../app/test/kept-forms.ts';
import { aFact, asWorkbook } from '../../../../app/test/upstream-files.ts';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, NORTHMARSH, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
const PACK = '/measures/packs/demand';

before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role, name = `Any ${role}`): Promise<Browser> =>
  service.signedInAs((await world.addPerson({ name, role })).personId);

const rowsOf = (seen: Awaited<ReturnType<Browser['get']>>, id: string): readonly string[] =>
  seen.page.querySelectorAll(`#${id} tbody tr`).map((row) =>
    row
      .querySelectorAll('th, td')
      .map(({ text }) => text.trim())
      .join(' '),
  );

test('where nothing is loaded it says so, and draws nothing', async () => {
  const seen = await (await as('director', 'Dinah Director')).get(PACK);
  assert.equal(seen.status, 200);
  assert.match(seen.text, /No data recorded yet/);
  assert.equal(seen.page.querySelector('.app-chart svg'), null);
  assert.doesNotMatch(
    seen.text,
    /Load lists or a census/,
    'a director sees what is loaded, and loads nothing',
  );
  const analyst = await (await as('performance', 'Ada Empty')).get(PACK);
  assert.ok(analyst.page.querySelector('main a[href="/imports/children-in-need"]'));
});

test('the months of this year stand against last year’s, each with its finding, and months not told of are blank', async () => {
  const importer = { kind: 'command', authorityId: NORTHMARSH } as const;
  const facts = [
    aFact('contact', 'U1', { starts: '2025-05-05', key: 'School' }),
    aFact('contact', 'U2', { starts: '2026-05-05', key: 'School' }),
    aFact('contact', 'U3', { starts: '2026-05-06', key: 'School' }),
    aFact('in-need', 'U1', { starts: '2025-05-10' }),
    aFact('in-need', 'U2', { starts: '2026-05-10' }),
    aFact('assessment', 'U1', { starts: '2026-05-10', ends: '2026-06-01' }),
    aFact('factor', 'U1', { starts: '2026-06-01', key: '3A' }),
    aFact('section-47', 'U2', { starts: '2026-06-02' }),
    aFact('edge-of-care', 'U3', { starts: '2025-06-02', detail: { outcome: 'improved' } }),
  ];
  const previewed = await previewUpstream(world, importer, {
    files: [await asWorkbook(facts)],
    from: day('2025-04-01'),
    to: day('2026-10-31'),
  });
  assert.ok(previewed.kind === 'previewed');
  assert.equal((await applyUpstream(world, importer, previewed.loadId)).kind, 'loaded');

  const seen = await (await as('performance', 'Ada Analyst')).get(PACK);
  assert.match(seen.heading, /2026-27 against 2025-26/);
  assert.deepEqual(rowsOf(seen, 'contacts').slice(0, 2), ['April 0 0', 'May 2 1']);
  assert.match(
    seen.page.querySelector('#cin-number h2')?.text ?? '',
    /Children in need: 2 at the end of October, up from 1 a year before/,
  );
  const need = rowsOf(seen, 'cin-number');
  assert.equal(need[6], 'October 2 1');
  assert.match(need[7] ?? '', /^November not known 1$/, 'a month that is not told of is no nought');
  assert.match(seen.page.querySelector('#factors h2')?.text ?? '', /most often .+, once/);
  assert.match(seen.page.querySelector('#cp-number')?.text ?? '', /No data recorded yet/);
  assert.ok(seen.page.querySelector('#s47-number svg'));
  const followed = rowsOf(seen, 'edge-of-care-care-6m');
  assert.match(followed[6] ?? '', /^October 0%/);
  assert.match(
    followed[11] ?? '',
    /^March not known/,
    'of a day to come nothing is said, whatever it would look back on',
  );
});

test('quarters and an earlier year can be asked for; what is no year is the latest', async () => {
  const browser = await as('director', 'Dinah Quarter');
  const quarters = await browser.get(`${PACK}?by=quarter`);
  assert.deepEqual(rowsOf(quarters, 'contacts'), [
    'April to June 2 1',
    'July to September 0 0',
    'October to December not known 0',
    'January to March not known 0',
  ]);
  const earlier = await browser.get(`${PACK}?year=2026`);
  assert.match(earlier.heading, /2025-26 against 2024-25/);
  assert.deepEqual(rowsOf(earlier, 'contacts')[1], 'May 1 not known');
  assert.match((await browser.get(`${PACK}?year=1999&by=hour`)).heading, /2026-27 against 2025-26/);
});

test('a measure’s own page has no figure of days that no load tells of, and says which are', async () => {
  const browser = await as('performance', 'Ada Days');
  const on = async (day: string) => (await browser.get(`/measures/cin-number?as-of=${day}`)).text;
  assert.match(await on('2026-11-15'), /No data: what was loaded does not tell of all the days/);
  assert.match(await on('2026-11-15'), /What was loaded tells of 1 April 2025 to 31 October 2026/);
  assert.doesNotMatch(await on('2026-11-15'), /The record tells of nothing after/);
  assert.match(await on('2025-03-31'), /No data: what was loaded does not tell/);
  const told = await on('2026-10-31');
  assert.doesNotMatch(told, /No data: what/);
  assert.match(told, /February 2025not known/, 'a month before the first day is a gap');
});

test('all of it can be taken away with its definitions, and the audit says so', async () => {
  const { personId } = await world.addPerson({ name: 'Dinah Download', role: 'director' });
  const browser = await service.signedInAs(personId);
  const file = await browser.get(`${PACK}/figures/csv?by=quarter`);
  assert.equal(file.status, 200);
  assert.match(file.text, /contacts,Contacts,in the quarter,2026-27,2026-06-30,2,number/);
  assert.match(
    file.text,
    /contacts,Contacts,in the quarter,2026-27,2026-12-31,,number/,
    'blank and not nought',
  );
  assert.match(file.text, /edge-of-care-closure,/);
  assert.match(file.text, /Times that somebody told children’s social care about a child/);
  assert.equal((await browser.get(`${PACK}/figures/xlsx`)).status, 200);
  assert.equal((await browser.get(`${PACK}/figures/pdf`)).status, 404);
  const taken = (await auditOfPerson(world, personId)).filter(
    ({ action }) => action === 'figure-set-downloaded',
  );
  assert.equal(taken.length, 2);
});

test('it is reached from the measures and from the home of those who may see it, and only theirs', async () => {
  const links = (seen: Awaited<ReturnType<Browser['get']>>) =>
    seen.page.querySelectorAll('a').filter((link) => link.getAttribute('href') === PACK).length;
  const director = await as('director', 'Dinah Links');
  assert.equal(links(await director.get('/measures')), 1);
  assert.equal(links(await director.get('/')), 1);
  const manager = await as('team-manager', 'Terry Team');
  assert.equal(links(await manager.get('/measures')) + links(await manager.get('/')), 0);
});

const MAY: readonly Role[] = [
  'director',
  'placements-officer',
  'reviewing-officer',
  'performance',
  'inspector',
];
for (const role of ALL_ROLES)
  test(`${role} ${MAY.includes(role) ? 'sees' : 'does not see'} demand before care`, async () => {
    const browser = await as(role);
    assert.equal((await browser.get(PACK)).status, MAY.includes(role) ? 200 : 403);
    assert.equal((await browser.get(`${PACK}/figures/csv`)).status, MAY.includes(role) ? 200 : 403);
  });
