import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type Answers,
  addDays,
  childId,
  day,
  HOME_NOTICE_ASKS,
  payableOver,
  usualPlacementOn,
} from '@rightplace/domain';
import { listPlacesTaken, loadChild } from '@rightplace/store';
import { answersTo } from '../../../domain/test/cases.ts';
import { TYPED } from '../../test/agreement-world.ts';
import type { RegisterWorld } from '../../test/register-world.ts';
import { TO_AN_UNSIGNED_MOVE, TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { type SearchesOfRegister, searchesOfRegister } from '../../test/searches-of-register.ts';
import type { CaseView } from '../cases/open-case.ts';
import { openAgreement } from '../payment/agreement-view.ts';
import { makeAgreement } from '../payment/make-agreement.ts';
import { holdPlace } from '../register/hold-place.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { listSearches } from './list-searches.ts';
import { recordHomeNotice } from './record-home-notice.ts';

const CHILD = childId('NM1');
let world: RegisterWorld;
let ana: SignedIn;
let hub: SignedIn;
let acting: SearchesOfRegister['acting'];
let forms = 0;
before(async () => {
  ({ world, ana, hub, acting } = await searchesOfRegister());
});
after(() => world.close());

const notice = async (): Promise<number> => {
  const typed: Answers = {
    ...answersTo(HOME_NOTICE_ASKS),
    'notice-by': 'provider',
    'notice-on': '2026-11-20',
    'last-day': '2026-12-18',
    'notice-reason': 'CREQB',
  };
  const answer = await recordHomeNotice(world, hub, { child: CHILD, key: `notice ${(forms += 1)}`, typed });
  assert.ok(answer.kind === 'home-notice-recorded', JSON.stringify(answer));
  return answer.id;
};
const view = async (id: number, who = ana): Promise<CaseView> => {
  const seen = await world.seenBy(who, id);
  return seen.kind === 'case' ? seen : assert.fail(seen.kind);
};
const openSteps = async (id: number, who = ana): Promise<readonly string[]> =>
  (await view(id, who)).steps.filter(({ refusal }) => refusal === undefined).map(({ id: step }) => step);
const lineOf = async (id: number) => {
  const listed = await listSearches(world, hub, { over: false });
  return listed.kind === 'searches' ? listed.lines.find((line) => line.id === id) : assert.fail();
};
const BACK = {
  'taken-back-by': 'provider',
  'taken-back-on': '2026-11-23',
  reason: 'A second worker at night was agreed, so that she can stay',
  'child-says': 'I am glad',
};

test('notice that is taken back ends the search it opened, with whose word, when and why in the chronology, and nothing is lost', async () => {
  const id = await notice();
  const home = await world.add({ name: 'Fen House', urn: 'SC960001', postcode: 'PE30 1AB' });
  await world.openHome(home, 1);
  const held = await holdPlace(world, hub, {
    caseId: id,
    settingId: home,
    until: addDays(day('2026-11-23'), 5),
    key: 'held for notice',
  });
  assert.equal(held.kind, 'place-held');
  assert.ok((await openSteps(id)).includes('notice-back-over'));
  await acting.takeAll(id, [['social-worker', 'notice-back-over', BACK]]);
  const seen = await view(id);
  assert.equal(seen.state, 'cancelled');
  const told = seen.chronology.map(({ sentence }) => sentence).join(' | ');
  assert.match(told, /recorded that the notice on the home was taken back, and ended the search/);
  assert.match(told, /recorded that the home the child lives in is to end/, 'the notice itself is kept');
  assert.match(JSON.stringify(seen.chronology), /A second worker at night was agreed/);
  const [place] = await world.inside((tx) => listPlacesTaken(tx, { caseId: id }));
  assert.equal(place?.kind === 'hold' && place.ended, 'released');
  assert.equal(await lineOf(id), undefined, 'no longer on the desk');
});

test('the search goes on where that is wanted, without the notice; another notice stands again', async () => {
  const id = await notice();
  assert.equal((await lineOf(id))?.neededFrom, '2026-12-18');
  await acting.takeAll(id, [['placements-officer', 'notice-back', BACK]]);
  assert.equal((await view(id)).state, 'draft', 'where it was');
  assert.equal((await openSteps(id)).includes('notice-back'), false, 'there is none to take back');
  const refused = await world.take(ana, id, 'notice-back', { said: BACK });
  assert.equal(refused.kind, 'refused');
  assert.equal(await notice(), id, 'kept with the search that is open');
  assert.ok((await openSteps(id)).includes('notice-back'));
  await acting.takeAll(id, [['social-worker', 'notice-back-over', BACK]]);
});

test('only the child’s worker and the placements team take notice back', async () => {
  const id = await notice();
  for (const role of ['team-manager', 'director', 'finance', 'performance'] as const) {
    const answer = await world.take(await world.as(role), id, 'notice-back-over', { said: BACK });
    assert.equal(answer.kind, 'refused', role);
  }
  await acting.takeAll(id, [['placements-officer', 'notice-back-over', BACK]]);
});

test('a home that ends with no search to follow is recorded once: with why, who gave notice and when, and nothing is paid after it', async () => {
  const search = await notice();
  await acting.toSearch(search);
  await acting.anOffer(search);
  await acting.takeAll(search, [...TO_DIRECTOR, ...TO_THE_MOVE.slice(0, 1)]);
  const made = await makeAgreement(world, hub, { caseId: search, key: 'agree', typed: TYPED });
  assert.ok(made.kind !== 'refused', JSON.stringify(made));
  await acting.takeAll(search, [
    ...TO_AN_UNSIGNED_MOVE,
    [
      'social-worker',
      'moved-home',
      { 'moved-on': '2026-11-21', 'home-type': 'U6', 'home-provider': 'PR1', 'old-home-ended': 'CREQB' },
    ],
  ]);

  const id = await notice();
  assert.notEqual(id, search);
  const step = (await view(id)).steps.find((one) => one.id === 'lives-elsewhere');
  assert.deepEqual(step?.offered, {
    'old-home-ended': 'CREQB',
    'ended-by': 'provider',
    'notice-given-on': '2026-11-20',
  });
  const said = {
    ...step.offered,
    'moved-on': '2026-11-22',
    'home-type': 'R5',
    reason: 'Remanded by the court',
  };
  await acting.takeAll(id, [['social-worker', 'lives-elsewhere', said]]);
  assert.equal((await view(id)).state, 'cancelled');
  const child = await world.inside((tx) => loadChild(tx, CHILD));
  assert.ok(child);
  const [was, is] = ['2026-11-21', '2026-11-22'].map((on) => usualPlacementOn(child.placements, day(on)));
  assert.deepEqual([was?.type, is?.type], ['U6', 'R5']);
  assert.equal(was?.endReason ?? null, 'CREQB');
  const agreement = await openAgreement(world, hub, made.id);
  assert.ok(agreement?.kind === 'agreement');
  assert.equal(agreement.standing, 'ended');
  assert.deepEqual(agreement.stay, { starts: '2026-11-21', ends: '2026-11-22' });
  const after = { starts: day('2026-11-22'), ends: day('2027-04-01') };
  const payable = { lines: agreement.terms.lines, absences: [], stay: agreement.stay };
  assert.equal(payableOver(payable, after), 0);
  assert.equal(agreement.position.committed, 0);
  // Twice is once: the search is over.
  const again = await world.take(ana, id, 'lives-elsewhere', { said });
  assert.equal(again.kind, 'refused');
});

test('living with parents needs the approval that the law asks for, and carers and homes go through a search', async () => {
  const id = await notice();
  const answer = async (said: object) => {
    const taken = await world.take(ana, id, 'lives-elsewhere', {
      said: { 'moved-on': '2026-11-23', 'old-home-ended': 'CREQB', 'home-type': 'P1', ...said },
    });
    return taken.kind === 'refused' && 'faults' in taken ? taken.faults.map(({ question }) => question) : [];
  };
  assert.deepEqual(await answer({ 'parents-approved': '' }), ['parents-approved']);
  assert.deepEqual(await answer({ 'home-type': 'K2' }), ['home-type']);
  assert.deepEqual(await answer({ 'home-type': 'U6' }), ['home-type']);
});
