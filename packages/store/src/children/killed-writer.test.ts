import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { moment } from '@rightplace/domain';
import { listAuthorities } from '../authority/authorities.ts';
import { backUp } from '../backup/backup.ts';
import { restore } from '../backup/restore.ts';
import { openStore, type StoreOptions } from '../connection/open-store.ts';
import { asTenantReading } from '../connection/tenant.ts';
import { findPostmaster } from '../embedded/postmaster-file.ts';
import { aChild } from '../testing/a-child.ts';
import { listChanges } from './children-changed-between.ts';
import { loadLedger } from './load-ledger.ts';

const SCRIPT = path.join(import.meta.dirname, '..', 'testing', 'run-writer.ts');
const base = mkdtempSync('/tmp/rightplace-writer-');
const dataDir = path.join(base, 'data');
const tenant = { authorityId: 'X00000001' };
after(() => rmSync(base, { recursive: true, force: true }));

const readAll = async (
  options: StoreOptions,
  alsoWith?: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>,
) => {
  const store = await openStore(options);
  try {
    assert.equal((await listAuthorities(store.app)).length, 1);
    await alsoWith?.(store);
    return await asTenantReading(store.app, tenant, async (tx) => ({
      ledger: await loadLedger(tx),
      changes: await listChanges(tx, 100_000),
    }));
  } finally {
    await store.close();
  }
};

test('when writer and database are killed while saving, all that was acknowledged is there and the rest wholly absent', async () => {
  const writer = spawn(process.execPath, [SCRIPT, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = -1;
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line);
    if (acknowledged < 25) continue;
    const database = findPostmaster(path.join(dataDir, 'postgres'));
    process.kill(database?.pid as number, 'SIGKILL');
    writer.kill('SIGKILL');
  }
  const { ledger, changes } = await readAll({ dataDir, part: 'server' }, (store) =>
    backUp(store, path.join(base, 'saved'), moment('2026-01-06T09:00:00Z')),
  );
  const batches = new Set(ledger.children.map(({ id }) => Number(id.split('-')[0])));
  assert.ok(
    batches.size === acknowledged + 1 || batches.size === acknowledged + 2,
    `${batches.size} of ${acknowledged}`,
  );
  assert.equal(changes.length, batches.size);
  assert.equal(ledger.children.length, batches.size * 20);
  for (const child of ledger.children) assert.deepEqual(child, aChild(child.id));

  const elsewhere = { dataDir: path.join(base, 'elsewhere'), part: 'server' } as const;
  await restore(elsewhere, path.join(base, 'saved'));
  assert.deepEqual((await readAll(elsewhere)).ledger, ledger);
});
