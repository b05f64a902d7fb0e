import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { asSuperuser, asTenant, eraseAttachment, holdCase } from '@rightplace/store';
import { sql } from 'kysely';
import { aPdf, piecesOf } from '../../test/documents.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { listNotices } from '../notifications/list-notices.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { attachDocument } from './attach-document.ts';
import { documentToErase, eraseDocument } from './erase-document.ts';
import { scanWaiting } from './scan-attachments.ts';
import { takeOffDocument } from './take-off-document.ts';

const AUTHORITY = { authorityId: NORTHMARSH };
const WHY = 'It was another child’s';

let world: EntryWorld;
let ana: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ({ signedIn: ana } = await world.signIn(world.ana));
});
after(() => world.close());

const seen = async (caseId: number) => {
  const view = await world.seenBy(ana, caseId);
  assert.ok(view.kind === 'case');
  return view;
};

const attached = async (child: string): Promise<{ readonly caseId: number; readonly id: number }> => {
  const caseId = await world.begin(child);
  const file = { name: 'Minutes.pdf', content: piecesOf(aPdf(`Of ${child}`)) };
  await attachDocument(world, ana, { id: caseId, key: child, about: 'Minutes', section: '', file });
  const { id } = (await seen(caseId)).attached.documents[0] ?? assert.fail('nothing is attached');
  return { caseId, id };
};

const erase = (of: { readonly caseId: number; readonly id: number }) =>
  eraseDocument({ owner: world.database.owner, now: world.now }, { ...AUTHORITY, ...of, why: WHY });

/** The file of the database that keys are in: another one once their table was written anew. */
const fileOfKeys = async (): Promise<number | undefined> =>
  (
    await sql<{ file: number }>`
      select pg_relation_filenode('attachment_key')::integer as file`.execute(world.database.owner)
  ).rows[0]?.file;

const rowsOf = async (table: 'attachment_removal' | 'attachment_scan', id: number) =>
  asTenant(
    world.db,
    AUTHORITY,
    async (tx) =>
      (await sql<object>`select * from ${sql.table(table)} where attachment_id = ${id}`.execute(tx)).rows,
  );

test('an erasure that was interrupted before its key was out of the database’s files is finished by the same again', async () => {
  const of = await attached('D20');
  // As far as it came: written, and the keys’ table not yet written anew.
  await asTenant(world.database.owner, AUTHORITY, (tx) =>
    eraseAttachment(tx, { id: of.id, erasedAt: world.now(), why: 'The first reason' }),
  );
  const shown = await documentToErase(world, { ...AUTHORITY, ...of });
  assert.equal(shown.kind === 'refused' && shown.name, 'erased-before');
  const file = await fileOfKeys();
  assert.deepEqual(await erase(of), { kind: 'erasure-finished', why: 'The first reason' });
  assert.notEqual(await fileOfKeys(), file, 'no key of it is left in a file');
  const [document] = (await seen(of.caseId)).attached.documents;
  assert.equal(document?.erasure?.why, 'The first reason', 'why it was erased stands');
});

test('of a document that was taken off, the words with which it was are erased with it, and the audit keeps its own', async () => {
  const of = await attached('D21');
  const words = 'Rowan Quill’s, not hers';
  assert.equal((await takeOffDocument(world, ana, { ...of, why: words })).kind, 'document-taken-off');
  assert.match((await seen(of.caseId)).chronology[0]?.sentence ?? '', /Rowan Quill/);
  assert.equal((await erase(of)).kind, 'document-erased');
  const view = await seen(of.caseId);
  assert.doesNotMatch(
    JSON.stringify([view.attached, view.chronology, await rowsOf('attachment_removal', of.id)]),
    /Rowan/,
  );
  assert.ok(
    view.chronology.some(({ sentence }) =>
      sentence.endsWith('took a document off the case, and it was erased later'),
    ),
  );
  const [entry] = (await world.auditOf('D21')).filter(({ action }) => action === 'case-document-taken-off');
  assert.equal(entry?.why, words, 'what the audit was told is never changed');

  // Erased before these words were: they go when the same is done again.
  await asSuperuser(
    world.database,
    `update attachment_removal set why = 'Rowan Quill again' where attachment_id = ${of.id}`,
  );
  assert.equal((await erase(of)).kind, 'erasure-finished');
  assert.doesNotMatch(JSON.stringify(await rowsOf('attachment_removal', of.id)), /Rowan/);
});

const scannedMeanwhile = (meanwhile: () => Promise<unknown>, first?: () => Promise<unknown>): World => ({
  ...world,
  files: {
    keys: world.files?.keys ?? assert.fail(),
    mostBytes: 1_000_000,
    scanner: {
      scan: async (content) => {
        await first?.();
        for await (const part of content) assert.ok(part);
        await meanwhile();
        return { outcome: 'refused', said: 'Rowan-Quill-Signature' };
      },
    },
  },
});

const nothingSaid = async ({ id }: { readonly id: number }, child: string): Promise<void> => {
  assert.deepEqual(await rowsOf('attachment_scan', id), []);
  assert.doesNotMatch(JSON.stringify(await world.auditOf(child)), /Rowan|document-scanned/);
  const notices = await listNotices(world, ana);
  assert.ok(notices.kind === 'notices');
  assert.ok(!notices.lines.some(({ kind }) => kind === 'document-refused'));
};

test('what a scan says that began before its document was erased is not kept, told or put in the audit', async () => {
  const of = await attached('D22');
  await scanWaiting(scannedMeanwhile(() => erase(of)));
  await nothingSaid(of, 'D22');
});

test('nor is it where the scan ends while the document is being erased', async () => {
  const of = await attached('D23');
  const waitsOrEnds = async (scan: { ended: boolean }): Promise<void> => {
    const waiting = sql`select 1 from pg_locks where locktype = 'advisory' and not granted`;
    while (!scan.ended && (await waiting.execute(world.db)).rows.length === 0) await pause(10);
  };
  const scan = { ended: false };
  let scanning: Promise<void> | undefined;
  await asTenant(world.database.owner, AUTHORITY, async (tx) => {
    await holdCase(tx, of.caseId);
    await eraseAttachment(tx, { id: of.id, erasedAt: world.now(), why: WHY });
    scanning = scanWaiting(scannedMeanwhile(() => Promise.resolve())).finally(() => {
      scan.ended = true;
    });
    await waitsOrEnds(scan);
  });
  await scanning;
  await nothingSaid(of, 'D23');
});

test('a document that is erased before the scanner has all of it keeps no other waiting', async () => {
  const of = await attached('D24');
  const next = await attached('D25');
  let left: (() => Promise<unknown>) | undefined = () => erase(of);
  const erasesFirst = async (): Promise<void> => {
    const now = left;
    left = undefined;
    await now?.();
  };
  await scanWaiting(scannedMeanwhile(() => Promise.resolve(), erasesFirst));
  assert.equal((await rowsOf('attachment_scan', of.id)).length, 0);
  assert.equal((await rowsOf('attachment_scan', next.id)).length, 1);
});
