import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, moment } from '@rightplace/domain';
import { asSuperuser, asTenant } from '@rightplace/store';
import { aReadinessWorld, aTidyChild, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import { viewChildReturn } from '../return-correction/view-child-return.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { freezeReturn } from './freeze-return.ts';
import { frozenTables } from './frozen-tables.ts';

let world: ReadinessWorld;
let analyst: SignedIn;
before(async () => {
  world = await aReadinessWorld();
  analyst = await world.with('performance');
});
after(() => world.close());

const freeze = async (note: string, seen = moment('2026-11-01T09:00:00Z')): Promise<void> => {
  const asked = { kind: 'submission', collectionYear: YEAR - 1, note, seen } as const;
  assert.equal((await freezeReturn(world, analyst, asked)).kind, 'frozen');
};
const look = () => viewChildReturn(world, analyst, { id: childId('NM1'), collectionYear: YEAR });

/** While nobody can read what is in submitted files, only which they are. */
const withoutContents = async (work: () => Promise<void>): Promise<void> => {
  const which = 'authority_id, freeze_id, ordinal, name, size, sha256';
  await asSuperuser(world.database, 'revoke select on return_freeze_file from rightplace_app');
  await asSuperuser(world.database, `grant select (${which}) on return_freeze_file to rightplace_app`);
  try {
    await work();
  } finally {
    await asSuperuser(world.database, 'grant select on return_freeze_file to rightplace_app');
  }
};

test('a submitted return is read once, and each look after that is at what was read', async () => {
  await freeze('First submission');
  const first = await look();
  assert.equal(first.kind, 'child-return');
  await withoutContents(async () => {
    assert.deepEqual(await look(), first);
    assert.equal((await world.check('asked')).kind, 'checked', 'a check looks at the same');
  });
});

test('another version is read for itself, and another authority is shown nothing of it', async () => {
  const tablesOf = (authorityId: string) =>
    asTenant(world.db, { authorityId }, (tx) => frozenTables(tx, YEAR - 1));
  const before = await tablesOf(NORTHMARSH);
  assert.equal(await tablesOf(SOUTHFELL), undefined);
  await freeze('Resubmitted as it was');
  const again = await tablesOf(NORTHMARSH);
  assert.notEqual(again?.freeze, before?.freeze);
  assert.equal(again?.tables, before?.tables, 'the same files are the same tables');
  await world.saveChildren([aTidyChild('NM71')], world.now());
  await freeze('With one child more', world.now());
  const children = async () => {
    const header = (await tablesOf(NORTHMARSH))?.tables.find(({ table }) => table === 'Header');
    return header?.lines.length;
  };
  assert.equal(
    await children(),
    (before?.tables.find(({ table }) => table === 'Header')?.lines.length ?? 0) + 1,
  );
});
