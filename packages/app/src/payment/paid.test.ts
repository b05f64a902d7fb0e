import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, payableOver, sumPence } from '@rightplace/domain';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED as MOVED,
  plainFrom,
  TYPED,
} from '../../test/agreement-world.ts';
import { agreementsIn, laneHouseOffered, rowsOf } from '../../test/agreements-in.ts';
import { nameOf as name } from '../../test/name-of.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { agreementDocument } from './agreement-document.ts';
import { listCommitments } from './list-commitments.ts';
import { comparePayments, loadPayments, withdrawPayments } from './load-payments.ts';
import { downloadPayments } from './payment-file.ts';

type Agreements = ReturnType<typeof agreementsIn>;
let world: AgreementWorld;
let officer: SignedIn;
let finance: SignedIn;
let made: Agreements['made'];
let seen: Agreements['seen'];
let change: Agreements['change'];
/** An agreement of a child who lives there. */
let lived: number;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  finance = await world.as('finance');
  ({ made, seen, change } = agreementsIn(world, officer));
  lived = await made(await world.search('NM1', MOVED), plainFrom(MOVED));
});
after(() => world.close());

const WITHIN = { starts: day('2026-11-02'), ends: day('2026-11-16') };

test('the file for the finance system adds up to what is payable, for a purpose that is recorded', async () => {
  const without = await downloadPayments(world, finance, { within: WITHIN, purpose: '' });
  assert.equal(name(without), 'purpose-needed');
  const file = await downloadPayments(world, finance, { within: WITHIN, purpose: 'paying-providers' });
  assert.ok(file.kind === 'file', name(file));
  const rows = rowsOf(file.text).filter(([agreement]) => agreement === String(lived));
  assert.deepEqual(
    rows.map((row) => [row[1], row[7], row[8], row[9], row[11]]),
    [
      ['NM1', '2026-11-02', '2026-11-08', '7', '5600.00'],
      ['NM1', '2026-11-09', '2026-11-15', '7', '5600.00'],
    ],
  );
  assert.ok(!file.text.includes('Kofi'));
});

const paidCsv = (...lines: readonly string[]): Buffer =>
  Buffer.from(['Reference,Agreement,First night,Last night,Amount', ...lines].join('\n'));

test('what was paid is loaded whole or not at all, compared to the penny, and can be taken back', async () => {
  const bad = await loadPayments(world, finance, {
    name: 'bad.csv',
    bytes: paidCsv(
      'P1,1,2026-11-02,2026-11-08,5600.00',
      'P2,1,yesterday,2026-11-08,1',
      'P1,1,2026-11-09,2026-11-08,x',
    ),
  });
  assert.ok(bad.kind === 'refused' && 'sentences' in bad);
  assert.deepEqual(bad.sentences, [
    'Line 3: “yesterday” is no day. Write it as 2026-11-09 or 09/11/2026.',
    'Line 4: the last night is before the first.',
  ]);
  const bytes = paidCsv(
    `P1,${lived},2026-11-02,08/11/2026,"£5,600.00"`,
    `P2,${lived},2026-11-09,2026-11-15,5700`,
    'P3,999,2026-11-09,2026-11-15,10',
  );
  assert.deepEqual(await loadPayments(world, finance, { name: 'paid.csv', bytes }), {
    kind: 'payments-loaded',
    lines: 3,
  });
  assert.equal(name(await loadPayments(world, finance, { name: 'again.csv', bytes })), 'loaded-already');
  const more = paidCsv(`P1,${lived},2026-11-02,2026-11-08,5600`, `P9,${lived},2026-11-09,2026-11-15,1`);
  const partly = await loadPayments(world, finance, { name: 'more.csv', bytes: more });
  assert.ok(partly.kind === 'refused' && 'sentences' in partly);
  assert.deepEqual(partly.sentences, [
    `The reference “P1” for 2 November 2026 to 8 November 2026 of agreement ${lived} was loaded before, in a file that still counts.`,
  ]);
  const compared = await comparePayments(world, finance, { year: undefined });
  assert.ok(compared.kind === 'payments');
  const ofThese = compared.differences.filter(({ agreement }) => [String(lived), '999'].includes(agreement));
  assert.deepEqual(
    ofThese.map(({ agreement, difference }) => [agreement, difference.kind]),
    [
      [String(lived), 'amount'],
      ['999', 'agreement-not-known'],
      [String(lived), 'not-billed'],
    ],
  );
  const { position } = await seen(lived);
  assert.equal(position.paid, sumPence([560_000, 570_000] as never));
  assert.equal(position.accrued, position.incurred - position.paid);
  const [file] = compared.files;
  assert.ok(file !== undefined);
  assert.equal(name(await withdrawPayments(world, finance, { id: file.id, why: ' ' })), 'reason-needed');
  assert.equal(
    name(await withdrawPayments(world, finance, { id: file.id, why: 'The wrong month' })),
    'payments-withdrawn',
  );
  assert.equal((await seen(lived)).position.paid, 0);
});

test('the file for the finance system, paid as it is and loaded back, agrees to the penny, over the end of the year and with additions', async () => {
  const id = await made(await world.search('NM1', MOVED), {
    ...TYPED,
    'starts-on': MOVED,
    'core-weekly': '5431.07',
    additions: [
      {
        what: '=2:1 staffing',
        weekly: '2799.99',
        starts: MOVED,
        ends: '2026-04-02',
        why: 'The first months',
      },
    ],
  });
  const award = { from: '2026-02-26', way: 'up', percent: '3.33', of: 'all', award: 'Award' };
  assert.equal(name(await change(id, 'price-change', { ...award, why: 'As awarded' })), 'agreement-saved');
  const away = { first: '2026-03-28', last: '2026-04-05', percent: '37', why: 'In hospital' };
  assert.equal(name(await change(id, 'absence', away)), 'agreement-saved');
  const within = { starts: day(MOVED), ends: day('2026-06-01') };
  const file = await downloadPayments(world, finance, { within, purpose: 'paying-providers' });
  assert.ok(file.kind === 'file');
  const [header = '', ...rows] = file.text.trim().split('\r\n');
  const own = rows.filter((row) => row.startsWith(`${id},`));
  assert.ok(
    own.every((row) => !row.includes(',=2:1')),
    'nothing in it runs as a formula',
  );
  const bytes = Buffer.from([`${header},Reference`, ...own.map((row) => `${row},RUN-1`)].join('\r\n'));
  assert.equal(name(await loadPayments(world, finance, { name: 'run-1.csv', bytes })), 'payments-loaded');
  for (const year of [2026, 2027]) {
    const compared = await comparePayments(world, finance, { year });
    assert.ok(compared.kind === 'payments');
    assert.deepEqual(
      compared.differences.filter(({ agreement }) => agreement === String(id)),
      [],
    );
    const list = await listCommitments(world, finance, { year });
    assert.ok(list.kind === 'commitments');
    const line = list.lines.find((one) => one.id === id);
    const starts = year === 2026 ? day(MOVED) : day('2026-04-01');
    const ends = year === 2026 ? day('2026-04-01') : within.ends;
    const { terms, stay } = await seen(id);
    const due = payableOver({ lines: terms.lines, absences: terms.absences, stay }, { starts, ends });
    assert.equal(line?.position.paid, due, `what was paid for nights of ${year}`);
  }
  const again = await comparePayments(world, finance, { year: undefined });
  assert.ok(again.kind === 'payments');
  const [loaded] = again.files;
  await withdrawPayments(world, finance, { id: loaded?.id ?? 0, why: 'A test run' });
});

test('the agreement and the file for the finance system say who is paid, and the agreement on which terms', async () => {
  const caseId = await world.search('NM1', MOVED);
  const said = { urn: 'SC123456', 'core-weekly': '5600.00', 'price-basis': 'framework' };
  await laneHouseOffered(world, officer, { caseId, said });
  const id = await made(caseId, plainFrom(MOVED));
  assert.deepEqual((await seen(id)).with, {
    provider: 'Saltings Homes',
    terms: 'Framework',
    urn: 'SC123456',
  });
  const document = await agreementDocument(world, officer, id);
  assert.ok(document?.kind === 'agreement-document');
  const text = JSON.stringify(document.document.blocks);
  for (const said of ['Saltings Homes, for Lane House', 'SC123456', 'Framework', 'Born '])
    assert.ok(text.includes(said), said);
  const forFinance = await agreementDocument(world, finance, id);
  assert.ok(forFinance?.kind === 'agreement-document');
  assert.ok(!JSON.stringify(forFinance.document).includes('Born '), 'finance reads no date of birth');
  const file = await downloadPayments(world, finance, { within: WITHIN, purpose: 'paying-providers' });
  assert.ok(file.kind === 'file');
  assert.deepEqual(
    rowsOf(file.text)
      .filter(([agreement]) => agreement === String(id))
      .map((row) => row.slice(2, 4)),
    [
      ['Lane House', 'Saltings Homes'],
      ['Lane House', 'Saltings Homes'],
    ],
  );
});
