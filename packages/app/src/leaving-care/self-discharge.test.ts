import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, episodesFromTimelines, evaluate, findMeasure, SECTION_20 } from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import { REASON, row } from '../../test/correction-world.ts';
import { known } from '../../test/entry-world.ts';
import { aLeavingWorld, type LeavingWorld, TODAY } from '../../test/leaving-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { beginProceedings } from '../proceedings/begin-proceedings.ts';
import { openReturnRow } from '../return-correction/open-return-row.ts';
import { saveReturnRow } from '../return-correction/save-return-row.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { listLeaving } from './list-leaving.ts';

let world: LeavingWorld;
let ana: SignedIn;
let ada: SignedIn;
before(async () => {
  world = await aLeavingWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  ada = await world.as('director');
});
after(() => world.close());

const LEFT = { 'left-on': TODAY, 'left-why': 'E6' };

/** Types over the child's open episode by hand. */
const typeOver = async (child: string, said: Readonly<Record<string, string>>, table = 'Episodes') => {
  const asked = row(child, table, table === 'Episodes' ? '2026-01-12' : 'header');
  const form = await openReturnRow(world, ana, asked);
  assert.ok(form.kind === 'row-form');
  return saveReturnRow(world, ana, {
    ...asked,
    cells: { ...form.shown, ...said },
    was: form.shown,
    reason: REASON,
  });
};
const ENDED = { DEC: '23/11/2026', REC: 'E6' };
const isInCare = async (child: string) => (await world.record(child)).periodsOfCare.at(-1)?.ends === null;

test('without the director no case records that somebody of 16 or 17 left care by their own wish', async () => {
  const child = await world.inCare('SD1', 17);
  const plan = await world.beginFor(child, 'exit-plan');
  const answer = await world.step(ana, plan, 'record-unplanned-ending', { ...LEFT, 'left-why': 'E8' });
  assert.ok(answer.kind === 'refused' && answer.name === 'not-said', nameOf(answer));
  assert.match(answer.faults[0]?.sentence ?? '', /director of children’s services/);
  const asked = await world.beginFor(child, 'self-discharge');
  assert.equal(nameOf(await world.step(ana, asked, 'record-left', LEFT)), 'not-now');
  assert.ok(await isInCare(child));
});

test('without the director no row corrected by hand says so, and with the authorisation it does', async () => {
  const child = await world.inCare('SD2', 17);
  const refusal = await typeOver(child, ENDED);
  assert.ok(refusal.kind === 'not-saved');
  assert.match(refusal.form.troubles[0]?.reason ?? '', /no director has authorised/);
  assert.deepEqual(refusal.form.troubles[0]?.columns, ['DEC', 'REC']);
  assert.equal(refusal.form.typed['REC'], 'E6', 'what was typed is kept');
  assert.ok(await isInCare(child));
  await world.authorised(child);
  assert.equal((await typeOver(child, { ...ENDED, DEC: '22/11/2026' })).kind, 'not-saved', 'a day too early');
  assert.equal((await typeOver(child, ENDED)).kind, 'saved');
  assert.equal(await isInCare(child), false);
});

test('no detour by hand: no date of birth, another legal status, or a date of birth put back', async () => {
  const child = await world.inCare('SD3', 17);
  assert.equal((await typeOver(child, { DOB: '' }, 'Header')).kind, 'saved');
  assert.equal((await typeOver(child, ENDED)).kind, 'not-saved');
  assert.equal((await typeOver(child, { DOB: '01/05/2005' }, 'Header')).kind, 'saved');
  assert.equal((await typeOver(child, ENDED)).kind, 'saved', 'as somebody of 21 they could');
  assert.equal((await typeOver(child, { DOB: '01/05/2009' }, 'Header')).kind, 'not-saved');
  const other = await world.inCare('SD4', 17);
  assert.equal((await typeOver(other, { LS: 'V4', DEC: '23/11/2026', REC: 'E4A' })).kind, 'saved');
  assert.equal((await typeOver(other, { LS: 'V2' })).kind, 'not-saved');
});

test('what is not the young person’s own wish needs no director: a sentence, a death, another age', async () => {
  for (const [id, age, REC] of [
    ['SD5', 17, 'E9'],
    ['SD6', 17, 'E2'],
    ['SD7', 15, 'E4B'],
    ['SD8', 18, 'E6'],
  ] as const)
    assert.equal((await typeOver(await world.inCare(id, age), { ...ENDED, REC })).kind, 'saved', id);
});

test('authorised by the director, the leaving ends care in the record, once, with the reason the return has', async () => {
  const child = await world.inCare('SD9', 17);
  const id = await world.authorised(child);
  const early = await world.step(ana, id, 'record-left', { ...LEFT, 'left-on': '2026-11-22' });
  assert.ok(early.kind === 'refused' && early.name === 'not-said', 'not before it was authorised');
  assert.equal(nameOf(await world.step(ana, id, 'record-left', LEFT)), 'step-taken');
  const last = episodesFromTimelines(await world.record(child)).at(-1);
  assert.deepEqual([last?.dec, last?.rec], [TODAY, 'E6']);
  const { records, value } = await asTenantReading(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const { prepared, context } = await world.ledgers.load(tx, NORTHMARSH, undefined);
    const measure = findMeasure('self-discharge-1617');
    assert.ok(measure !== undefined);
    return { records: context.records, value: evaluate(measure, prepared, day(TODAY), context).value };
  });
  assert.deepEqual(records?.selfDischarges, [{ child, on: TODAY, authorisedOn: TODAY }]);
  assert.equal(value, 100, 'the measure counts it as authorised');
  const list = await listLeaving(world, ada);
  assert.ok(list.kind === 'leaving-list');
  assert.ok(!list.unauthorised.lines.some((line) => line.child.id === child));
});

test('an authorisation serves the ending it was used for, and no other of the same time in care', async () => {
  const child = await world.inCare('SD14', 17);
  await world.authorised(child);
  assert.equal((await typeOver(child, ENDED)).kind, 'saved');
  assert.equal((await typeOver(child, { DEC: '', REC: '' })).kind, 'saved', 'they never went');
  assert.ok(await isInCare(child));
  assert.equal((await typeOver(child, ENDED)).kind, 'saved', 'that same ending may be put back');
  assert.equal((await typeOver(child, { DEC: '', REC: '' })).kind, 'saved');
  world.pass(24 * 60);
  ana = (await world.signIn(world.ana)).signedIn;
  ada = await world.as('director');
  const later = { DEC: '24/11/2026', REC: 'E5' };
  const refusal = await typeOver(child, later);
  assert.ok(refusal.kind === 'not-saved', 'a second leaving is another matter');
  const plan = await world.beginFor(child, 'exit-plan');
  const said = { 'left-on': '2026-11-24', 'left-why': 'E8' };
  const answer = await world.step(ana, plan, 'record-unplanned-ending', said);
  assert.ok(answer.kind === 'refused' && answer.name === 'not-said', nameOf(answer));
  assert.ok(await isInCare(child));
});

test('the day of an ending that was authorised may be put right, and it stays the authorised one', async () => {
  const child = await world.inCare('SD15', 17);
  world.pass(24 * 60);
  ana = (await world.signIn(world.ana)).signedIn;
  ada = await world.as('director');
  const id = await world.authorised(child);
  const left = { 'left-on': '2026-11-25', 'left-why': 'E6' };
  assert.equal(nameOf(await world.step(ana, id, 'record-left', left)), 'step-taken');
  const corrected = { DEC: '26/11/2026', REC: 'E5' };
  world.pass(2 * 24 * 60);
  ana = (await world.signIn(world.ana)).signedIn;
  ada = await world.as('director');
  assert.equal((await typeOver(child, corrected)).kind, 'saved');
  const list = await listLeaving(world, ada);
  assert.ok(list.kind === 'leaving-list');
  assert.ok(!list.unauthorised.lines.some((line) => line.child.id === child));
});

test('an order or agreement of an earlier day that makes an ending the director’s is refused at its own day, with what to do', async () => {
  const child = await world.inCare('SD16', 17, 'C2');
  assert.equal(
    (await typeOver(child, { ...ENDED, REC: 'E4A' })).kind,
    'saved',
    'under an order it is a court’s',
  );
  const begun = await beginProceedings(world, ana, {
    key: 'agreement of SD16',
    workflow: SECTION_20.id,
    child: known(child),
  });
  assert.ok(begun.kind === 'proceedings-begun', nameOf(begun));
  await world.fillIn(begun.id, ana);
  const said = { 'agreed-on': '2026-06-01', 'in-care': 'comes', 'status-from': '2026-06-01' };
  const answer = await world.step(ana, begun.id, 'agree', said);
  assert.ok(answer.kind === 'refused' && answer.name === 'not-said', nameOf(answer));
  const [{ question, sentence } = { question: '', sentence: '' }] = answer.faults;
  assert.equal(question, 'status-from', 'a question that the form has');
  assert.match(sentence, /ended on 23 November 2026.*Check the day.*whoever prepares the return/);
  assert.doesNotMatch(sentence, /Ask for that under/, 'nobody can ask for it any more');
});

test('an authorisation that was not given, was taken back or has lapsed lets nobody leave', async () => {
  const no = await world.inCare('SD10', 17);
  const asked = await world.beginFor(no, 'self-discharge');
  await world.fillIn(asked, ana);
  for (const [who, step] of [
    [ana, 'give-view'],
    [ana, 'offer-advocate'],
    [await world.as('reviewing-officer'), 'review'],
    [ada, 'not-authorise'],
  ] as const)
    assert.equal(nameOf(await world.step(who, asked, step)), 'step-taken', step);
  assert.equal((await typeOver(no, ENDED)).kind, 'not-saved');
  const back = await world.inCare('SD11', 17);
  const withdrawn = await world.authorised(back);
  assert.equal(nameOf(await world.step(ana, withdrawn, 'withdraw')), 'step-taken');
  assert.equal((await typeOver(back, ENDED)).kind, 'not-saved');
  const late = await world.inCare('SD12', 16);
  await world.authorised(late);
  world.pass(40 * 24 * 60);
  ana = (await world.signIn(world.ana)).signedIn;
  ada = await world.as('director');
  assert.equal((await typeOver(late, ENDED)).kind, 'not-saved');
});

/** Care ended in the record as a return says it. */
const endedByReturn = async (child: string, on: string, at: string) => {
  const record = await world.record(child);
  const ended = <S extends object>(stretch: S) => ({ ...stretch, ends: on as never });
  const imported = {
    ...record,
    periodsOfCare: record.periodsOfCare.map((period) => ({ ...ended(period), endReason: 'E5' })),
    placements: record.placements.map(ended),
    legalStatuses: record.legalStatuses.map(ended),
    needs: record.needs.map(ended),
  };
  await world.saveChildren([imported], at);
};

test('what came with a return is history: it stays in the record, and is named', async () => {
  const child = await world.inCare('SD13', 17);
  await endedByReturn(child, TODAY, '2026-12-20T09:00:00Z');
  const list = await listLeaving(world, ada);
  assert.ok(list.kind === 'leaving-list');
  assert.deepEqual(
    list.unauthorised.lines.filter((line) => line.child.id === child).map(({ on, why }) => [on, why]),
    [[TODAY, 'Independent living with formal support']],
  );
});

test('who left while an authorisation held is not named as unauthorised once it has lapsed', async () => {
  // Of SD12 it had lapsed by then.
  await endedByReturn('SD12', '2026-12-30', '2026-12-31T09:00:00Z');
  const list = await listLeaving(world, ada);
  assert.ok(list.kind === 'leaving-list');
  const named = list.unauthorised.lines.map((line) => String(line.child.id));
  assert.ok(named.includes('SD13'), 'who was never authorised is');
  assert.ok(named.includes('SD12'), 'and who left once it held no more');
  assert.ok(!named.includes('SD2'), 'their case waited for “record that they have left” until it lapsed');
});
