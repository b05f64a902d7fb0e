import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, addDays, day, POLICY, payableOver, sumPence } from '@rightplace/domain';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED as MOVED,
  OFFER,
  plainFrom,
  TYPED,
} from '../../test/agreement-world.ts';
import { agreementsIn, rowsOf } from '../../test/agreements-in.ts';
import { aChild, anEpisode } from '../../test/children-world.ts';
import { nameOf as name } from '../../test/name-of.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { agreementFile } from './agreement-document.ts';
import { openAgreement } from './agreement-view.ts';
import { listCommitments } from './list-commitments.ts';
import { comparePayments, loadPayments } from './load-payments.ts';
import { beginAgreement, makeAgreement, saveAgreementChange } from './make-agreement.ts';
import { downloadPayments } from './payment-file.ts';

type Agreements = ReturnType<typeof agreementsIn>;
let world: AgreementWorld;
let officer: SignedIn;
let finance: SignedIn;
let made: Agreements['made'];
let seen: Agreements['seen'];
let change: Agreements['change'];
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  finance = await world.as('finance');
  ({ made, seen, change } = agreementsIn(world, officer));
});
after(() => world.close());

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
  const id = await made(await world.search('NM1', MOVED), plainFrom(MOVED));
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
  const id = await made(await world.search('NM1', MOVED), plainFrom(MOVED));
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
  const id = await made(await world.search('NM1', '2025-11-20'), plainFrom('2025-11-20'));
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
  const id = await made(await world.search('NM1', MOVED), plainFrom(MOVED));
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
    see: await made(await world.search('NM1', MOVED), plainFrom(MOVED)),
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

test('the agreement is a Word document that says the price, and whose', async () => {
  const file = await agreementFile(world, officer, doors.see);
  assert.ok(file?.kind === 'file');
  assert.match(file.name, /^placement-agreement-\d+-version-1\.docx$/);
  assert.equal(Buffer.from(file.bytes.slice(0, 2)).toString(), 'PK');
});

test('nights to come are committed up to the 18th birthday where nobody said when the placement ends, and beyond it where somebody did', async () => {
  await world.saveChildren(
    [
      aChild('NM90', {
        details: { dateOfBirth: day('2009-01-15') },
        episodes: [anEpisode({ decom: '2026-11-02', postcode: 'PE21 0AB' })],
      }),
    ],
    '2026-11-23T09:00:00Z',
  );
  const id = await made(await world.search('NM90', '2026-11-02'), { ...TYPED, additions: [] });
  const view = await seen(id);
  // After the night of 23 November there are 52 to that of 14 January: the 18th birthday is the 15th.
  assert.deepEqual([view.untilGrownUp, view.position.committed], ['to-come', (560_000 / 7) * 52]);
  await change(id, 'expected-end', { 'expected-end': '2027-02-01', why: 'They stay put' });
  const longer = await seen(id);
  assert.deepEqual([longer.untilGrownUp, longer.position.committed], [undefined, (560_000 / 7) * 69]);

  await world.saveChildren(
    [
      aChild('NM92', {
        details: { dateOfBirth: day('2008-11-20') },
        episodes: [anEpisode({ decom: '2026-11-02', postcode: 'PE21 0AB' })],
      }),
    ],
    '2026-11-23T09:00:00Z',
  );
  const grown = await seen(await made(await world.search('NM92', '2026-11-02'), { ...TYPED, additions: [] }));
  assert.deepEqual([grown.untilGrownUp, grown.position.committed], ['gone-by', 0], 'as the measure has it');
});
