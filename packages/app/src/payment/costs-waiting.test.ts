import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, londonDayOf, POLICY } from '@rightplace/domain';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED as MOVED,
  plainFrom,
  TYPED,
} from '../../test/agreement-world.ts';
import { agreementsIn, laneHouseOffered } from '../../test/agreements-in.ts';
import { nameOf as name } from '../../test/name-of.ts';
import { draftAvoidance } from '../cost-avoidance/draft-avoidance.ts';
import { openHome } from '../measure/home.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { loadPayments } from './load-payments.ts';
import { markAgreement } from './mark-agreement.ts';

let world: AgreementWorld;
let officer: SignedIn;
let finance: SignedIn;
let caseId: number;
let agreement: number;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  finance = await world.as('finance');
});
after(() => world.close());

const waiting = async (who: SignedIn) => {
  const home = await openHome(world, who, { asOf: londonDayOf(world.now()), knownAt: undefined });
  return 'costs' in home ? home.costs : undefined;
};
const conflicted = async (): Promise<SignedIn> => {
  const person = await world.someone('finance');
  await world.conflict('NM1', person);
  return (await world.signIn(person)).signedIn;
};
const NOTHING = { toSetUp: { waiting: 0, overdue: 0, only: undefined }, toVerify: [], differences: 0 };

test('where nothing is agreed nothing waits, and a move that is not confirmed asks for no payments', async () => {
  assert.deepEqual(await waiting(finance), NOTHING);
  await agreementsIn(world, officer).made(await world.search('NM6'), { ...TYPED, additions: [] });
  assert.deepEqual(await waiting(finance), NOTHING);
});

test('payments wait to be set up from the move on, and no longer once they are', async () => {
  caseId = await world.search('NM1', MOVED);
  agreement = await agreementsIn(world, officer).made(caseId, plainFrom(MOVED));
  const found = await waiting(finance);
  assert.equal(found?.toSetUp.waiting, 1);
  assert.equal(found.toSetUp.only, agreement);
  const typed = { on: '2026-11-09', reference: 'FIN-2201' };
  const mark = { id: agreement, mark: 'payments-set-up', takesBack: false, key: 'set up', typed } as const;
  assert.equal(name(await markAgreement(world, finance, mark)), 'marked');
  assert.deepEqual(await waiting(finance), NOTHING);
  const back = { ...mark, takesBack: true, key: 'back', typed: { why: 'Another agreement' } };
  assert.equal(name(await markAgreement(world, finance, back)), 'marked');
  assert.equal((await waiting(finance))?.toSetUp.only, agreement);
});

test('a line of cost avoided waits for finance, and not for whoever negotiated it', async () => {
  const negotiator = (await world.signIn(await world.someone('finance'))).signedIn;
  const said = { 'core-weekly': '5900.00' };
  const figure = { 'proposed-by': 'us', weekly: '5500.00', 'proposed-where': 'E-mail' };
  await laneHouseOffered(world, negotiator, { caseId, said, figure });
  const typed = {
    of: 'Core fee',
    forum: 'placements-forum',
    category: 'rate',
    'agreed-on': '2026-11-02',
    before: '5200',
    after: '4900',
    first: '2026-11-09',
    last: '2027-03-28',
    'why-weeks': 'To the end of the financial year',
    evidence: 'E-mails of 2 and 3 November',
  };
  const draft = { agreement, insteadOf: undefined, key: 'draft', typed };
  const drafted = await draftAvoidance(world, officer, draft);
  assert.ok(drafted?.kind === 'avoidance-drafted', JSON.stringify(drafted));
  assert.deepEqual((await waiting(finance))?.toVerify, [{ year: 2027, waiting: 1, only: drafted.id }]);
  assert.deepEqual((await waiting(negotiator))?.toVerify, []);
});

test('a difference of what was paid this financial year waits', async () => {
  const bytes = Buffer.from(
    `Reference,Agreement,First night,Last night,Amount\nP1,${agreement},2026-04-01,2026-04-07,5635\n`,
  );
  assert.equal(name(await loadPayments(world, finance, { name: 'x.csv', bytes })), 'payments-loaded');
  assert.ok(((await waiting(finance))?.differences ?? 0) > 0);
});

test('whoever has a conflict of interest with a child is told of nothing that waits for that child', async () => {
  assert.deepEqual(await waiting(await conflicted()), NOTHING);
});

test('nobody but those who pay is told what waits to be paid', async () => {
  for (const role of ALL_ROLES) {
    const pays = 'set-up-payments' in POLICY[role];
    assert.equal((await waiting(await world.as(role))) !== undefined, pays, role);
  }
});
