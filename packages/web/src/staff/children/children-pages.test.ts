import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Parameters<ChildrenWorld['someone']>[0]): Promise<Browser> =>
  service.signedInAs(await world.someone(role));

const looksAt = (child: string) => world.auditOf(child);

const names = ({ page }: Seen): readonly string[] =>
  page.querySelectorAll('tbody th a').map((link) => link.text);

test('the list shows the children in care, says how many, and leads to each', async () => {
  const analyst = await as('performance');
  const list = await analyst.get('/children');
  assert.equal(list.status, 200);
  assert.equal(list.heading, 'Children');
  assert.match(list.text, /3 children in care/);
  assert.deepEqual(names(list), ['Aldenfen, Ama', 'Aldenfen, Kofi', 'NM6']);
  assert.match(list.text, /One more child is counted in figures and is not listed/);
  assert.doesNotMatch(list.text, /Quillfeather/);
  const link = list.page.querySelector('tbody th a')?.getAttribute('href') ?? '';
  assert.equal((await analyst.get(link)).heading, 'Ama Aldenfen Overview');
});

test('a list is searched, narrowed, and shown again without each narrowing', async () => {
  const analyst = await as('performance');
  assert.deepEqual(names(await analyst.get('/children?search=kofi')), ['Aldenfen, Kofi']);
  assert.deepEqual(names(await analyst.get('/children?search=3%2F5%2F2014')), ['Aldenfen, Kofi']);
  assert.deepEqual(names(await analyst.get('/children?standing=left')), ['Sallowby, Tam']);
  assert.deepEqual(names(await analyst.get('/children?legal-status=section-20')), ['Aldenfen, Ama']);
  assert.deepEqual(names(await analyst.get('/children?district=outside-england')), ['NM6']);
  assert.deepEqual(names(await analyst.get('/children?age=unknown&worker=none')), ['NM6']);
  const none = await analyst.get('/children?search=nobody&age=0');
  assert.match(none.text, /No child is like that in every way asked for/);
  assert.match(none.text, /Look among everyone in the record/);
  const without = none.page.querySelectorAll('.app-chips a').map((link) => link.getAttribute('href'));
  assert.deepEqual(without, ['/children?age=0', '/children?search=nobody', '/children']);
});

test('a column is sorted by a link, which says which way it is sorted', async () => {
  const analyst = await as('performance');
  const header = (seen: Seen, text: string) =>
    seen.page.querySelectorAll('thead th').find((cell) => cell.text.startsWith(text));
  const list = await analyst.get('/children?sort=age');
  assert.equal(header(list, 'Age')?.getAttribute('aria-sort'), 'ascending');
  assert.equal(header(list, 'Child')?.getAttribute('aria-sort'), undefined);
  assert.deepEqual(names(list), ['Aldenfen, Ama', 'Aldenfen, Kofi', 'NM6'], 'youngest first, not known last');
  const other = header(list, 'Age')?.querySelector('a')?.getAttribute('href') ?? '';
  const turned = await analyst.get(other);
  assert.equal(header(turned, 'Age')?.getAttribute('aria-sort'), 'descending');
  assert.deepEqual(names(turned), ['Aldenfen, Kofi', 'Aldenfen, Ama', 'NM6'], 'not known last either way');
});

test('a child’s pages tell where they live, how they came there, and who works with them', async () => {
  const ana = await service.signedInAs(world.ana);
  const overview = await ana.get('/children/NM1');
  assert.equal(overview.status, 200);
  assert.match(overview.text, /Kofi lives with Mr and Mrs Lowe .* since 4 May 2025/);
  assert.match(overview.text, /Away just now: in hospital/);
  assert.match(overview.text, /Kofi Aldenfen has moved once while in care/);
  assert.match(overview.text, /One, whose record is not open to you/);
  assert.doesNotMatch(overview.text, /\bAma\b/, 'a sister out of reach is not named');
  const journey = await ana.get('/children/NM1/journey');
  assert.match(journey.text, /Lane House/);
  assert.match(journey.text, /Move 1/);
  const facts = await ana.get('/children/NM1/record');
  assert.match(facts.text, /Teeth checked by a dentist/);
  assert.match(facts.text, /Ana Fenwright \(SW1001\)/);
});

test('a child with no more than a header, one without name or birthday, and one who left all have a page', async () => {
  const analyst = await as('performance');
  assert.match((await analyst.get('/children/NM5')).text, /No time in care is recorded/);
  assert.match((await analyst.get('/children/NM5/journey')).text, /No time in care is recorded/);
  assert.match((await analyst.get('/children/NM6')).text, /Date of birth not recorded/);
  assert.match((await analyst.get('/children/NM4')).text, /Tam left care on 30 June 2026: went home/);
});

test('a day in the past shows what that day could know, and the links carry it on', async () => {
  const ana = await service.signedInAs(world.ana);
  const then = await ana.get('/children/NM1?as-of=2025-01-01');
  assert.match(then.text, /Kofi lives at Lane House/);
  assert.doesNotMatch(then.text, /Lowe/);
  const links = then.page
    .querySelectorAll('.moj-sub-navigation a')
    .map((link) => link.getAttribute('href') ?? '');
  assert.ok(
    links.every((link) => link.endsWith('?as-of=2025-01-01')),
    String(links),
  );
  const list = await ana.get('/children?as-of=2026-06-29&standing=in-care');
  assert.ok(names(list).includes('Sallowby, Tam'));
});

test('a child learned of later is not known then, and their record is as it was believed', async () => {
  await world.saveChildren(
    [aChild('NM7', { details: { givenName: 'Isla' }, episodes: [anEpisode({ decom: '2026-01-01' })] })],
    '2026-11-20T09:00:00Z',
  );
  const analyst = await as('performance');
  assert.equal((await analyst.get('/children/NM7')).status, 200);
  const then = await analyst.get('/children/NM7?known-at=2026-11-10');
  assert.equal(then.heading, 'Nothing was known of this child then');
  assert.doesNotMatch(then.text, /Isla/);
  assert.ok(!names(await analyst.get('/children?known-at=2026-11-10')).includes('Isla'));
});

test('every view is written in the audit before the page leaves, and everyone who may can read who looked', async () => {
  const ana = await service.signedInAs(world.ana);
  const before = (await looksAt('NM1')).length;
  await ana.get('/children/NM1');
  await ana.get('/children/NM1/journey');
  const entries = await looksAt('NM1');
  assert.equal(entries.length, before + 2);
  assert.deepEqual(
    entries.slice(0, 2).map(({ action, actor }) => [action, actor]),
    [
      ['child-journey-viewed', String(world.ana)],
      ['child-viewed', String(world.ana)],
    ],
  );
  const looks = await ana.get('/children/NM1/who-has-looked');
  assert.match(looks.text, /Ana Fenwright ?Social worker ?Looked at the journey/);
  await ana.get('/children');
  const after = await ana.get('/children/NM1/who-has-looked');
  assert.match(after.text, /Ana Fenwright ?Social worker ?Saw the name in the list of children/);
});

test('a page that cannot be written in the audit is not shown', async () => {
  const ana = await service.signedInAs(world.ana);
  await world.withoutAudit(async () => {
    for (const path of ['/children/NM1', '/children/NM1/journey', '/children/NM1/record', '/children']) {
      const seen = await ana.get(path);
      assert.equal(seen.status, 500, path);
      assert.doesNotMatch(seen.markup, /Kofi|Aldenfen/, path);
    }
  });
  assert.equal((await ana.get('/children/NM1')).status, 200);
});

test('a child out of reach, of another authority or not there at all looks the same', async () => {
  const ana = await service.signedInAs(world.ana);
  const pages = await Promise.all(['NM2', 'SF1', 'NOBODY'].map((id) => ana.get(`/children/${id}`)));
  for (const seen of pages) {
    assert.equal(seen.status, 404);
    assert.equal(seen.text, pages[0]?.text);
  }
  for (const part of ['journey', 'record', 'who-has-looked'])
    assert.equal((await ana.get(`/children/NM2/${part}`)).status, 404, part);
  const byAna = (await looksAt('NM2')).filter(({ actor }) => actor === String(world.ana));
  assert.deepEqual(byAna, [], 'nothing was seen, so nothing is said to have been');
});

test('an elected member is shown no list, no child, no map and no file', async () => {
  const member = await as('elected-member');
  for (const path of [
    '/children',
    '/children/NM1',
    '/children/NM1/journey',
    '/where-children-live',
    '/download-children',
  ])
    assert.equal((await member.get(path)).status, 403, path);
});

test('an identifier typed in small letters finds the same child, and is looked at under the child’s own', async () => {
  const ana = await service.signedInAs(world.ana);
  const looksBefore = await looksAt('NM1');
  const typed = await ana.get('/children/nm1');
  assert.equal(typed.status, 200);
  assert.equal((await looksAt('NM1')).length, looksBefore.length + 1);
  assert.deepEqual(await looksAt('nm1'), []);
  assert.equal(typed.heading, (await ana.get('/children/NM1')).heading);
  assert.equal((await ana.get('/children/nm1/journey')).status, 200);
  const asking = await (await as('director')).get('/children/nm3');
  assert.deepEqual([asking.status, asking.heading], [403, 'NM3 This record is restricted']);
});

test('a restricted record asks why, says nothing of the child until told, and is then open', async () => {
  const director = await as('director');
  const asking = await director.get('/children/NM3');
  assert.equal(asking.status, 403);
  assert.equal(asking.heading, 'NM3 This record is restricted');
  assert.doesNotMatch(asking.markup, /Zo|Quillfeather|2012/);
  assert.deepEqual(await looksAt('NM3'), [], 'being asked is not a view');
  const short = await director.post('/children/NM3/open', { reason: 'to look' });
  assert.equal(short.status, 422);
  assert.match(short.text, /Say in a sentence why/);
  const opened = await director.post('/children/NM3/open', {
    reason: 'Her carer rang and I am on call tonight',
  });
  const record = await director.follow(opened);
  assert.match(
    record.text,
    /It is open to you until .* because you wrote: “Her carer rang and I am on call tonight”/,
  );
  assert.match(
    (await director.get('/children/NM3/who-has-looked')).text,
    /Her carer rang and I am on call tonight/,
  );
  assert.equal((await (await as('director')).get('/children/NM3')).status, 403, 'not for anyone else');
});

test('a conflict of interest is said, and the record stays shut', async () => {
  const director = await world.someone('director');
  await world.conflict('NM4', director);
  const browser = await service.signedInAs(director);
  const seen = await browser.get('/children/NM4');
  assert.equal(seen.status, 403);
  assert.match(seen.text, /conflict of interest/);
  assert.doesNotMatch(seen.markup, /Sallowby/);
});

test('the map’s table holds every child in care, wherever they are', async () => {
  const where = await (await as('director')).get('/where-children-live');
  assert.equal(where.status, 200);
  const table = where.page.querySelectorAll('table').at(-1);
  const rows = table
    ?.querySelectorAll('tbody tr')
    .map((tr) => tr.querySelectorAll('th,td').map((cell) => cell.text));
  const all = table?.querySelectorAll('tfoot th, tfoot td').map((cell) => cell.text);
  assert.deepEqual(all, ['All', '', '5', '5', '0']);
  assert.ok(
    rows?.some(
      ([district, , from, living]) => district === 'Outside England' && from === '0' && living === '1',
    ),
  );
  assert.ok(rows?.some(([district, , from]) => district === 'Not known' && from === '1'));
});

test('a file asks what it is for, holds what the list held, and runs nothing in a spreadsheet', async () => {
  await world.saveChildren(
    [
      aChild('=NM8', {
        details: { givenName: '+Tess, "T"' },
        episodes: [anEpisode({ decom: '2026-02-01' })],
      }),
    ],
    '2026-11-21T09:00:00Z',
  );
  const analyst = await as('performance');
  const form = await analyst.get('/download-children?search=nm8');
  assert.equal(form.heading, 'Download a list of children');
  const action = form.page.querySelector('main form')?.getAttribute('action') ?? '';
  const unsaid = await analyst.post(action, {});
  assert.equal(unsaid.status, 422);
  assert.equal(unsaid.headers['content-disposition'], undefined);
  const file = await analyst.post(action, { purpose: 'data-quality' });
  assert.equal(file.status, 200);
  assert.match(String(file.headers['content-disposition']), /children-2026-11-23\.csv/);
  const [, line, ...rest] = file.text.split('\r\n');
  assert.match(line ?? '', /^'=NM8,"'\+Tess, ""T""",/);
  assert.deepEqual(rest, ['']);
  assert.equal((await (await service.signedInAs(world.ana)).get('/download-children')).status, 403);
});

test('an authority with nothing yet says so, and says what to do to those who can', async () => {
  const nobodys = await service.signedInAs(await world.someone('social-worker'));
  const seen = await nobodys.get('/children');
  assert.match(seen.text, /does not have you as any child’s social worker/);
});
