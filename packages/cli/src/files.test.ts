import assert from 'node:assert/strict';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createWorld, giveDocuments, giveRequests, loadDemonstration, newFileKeyText } from '@rightplace/app';
import { demonstration, INVENTED_DOCUMENTS, inventRequests, withSlips } from '@rightplace/demo';
import { day, moment } from '@rightplace/domain';
import {
  asTenantReading,
  findAttachmentKey,
  findAttachmentPiece,
  listAllAttachments,
  listAudit,
  listAuthorities,
} from '@rightplace/store';
import { commandLine } from '../test/run-command.ts';
import type { Terminal } from './command.ts';
import { fileKeeping } from './file-keeping.ts';
import { withRecord } from './settings.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rp-files-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const AT = moment('2026-11-23T09:00:00Z');
const rightplace = commandLine(() => folder);

test('documents open after a backup is put back with their key, are put under another, and say so without it', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  const notes: string[] = [];
  const terminal = { env: {}, cwd: folder, note: (text: string) => notes.push(text) } as unknown as Terminal;
  const invocation = { options: { data: from }, positionals: [] };
  await withRecord(invocation, terminal, async (store) => {
    await loadDemonstration(
      store,
      withSlips(demonstration({ seed: 'files', asOf: day('2026-11-23'), children: 60, years: 2 }), 'files'),
      AT,
    );
    const files = await fileKeeping(store, invocation, terminal);
    assert.ok(files !== undefined);
    const world = createWorld({ db: store.app, now: () => AT, mode: 'demo', files });
    await giveRequests(world, inventRequests);
    await giveDocuments(world, INVENTED_DOCUMENTS);
    return 0;
  });
  const key = join(from, 'files.key');
  assert.equal(statSync(key).mode & 0o777, 0o600);
  assert.match(notes.join(' '), /A key for documents was made in .*files\.key/);
  const inFrom = (...args: readonly string[]) => rightplace('files', ...args, '--data', from);
  const checked = await inFrom('check');
  assert.deepEqual([checked.code, checked.out], [0, '3 documents open and are as they were attached.']);

  await rightplace('backup', 'all.backup', '--data', from);
  assert.equal((await rightplace('restore', 'all.backup', '--data', to)).code, 0);
  const inTo = (...args: readonly string[]) => rightplace('files', ...args, '--data', to);
  assert.match((await inTo('check')).notes, /There is no key for documents/);
  writeFileSync(join(to, 'files.key'), `${newFileKeyText()}\n`);
  const without = await inTo('check');
  assert.equal(without.code, 1);
  assert.match(
    without.out,
    /^0 documents open.*\nDocuments are sealed with a key that this service does not have \([0-9a-f]{12}\)/,
  );
  assert.match((await inTo('rekey')).notes, /Put it after the one in use/);
  appendFileSync(join(to, 'files.key'), readFileSync(key));
  assert.equal((await inTo('check')).code, 0);
  assert.match((await inTo('rekey')).out, /^3 documents put under the key/);
  writeFileSync(join(to, 'files.key'), readFileSync(join(to, 'files.key'), 'utf8').split('\n')[0] ?? '');
  assert.equal((await inTo('check')).code, 0, 'with the new key alone');
  copyFileSync(key, join(to, 'files.key'));
  assert.equal((await inTo('check')).code, 1, 'and not with the old one');
});

test('a document is erased for good with a reason, by number, and only where that is said twice; the others open still', async () => {
  const data = join(folder, 'from');
  const terminal = { env: {}, cwd: folder, note: () => {} } as unknown as Terminal;
  const reading = <T>(work: Parameters<typeof asTenantReading<T>>[2]) =>
    withRecord({ options: { data }, positionals: [] }, terminal, async (store) =>
      asTenantReading(store.app, { authorityId: (await listAuthorities(store.app))[0]?.code ?? '' }, work),
    );
  const [document, ...others] = await reading(listAllAttachments);
  assert.ok(document !== undefined && others.length === 2);
  const [authority] = await withRecord({ options: { data }, positionals: [] }, terminal, (store) =>
    listAuthorities(store.app),
  );
  const of = ['files', 'erase', '--data', data, '--authority', authority?.code ?? ''] as const;
  const numbers = ['--case', String(document.caseId), '--document', String(document.id)] as const;
  const erase = (...more: readonly string[]) => rightplace(...of, ...numbers, ...more);
  assert.match((await erase('--for-good')).notes, /needs --case, --document and --reason/);
  const why = ['--reason', 'Attached to the wrong child'];
  const shown = await erase(...why);
  assert.match(shown.out, /Nothing was erased\. Say --for-good/);
  assert.ok(shown.out.includes(document.name));
  assert.equal((await reading(listAllAttachments))[0]?.erasure, null);
  const another = ['--case', '1', '--document', '99999', '--for-good'] as const;
  assert.match((await rightplace(...of, ...why, ...another)).notes, /no such document/);

  const done = await erase(...why, '--for-good');
  assert.deepEqual([done.code, /is erased, with its name/.test(done.out)], [0, true]);
  const [gone] = await reading(listAllAttachments);
  assert.deepEqual([gone?.name, gone?.about, gone?.erasure?.why], ['Erased document', 'Erased', why[1]]);
  assert.equal(gone?.sha256, document.sha256, 'a copy found elsewhere can still be told to be the one');
  assert.equal(await reading((tx) => findAttachmentPiece(tx, { id: document.id, number: 0 })), undefined);
  assert.equal(await reading((tx) => findAttachmentKey(tx, document.id)), undefined);
  const said = await reading((tx) => listAudit(tx, {}));
  const entry = said.find(({ action }) => action === 'case-document-erased');
  assert.deepEqual([entry?.actor, entry?.why], ['command line', why[1]]);
  const checked = await rightplace('files', 'check', '--data', data);
  assert.deepEqual(
    [checked.code, checked.out],
    [0, '2 documents open and are as they were attached.\n1 document was erased, and is not opened.'],
  );
  assert.equal((await rightplace('files', 'rekey', '--data', data)).code, 0);
  assert.match((await erase(...why)).notes, /erased before.* say --for-good to finish it/);
  const again = await erase('--reason', 'Another', '--for-good');
  assert.deepEqual(
    [again.code, /was erased before, because: Attached to.* finished now/.test(again.out)],
    [0, true],
  );
});

test('a key, a scanner or a size that is none is said before anything is done with it', async () => {
  const at = join(folder, 'settings');
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'files.key'), 'not a key\n');
  assert.match(
    (await rightplace('files', 'check', '--data', at)).notes,
    /should hold keys of 32 bytes in base64/,
  );
  assert.match(
    (await rightplace('files', 'open')).notes,
    /files takes one of check, rekey, erase and new-key/,
  );
  assert.match((await rightplace('files', 'new-key')).out, /^[A-Za-z0-9+/]{43}=$/);
  for (const [name, value, said] of [
    ['RIGHTPLACE_FILES_KEY', 'secret', /takes keys of 32 bytes/],
    ['RIGHTPLACE_SCAN', 'localhost', /takes none, clamd:/],
    ['RIGHTPLACE_FILES_MOST_MB', '500', /from 1 to 100/],
  ] as const) {
    const terminal = { env: { [name]: value }, cwd: folder, note: () => {} } as unknown as Terminal;
    await assert.rejects(fileKeeping({} as never, { options: {}, positionals: [] }, terminal), said);
  }
});
