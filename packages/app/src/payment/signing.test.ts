import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AgreementMarkKind, ALL_ROLES, type Moment, POLICY } from '@rightplace/domain';
import { asTenant, ledgerSigns, listAttachments } from '@rightplace/store';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED as MOVED,
  plainFrom,
  TYPED,
} from '../../test/agreement-world.ts';
import { agreementsIn } from '../../test/agreements-in.ts';
import { aPdf, piecesOf } from '../../test/documents.ts';
import { nameOf as name } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { attachDocument } from '../attachments/attach-document.ts';
import { eraseDocument } from '../attachments/erase-document.ts';
import { takeOffDocument } from '../attachments/take-off-document.ts';
import { createLedgers, type Ledgers } from '../ledger/ledgers.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { listSigning } from './list-signing.ts';
import { makeAgreement, saveAgreementChange } from './make-agreement.ts';
import { documentsToFile, markAgreement } from './mark-agreement.ts';

let world: AgreementWorld;
let officer: SignedIn;
let finance: SignedIn;
let agreements: ReturnType<typeof agreementsIn>;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  finance = await world.as('finance');
  agreements = agreementsIn(world, officer);
});
after(() => world.close());

const made = async (movedOn?: string): Promise<number> =>
  agreements.made(await world.search('NM1', movedOn), plainFrom(movedOn ?? '2026-12-01'));
let marks = 0;
const mark = (
  id: number,
  what: AgreementMarkKind,
  typed: Readonly<Record<string, unknown>>,
  { who = what === 'payments-set-up' ? finance : officer, takesBack = false } = {},
) => {
  marks += 1;
  return markAgreement(world, who, { id, mark: what, takesBack, key: `mark ${marks}`, typed });
};
const seen = (id: number, who = officer) => agreements.seen(id, who);
const SENT = { on: '2026-11-03', who: 'The area manager' };
const THEIRS = { on: '2026-11-05', who: 'Kit Rowanby, responsible individual' };
const OURS = { on: '2026-11-06', who: 'The head of commissioning' };
const SET_UP = { on: '2026-11-09', reference: 'FIN-2201' };

test('an agreement is sent, signed by either side and set up in the finance system, each with its day and by whom', async () => {
  const id = await made(MOVED);
  assert.equal(name(await mark(id, 'provider-signed', THEIRS)), 'not-yet', 'it was not sent');
  assert.equal(name(await mark(id, 'copy-filed', {})), 'not-said');
  assert.equal(name(await mark(id, 'sent', SENT)), 'marked');
  assert.equal(name(await mark(id, 'sent', SENT)), 'already');
  assert.equal(name(await mark(id, 'provider-signed', { ...THEIRS, on: '2026-11-02' })), 'not-yet');
  assert.equal(name(await mark(id, 'provider-signed', { ...THEIRS, on: '2027-01-01' })), 'not-said');
  assert.equal(name(await mark(id, 'provider-signed', THEIRS)), 'marked');
  assert.equal((await seen(id)).signing.isSigned, false, 'one of two');
  assert.equal(name(await mark(id, 'we-signed', OURS)), 'marked');
  assert.equal(name(await mark(id, 'payments-set-up', SET_UP)), 'marked');
  const { signing } = await seen(id);
  assert.deepEqual([signing.isSigned, signing.isSetUp, signing.write], [true, true, ['copy-filed']]);
  assert.equal(signing.told[0]?.sentence.endsWith('recorded that payments are set up'), true);
  assert.ok((await world.auditOf('NM1')).some(({ action }) => action === 'placement-agreement-marked'));
});

test('what was recorded in error is taken back with why, and is kept', async () => {
  const id = await made(MOVED);
  await mark(id, 'sent', SENT);
  assert.equal(name(await mark(id, 'sent', { why: ' ' }, { takesBack: true })), 'not-said');
  assert.equal(name(await mark(id, 'sent', { why: 'The wrong home' }, { takesBack: true })), 'marked');
  assert.equal(name(await mark(id, 'sent', { why: 'Again' }, { takesBack: true })), 'no-such-mark');
  const { signing } = await seen(id);
  assert.deepEqual([signing.signing.sent, signing.told.length], [undefined, 2]);
});

test('what the search said of the sending stands at the agreement, is not recorded again, and may be taken back', async () => {
  const caseId = await world.search('NM1');
  const told = { 'contract-sent': '2026-11-19', 'contract-to': 'Kit, area manager' };
  await world.goOn(caseId, [
    ['notify', 'notified'],
    ['send-contract', 'contract', told],
    ['confirm-move', 'move-date-confirmed', { 'contract-signed': 'yes', 'moves-on': '2026-12-01' }],
  ]);
  const answer = await makeAgreement(world, officer, { caseId, key: 'told', typed: TYPED });
  assert.ok(answer.kind === 'agreement-saved', JSON.stringify(answer));
  const { signing } = await seen(answer.id);
  assert.deepEqual(signing.signing.sent?.said, { on: '2026-11-19', who: 'Kit, area manager' });
  assert.ok(signing.signedInSearch !== undefined);
  assert.deepEqual([signing.isSigned, signing.signing['we-signed']], [false, undefined], 'no day is made up');
  assert.equal(name(await mark(answer.id, 'sent', SENT)), 'already');
  assert.equal(name(await mark(answer.id, 'provider-signed', { ...THEIRS, on: '2026-11-18' })), 'not-yet');
  assert.equal(name(await mark(answer.id, 'provider-signed', { ...THEIRS, on: '2026-11-19' })), 'marked');
  assert.equal(name(await mark(answer.id, 'we-signed', { ...OURS, on: '2026-11-20' })), 'marked');
  assert.equal((await seen(answer.id)).signing.signedInSearch, undefined, 'the days say it now');
  world.pass(1);
  assert.equal(
    name(await mark(answer.id, 'sent', { why: 'To another home' }, { takesBack: true })),
    'marked',
  );
  assert.equal((await seen(answer.id)).signing.signing.sent, undefined);
});

test('what was signed is the version that stood then', async () => {
  const id = await made(MOVED);
  await mark(id, 'sent', SENT);
  await mark(id, 'provider-signed', THEIRS);
  const typed = { what: 'Night staff', weekly: '700', starts: '2026-11-02', why: 'Agreed' };
  const change = { id, what: 'addition', basedOn: 1, key: 'night', typed };
  assert.equal(name(await saveAgreementChange(world, officer, change)), 'agreement-saved');
  const view = await seen(id);
  assert.deepEqual([view.signing.signing['provider-signed']?.version, view.version], [1, 2]);
});

test('payments are set up once the day of the move is confirmed, and not before', async () => {
  const id = await made();
  assert.equal(name(await mark(id, 'payments-set-up', SET_UP)), 'not-yet');
  assert.ok(!(await seen(id, finance)).signing.write.includes('payments-set-up'));
});

test('what is late is said with the day it was due, and comes first', async () => {
  const late = await made(MOVED);
  const { signing } = await seen(late);
  // Ten working days after Sunday 4 May 2025, of which Monday is a bank holiday.
  assert.deepEqual([signing.signedBy, signing.signatureLate], ['2025-05-19', true]);
  const list = await listSigning(world, officer);
  assert.ok(list.kind === 'signing');
  const [first] = list.lines;
  assert.ok(first?.signatureLate);
  assert.ok(list.lines.at(-1)?.signatureLate === false, 'what has no day yet comes last');
  const asFinance = await listSigning(world, finance);
  assert.ok(asFinance.kind === 'signing' && asFinance.lines.every((line) => line.name === undefined));
});

test('who may write what down is as the policy says, role by role', async () => {
  const id = await made(MOVED);
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const list = await listSigning(world, who);
    assert.equal(list.kind === 'signing', POLICY[role]['list-commitments'] !== undefined, `${role} lists`);
    const sent = await mark(id, 'sent', {}, { who });
    assert.equal(name(sent) === 'not-said', POLICY[role]['make-agreement'] !== undefined, `${role} sends`);
    const paid = await mark(id, 'payments-set-up', {}, { who });
    assert.equal(name(paid) === 'not-said', POLICY[role]['set-up-payments'] !== undefined, `${role} sets up`);
  }
});

const toldBy = (ledgers: Ledgers, knownAt?: Moment) =>
  asTenant(
    world.db,
    { authorityId: NORTHMARSH, ...(knownAt === undefined ? {} : { knownAt }) },
    async (tx) => {
      const { records } = (await ledgers.load(tx, NORTHMARSH, knownAt)).context;
      return [records?.placementContracts?.at(-1)?.signedOn, records?.paymentsSetUp?.at(-1)?.setUpOn];
    },
  );

test('measures are told at once when an agreement is signed by both and payments are set up', async () => {
  const forgetful = createLedgers(world.now, async (tx, asked) => ({
    ...(await ledgerSigns(tx, asked)),
    agreed: 0,
    comeInto: 0,
  }));
  const id = await made(MOVED);
  assert.deepEqual(
    [await toldBy(world.ledgers), await toldBy(forgetful)],
    [
      [null, null],
      [null, null],
    ],
  );
  const before = world.now();
  world.pass(1);
  await mark(id, 'sent', SENT);
  await mark(id, 'provider-signed', THEIRS);
  assert.deepEqual(await toldBy(world.ledgers), [null, null]);
  await mark(id, 'we-signed', OURS);
  await mark(id, 'payments-set-up', SET_UP);
  assert.deepEqual(await toldBy(world.ledgers), ['2026-11-06', '2026-11-09']);
  assert.deepEqual(await toldBy(createLedgers(world.now)), ['2026-11-06', '2026-11-09']);
  assert.deepEqual(await toldBy(forgetful), [null, null], 'one that does not look is found out');
  world.pass(1);
  assert.deepEqual(await toldBy(createLedgers(world.now), before), [null, null], 'as it was known then');
});

test('a document that was taken off or erased for good is no agreement’s copy, and the one that is left is', async () => {
  const caseId = await world.search('NM1', MOVED);
  const agreed = await agreements.made(caseId, plainFrom(MOVED));
  const inTenant = { authorityId: NORTHMARSH };
  const listed = () => asTenant(world.db, inTenant, (tx) => listAttachments(tx, caseId));
  const attached = async (about: string): Promise<number> => {
    const file = { name: `${about}.pdf`, content: piecesOf(aPdf(about)) };
    const sent = await attachDocument(world, officer, { id: caseId, key: about, about, section: '', file });
    assert.equal(sent.kind, 'document-attached');
    return (await listed()).at(-1)?.id ?? assert.fail('nothing is attached');
  };
  const [left, takenOff, erased] = [await attached('Left'), await attached('Wrong'), await attached('Gone')];
  const why = 'It was another child’s';
  const off = await takeOffDocument(world, officer, { caseId, id: takenOff, why });
  assert.equal(off.kind, 'document-taken-off');
  const owner = { owner: world.database.owner, now: world.now };
  assert.equal(name(await eraseDocument(owner, { ...inTenant, caseId, id: erased, why })), 'document-erased');
  const offered = await asTenant(world.db, inTenant, (tx) => documentsToFile(tx, caseId));
  assert.deepEqual(Object.keys(offered), [String(left)]);
  for (const what of ['sent', 'provider-signed', 'we-signed'] as const)
    assert.equal(
      name(await mark(agreed, what, { sent: SENT, 'provider-signed': THEIRS, 'we-signed': OURS }[what])),
      'marked',
    );
  for (const gone of [takenOff, erased])
    assert.equal(name(await mark(agreed, 'copy-filed', { document: String(gone) })), 'not-said');
  assert.equal(name(await mark(agreed, 'copy-filed', { document: String(left) })), 'marked');
});
