import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ALL_ROLES,
  addMinutes,
  type CaseEvent,
  londonDayOf,
  POLICY,
  readAgreement,
} from '@rightplace/domain';
import { addAgreement, asTenant, findCase, listNotices as listStored } from '@rightplace/store';
import { type AgreementWorld, anAgreementWorld, OFFER, plainFrom } from '../../test/agreement-world.ts';
import { agreementsIn } from '../../test/agreements-in.ts';
import { nameOf as name } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { markAgreement } from '../payment/mark-agreement.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { listNotices, type NoticeLine } from './list-notices.ts';
import { openNotice } from './open-notice.ts';
import { saveCaseEvent } from './save-case-event.ts';

let world: AgreementWorld;
let officer: SignedIn;
let finance: SignedIn;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  finance = await world.as('finance');
});
after(() => world.close());

/** What happens to a search, as every step of it is saved. */
const step = (caseId: number, id: string, to: string, said: CaseEvent['said'] = {}): Promise<void> =>
  asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const last = (await findCase(tx, caseId))?.events.at(-1);
    assert.ok(last !== undefined);
    const saved = await saveCaseEvent(tx, caseId, {
      number: last.number + 1,
      at: addMinutes(world.now(), -30),
      step: id,
      kind: 'record',
      by: { person: String(officer.person.id), part: { role: 'placements-officer' } },
      from: last.to,
      to,
      said,
      evidence: null,
      key: `${caseId} ${id} ${last.number}`,
    });
    assert.ok(saved);
  });
const confirmed = (caseId: number, on = '2026-12-01'): Promise<void> =>
  step(caseId, 'confirm-move', 'move-date-confirmed', { 'moves-on': on });

const toSetUp = async (who: SignedIn): Promise<readonly NoticeLine[]> => {
  const view = await listNotices(world, who);
  assert.ok(view.kind === 'notices');
  return view.lines.filter(({ kind, isRead }) => kind === 'payments-to-set-up' && !isRead);
};
const TYPED_PLAIN = plainFrom('2026-12-01');
const setUp = (id: number, takesBack = false) =>
  markAgreement(world, finance, {
    id,
    mark: 'payments-set-up',
    takesBack,
    key: `set up ${id} ${takesBack}`,
    typed: { on: '2026-11-20', reference: 'FIN-1' },
  });

test('finance is told once a move is confirmed that its payments are to be set up, and by number only', async () => {
  const caseId = await world.search('NM1');
  const id = await agreementsIn(world, officer).made(caseId, TYPED_PLAIN);
  assert.deepEqual(await toSetUp(finance), [], 'no move is confirmed');
  await confirmed(caseId);
  const [told, ...more] = await toSetUp(finance);
  assert.deepEqual(more, []);
  assert.deepEqual(told?.about, {
    kind: 'agreement',
    id,
    home: 'Lane House',
    child: { id: 'NM1', name: undefined },
  });
  assert.deepEqual(await openNotice(world, finance, told.id), { kind: 'leads-to-agreement', id });
  assert.equal(name(await setUp(id)), 'marked');
});

test('a move on another day is told in place of the first, and nothing once payments are set up', async () => {
  const caseId = await world.search('NM2');
  const id = await agreementsIn(world, officer).made(caseId, TYPED_PLAIN);
  await confirmed(caseId);
  await confirmed(caseId, '2026-12-03');
  assert.equal((await toSetUp(finance)).length, 1);
  assert.equal(name(await setUp(id)), 'marked');
  assert.deepEqual(await toSetUp(finance), []);
  await confirmed(caseId, '2026-12-04');
  assert.deepEqual(await toSetUp(finance), [], 'they are set up');
});

test('an agreement made after the move was confirmed is told then, and a move that comes to nothing no more', async () => {
  const caseId = await world.search('NM6');
  await confirmed(caseId);
  assert.deepEqual(await toSetUp(finance), [], 'there is nothing to pay by');
  await agreementsIn(world, officer).made(caseId, TYPED_PLAIN);
  assert.equal((await toSetUp(finance)).length, 1);
  await step(caseId, 'cancel', 'cancelled');
  assert.deepEqual(await toSetUp(finance), []);
});

test('nobody is told but those who set up payments, none of them with a conflict of interest', async () => {
  const conflicted = await world.someone('finance');
  await world.conflict('NM1', conflicted);
  const everybody = new Map<string, SignedIn>();
  for (const role of ALL_ROLES) everybody.set(role, await world.as(role));
  const caseId = await world.search('NM1');
  await agreementsIn(world, officer).made(caseId, TYPED_PLAIN);
  await confirmed(caseId);
  const storedOf = ({ person }: SignedIn) =>
    asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) =>
      (await listStored(tx, { to: person.id, now: world.now(), most: 100 })).filter(
        (one) => one.kind === 'payments-to-set-up' && one.case === caseId,
      ),
    );
  for (const [role, who] of everybody)
    assert.equal(
      (await storedOf(who)).length,
      'set-up-payments' in POLICY[role as keyof typeof POLICY] ? 1 : 0,
      role,
    );
  assert.deepEqual(await storedOf((await world.signIn(conflicted)).signedIn), []);
});

test('of a closed record nobody is told', async () => {
  const caseId = await world.search('NM3');
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const read = readAgreement(TYPED_PLAIN, londonDayOf(world.now()));
    assert.ok(read.kind !== 'faulty');
    const by = officer.person.id;
    const version = {
      what: 'made',
      said: {},
      terms: read.terms,
      at: world.now(),
      by,
      key: 'closed',
    } as const;
    await addAgreement(tx, { caseId, offer: OFFER, home: 'Lane House' }, version);
  });
  const before = (await toSetUp(finance)).length;
  await confirmed(caseId);
  assert.equal((await toSetUp(finance)).length, before);
});

test('a notice of somebody who has become a stranger to the child since tells nothing', async () => {
  const person = await world.someone('finance');
  const who = (await world.signIn(person)).signedIn;
  const caseId = await world.search('NM2');
  await agreementsIn(world, officer).made(caseId, TYPED_PLAIN);
  await confirmed(caseId);
  const [told] = await toSetUp(who);
  assert.equal(told?.about.kind, 'agreement');
  await world.conflict('NM2', person);
  const [since] = await toSetUp((await world.signIn(person)).signedIn);
  assert.deepEqual(since?.about, { kind: 'out-of-reach' });
  assert.deepEqual(await openNotice(world, who, since.id), { kind: 'leads-nowhere' });
});
