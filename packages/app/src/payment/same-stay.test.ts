/** Two agreements for one stay of a child: which is paid meanwhile, and who decides. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, day, POLICY } from '@rightplace/domain';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED as MOVED,
  plainFrom,
} from '../../test/agreement-world.ts';
import { agreementsIn, rowsOf } from '../../test/agreements-in.ts';
import { nameOf as name } from '../../test/name-of.ts';
import { draftAvoidance } from '../cost-avoidance/draft-avoidance.ts';
import { openAvoidance } from '../cost-avoidance/open-avoidance.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { listCommitments } from './list-commitments.ts';
import { saveAgreementChange } from './make-agreement.ts';
import { downloadPayments } from './payment-file.ts';

let world: AgreementWorld;
let officer: SignedIn;
let finance: SignedIn;
let agreements: ReturnType<typeof agreementsIn>;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  finance = await world.as('finance');
  agreements = agreementsIn(world, officer);
  const typed = plainFrom(MOVED);
  first = await agreements.made(await world.search('NM1', MOVED), typed);
  second = await agreements.made(await world.search('NM1', MOVED), { ...typed, 'core-weekly': '5000' });
});
after(() => world.close());

const WITHIN = { starts: day('2026-11-02'), ends: day('2026-11-16') };
let drafts = 0;
let first: number;
let second: number;

/** What is paid for the nights of two weeks, agreement by agreement. */
const paid = async (): Promise<Readonly<Record<string, number>>> => {
  const file = await downloadPayments(world, finance, { within: WITHIN, purpose: 'paying-providers' });
  assert.ok(file.kind === 'file');
  const sums: Record<string, number> = {};
  for (const [agreement = '', ...row] of rowsOf(file.text))
    sums[agreement] = (sums[agreement] ?? 0) + Number(row[10]);
  return sums;
};
const listed = async () => {
  const list = await listCommitments(world, finance, { year: undefined });
  assert.ok(list.kind === 'commitments');
  return list;
};

test('of two agreements for one stay one is paid, each says which, and that nobody has decided', async () => {
  assert.deepEqual(await paid(), { [second]: 10_000 });
  const same = { agreements: [first, second], paid: second, isDecided: false };
  const list = await listed();
  for (const id of [first, second]) {
    assert.deepEqual(list.lines.find((line) => line.id === id)?.sameStay, same);
    const view = await agreements.seen(id);
    assert.deepEqual(view.sameStay, same);
    assert.ok(view.changes.includes('pay-by-this'), 'it can be decided on either page');
  }
  const [one, two] = [await agreements.seen(first), await agreements.seen(second)];
  assert.deepEqual([one.position.expected, one.payments, one.weekly], [0, [], 0]);
  assert.equal(list.total.weekly, two.weekly, 'and a week of theirs is counted once');
});

test('who may decide is as the policy says, role by role; of the others nothing is recorded', async () => {
  for (const role of ALL_ROLES.filter((one) => POLICY[one]['make-agreement'] !== 'authority')) {
    const answer = await saveAgreementChange(world, await world.as(role), {
      id: first,
      what: 'pay-by-this',
      basedOn: 1,
      key: `decide as ${role}`,
      typed: { why: 'It is the one that was signed' },
    });
    assert.ok(answer?.kind === 'refused', role);
  }
  assert.deepEqual(await paid(), { [second]: 10_000 });
  const without = await agreements.change(first, 'pay-by-this', { why: '' });
  assert.equal(name(without), 'not-agreed', 'and nobody decides without a reason');
});

test('what somebody decides is paid from then on, is in the story of the agreement and in the child’s audit, and can be decided anew', async () => {
  const why = 'It is the one that was signed';
  assert.equal(name(await agreements.change(first, 'pay-by-this', { why })), 'agreement-saved');
  assert.deepEqual(await paid(), { [first]: 11_200 });
  const view = await agreements.seen(first);
  assert.deepEqual(view.sameStay, { agreements: [first, second], paid: first, isDecided: true });
  assert.match(
    JSON.stringify(view.story[0]),
    /decided that this agreement is paid.*It is the one that was signed/,
  );
  assert.ok(
    !view.changes.includes('pay-by-this') && (await agreements.seen(second)).changes.includes('pay-by-this'),
  );
  assert.equal(name(await agreements.change(first, 'pay-by-this', { why })), 'no-such-change');
  const changed = (await world.auditOf('NM1')).filter(
    ({ action }) => action === 'placement-agreement-changed',
  );
  assert.deepEqual(changed.at(-1)?.detail, { agreement: first, what: 'pay-by-this' });
  assert.equal(
    name(await agreements.change(second, 'pay-by-this', { why: 'Decided in error' })),
    'agreement-saved',
  );
  assert.deepEqual(await paid(), { [second]: 10_000 });
});

test('of agreements for one stay no cost is avoided by what is not paid, and none twice whichever is decided on', async () => {
  const draft = async (agreement: number, last = '2026-12-06') => {
    const typed = {
      of: 'Core fee',
      forum: 'placements-forum',
      category: 'rate',
      'agreed-on': '2026-11-02',
      before: '5900',
      after: agreement === first ? '5600' : '5000',
      first: '2026-11-09',
      last,
      'why-weeks': 'To the review',
      evidence: 'E-mails of 2 November',
    };
    const key = `draft ${agreement} ${(drafts += 1)}`;
    return draftAvoidance(world, officer, { agreement, insteadOf: undefined, key, typed });
  };
  const decideOn = async (id: number) => {
    world.pass(1);
    const why = 'It was signed';
    assert.equal(name(await agreements.change(id, 'pay-by-this', { why })), 'agreement-saved');
  };
  const unpaid = await draft(first);
  assert.ok(unpaid?.kind === 'refused' && /Another agreement is paid/.test(unpaid.sentence));
  const line = await draft(second);
  assert.ok(line?.kind === 'avoidance-drafted', name(line));
  await decideOn(first);
  const again = await draft(first);
  assert.ok(again?.kind === 'refused' && again.sentence.startsWith('Already counted in'), name(again));
  const view = await openAvoidance(world, finance, line.id);
  assert.ok(view?.kind === 'avoidance');
  assert.deepEqual(
    view.line.pricedOtherwise,
    [{ starts: '2026-11-09', ends: '2026-12-07', weekly: 0 }],
    'finance is told that it is not paid',
  );
  await decideOn(second);
});

test('where there is no other for the stay nothing is to be decided', async () => {
  const toCome = await agreements.made(await world.search('NM6'));
  const view = await agreements.seen(toCome);
  assert.deepEqual([view.sameStay, view.changes.includes('pay-by-this')], [undefined, false]);
  assert.equal(name(await agreements.change(toCome, 'pay-by-this', { why: 'x' })), 'no-such-change');
});
