import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId } from '@rightplace/domain';
import { asTenantReading, loadReported } from '@rightplace/store';
import { aCorrectionWorld, type CorrectionWorld, REASON, row } from '../../test/correction-world.ts';
import { smallReturn } from '../../test/returns.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import { exportReturn } from '../export/export-return.ts';
import { applyImport } from '../import/apply-import.ts';
import { sortIntoReturns } from '../import/given-files.ts';
import { previewImport } from '../import/preview-import.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { findCorrectPlaces } from './correct-places.ts';
import { openReturnRow } from './open-return-row.ts';
import { openRowRemoval, removeReturnRow } from './remove-return-row.ts';
import { saveReturnRow } from './save-return-row.ts';

let world: CorrectionWorld;
let ana: SignedIn;
let analyst: SignedIn;
before(async () => {
  world = await aCorrectionWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  analyst = (await world.signIn(await world.someone('performance'))).signedIn;
});
after(() => world.close());

test('a row is removed with a reason after what goes with it was shown, once', async () => {
  const id = await world.fresh('CR10');
  const asked = { ...row(id, 'Reviews', '2026-05-20'), rowKey: '2026-05-20' };
  const removal = await openRowRemoval(world, ana, asked);
  assert.ok(removal.kind === 'row-removal');
  const was = removal.form.shown;
  const without = await removeReturnRow(world, ana, { ...asked, reason: ' ', was });
  assert.equal(without.kind === 'row-removal' && without.problem?.name, 'reason-needed');
  const send = () => removeReturnRow(world, ana, { ...asked, reason: REASON, was });
  assert.equal((await send()).kind, 'saved');
  assert.equal((await send()).kind, 'saved');
  const entries = (await world.auditOf(id)).filter(({ action }) => action === 'return-row-removed');
  assert.equal(entries.length, 1);
  assert.equal(entries[0]?.why, REASON);
  assert.equal((await openReturnRow(world, ana, asked)).kind, 'refused');
  const typed = { ...asked, cells: { ...was, REVIEW_CODE: 'PN4' }, was, reason: REASON };
  assert.equal((await saveReturnRow(world, ana, typed)).kind, 'row-gone');
});

test('a row that changed since its removal was shown is shown again, not removed', async () => {
  const id = await world.fresh('CR11');
  const asked = { ...row(id, 'Reviews', '2026-05-20'), rowKey: '2026-05-20' };
  const { shown: was } = await world.opened(ana, asked);
  await world.type(analyst, asked, { said: { REVIEW_CODE: 'PN6' } });
  const answer = await removeReturnRow(world, ana, { ...asked, reason: REASON, was });
  assert.equal(answer.kind === 'row-removal' && answer.form.shown['REVIEW_CODE'], 'PN6');
});

test('a row is added where one is missing', async () => {
  const id = await world.fresh('CR12');
  const asked = row(id, 'Reviews', undefined);
  const form = await world.opened(ana, asked);
  assert.equal(form.typed['DOB'], '01/02/2013', 'what is known anyway is there');
  const answer = await world.type(ana, asked, { said: { REVIEW: '11/08/2026', REVIEW_CODE: 'PN1' } });
  assert.equal(answer.kind, 'saved');
  const second = await world.type(ana, asked, { said: { REVIEW: '11/08/2026', REVIEW_CODE: 'PN2' } });
  assert.ok(second.kind === 'not-saved');
  assert.match(second.form.troubles[0]?.reason ?? '', /already a row for the review/);
  const [entry] = await world.auditOf(id);
  assert.notEqual(entry?.action, 'return-row-corrected');
});

test('a correction leaves every other child’s return as it was, whether or not a return of the year was loaded', async () => {
  const id = await world.fresh('CR13');
  const written = async (collectionYear: number): Promise<string> => {
    const answer = await exportReturn(
      world,
      { kind: 'command', authorityId: NORTHMARSH },
      { collectionYear, format: 'csv' },
    );
    assert.ok(answer.kind === 'exported');
    return answer.files
      .flatMap(({ text }) => text.split('\r\n'))
      .filter((line) => !line.startsWith(`${id},`))
      .join('\n');
  };
  const others = await written(2027);
  await world.type(ana, row(id, 'Episodes', '2026-09-01'), { said: { LS: 'E1' } });
  await world.type(ana, row(id, 'Reviews', undefined), {
    said: { REVIEW: '11/08/2026', REVIEW_CODE: 'PN1' },
  });
  assert.equal(await written(2027), others);
});

test('a row of a loaded return is corrected, and goes on being of that return', async () => {
  const importer = { kind: 'command', authorityId: SOUTHFELL } as const;
  const previewed = await previewImport(world, importer, await sortIntoReturns(smallReturn()));
  assert.ok(previewed.kind === 'previewed');
  assert.equal((await applyImport(world, importer, previewed.importId)).kind, 'applied');
  const { personId } = await world.addPerson({
    name: 'South Analyst',
    role: 'performance',
    authorityId: SOUTHFELL,
  });
  const { signedIn } = await world.signIn(personId, SOUTHFELL);
  const moved = await world.type(signedIn, row('ZZ2', 'Episodes', '2025-09-10', 2026), {
    said: { DECOM: '12/09/2025', LS: 'C2', RNE: 'B' },
  });
  assert.equal(moved.kind, 'saved');
  const reported = await asTenantReading(world.db, { authorityId: SOUTHFELL }, loadReported);
  assert.deepEqual(
    reported.filter(({ kind, child }) => kind === 'episode' && child === 'ZZ2').map(({ keys }) => keys),
    [['2025-06-01', '2025-09-12']],
  );
  const exported = await exportReturn(world, importer, { collectionYear: 2026, format: 'csv' });
  assert.ok(exported.kind === 'exported');
  const text = exported.files.map((file) => file.text).join('\n');
  assert.match(text, /ZZ2,12\/09\/2025,B,C2,/);
  assert.match(text, /ZZ1,01\/05\/2025,S,C2,/);
});

test('each thing told of a child is corrected in the newest year’s return that tells of it', async () => {
  const places = await findCorrectPlaces(world, ana, childId('NM1'));
  const told = places?.map(({ collectionYear, table, rowKey }) => `${table} ${rowKey} ${collectionYear}`);
  assert.ok(told?.includes('Episodes 2024-02-01 2026'), String(told));
  assert.ok(told?.includes('Episodes 2026-11-20 2027'));
  assert.ok(told?.includes('Reviews 2026-03-03 2026'));
  assert.ok(told?.includes('Header header 2027'));
});

test('a row is added that says no more than its form began with', async () => {
  const id = await world.fresh('CR19B');
  const asked = row(id, 'UASC', undefined);
  const { shown } = await world.opened(ana, asked);
  const answer = await saveReturnRow(world, ana, { ...asked, cells: shown, was: {}, reason: REASON });
  assert.equal(answer.kind, 'saved');
  assert.equal((await world.opened(ana, row(id, 'UASC', '1'))).shown['DOB'], shown['DOB']);
});
