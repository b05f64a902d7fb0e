import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, type Moment } from '@rightplace/domain';
import { asTenantReading, listChanges, loadReported } from '@rightplace/store';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld, worker } from '../../test/children-world.ts';
import { smallReturn } from '../../test/returns.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import { whoHasLooked } from '../child/who-has-looked.ts';
import { exportReturn } from '../export/export-return.ts';
import { applyImport } from '../import/apply-import.ts';
import { sortIntoReturns } from '../import/given-files.ts';
import { previewImport } from '../import/preview-import.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { findCorrectPlaces } from './correct-places.ts';
import { checkReturnRow, openReturnRow } from './open-return-row.ts';
import { openRowRemoval, removeReturnRow } from './remove-return-row.ts';
import { LONGEST_ROW_REASON, saveReturnRow } from './save-return-row.ts';
import { viewChildReturn } from './view-child-return.ts';
import type { RowAsked, RowCells, RowFinding, RowForm } from './views.ts';

let world: ChildrenWorld;
let ana: SignedIn;
let analyst: SignedIn;
before(async () => {
  world = await aChildrenWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  analyst = (await world.signIn(await world.someone('performance'))).signedIn;
});
after(() => world.close());

const REASON = 'The order in the file says so.';

const row = (id: string, table: string, rowKey: string | undefined, collectionYear = 2027): RowAsked => ({
  id: childId(id),
  collectionYear,
  table,
  rowKey,
});

const opened = async (signedIn: SignedIn, asked: RowAsked): Promise<RowForm> => {
  const form = await openReturnRow(world, signedIn, asked);
  assert.ok(form.kind === 'row-form', JSON.stringify(form));
  return form;
};

/** Opens the form, types over some of it and saves. */
const type = async (
  signedIn: SignedIn,
  asked: RowAsked,
  {
    said,
    reason = REASON,
    was,
  }: { readonly said: RowCells; readonly reason?: string; readonly was?: RowCells },
) => {
  const { shown } = await opened(signedIn, asked);
  return saveReturnRow(world, signedIn, {
    ...asked,
    cells: { ...shown, ...said },
    was: was ?? shown,
    reason,
  });
};

const fresh = async (id: string): Promise<string> => {
  const child = aChild(id, {
    details: { givenName: 'Isla', sex: 'F', dateOfBirth: '2013-02-01' as never, ethnicity: 'WBRI' },
    facts: [
      worker('SW1001'),
      {
        kind: 'review',
        key: '2026-05-20',
        fields: { DOB: '01/02/2013', REVIEW: '20/05/2026', REVIEW_CODE: 'PN1' },
      },
    ],
    episodes: [
      anEpisode({ decom: '2026-04-20', dec: '2026-09-01', reasonPlaceChange: 'CARPL' }),
      anEpisode({ decom: '2026-09-01', rne: 'P', place: 'K2', urn: 'SC990003' }),
    ],
  });
  await world.saveChildren([child], '2026-11-02T09:00:00Z');
  return id;
};

const episodesAt = (id: string, knownAt?: Moment) =>
  asTenantReading(world.db, { authorityId: NORTHMARSH, knownAt }, async (tx) => {
    const { childById } = await world.ledgers.load(tx, NORTHMARSH, knownAt);
    const child = childById.get(childId(id));
    return child?.legalStatuses.map(({ status, starts }) => `${starts} ${status}`);
  });

const codes = (findings: readonly RowFinding[], change: RowFinding['change']): readonly string[] =>
  findings.filter((finding) => finding.change === change).map(({ rule }) => rule);

test('a correction changes what is believed from now on, and what was believed before stays told', async () => {
  const id = await fresh('CR1');
  const before = await episodesAt(id);
  const knownThen = world.now();
  world.pass(5);
  const answer = await type(ana, row(id, 'Episodes', '2026-09-01'), { said: { LS: 'E1', RNE: 'B' } });
  assert.equal(answer.kind, 'saved');
  assert.deepEqual(await episodesAt(id), ['2026-04-20 C2', '2026-09-01 E1']);
  assert.deepEqual(await episodesAt(id, knownThen), before);
  const changes = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listChanges(tx));
  const last = changes.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  assert.equal(last?.why, 'A row of the return for 2026-27 corrected');
});

test('who corrected what, from what to what and why, is in the audit and on the page of who has looked', async () => {
  const id = await fresh('CR2');
  await type(ana, row(id, 'Reviews', '2026-05-20'), { said: { REVIEW_CODE: 'PN2' } });
  const [entry, view] = await world.auditOf(id);
  assert.equal(entry?.action, 'return-row-corrected');
  assert.equal(entry?.why, REASON);
  assert.deepEqual(entry?.detail, {
    collectionYear: 2027,
    table: 'Reviews',
    row: '2026-05-20',
    cells: { REVIEW_CODE: ['PN1', 'PN2'] },
  });
  assert.equal(view?.action, 'return-row-viewed');
  const asKnown = { asOf: '2026-11-23' as never, knownAt: undefined };
  const looks = await whoHasLooked(world, ana, { id: childId(id), before: undefined, asKnown });
  assert.ok(looks.kind === 'looks');
  assert.equal(looks.looks[0]?.who, 'Ana Fenwright');
});

test('what cannot be written in the audit is not done', async () => {
  const id = await fresh('CR3');
  const asked = row(id, 'Reviews', '2026-05-20');
  const { shown } = await opened(ana, asked);
  await world.withoutAudit(async () => {
    await assert.rejects(
      saveReturnRow(world, ana, {
        ...asked,
        cells: { ...shown, REVIEW_CODE: 'PN3' },
        was: shown,
        reason: REASON,
      }),
    );
    await assert.rejects(openReturnRow(world, ana, asked));
  });
  assert.equal((await opened(ana, asked)).shown['REVIEW_CODE'], 'PN1');
});

test('the rules of the year say what a change would find and clear, before it is saved', async () => {
  const id = await fresh('CR4');
  const asked = row(id, 'Episodes', '2026-09-01');
  const { shown } = await opened(ana, asked);
  const worse = await checkReturnRow(world, ana, { ...asked, typed: { ...shown, CIN: '' } });
  assert.ok(worse.kind === 'row-form');
  const found = codes(worse.looked.here, 'new');
  assert.ok(found.length > 0, JSON.stringify(worse.looked));
  assert.ok(worse.looked.here.some(({ fields }) => fields.includes('CIN')));
  assert.deepEqual(worse.troubles, []);
  assert.equal((await opened(ana, asked)).shown['CIN'], 'N1', 'nothing was changed by looking');
  // Findings do not stand in the way of saving.
  const saved = await type(ana, asked, { said: { CIN: '' } });
  assert.ok(saved.kind === 'saved' && saved.found >= found.length);
  const better = await checkReturnRow(world, ana, { ...asked, typed: shown });
  assert.ok(better.kind === 'row-form');
  assert.deepEqual(codes(better.looked.cleared, 'cleared').toSorted(), [...found].toSorted());
});

test('many looks while somebody types are one look in the audit, and a look without the form is one too', async () => {
  const id = await fresh('CR5');
  const asked = row(id, 'Reviews', '2026-05-20');
  const look = () =>
    checkReturnRow(world, ana, { ...asked, typed: { REVIEW: '1/6/2026', REVIEW_CODE: 'PN1' } });
  await look();
  await look();
  const views = async () =>
    (await world.auditOf(id)).filter(({ action }) => action === 'return-row-viewed').length;
  assert.equal(await views(), 1);
  world.pass(61);
  ana = (await world.signIn(world.ana)).signedIn;
  await look();
  assert.equal(await views(), 2);
});

test('what cannot be taken in comes back at its column with nothing saved and nothing typed lost', async () => {
  const id = await fresh('CR6');
  const answer = await type(ana, row(id, 'Episodes', '2026-09-01'), {
    said: { DECOM: '1/8/2026', PL_POST: 'zz1 9zz' },
  });
  assert.ok(answer.kind === 'not-saved');
  const { typed, troubles, reason } = answer.form;
  assert.deepEqual([typed['DECOM'], typed['PL_POST'], reason], ['01/08/2026', 'ZZ1 9ZZ', REASON]);
  assert.deepEqual(troubles[0]?.columns, ['DECOM']);
  assert.match(troubles[0]?.reason ?? '', /cannot be in two homes at once/);
  assert.equal((await opened(ana, row(id, 'Episodes', '2026-09-01'))).shown['DECOM'], '01/09/2026');
});

test('a reason is asked for, a correction that changes nothing is not one, and a long reason is too long', async () => {
  const id = await fresh('CR7');
  const asked = row(id, 'Reviews', '2026-05-20');
  const problems = async (said: RowCells, reason: string): Promise<readonly string[]> => {
    const answer = await type(ana, asked, { said, reason });
    assert.ok(answer.kind === 'not-saved');
    return answer.form.problems.map(({ name }) => name);
  };
  assert.deepEqual(await problems({ REVIEW_CODE: 'PN2' }, '  '), ['reason-needed']);
  assert.deepEqual(await problems({}, REASON), ['nothing-changed']);
  assert.deepEqual(await problems({ REVIEW_CODE: 'PN2' }, 'x'.repeat(LONGEST_ROW_REASON + 1)), [
    'reason-too-long',
  ]);
  assert.equal((await opened(ana, asked)).shown['REVIEW_CODE'], 'PN1');
});

test('a changed key moves the row, and the same form sent again does nothing more', async () => {
  const id = await fresh('CR8');
  const asked = row(id, 'Reviews', '2026-05-20');
  const { shown } = await opened(ana, asked);
  const sent = { ...asked, cells: { ...shown, REVIEW: '22/05/2026' }, was: shown, reason: REASON };
  assert.equal((await saveReturnRow(world, ana, sent)).kind, 'saved');
  assert.equal((await saveReturnRow(world, ana, sent)).kind, 'saved');
  const view = await viewChildReturn(world, ana, { id: childId(id), collectionYear: 2027 });
  assert.ok(view.kind === 'child-return');
  const reviews = view.tables.find(({ table }) => table === 'Reviews')?.rows;
  assert.deepEqual(
    reviews?.map(({ key }) => key),
    ['2026-05-22'],
  );
  const done = (await world.auditOf(id)).filter(({ action }) => action === 'return-row-corrected');
  assert.equal(done.length, 1);
});

test('a record that changed under the form is said, both are shown, and it is saved once that was seen', async () => {
  const id = await fresh('CR9');
  const asked = row(id, 'Episodes', '2026-09-01');
  const { shown: was } = await opened(ana, asked);
  await type(analyst, asked, { said: { LS: 'E1', PL_POST: 'PE21 0ZZ' } });
  const answer = await type(ana, asked, { said: { ...was, LS: 'V2' }, was });
  assert.ok(answer.kind === 'not-saved');
  assert.deepEqual(answer.form.changedMeanwhile, [
    { column: 'LS', was: 'C2', now: 'E1', typed: 'V2' },
    { column: 'PL_POST', was: 'PE11 1ZZ', now: 'PE21 0ZZ', typed: 'PE11 1ZZ' },
  ]);
  assert.equal(answer.form.typed['LS'], 'V2', 'what was typed is kept');
  assert.equal(answer.form.typed['PL_POST'], 'PE21 0ZZ', 'what was not touched is as the record has it');
  const again = await saveReturnRow(world, ana, {
    ...asked,
    cells: answer.form.typed,
    was: answer.form.shown,
    reason: REASON,
  });
  assert.equal(again.kind, 'saved');
  const { shown } = await opened(ana, asked);
  assert.deepEqual([shown['LS'], shown['PL_POST']], ['V2', 'PE21 0ZZ']);
});

test('a row is removed with a reason after what goes with it was shown, once', async () => {
  const id = await fresh('CR10');
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
  const id = await fresh('CR11');
  const asked = { ...row(id, 'Reviews', '2026-05-20'), rowKey: '2026-05-20' };
  const { shown: was } = await opened(ana, asked);
  await type(analyst, asked, { said: { REVIEW_CODE: 'PN6' } });
  const answer = await removeReturnRow(world, ana, { ...asked, reason: REASON, was });
  assert.equal(answer.kind === 'row-removal' && answer.form.shown['REVIEW_CODE'], 'PN6');
});

test('a row is added where one is missing', async () => {
  const id = await fresh('CR12');
  const asked = row(id, 'Reviews', undefined);
  const form = await opened(ana, asked);
  assert.equal(form.typed['DOB'], '01/02/2013', 'what is known anyway is there');
  const answer = await type(ana, asked, { said: { REVIEW: '11/08/2026', REVIEW_CODE: 'PN1' } });
  assert.equal(answer.kind, 'saved');
  const second = await type(ana, asked, { said: { REVIEW: '11/08/2026', REVIEW_CODE: 'PN2' } });
  assert.ok(second.kind === 'not-saved');
  assert.match(second.form.troubles[0]?.reason ?? '', /already a row for the review/);
  const [entry] = await world.auditOf(id);
  assert.notEqual(entry?.action, 'return-row-corrected');
});

test('a correction leaves every other child’s return as it was, whether or not a return of the year was loaded', async () => {
  const id = await fresh('CR13');
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
  await type(ana, row(id, 'Episodes', '2026-09-01'), { said: { LS: 'E1' } });
  await type(ana, row(id, 'Reviews', undefined), { said: { REVIEW: '11/08/2026', REVIEW_CODE: 'PN1' } });
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
  const moved = await type(signedIn, row('ZZ2', 'Episodes', '2025-09-10', 2026), {
    said: { DECOM: '10/09/2025', LS: 'C2', RNE: 'B' },
  });
  assert.equal(moved.kind, 'saved');
  const reported = await asTenantReading(world.db, { authorityId: SOUTHFELL }, loadReported);
  assert.deepEqual(
    reported.filter(({ kind, child }) => kind === 'episode' && child === 'ZZ2').map(({ keys }) => keys),
    [['2025-06-01', '2025-09-10']],
  );
  const exported = await exportReturn(world, importer, { collectionYear: 2026, format: 'csv' });
  assert.ok(exported.kind === 'exported');
  const text = exported.files.map((file) => file.text).join('\n');
  assert.match(text, /ZZ2,10\/09\/2025,B,C2,/);
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
