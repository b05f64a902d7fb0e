import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, POLICY, type Role } from '@rightplace/domain';
import { aPdf } from '../../../../app/test/documents.ts';
import { addressOf } from '../../../test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
const people = new Map<Role, number>();
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const ana = (): Promise<Browser> => service.signedInAs(world.ana);
const as = async (role: Role): Promise<Browser> => {
  const person = people.get(role) ?? (await world.someone(role));
  people.set(role, person);
  return service.signedInAs(person);
};

const CHILD = {
  'given-name': 'Lark',
  'family-name': 'Brindle',
  'born-day': '5',
  'born-month': '4',
  'born-year': '2015',
  sex: 'F',
};
const begin = async (worker: Browser, number: string): Promise<string> => {
  const form = await worker.get('/coming-into-care/begin');
  const key = form.page.querySelector('input[name=_key]')?.getAttribute('value') ?? '';
  return addressOf(await worker.post('/coming-into-care/begin', { _key: key, number, ...CHILD }));
};

const attach = async (
  browser: Browser,
  address: string,
  {
    name = 'Minutes.pdf',
    bytes = aPdf(name),
    about = 'Minutes of the family meeting',
    section = '',
  }: { name?: string; bytes?: Uint8Array; about?: string; section?: string } = {},
): Promise<Seen> => {
  const form = await browser.get(`${address}/documents/attach`);
  const key = form.page.querySelector('input[name=_key]')?.getAttribute('value') ?? '';
  return browser.upload(`${address}/documents/attach`, { _key: key, about, section }, [{ name, bytes }]);
};

/** Where each document is fetched from. */
const links = async (browser: Browser, address: string): Promise<readonly string[]> =>
  (await browser.get(address)).page
    .querySelectorAll('main a[href*="/documents/"]')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => /\/documents\/\d+$/.test(href));

test('a document is attached on the case’s page, is in its story, and is handed out as a file that no browser runs', async () => {
  const worker = await ana();
  const address = await begin(worker, 'A1');
  const before = await worker.get(address);
  assert.match(before.text, /Documents Nothing is attached\. Attach a document/);
  const name = `Zoë’s “plan” 💛 ${'long '.repeat(40)}.pdf`;
  const sent = await attach(worker, address, { name, about: 'The plan <b>as agreed</b>', section: 'why' });
  assert.equal(sent.location, `${address}#documents`, sent.text);
  const page = await worker.get(address);
  assert.match(page.text, /“Zoë’s -plan- 💛 long .*….pdf” is attached|The plan <b>as agreed<\/b>/);
  assert.match(
    page.text,
    /PDF, .* For “Why care”\. Ana Fenwright, 23 November 2026 at 09:00\. Not scanned for viruses: this service has no scanner/,
  );
  assert.match(page.text, /Ana Fenwright attached “.*pdf”: The plan <b>as agreed/);
  const [link] = await links(worker, address);
  const file = await worker.get(link ?? '');
  assert.equal(file.status, 200);
  assert.equal(file.text, aPdf(name).toString());
  assert.equal(file.headers['content-type'], 'application/pdf');
  const saved = String(file.headers['content-disposition']);
  assert.match(
    saved,
    /^attachment; filename="[\x20-\x7e]+\.pdf"; filename\*=UTF-8''Zo%C3%AB%E2%80%99s[^ ]*\.pdf$/,
  );
  assert.equal(file.headers['x-content-type-options'], 'nosniff');
  assert.equal(file.headers['content-security-policy'], "default-src 'none'; sandbox");
  assert.equal(file.headers['cache-control'], 'no-store');
  const actions = (await world.auditOf('A1')).map(({ action }) => action);
  assert.ok(actions.includes('case-document-attached') && actions.includes('case-document-downloaded'));
});

test('a mistake is said beside its field and above, and what was typed is still there', async () => {
  const worker = await ana();
  const address = await begin(worker, 'A2');
  const wrong = await attach(worker, address, {
    name: 'page.pdf',
    bytes: Buffer.from('<html><script>1</script>'),
    about: 'Said of <b>it</b>',
    section: 'family',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /“page\.pdf” cannot be attached\. It is a web page/);
  assert.equal(wrong.page.querySelector('#about')?.getAttribute('value'), 'Said of <b>it</b>');
  assert.equal(wrong.page.querySelector('#section option[selected]')?.getAttribute('value'), 'family');
  const summary = wrong.page.querySelectorAll('.govuk-error-summary a');
  assert.ok(
    summary.length === 1 &&
      summary.every((link) => wrong.page.querySelector(link.getAttribute('href') ?? '')),
  );
  const none = await attach(worker, address, { name: '', bytes: Buffer.alloc(0), about: '' });
  assert.match(none.text, /Say in a few words what the document is.*Choose the document to attach/);
  const large = await attach(worker, address, { bytes: Buffer.alloc(1_100_000, '%PDF- ') });
  assert.match(large.text, /is larger than 1 MB/);
  const half = await attach(worker, address, { about: '' });
  assert.match(half.text, /Choose it again: your browser does not keep it/);
  assert.deepEqual(await links(worker, address), []);
});

test('a document is taken off with a reason, and its story stays', async () => {
  const worker = await ana();
  const address = await begin(worker, 'A3');
  await attach(worker, address);
  const [link = ''] = await links(worker, address);
  const form = await worker.get(`${link}/take-off`);
  assert.match(form.heading, /Take “Minutes\.pdf” off/);
  assert.match(
    (await worker.post(`${link}/take-off`, { why: ' ' })).text,
    /Say why the document is taken off/,
  );
  const done = await worker.follow(await worker.post(`${link}/take-off`, { why: 'Of <b>another</b> child' }));
  assert.match(done.text, /“Minutes\.pdf” is taken off/);
  assert.match(done.text, /Taken off by Ana Fenwright, 23 November 2026 at 09:00: Of <b>another<\/b> child/);
  assert.deepEqual(await links(worker, address), []);
  const gone = await worker.get(link);
  assert.equal(gone.status, 403);
  assert.match(gone.text, /was taken off the case/);
});

test('each role fetches a document as it sees the case; another case’s, a guess, a stranger find nothing', async () => {
  const worker = await ana();
  const address = await begin(worker, 'A4');
  const other = await begin(worker, 'A5');
  await attach(worker, address);
  const [link = ''] = await links(worker, address);
  const number = link.split('/').at(-1) ?? '';
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const reach = POLICY[role]['see-entry-to-care'];
    const expected = reach === undefined ? [403, 404] : reach === 'own-cases' ? [404] : [200];
    const { status } = await browser.get(link);
    assert.ok(expected.includes(status), `${role} ${status}`);
    const form = await browser.get(`${address}/documents/attach`);
    assert.notEqual(form.status, 200, `${role} could attach to what is Ana’s to write`);
  }
  for (const guess of [
    `${other}/documents/${number}`,
    `${address}/documents/999999`,
    `${address}/documents/x`,
  ])
    for (const wrong of [guess, `${guess}/take-off`])
      assert.equal((await worker.get(wrong)).status, 404, wrong);
  const ben = await service.signedInAs(world.ben);
  assert.equal((await ben.get(link)).status, 404);
  assert.equal((await service.browser().get(link)).status, 303);
});
