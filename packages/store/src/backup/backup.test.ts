import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { appendAudit } from '../audit/audit.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { createAuthority } from '../authority/authorities.ts';
import { loadLedger } from '../children/load-ledger.ts';
import { saveChildren } from '../children/save-children.ts';
import { asTenant, asTenantReading } from '../connection/tenant.ts';
import { loadImportFiles, saveImport } from '../imports/imports.ts';
import { replacePopulation } from '../reference/reference.ts';
import { aChild } from '../testing/a-child.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { backUp } from './backup.ts';
import { RestoreError, restoreInto } from './restore.ts';
import { tablesInOrder } from './tables.ts';

let from: TestDatabase;
let to: TestDatabase;
const folder = mkdtempSync('/tmp/rightplace-backup-');
const file = path.join(folder, 'whole.backup');
const MONDAY = moment('2026-01-05T09:00:00Z');
const TUESDAY = moment('2026-01-06T09:00:00Z');
const tenants = ['X00000001', 'X00000002'].map((authorityId) => ({ authorityId }));

before(async () => {
  [from, to] = await Promise.all([testDatabase(), testDatabase()]);
  const estimate = { authorityCode: 'X00000001', name: 'Testshire', midYear: 2024, children: 7 };
  await replacePopulation(from.owner, [estimate], { source: 'invented' });
  for (const tenant of tenants) {
    await asTenant(from.app, tenant, async (tx) => {
      await createAuthority(tx, { name: `Testshire "${tenant.authorityId}", \\ (old)` });
      const files = [{ name: 'é.csv', content: Buffer.from('CHILD\r\n1') }];
      const given = {
        at: MONDAY,
        actor: '7',
        collectionYears: [2026],
        summary: {},
        report: { a: '"' },
        notes: [],
        files,
      };
      const importId = await saveImport(tx, given);
      const odd = { givenName: 'Zo\u00eb "Z", (O\'Test)\n\t\\', disabilities: ['MOB'] };
      await saveChildren(tx, {
        clock: () => MONDAY,
        why: 'first',
        importId,
        children: [aChild('A', { details: odd }), aChild('B')],
      });
      await saveChildren(tx, {
        clock: () => TUESDAY,
        why: 'corrected',
        children: [aChild('A', { details: odd, placements: [] })],
      });
      await appendAudit(tx, { at: MONDAY, actor: '7', action: 'import.apply', detail: { importId } });
      await appendAudit(tx, { at: TUESDAY, actor: '7', action: 'child.view' });
    });
  }
  await backUp(from, file, TUESDAY);
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([from.close(), to.close()]);
});

/** Everything of a tenant, table by table: as the owner, since there is one table that the application never reads. */
const everything = (db: TestDatabase, tenant: { authorityId: string }) =>
  asTenantReading(db.owner, tenant, async (tx) => {
    const all: Record<string, unknown> = {};
    for (const { name } of await tablesInOrder(tx)) {
      all[name] = (await sql`select t::text as row from ${sql.raw(name)} t order by 1`.execute(tx)).rows;
    }
    return all;
  });

const lines = (): string[] => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
const spoilt = (name: string, content: Uint8Array): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};
const refuses = (spoiltFile: string, why: RegExp) =>
  assert.rejects(restoreInto(to.owner, spoiltFile), (error: Error) => {
    assert.ok(error instanceof RestoreError, String(error));
    assert.match(error.message, why);
    return true;
  });

test('a backup is one private file, and nothing half-made is left beside it', () => {
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(folder), ['whole.backup']);
});

test('a spoilt backup is refused, and nothing of it restored', async () => {
  const bytes = readFileSync(file);
  await refuses(path.join(folder, 'none'), /There is no file/);
  await refuses(spoilt('text', Buffer.from('not a backup')), /not a whole backup/);
  await refuses(spoilt('cut', bytes.subarray(0, bytes.length - 40)), /not a whole backup/);
  await refuses(spoilt('other', gzipSync('{"a":1}\n')), /not a backup that this Rightplace can read/);
  await refuses(spoilt('ended', gzipSync(lines().slice(0, -1).join('\n'))), /last line is missing/);
  await refuses(
    spoilt('fewer', gzipSync(lines().toSpliced(-2, 1).join('\n'))),
    /says it has \d+ rows and has \d+/,
  );
  const newer = lines().with(0, (lines()[0] as string).replace('"0001-authority"', '"9999-future"'));
  await refuses(spoilt('newer', gzipSync(newer.join('\n'))), /newer Rightplace/);
  for (const tenant of tenants)
    assert.deepEqual((await asTenantReading(to.app, tenant, loadLedger)).children, []);
});

test('what is restored is what was there: every row, every moment of knowledge, the audit whole', async () => {
  const restored = await restoreInto(to.owner, file);
  assert.ok(restored.rows > 40);
  for (const tenant of tenants) {
    assert.deepEqual(await everything(to, tenant), await everything(from, tenant));
    const read = <T>(db: TestDatabase, work: Parameters<typeof asTenantReading<T>>[2]) =>
      asTenantReading(db.app, tenant, work);
    for (const knownAt of [MONDAY, TUESDAY]) {
      assert.deepEqual(
        await read(to, (tx) => loadLedger(tx, { knownAt })),
        await read(from, (tx) => loadLedger(tx, { knownAt })),
      );
    }
    assert.deepEqual(await read(to, (tx) => verifyAudit(tx)), await read(from, (tx) => verifyAudit(tx)));
    const [importId] = (await read(to, (tx) => tx.selectFrom('import').select('id').execute())).map(
      ({ id }) => id,
    );
    const [given] = await read(to, (tx) => loadImportFiles(tx, importId as number));
    assert.equal(Buffer.from(given?.content ?? []).toString(), 'CHILD\r\n1');
  }
});

test('work goes on in what was restored', async () => {
  const saved = await asTenant(to.app, { authorityId: 'X00000001' }, async (tx) => {
    await appendAudit(tx, { at: TUESDAY, actor: '7', action: 'child.view' });
    return saveChildren(tx, { clock: () => TUESDAY, why: 'after', children: [aChild('new'), aChild('A')] });
  });
  assert.ok(saved.opened > 0);
});

test('a database that already holds an authority is not restored over', async () => {
  await refuses(file, /already holds an authority/);
});
