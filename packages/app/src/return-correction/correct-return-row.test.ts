import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, type Moment } from '@rightplace/domain';
import { asTenantReading, listChanges } from '@rightplace/store';
import { aCorrectionWorld, type CorrectionWorld, REASON, row } from '../../test/correction-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { whoHasLooked } from '../child/who-has-looked.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { checkReturnRow, openReturnRow } from './open-return-row.ts';
import { LONGEST_ROW_REASON, saveReturnRow } from './save-return-row.ts';
import { viewChildReturn } from './view-child-return.ts';
import type { RowCells, RowFinding } from './views.ts';

let world: CorrectionWorld;
let ana: SignedIn;
let analyst: SignedIn;
before(async () => {
  world = await aCorrectionWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  analyst = (await world.signIn(await world.someone('performance'))).signedIn;
});
after(() => world.close());

const episodesAt = (id: string, knownAt?: Moment) =>
  asTenantReading(world.db, { authorityId: NORTHMARSH, knownAt }, async (tx) => {
    const { childById } = await world.ledgers.load(tx, NORTHMARSH, knownAt);
    const child = childById.get(childId(id));
    return child?.legalStatuses.map(({ status, starts }) => `${starts} ${status}`);
  });

const codes = (findings: readonly RowFinding[], change: RowFinding['change']): readonly string[] =>
  findings.filter((finding) => finding.change === change).map(({ rule }) => rule);

test('a correction changes what is believed from now on, and what was believed before stays told', async () => {
  const id = await world.fresh('CR1');
  const before = await episodesAt(id);
  const knownThen = world.now();
  world.pass(5);
  const answer = await world.type(ana, row(id, 'Episodes', '2026-09-01'), { said: { LS: 'E1', RNE: 'B' } });
  assert.equal(answer.kind, 'saved');
  assert.deepEqual(await episodesAt(id), ['2026-04-20 C2', '2026-09-01 E1']);
  assert.deepEqual(await episodesAt(id, knownThen), before);
  const changes = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listChanges(tx));
  const last = changes.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  assert.equal(last?.why, 'A row of the return for 2026-27 corrected');
});

test('who corrected what, from what to what and why, is in the audit and on the page of who has looked', async () => {
  const id = await world.fresh('CR2');
  await world.type(ana, row(id, 'Reviews', '2026-05-20'), { said: { REVIEW_CODE: 'PN2' } });
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
  const asKnown = { asOf: day('2026-11-23'), knownAt: undefined };
  const looks = await whoHasLooked(world, ana, { id: childId(id), before: undefined, asKnown });
  assert.ok(looks.kind === 'looks');
  assert.equal(looks.looks[0]?.who, 'Ana Fenwright');
});

test('what cannot be written in the audit is not done', async () => {
  const id = await world.fresh('CR3');
  const asked = row(id, 'Reviews', '2026-05-20');
  const { shown } = await world.opened(ana, asked);
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
  assert.equal((await world.opened(ana, asked)).shown['REVIEW_CODE'], 'PN1');
});

test('the rules of the year say what a change would find and clear, before it is saved', async () => {
  const id = await world.fresh('CR4');
  const asked = row(id, 'Episodes', '2026-09-01');
  const { shown } = await world.opened(ana, asked);
  const worse = await checkReturnRow(world, ana, { ...asked, typed: { ...shown, CIN: '' } });
  assert.ok(worse.kind === 'row-form');
  const found = codes(worse.looked.here, 'new');
  assert.ok(found.length > 0, JSON.stringify(worse.looked));
  assert.ok(worse.looked.here.some(({ fields }) => fields.includes('CIN')));
  assert.deepEqual(worse.troubles, []);
  assert.equal((await world.opened(ana, asked)).shown['CIN'], 'N1', 'nothing was changed by looking');
  // Findings do not stand in the way of saving.
  const saved = await world.type(ana, asked, { said: { CIN: '' } });
  assert.ok(saved.kind === 'saved' && saved.found >= found.length);
  const better = await checkReturnRow(world, ana, { ...asked, typed: shown });
  assert.ok(better.kind === 'row-form');
  assert.deepEqual(codes(better.looked.cleared, 'cleared').toSorted(), [...found].toSorted());
});

test('what is put right in every year is compared with last year as it then is', async () => {
  const asked = row('NM1', 'Header', 'header');
  const { shown } = await world.opened(ana, asked);
  const looked = await checkReturnRow(world, ana, { ...asked, typed: { ...shown, ETHNIC: 'WIRI' } });
  assert.ok(looked.kind === 'row-form');
  assert.deepEqual(codes(looked.looked.here, 'new'), [], 'last year’s ethnicity is corrected with it');
});

test('many looks while somebody types are one look in the audit, and a look without the form is one too', async () => {
  const id = await world.fresh('CR5');
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
  const id = await world.fresh('CR6');
  const answer = await world.type(ana, row(id, 'Episodes', '2026-09-01'), {
    said: { DECOM: '1/8/2026', PL_POST: 'zz1 9zz' },
  });
  assert.ok(answer.kind === 'not-saved');
  const { typed, troubles, reason } = answer.form;
  assert.deepEqual([typed['DECOM'], typed['PL_POST'], reason], ['01/08/2026', 'ZZ1 9ZZ', REASON]);
  assert.deepEqual(troubles[0]?.columns, ['DECOM']);
  assert.match(troubles[0]?.reason ?? '', /cannot be in two homes at once/);
  assert.equal((await world.opened(ana, row(id, 'Episodes', '2026-09-01'))).shown['DECOM'], '01/09/2026');
});

test('a reason is asked for, a correction that changes nothing is not one, and a long reason is too long', async () => {
  const id = await world.fresh('CR7');
  const asked = row(id, 'Reviews', '2026-05-20');
  const problems = async (said: RowCells, reason: string): Promise<readonly string[]> => {
    const answer = await world.type(ana, asked, { said, reason });
    assert.ok(answer.kind === 'not-saved');
    return answer.form.problems.map(({ name }) => name);
  };
  assert.deepEqual(await problems({ REVIEW_CODE: 'PN2' }, '  '), ['reason-needed']);
  assert.deepEqual(await problems({}, REASON), ['nothing-changed']);
  assert.deepEqual(await problems({ REVIEW_CODE: 'PN2' }, 'x'.repeat(LONGEST_ROW_REASON + 1)), [
    'reason-too-long',
  ]);
  assert.equal((await world.opened(ana, asked)).shown['REVIEW_CODE'], 'PN1');
});

test('a changed key moves the row, and the same form sent again does nothing more', async () => {
  const id = await world.fresh('CR8');
  const asked = row(id, 'Reviews', '2026-05-20');
  const { shown } = await world.opened(ana, asked);
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
  const id = await world.fresh('CR9');
  const asked = row(id, 'Episodes', '2026-09-01');
  const { shown: was } = await world.opened(ana, asked);
  await world.type(analyst, asked, { said: { LS: 'E1', PL_POST: 'PE21 0ZZ' } });
  const answer = await world.type(ana, asked, { said: { ...was, LS: 'V2' }, was });
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
  const { shown } = await world.opened(ana, asked);
  assert.deepEqual([shown['LS'], shown['PL_POST']], ['V2', 'PE21 0ZZ']);
});

test('what the year writes in its own codes is of the year all the same', async () => {
  const id = await world.fresh('CR31');
  const sex = await world.type(ana, row(id, 'Header', 'header'), { said: { SEX: '1' } });
  assert.ok(sex.kind === 'saved' && sex.isOfYear);
  assert.equal((await world.opened(ana, row(id, 'Header', 'header'))).shown['SEX'], 'M');
  const moved = { DECOM: '01/04/2025', DEC: '01/03/2026', REC: 'E11' };
  const left = await world.type(ana, row(id, 'Episodes', '2026-04-20'), { said: moved });
  assert.ok(left.kind === 'saved' && !left.isOfYear);
});

test('a correction sent twice is saved once, and both answers say that it is saved', async () => {
  const id = await world.fresh('CR32');
  const asked = row(id, 'Reviews', '2026-05-20');
  const { shown } = await world.opened(ana, asked);
  const sent = { ...asked, cells: { ...shown, REVIEW_CODE: 'PN4' }, was: shown, reason: REASON };
  const both = await Promise.all([saveReturnRow(world, ana, sent), saveReturnRow(world, ana, sent)]);
  assert.deepEqual(
    both.map(({ kind }) => kind),
    ['saved', 'saved'],
  );
  const done = (await world.auditOf(id)).filter(({ action }) => action === 'return-row-corrected');
  assert.equal(done.length, 1);
  const same = await saveReturnRow(world, ana, { ...sent, was: sent.cells });
  assert.equal(same.kind, 'not-saved', 'nothing was typed over what was there');
});
