import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { zip } from '@rightplace/app';
import { ALL_ROLES, type Role } from '@rightplace/domain';
import { csvFile, EPISODES, HEADER, REVIEWS, smallReturn } from '../../../../app/test/returns.ts';
import {
  aService,
  aWorld,
  type Browser,
  type Seen,
  type SentFile,
  type Service,
  SOUTHFELL,
  type TestWorld,
} from '../../../test/service.ts';

let world: TestWorld;
let service: Service;
let analyst: Browser;

before(async () => {
  world = await aWorld();
  service = aService(world);
  const { personId } = await world.addPerson({ name: 'Ada Analyst', role: 'performance' });
  analyst = await service.signedInAs(personId);
});
after(() => world.close());

/** Sends files and looks at the page of what they would do. */
const read = async (files: readonly SentFile[], year = '', browser = analyst): Promise<Seen> => {
  await browser.get('/imports/load');
  const sent = await browser.upload('/imports/load', { year }, files);
  return sent.status === 303 ? browser.follow(sent) : sent;
};

const addressOf = (seen: Seen): string =>
  seen.page.querySelector('form[action$="/discard"]')?.getAttribute('action')?.replace('/discard', '') ?? '';

const load = async (seen: Seen, browser = analyst): Promise<Seen> =>
  browser.follow(await browser.post(`${addressOf(seen)}/load`, { invented: 'yes' }));

/** As they come when files are chosen one by one: in no folder. */
const chosen = smallReturn().map(({ name, bytes }) => ({ name: name.replace('2026/', ''), bytes }));

const cards = (seen: Seen): readonly string[] =>
  seen.page.querySelectorAll('.app-stat__figure').map(({ text }) => text.trim());

test('a return is sent, looked at and loaded, and then the history says so', async () => {
  const preview = await read(chosen);
  assert.equal(preview.heading, 'Return for 2025-26 2 children would be added');
  assert.deepEqual(cards(preview).slice(0, 4), ['6 new', '0 changed', '0 ended', '0 unchanged']);
  assert.match(preview.text, /Nothing has been loaded yet/);
  assert.match((await analyst.get('/children')).text, /No children yet/, 'nothing is there yet');

  const done = await load(preview);
  assert.equal(done.heading, 'Return for 2025-26 2 children added');
  assert.match(done.text, /Return for 2025-26 loaded/);
  assert.match(done.text, /Loaded by Ada Analyst on 23 November 2026/);
  assert.match((await analyst.get('/children')).text, /ZZ1/);
  assert.equal(done.page.querySelector('form[action$="/load"]'), null, 'there is no second time');

  const history = await analyst.get('/imports');
  assert.match(history.text, /Return for 2025-26Ada Analyst Loaded/);
});

test('before anything is loaded it is said what the rules of the return find, and that none of it stands in the way', async () => {
  const preview = await read(chosen);
  const part = preview.page.querySelector('section[aria-labelledby="rules-found"]');
  assert.match(
    part?.text ?? '',
    /rules of the collection year 2025-26 were run on these files, without last year’s return, of which there is nothing/,
  );
  assert.match(part?.text ?? '', /None of it stops the return from being loaded/);
  const rules = part?.querySelectorAll('tbody th, tbody td:first-child').map(({ text }) => text.trim());
  assert.ok(rules?.includes('442'), 'a child in care without a pupil number');
  const link = part
    ?.querySelectorAll('tbody a')
    .find((each) => /rule=442/.test(each.getAttribute('href') ?? ''));
  const rows = await analyst.get(link?.getAttribute('href') ?? 'no link');
  assert.match(rows.heading, /found by rule 442/);
  assert.match(rows.text, /ZZ1 *header\.csv *2 *UPN blank/);
  const list = await analyst.get(`${addressOf(preview)}/found.csv`);
  assert.match(list.text, /442,error,[^\r]*header\.csv,2,ZZ1,UPN[^\r]*,UPN blank,/);
  assert.equal((await analyst.get(`${addressOf(preview)}/found?rule=101`)).status, 404);
  assert.equal((await analyst.get(`${addressOf(preview)}/found`)).status, 404);

  const { personId } = await world.addPerson({ name: 'Dinah Dray', role: 'director' });
  const director = await service.signedInAs(personId);
  const looked = await director.get(addressOf(preview));
  assert.match(looked.text, /Pupil number missing/);
  assert.equal(looked.page.querySelector('a[href*=found]'), null, 'counts, and no rows');
  assert.equal((await director.get(`${addressOf(preview)}/found?rule=442`)).status, 403);
  assert.equal((await director.get(`${addressOf(preview)}/found.csv`)).status, 403);
  await analyst.post(`${addressOf(preview)}/discard`);
});

test('the same again would change nothing, and a corrected return says which figures it changed', async () => {
  const same = await read(chosen);
  assert.equal(same.heading, 'Return for 2025-26 Loading these files would change nothing');
  assert.deepEqual(cards(same).slice(0, 4), ['0 new', '0 changed', '0 ended', '6 unchanged']);
  const corrected = await read([
    csvFile('episodes.csv', EPISODES, 'ZZ1,01/05/2025,S,C2,N1,K2,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001'),
  ]);
  assert.equal(corrected.heading, 'Return for 2025-26 One child’s record would change');
  world.pass(20);
  const done = await load(corrected);
  const link = done.page
    .querySelectorAll('main a')
    .map((each) => each.getAttribute('href') ?? '')
    .find((href) => href.startsWith('/measures/cla-number/changes?since='));
  assert.ok(link !== undefined, 'the change can be followed to the figures');
  assert.equal((await analyst.get(link)).status, 200);
});

test('files of another year than was chosen for them are loaded only after a warning has said so', async () => {
  const warned = await read(chosen, '2025');
  assert.match(
    warned.page.querySelector('.govuk-warning-text')?.text ?? '',
    /By their dates these files are of 2025-26, and they were given as the return for 2024-25/,
  );
  const right = await analyst.follow(
    await analyst.post(`${addressOf(warned)}/preview-again`, { year: '2026' }),
  );
  assert.equal(right.page.querySelector('.govuk-warning-text'), null);
  for (const each of [warned, right]) await analyst.post(`${addressOf(each)}/discard`);
});

test('files in which nothing tells the year are loaded once it is chosen, without sending them again', async () => {
  const preview = await read([csvFile('header.csv', HEADER, 'ZZ7,F,01/02/2015,WBRI,,,')]);
  assert.equal(preview.heading, 'Return of no year 1 child would be added');
  assert.match(preview.text, /Which collection year are these files for\?/);
  const address = addressOf(preview);
  assert.equal(preview.page.querySelector(`form[action="${address}/load"]`), null);
  const refused = await analyst.post(`${address}/load`, { invented: 'yes' });
  assert.match(refused.text, /Say which it is/);
  const again = await analyst.follow(await analyst.post(`${address}/preview-again`, { year: '2026' }));
  assert.equal(again.heading, 'Return for 2025-26 1 child would be added');
  assert.ok(again.page.querySelector(`form[action="${addressOf(again)}/load"]`));
});

test('nothing is loaded twice: the form sent again says so and does nothing', async () => {
  const preview = await read([csvFile('header.csv', HEADER, 'ZZ3,F,01/02/2015,WBRI,,,')], '2026');
  const address = addressOf(preview);
  await analyst.post(`${address}/load`, { invented: 'yes' });
  const again = await analyst.post(`${address}/load`, { invented: 'yes' });
  assert.equal(again.status, 422);
  assert.match(again.text, /already loaded into the record\. Nothing was done a second time/);
});

test('into the demonstration authority only when it is said that the files hold no real children', async () => {
  const preview = await read([csvFile('header.csv', HEADER, 'ZZ4,F,01/02/2015,WBRI,,,')], '2026');
  assert.match(preview.text, /This is the demonstration authority/);
  const address = addressOf(preview);
  const refused = await analyst.post(`${address}/load`);
  assert.equal(refused.status, 422);
  assert.match(refused.page.querySelector('title')?.text ?? '', /^Error: /);
  assert.equal(
    refused.page.querySelector('.govuk-error-summary a')?.getAttribute('href'),
    `#${refused.page.querySelector('input[name=invented]')?.getAttribute('id')}`,
  );
  assert.doesNotMatch((await analyst.get('/children?standing=all')).text, /ZZ4/);
});

test('discarded files change nothing, stay in the history and can be read again', async () => {
  const preview = await read([csvFile('header.csv', HEADER, 'ZZ5,F,01/02/2015,WBRI,,,')], '2026');
  const address = addressOf(preview);
  const list = await analyst.follow(await analyst.post(`${address}/discard`));
  assert.match(list.text, /Discarded\. Nothing was loaded/);
  const kept = await analyst.get(address);
  assert.match(kept.text, /Discarded by Ada Analyst/);
  const again = await analyst.follow(await analyst.post(`${address}/preview-again`, { year: '2025' }));
  assert.equal(again.heading, 'Return for 2024-25 1 child would be added');
});

test('a record that has changed meanwhile is said, and looking again is offered', async () => {
  const row = (home: string) =>
    csvFile('episodes.csv', EPISODES, `ZZ6,01/05/2025,S,C2,N1,${home},PR1,,,,,,9900001`);
  const first = await read([row('U6')]);
  await load(await read([row('K2')]));
  const refused = await analyst.post(`${addressOf(first)}/load`, { invented: 'yes' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /The record has changed since this preview/);
  assert.ok(refused.page.querySelector('form[action$="/preview-again"] button'));
  assert.equal(refused.page.querySelector('main form[action$="/load"]'), null);
});

test('a script is told where to go on, and the next page is fetched only once', async () => {
  await analyst.get('/imports/load');
  const sent = await analyst.upload('/imports/load', { _answer: 'address', year: '' }, chosen);
  assert.equal(sent.status, 200);
  assert.match((JSON.parse(sent.text) as { address: string }).address, /^\/imports\/\d+$/);
});

test('no file chosen, or a year that is not offered, is said beside its field', async () => {
  for (const [files, year, field, words] of [
    [[{ name: '', bytes: new Uint8Array() }], '', 'files', /Choose the files of a return/],
    [[], '', 'files', /Choose the files of a return/],
    [chosen, '1066', 'year', /Choose a collection year/],
  ] as const) {
    const seen = await read(files, year);
    assert.equal(seen.status, 422);
    assert.match(seen.text, words);
    assert.equal(seen.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), `#${field}`);
    assert.ok(seen.page.getElementById(field));
  }
});

test('many rows set aside are told by reason, each with a page of its own and one list to download', async () => {
  const rows = Array.from({ length: 250 }, (_, i) => `=Z${i},01/02/2014,2025-05-${10 + (i % 9)},PN1`);
  const seen = await read([csvFile('reviews.csv', REVIEWS, ...rows, 'ZZ1,01/02/2014,28/05/2025,XX9')]);
  assert.match(seen.text, /251 rows were not taken in/);
  const link = seen.page.querySelector('a[href*="rule=bad-date"]')?.getAttribute('href') ?? '';
  assert.match(seen.text, /A date that is not a real day written DD\/MM\/YYYYReviews250/);
  const second = await analyst.get(`${link}&page=2`);
  assert.equal(second.page.querySelectorAll('tbody tr').length, 100);
  assert.match(second.text, /Rows 101 to 200 of 250/);
  assert.equal((await analyst.get(`${link}&page=999`)).page.querySelectorAll('tbody tr').length, 50);
  assert.equal((await analyst.get(link.replace('bad-date', 'no-such-rule'))).status, 404);
  const report = await analyst.get(`${addressOf(seen)}/set-aside.csv`);
  assert.equal(report.headers['content-type'], 'text/csv; charset=utf-8');
  assert.match(report.text, /\r\nreviews\.csv,2,Reviews,'=Z0,bad-date,/);
});

test('a child of whom rows were set aside is told who saw them, and who took the list', async () => {
  const few = await read([csvFile('reviews.csv', REVIEWS, 'ZZ1,01/02/2014,31/02/2026,PN1')]);
  const rows = Array.from({ length: 20 }, (_, i) => `ZZ2,03/04/2010,31/02/2026,PN${i % 8}`);
  const many = await read([csvFile('reviews.csv', REVIEWS, ...rows)]);
  await analyst.get(`${addressOf(many)}/set-aside?rule=bad-date`);
  await analyst.get(`${addressOf(many)}/set-aside.csv`);
  await analyst.get(addressOf(few));
  const { personId } = await world.addPerson({ name: 'Delia Director', role: 'director' });
  const director = await service.signedInAs(personId);
  const told = async (child: string): Promise<readonly string[]> =>
    (await director.get(`/children/${child}/who-has-looked`)).page
      .querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('td')[2]?.text.trim() ?? '')
      .filter((text) => /set aside|changed this record/.test(text));
  const readIt = 'Read a return of which rows of this child were set aside';
  const saw = 'Saw rows of this child that an import set aside';
  assert.deepEqual((await told('ZZ1')).slice(0, 3), [saw, saw, readIt]);
  assert.deepEqual((await told('ZZ2')).slice(0, 3), [
    'Downloaded a list with rows of this child that an import set aside',
    saw,
    readIt,
  ]);
  assert.ok((await told('ZZ2')).includes('Loaded a return that changed this record'));
});

const bad: readonly (readonly [what: string, files: readonly SentFile[], said: RegExp])[] = [
  ['a picture', [{ name: 'header.csv', bytes: Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1') }], /picture/],
  ['an empty file', [{ name: 'header.csv', bytes: new Uint8Array() }], /This file is empty/],
  ['a truncated XML', [csvFile('r.xml', '<Message><Children><CHILD><CHILDID>ZZ8')], /XML/],
  [
    'an entity bomb',
    [csvFile('r.xml', '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><m>&b;</m>')],
    /XML/,
  ],
  ['UTF-16', [{ name: 'header.csv', bytes: Buffer.from(`\ufeff${HEADER}`, 'utf16le') }], /UTF-16/],
  [
    'dates written otherwise',
    [csvFile('header.csv', HEADER, 'ZZ8,F,2024-03-31,,,,', 'ZZ8,F,31/02/2024,,,,', 'ZZ8,F,1/4/24,,,,')],
    /31\/03\/2024/,
  ],
  ['a cell with NUL bytes', [csvFile('header.csv', HEADER, 'Z\0Z8,F,01/02/2014,,,,')], /control characters/],
  ['another table', [csvFile('stock.csv', 'SKU,PRICE', 'A1,3')], /column/i],
  ['a zip with a password', [{ name: 'r.zip', bytes: withPassword() }], /protected by a password/],
  ['a zip cut short', [{ name: 'r.zip', bytes: zip([...chosen]).slice(0, 300) }], /damaged or was cut short/],
  ['a zip bomb', [{ name: 'r.zip', bytes: bomb() }], /more than 1 GB/],
  [
    'a workbook named as a CSV',
    [{ name: 'header.csv', bytes: zip([{ name: '[Content_Types].xml', bytes: new Uint8Array(9) }]) }],
    /Excel workbook/,
  ],
];

function withPassword(): Uint8Array {
  const bytes = Buffer.from(zip([...chosen].slice(0, 1)));
  bytes.writeUInt16LE(0x0801, 6);
  bytes.writeUInt16LE(0x0801, bytes.lastIndexOf('PK\x01\x02') + 8);
  return bytes;
}

function bomb(): Uint8Array {
  const bytes = Buffer.from(zip([...chosen].slice(0, 1)));
  bytes.writeUInt32LE(0x7fffffff, bytes.lastIndexOf('PK\x01\x02') + 24);
  return bytes;
}

for (const [what, files, said] of bad)
  test(`bad input: ${what} is named, with the file and what to do, and nothing would be loaded`, async () => {
    const seen = await read(files);
    assert.equal(seen.status, 200);
    assert.equal(
      seen.heading,
      'No return Nothing in these files can be loaded'.replace(
        'No return',
        seen.heading.split(' Nothing')[0] ?? '',
      ),
    );
    assert.match(seen.text, said);
    assert.ok(seen.text.includes(files[0]?.name ?? ''), 'the file is named');
    assert.equal(seen.page.querySelector('main form[action$="/load"]'), null);
    const [file, line, wrong, todo] = [0, 1, 3, 4].map(
      (i) => seen.page.querySelectorAll('section tbody tr')[0]?.querySelectorAll('td')[i]?.text.trim() ?? '',
    );
    assert.ok(file !== '' && Number(line) >= 1 && wrong !== '' && todo !== '', seen.text.slice(0, 600));
  });

const mixed: readonly (readonly [what: string, files: readonly SentFile[], said: RegExp])[] = [
  [
    'a CHILD in Episodes and not in Header is kept',
    [csvFile('episodes.csv', EPISODES, 'ZZ11,01/05/2025,S,C2,N1,U6,PR1,,,,,,')],
    /in Episodes and in no Header.*: kept/,
  ],
  ['the same file twice is read once', [...chosen, ...chosen.slice(0, 1)], /the same rows of Header/],
  [
    'two files of one kind are read as one',
    [
      csvFile('a.csv', HEADER, 'ZZ12,F,01/02/2014,WBRI,,,'),
      csvFile('b.csv', HEADER, 'ZZ13,F,01/02/2014,WBRI,,,'),
    ],
    /a\.csv and b\.csv are both Header/,
  ],
  [
    'a formula is only text',
    [csvFile('h.csv', HEADER, '=1+1,F,01/02/2014,WBRI,,,')],
    /1 child would be added/,
  ],
  [
    'a zip with a folder a year is opened',
    [{ name: 'years.zip', bytes: zip([...smallReturn('2024'), ...smallReturn('2025')]) }],
    /Returns for 2023-24 to 2024-25/,
  ],
  [
    'what lies beside a return is named',
    [...chosen, csvFile('notes <i> mine.pdf', 'x')],
    /notes <i> mine\.pdf: It is not a CSV or XML file/,
  ],
];
for (const [what, files, said] of mixed)
  test(`odd input: ${what}`, async () => {
    assert.match((await read(files)).text, said);
  });

test('each role: an analyst loads and writes, a director sees the history, nobody else anything', async () => {
  const preview = await read(chosen);
  const address = addressOf(preview);
  const sees: Record<string, readonly Role[]> = {
    '/imports': ['performance', 'director'],
    [address]: ['performance', 'director'],
    [`${address}/set-aside.csv`]: ['performance', 'director'],
    '/imports/load': ['performance'],
    '/imports/write': ['performance'],
  };
  for (const role of ALL_ROLES) {
    const { personId } = await world.addPerson({ name: `Any ${role}`, role });
    const browser = await service.signedInAs(personId);
    for (const [path, roles] of Object.entries(sees))
      assert.equal((await browser.get(path)).status, roles.includes(role) ? 200 : 403, `${role} ${path}`);
    if (role === 'performance') continue;
    for (const form of ['load', 'discard', 'preview-again'])
      assert.equal(
        (await browser.post(`${address}/${form}`, { invented: 'yes' })).status,
        403,
        `${role} ${form}`,
      );
    assert.equal((await browser.upload('/imports/load', {}, chosen)).status, 403, `${role} sends files`);
    assert.equal(
      (await browser.post('/imports/write', { year: '2026', purpose: 'court' })).status,
      403,
      role,
    );
  }
  const { personId } = await world.addPerson({ name: 'Dora Director', role: 'director' });
  const seen = await (await service.signedInAs(personId)).get(address);
  assert.equal(seen.page.querySelector('main form'), null, 'a director is offered nothing she may not do');
});

test('another authority’s import is not found', async () => {
  const address = addressOf(await read(chosen));
  const { personId } = await world.addPerson({
    name: 'Other Olga',
    role: 'performance',
    authorityId: SOUTHFELL,
  });
  const other = await service.signedInAs(personId, SOUTHFELL);
  for (const path of [
    address,
    `${address}/set-aside`,
    `${address}/set-aside.csv`,
    '/imports/999999999999999',
    '/imports/x',
  ])
    assert.equal((await other.get(path)).status, 404, path);
  await other.get('/imports/load');
  assert.equal((await other.post(`${address}/load`, { invented: 'yes' })).status, 404);
});

test('the return of the year that one was looking at is the one offered to be written', async () => {
  const chosen = async (query: string): Promise<string | undefined> =>
    (await analyst.get(`/imports/write${query}`)).page
      .querySelector('#year option[selected]')
      ?.getAttribute('value');
  assert.equal(await chosen('?year=2025'), '2025');
  const current = await chosen('');
  assert.notEqual(current, '2025');
  assert.equal(await chosen('?year=banana'), current);
});

test('a return is written for a purpose, as a zip that can be loaded again as it comes', async () => {
  await analyst.get('/imports/write');
  const refused = await analyst.post('/imports/write', { year: '2026', format: 'csv' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Choose what the return is for/);
  const response = await service.server.inject({
    method: 'POST',
    url: '/imports/write',
    headers: {
      cookie: [...analyst.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({
      year: '2026',
      format: 'csv',
      purpose: 'statutory-return',
      _csrf: refused.page.querySelector('main input[name=_csrf]')?.getAttribute('value') ?? '',
    }).toString(),
  });
  assert.equal(response.statusCode, 200);
  assert.match(String(response.headers['content-disposition']), /return-2025-26\.zip/);
  const again = await read([{ name: 'return-2025-26.zip', bytes: response.rawPayload }]);
  assert.match(again.heading, /^Return for 2025-26 Loading these files would change nothing/);
});
