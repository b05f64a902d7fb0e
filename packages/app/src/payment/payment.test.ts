import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type Answers, addDays, day, POLICY, payableOver, sumPence } from '@rightplace/domain';
import { addSearchEntry, asTenant } from '@rightplace/store';
import { type AgreementWorld, anAgreementWorld, OFFER, TYPED } from '../../test/agreement-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { agreementDocument, agreementFile } from './agreement-document.ts';
import { openAgreement } from './agreement-view.ts';
import { listCommitments } from './list-commitments.ts';
import { comparePayments, loadPayments, withdrawPayments } from './load-payments.ts';
import { beginAgreement, makeAgreement, saveAgreementChange } from './make-agreement.ts';
import { downloadPayments } from './payment-file.ts';

let world: AgreementWorld;
let officer: SignedIn;
let finance: SignedIn;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  finance = await world.as('finance');
});
after(() => world.close());

/** Kofi moved there on this day, by his record. */
const MOVED = '2025-05-04';
const name = (answer: { readonly kind: string; readonly name?: string } | undefined) =>
  answer === undefined ? 'nothing' : (answer.name ?? answer.kind);

const made = async (caseId: number, typed: Readonly<Record<string, unknown>> = TYPED): Promise<number> => {
  const answer = await makeAgreement(world, officer, { caseId, key: `make ${caseId}`, typed });
  assert.ok(answer.kind === 'agreement-saved', JSON.stringify(answer));
  return answer.id;
};
const seen = async (id: number, who = officer) => {
  const view = await openAgreement(world, who, id);
  assert.ok(view?.kind === 'agreement', name(view));
  return view;
};
let changes = 0;
const change = async (id: number, what: string, typed: Readonly<Record<string, unknown>>, who = officer) => {
  changes += 1;
  const { version: basedOn } = await seen(id);
  return saveAgreementChange(world, who, { id, what, basedOn, key: `change ${changes}`, typed });
};

test('an agreement is made of what the director approved, once, and what the search says is offered again', async () => {
  const caseId = await world.search('NM6');
  const begun = await beginAgreement(world, officer, caseId);
  assert.ok(begun.kind === 'to-agree');
  assert.deepEqual([begun.offer, begun.given], [OFFER, { 'core-weekly': '5600.00' }]);
  const id = await made(caseId);
  assert.equal(await made(caseId), id, 'the same form sent twice');
  const second = await makeAgreement(world, officer, { caseId, key: 'another', typed: TYPED });
  assert.equal(name(second), 'agreed-already');
  assert.equal((await seen(id)).home, 'Lane House');
});

test('before the director has approved there is nothing to agree', async () => {
  const caseId = await world.search('NM6');
  await world.goOn(caseId, [['fell-through', 'searching', { reason: 'They withdrew' }]]);
  assert.equal(
    name(await makeAgreement(world, officer, { caseId, key: 'early', typed: TYPED })),
    'not-approved',
  );
});

test('nothing is payable until the record has the child there, and nothing for a home that came to nothing', async () => {
  const caseId = await world.search('NM6');
  const id = await made(caseId);
  const view = await seen(id);
  assert.deepEqual([view.standing, view.payments, view.position.expected], ['to-come', [], 0]);
  await world.goOn(caseId, [
    ['fell-through', 'searching', {}],
    ['choose', 'social-work-decision', { offer: 'Offer 3: Mill Cottage' }],
  ]);
  const after = await seen(id);
  assert.deepEqual([after.standing, after.changes, after.position.expected], ['came-to-nothing', [], 0]);
});

test('once the day of the move is confirmed its cost is committed, and nothing is payable until the child is there', async () => {
  const caseId = await world.search('NM2');
  await world.goOn(caseId, [
    ['notify', 'notified'],
    ['move-first', 'move-date-confirmed', { 'moves-on': '2026-12-01' }],
  ]);
  const { additions: _, ...typed } = TYPED;
  const view = await seen(await made(caseId, { ...typed, 'starts-on': '2026-12-01' }));
  // From 1 December to 31 March there are 121 nights.
  assert.deepEqual(
    [view.standing, view.moves, view.payments, view.position.incurred, view.position.committed],
    ['to-come', '2026-12-01', [], 0, (560_000 / 7) * 121],
  );
  assert.equal(view.position.expected, view.position.committed);
  const costs = await listCommitments(world, finance, { year: undefined });
  assert.ok(costs.kind === 'commitments');
  const toCome = costs.lines.find((line) => line.id === view.id);
  const others = costs.lines.filter(({ standing }) => standing === 'running');
  assert.equal(toCome?.weekly, 560_000, 'what it will cost is told');
  assert.equal(
    costs.total.weekly,
    others.reduce((sum, { weekly }) => sum + weekly, 0),
    'and is in no total of what is paid a week',
  );
  const file = await downloadPayments(world, finance, {
    within: { starts: day('2026-11-01'), ends: day('2027-04-01') },
    purpose: 'paying-providers',
  });
  assert.ok(file.kind === 'file' && !rowsOf(file.text).some(([agreement]) => agreement === String(view.id)));
});

test('what is payable follows the record: from the night of the move to the night before the leaving', async () => {
  const id = await made(await world.search('NM1', MOVED), { ...TYPED, 'starts-on': MOVED, additions: [] });
  const view = await seen(id);
  // A stay in hospital is no leaving.
  assert.deepEqual([view.standing, view.stay], ['running', { starts: day(MOVED), ends: null }]);
  const nights = view.payments.reduce((sum, line) => sum + line.nights, 0);
  assert.equal(addDays(day(MOVED), nights - 1), view.today, 'up to and with tonight');
  const payable = { lines: view.terms.lines, absences: view.terms.absences, stay: view.stay };
  const before = payableOver(payable, { starts: day(MOVED), ends: view.year.starts });
  const listed = sumPence(view.payments.map(({ amount }) => amount));
  assert.equal(listed, before + view.position.incurred, 'the list adds up to what is told as due');
  assert.equal(view.position.incurred + view.position.committed, view.position.expected);
});

test('what is agreed later is a version of its own, and of two at once the second is told', async () => {
  const id = await made(await world.search('NM1', MOVED), { ...TYPED, 'starts-on': MOVED, additions: [] });
  const addition = { what: 'Night staff', weekly: '700', starts: '2026-11-02', why: 'Agreed on 1 November' };
  assert.equal(name(await change(id, 'addition', addition)), 'agreement-saved');
  const late = { id, what: 'addition', basedOn: 1, key: 'late', typed: { ...addition, what: 'Other' } };
  assert.equal(name(await saveAgreementChange(world, officer, late)), 'changed-meanwhile');
  const view = await seen(id);
  assert.deepEqual(
    [view.version, view.mayCorrect, view.story.length, view.terms.lines.map((line) => line.name)],
    [2, false, 2, ['Core fee', 'Night staff']],
  );
  assert.match(view.story[0]?.sentence ?? '', /added to the price$/);
  assert.equal(name(await change(id, 'corrected', TYPED)), 'no-such-change');
  const wrong = await change(id, 'addition', { ...addition, weekly: 'much' });
  assert.equal(name(wrong), 'not-agreed');
});

test('a move that the search has and the record has not is told as such, and nothing of it is payable', async () => {
  const id = await made(await world.search('NM1', '2025-11-20'), {
    ...TYPED,
    'starts-on': '2025-11-20',
    additions: [],
  });
  const view = await seen(id);
  assert.deepEqual(
    [view.standing, view.movedUnrecorded, view.position.expected, view.payments],
    ['to-come', '2025-11-20', 0, []],
  );
  const list = await listCommitments(world, finance, { year: undefined });
  assert.ok(list.kind === 'commitments');
  assert.equal(list.lines.find((line) => line.id === id)?.movedUnrecorded, '2025-11-20');
  assert.ok(list.lines.every((line) => line.standing === 'to-come' || line.movedUnrecorded === undefined));
});

test('of two who change an agreement at the same moment one is kept, and the other is told', async () => {
  const id = await made(await world.search('NM1', MOVED), { ...TYPED, 'starts-on': MOVED, additions: [] });
  const price = { which: '0', weekly: '5000', from: '2026-11-12', why: 'Agreed by telephone' };
  const answers = await Promise.all(
    ['5000', '5100'].map((weekly) =>
      saveAgreementChange(world, officer, {
        id,
        what: 'new-price',
        basedOn: 1,
        key: `at once ${weekly}`,
        typed: { ...price, weekly },
      }),
    ),
  );
  assert.deepEqual(answers.map(name).toSorted(), ['agreement-saved', 'changed-meanwhile']);
  assert.deepEqual(
    (await seen(id)).terms.lines.map(({ kind, starts, ends }) => [kind, starts, ends]),
    [
      ['core', MOVED, '2026-11-12'],
      ['core', '2026-11-12', null],
    ],
  );
});

interface Doors {
  readonly see: number;
}
let doors: Doors;

test('who may see, make and list what placements cost is as the policy says, role by role', async () => {
  doors = {
    see: await made(await world.search('NM1', MOVED), { ...TYPED, 'starts-on': MOVED, additions: [] }),
  };
  const toMake = await world.search('NM1');
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const may = POLICY[role];
    const isNear = (scope: string | undefined) => scope !== undefined && scope !== 'own-cases';
    const view = await openAgreement(world, who, doors.see);
    assert.equal(view?.kind === 'agreement', isNear(may['see-agreement']), `${role} sees`);
    const begun = await beginAgreement(world, who, toMake);
    assert.equal(begun.kind === 'to-agree', isNear(may['make-agreement']), `${role} makes`);
    const list = await listCommitments(world, who, { year: undefined });
    assert.equal(list.kind === 'commitments', may['list-commitments'] !== undefined, `${role} lists`);
    const paid = await comparePayments(world, who, { year: undefined });
    assert.equal(paid.kind === 'payments', may['see-payments'] !== undefined, `${role} compares`);
    const bytes = Buffer.from('nothing');
    const loaded = await loadPayments(world, who, { name: 'x.csv', bytes });
    assert.equal(name(loaded) === 'file-unreadable', may['load-payments'] !== undefined, `${role} loads`);
  }
});

test('a social worker sees what was agreed for their own child, and not for another’s', async () => {
  const ana = (await world.signIn(world.ana)).signedIn;
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.equal(name(await openAgreement(world, ana, doors.see)), 'agreement');
  assert.equal(name(await openAgreement(world, ben, doors.see)), 'out-of-reach');
});

test('finance sees numbers, homes and prices, and no name', async () => {
  const view = await seen(doors.see, finance);
  assert.deepEqual([view.child.id, view.child.name, view.child.dateOfBirth], ['NM1', undefined, undefined]);
  const list = await listCommitments(world, finance, { year: undefined });
  assert.ok(list.kind === 'commitments' && list.lines.length > 0);
  assert.ok(list.lines.every((line) => line.name === undefined));
  assert.ok(!JSON.stringify([view, list]).includes('Kofi'));
});

test('whoever has a conflict of interest finds no agreement, and restricted records are only counted', async () => {
  const person = await world.someone('placements-officer');
  await world.conflict('NM1', person);
  const conflicted = (await world.signIn(person)).signedIn;
  assert.equal(name(await openAgreement(world, conflicted, doors.see)), 'conflict-of-interest');
  const list = await listCommitments(world, conflicted, { year: undefined });
  assert.ok(list.kind === 'commitments' && list.lines.every(({ child }) => child !== 'NM1'));
  const restricted = await world.search('NM3', '2025-01-01');
  assert.equal(
    name(await makeAgreement(world, officer, { caseId: restricted, key: 'r', typed: TYPED })),
    'restricted-record',
  );
});

test('each seeing and change is in the child’s audit', async () => {
  const actions = (await world.auditOf('NM1')).map(({ action }) => action);
  for (const action of [
    'placement-agreement-made',
    'placement-agreement-changed',
    'placement-agreement-viewed',
  ])
    assert.ok(actions.includes(action), action);
});

const WITHIN = { starts: day('2026-11-02'), ends: day('2026-11-16') };
const rowsOf = (text: string) =>
  text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));

test('the file for the finance system adds up to what is payable, for a purpose that is recorded', async () => {
  const without = await downloadPayments(world, finance, { within: WITHIN, purpose: '' });
  assert.equal(name(without), 'purpose-needed');
  const file = await downloadPayments(world, finance, { within: WITHIN, purpose: 'paying-providers' });
  assert.ok(file.kind === 'file', name(file));
  const rows = rowsOf(file.text).filter(([agreement]) => agreement === String(doors.see));
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
    `P1,${doors.see},2026-11-02,08/11/2026,"£5,600.00"`,
    `P2,${doors.see},2026-11-09,2026-11-15,5700`,
    'P3,999,2026-11-09,2026-11-15,10',
  );
  assert.deepEqual(await loadPayments(world, finance, { name: 'paid.csv', bytes }), {
    kind: 'payments-loaded',
    lines: 3,
  });
  assert.equal(name(await loadPayments(world, finance, { name: 'again.csv', bytes })), 'loaded-already');
  const more = paidCsv(
    `P1,${doors.see},2026-11-02,2026-11-08,5600`,
    `P9,${doors.see},2026-11-09,2026-11-15,1`,
  );
  const partly = await loadPayments(world, finance, { name: 'more.csv', bytes: more });
  assert.ok(partly.kind === 'refused' && 'sentences' in partly);
  assert.deepEqual(partly.sentences, [
    `The reference “P1” for 2 November 2026 to 8 November 2026 of agreement ${doors.see} was loaded before, in a file that still counts.`,
  ]);
  const compared = await comparePayments(world, finance, { year: undefined });
  assert.ok(compared.kind === 'payments');
  const ofThese = compared.differences.filter(({ agreement }) =>
    [String(doors.see), '999'].includes(agreement),
  );
  assert.deepEqual(
    ofThese.map(({ agreement, difference }) => [agreement, difference.kind]),
    [
      [String(doors.see), 'amount'],
      ['999', 'agreement-not-known'],
      [String(doors.see), 'not-billed'],
    ],
  );
  const { position } = await seen(doors.see);
  assert.equal(position.paid, sumPence([560_000, 570_000] as never));
  assert.equal(position.accrued, position.incurred - position.paid);
  const [file] = compared.files;
  assert.ok(file !== undefined);
  assert.equal(name(await withdrawPayments(world, finance, { id: file.id, why: ' ' })), 'reason-needed');
  assert.equal(
    name(await withdrawPayments(world, finance, { id: file.id, why: 'The wrong month' })),
    'payments-withdrawn',
  );
  assert.equal((await seen(doors.see)).position.paid, 0);
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

test('where two agreements are paid for the same nights of a child, each says so', async () => {
  const typed = { ...TYPED, 'starts-on': MOVED, additions: [] };
  const [one, two] = [
    await made(await world.search('NM1', MOVED), typed),
    await made(await world.search('NM1', MOVED), typed),
  ];
  const list = await listCommitments(world, finance, { year: undefined });
  assert.ok(list.kind === 'commitments');
  const paidToo = (id: number) => list.lines.find((line) => line.id === id)?.paidToo ?? [];
  assert.ok(paidToo(one).includes(two) && paidToo(two).includes(one) && !paidToo(one).includes(one));
  const toCome = list.lines.filter(({ standing }) => standing === 'to-come');
  assert.ok(toCome.length > 0 && toCome.every((line) => line.paidToo.length === 0));
});

test('the agreement and the file for the finance system say who is paid, and the agreement on which terms', async () => {
  const caseId = await world.search('NM1', MOVED);
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const by = { person: String(officer.person.id), part: { role: 'placements-officer' } } as const;
    const write = (kind: 'approach' | 'offer', about: number | null, said: Answers) =>
      addSearchEntry(tx, caseId, { at: world.now(), by, kind, about, said, key: JSON.stringify(said) });
    const approach = await write('approach', null, { tier: 'framework', provider: 'Saltings Homes' });
    await write('offer', approach, { home: 'Mill Cottage', 'core-weekly': '4000.00' });
    await write('offer', approach, {
      home: 'Lane House',
      urn: 'SC123456',
      'core-weekly': '5600.00',
      'price-basis': 'framework',
    });
  });
  const id = await made(caseId, { ...TYPED, 'starts-on': MOVED, additions: [] });
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

test('the agreement is a Word document that says the price, and whose', async () => {
  const file = await agreementFile(world, officer, doors.see);
  assert.ok(file?.kind === 'file');
  assert.match(file.name, /^placement-agreement-\d+-version-1\.docx$/);
  assert.equal(Buffer.from(file.bytes.slice(0, 2)).toString(), 'PK');
});
