import { moment } from '@rightplace/domain';
import { createAuthority } from '../authority/authorities.ts';
import { saveChildren } from '../children/save-children.ts';
import { openStore } from '../connection/open-store.ts';
import { asTenant } from '../connection/tenant.ts';
import { aChild } from './a-child.ts';

/** For the test of killed writers: `node run-writer.ts DATA` saves children until it is killed, and says each it has saved. */
const tenant = { authorityId: 'X00000001' };
const at = moment('2026-01-05T09:00:00Z');
const store = await openStore({ dataDir: process.argv[2] ?? '', part: 'server' });
await asTenant(store.app, tenant, (tx) => createAuthority(tx, { name: 'Testshire' }));
for (let i = 0; ; i += 1) {
  const batch = Array.from({ length: 20 }, (_, k) => aChild(`${i}-${k}`));
  await asTenant(store.app, tenant, (tx) =>
    saveChildren(tx, { clock: () => at, why: `batch ${i}`, children: batch }),
  );
  process.stdout.write(`${i}\n`);
}
