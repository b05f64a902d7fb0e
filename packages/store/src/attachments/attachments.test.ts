import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { childId, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { backUp } from '../backup/backup.ts';
import { restoreInto } from '../backup/restore.ts';
import { addCase, listAllWriters, listWriters } from '../cases/cases.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import {
  addAttachment,
  addAttachmentRemoval,
  addAttachmentScan,
  findAttachedBy,
  findAttachment,
  findAttachmentKey,
  findAttachmentPiece,
  listAttachmentKeys,
  listAttachments,
  listUnscanned,
  replaceAttachmentKey,
} from './attachments.ts';
import { eraseAttachment } from './erase-attachment.ts';

const OURS = { authorityId: 'X00000001' };
const THEIRS = { authorityId: 'X00000002' };
const AT = moment('2026-11-02T09:30:00Z');
const CHILD = childId('T1');

let db: TestDatabase;
let jo: number;
let caseId: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asTenant(db.app, OURS, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asTenant(db.app, THEIRS, work);

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  const child = { id: CHILD, details: {}, facts: [], periodsOfCare: [], needs: [], legalStatuses: [] };
  await inside((tx) =>
    saveChildren(tx, { children: [{ ...child, placements: [] }], clock: () => AT, why: 'Invented' }),
  );
  const begun = { workflow: 'entry-to-care', version: 1, child: CHILD, begunBy: jo, teamId: null };
  caseId = (await inside((tx) => addCase(tx, { ...begun, key: 'one' }))).id;
});
after(() => db.close());

const PIECES = [randomBytes(1000), randomBytes(262_160)];
const pieces = async function* (): AsyncGenerator<Buffer> {
  yield* PIECES;
};

const add = (key: string): Promise<number> =>
  inside((tx) =>
    addAttachment(
      tx,
      {
        caseId,
        sealedAs: randomUUID(),
        name: `${key} é.pdf`,
        kind: 'pdf',
        size: 262_000,
        sha256: createHash('sha256').update(key).digest('hex'),
        about: 'Minutes',
        section: null,
        asWriter: key === 'written',
        attachedBy: jo,
        attachedAt: AT,
        key,
        sealedWith: 'k1',
        sealedKey: randomBytes(60),
      },
      pieces(),
    ),
  );

test('a document comes back piece by piece, with its key, and is found by the form it came by', async () => {
  const id = await add('first');
  const found = await inside((tx) => findAttachment(tx, { caseId, id }));
  assert.equal(found?.name, 'first é.pdf');
  assert.equal(found?.scan, null);
  assert.equal(found?.removal, null);
  for (const [number, sealed] of PIECES.entries())
    assert.deepEqual(await inside((tx) => findAttachmentPiece(tx, { id, number })), sealed);
  assert.equal(await inside((tx) => findAttachmentPiece(tx, { id, number: 2 })), undefined);
  assert.equal((await inside((tx) => findAttachmentKey(tx, id)))?.sealedWith, 'k1');
  assert.equal(await inside((tx) => findAttachedBy(tx, { caseId, attachedBy: jo, key: 'first' })), id);
  assert.equal(await inside((tx) => findAttachedBy(tx, { caseId, attachedBy: jo, key: 'no' })), undefined);
  await assert.rejects(add('first'), /duplicate key/, 'one form is one document');
});

test('whoever attached a document while they could write the request has written it; others have not', async () => {
  assert.deepEqual(await inside((tx) => listWriters(tx, caseId)), []);
  await add('written');
  assert.deepEqual(await inside((tx) => listWriters(tx, caseId)), [jo]);
  assert.deepEqual((await inside(listAllWriters)).get(caseId), [jo]);
});

test('another authority finds nothing of it, and cannot add to it', async () => {
  const id = await add('walled');
  assert.equal(await outside((tx) => findAttachment(tx, { caseId, id })), undefined);
  assert.deepEqual(await outside((tx) => listAttachments(tx, caseId)), []);
  assert.equal(await outside((tx) => findAttachmentPiece(tx, { id, number: 0 })), undefined);
  assert.equal(await outside((tx) => findAttachmentKey(tx, id)), undefined);
  assert.deepEqual(await outside(listAttachmentKeys), []);
  assert.deepEqual(await outside(listUnscanned), []);
  await assert.rejects(
    inside((tx) => eraseAttachment(tx, { id, erasedAt: AT, why: 'Asked for' })),
    /permission denied/,
  );
  const removal = { id, removedBy: jo, removedAt: AT, why: 'Not theirs' };
  await assert.rejects(
    outside((tx) => addAttachmentRemoval(tx, removal)),
    /violates foreign key/,
  );
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});

test('saboteur: without the wall another authority would find it, so the wall is what keeps it', async () => {
  const id = await add('wall down');
  await asSuperuser(db, 'alter table attachment_piece disable row level security');
  try {
    const holes = await findHolesInWalls(db.owner);
    assert.deepEqual(holes, ['attachment_piece: row-level security is off']);
    const seen = await outside((tx) =>
      sql`select 1 from attachment_piece where attachment_id = ${id}`.execute(tx),
    );
    assert.equal(seen.rows.length, PIECES.length);
    // Each query asks for its own authority besides.
    assert.equal(await outside((tx) => findAttachmentPiece(tx, { id, number: 0 })), undefined);
  } finally {
    await asSuperuser(db, 'alter table attachment_piece enable row level security');
  }
});

test('the application changes and deletes nothing of it: taking it off is a row of its own', async () => {
  const id = await add('kept');
  for (const table of [
    'attachment',
    'attachment_key',
    'attachment_piece',
    'attachment_scan',
    'attachment_removal',
    'attachment_erasure',
  ])
    for (const attempt of [`delete from ${table}`, `update ${table} set authority_id = authority_id`])
      await assert.rejects(
        inside((tx) => sql.raw(attempt).execute(tx)),
        /permission denied/,
        attempt,
      );
  const removal = { id, removedBy: jo, removedAt: AT, why: 'Of another child' };
  assert.equal(await inside((tx) => addAttachmentRemoval(tx, removal)), true);
  assert.equal(await inside((tx) => addAttachmentRemoval(tx, removal)), false, 'once');
  assert.equal((await inside((tx) => findAttachment(tx, { caseId, id })))?.removal?.why, 'Of another child');
});

test('what the scanner has given a verdict on waits for none, and a verdict stands before a failure to reach it', async () => {
  const [id, removed] = [await add('scanned'), await add('removed')];
  const waits = async () => (await inside(listUnscanned)).map((one) => one.id);
  const said = { id, scannedAt: AT, said: '' };
  assert.equal(await inside((tx) => addAttachmentScan(tx, { ...said, outcome: 'unreachable' })), true);
  assert.equal(await inside((tx) => addAttachmentScan(tx, { ...said, outcome: 'unreachable' })), false);
  assert.ok((await waits()).includes(id));
  await inside((tx) => addAttachmentScan(tx, { ...said, outcome: 'clean' }));
  assert.equal((await inside((tx) => findAttachment(tx, { caseId, id })))?.scan?.outcome, 'clean');
  await inside((tx) => addAttachmentRemoval(tx, { id: removed, removedBy: jo, removedAt: AT, why: 'Twice' }));
  const waiting = await waits();
  assert.ok(!waiting.includes(id) && !waiting.includes(removed));
});

test('a key is put under another by the owner of the tables, and a backup has every piece and key', async () => {
  const id = await add('rekeyed');
  const sealedKey = randomBytes(60);
  await asTenant(db.owner, OURS, (tx) => replaceAttachmentKey(tx, { id, sealedWith: 'k2', sealedKey }));
  const folder = mkdtempSync(path.join(tmpdir(), 'rightplace-attachments-'));
  const to = await testDatabase();
  try {
    const file = path.join(folder, 'whole.backup');
    await backUp(db, file, AT);
    await restoreInto(to.owner, file);
    const there = await asTenant(to.app, OURS, async (tx) => ({
      key: await findAttachmentKey(tx, id),
      pieces: [
        await findAttachmentPiece(tx, { id, number: 0 }),
        await findAttachmentPiece(tx, { id, number: 1 }),
      ],
    }));
    assert.equal(there.key?.sealedWith, 'k2');
    assert.deepEqual(there.key?.sealedKey, sealedKey);
    assert.deepEqual(there.pieces, PIECES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await to.close();
  }
});
