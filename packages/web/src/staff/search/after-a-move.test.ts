/** Notice, search and move of one child, the move recorded once on its page: all that follows it is there at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  approachHomes,
  holdPlace,
  listCommitments,
  listDue,
  listNotices,
  makeAgreement,
  openAgreement,
  openMeasure,
  recordHomeNotice,
  type SignedIn,
} from '@rightplace/app';
import { ALL_CHECKS, childId, day, HOME_NOTICE_ASKS } from '@rightplace/domain';
import { placesTakenFor, rulesFoundFor } from '../../../../app/test/after-a-move.ts';
import { TYPED } from '../../../../app/test/agreement-world.ts';
import { aChild, anEpisode, worker } from '../../../../app/test/children-world.ts';
import { keepClocks, keepVisits } from '../../../../app/test/clocks-world.ts';
import { aRegisterWorld, type RegisterWorld } from '../../../../app/test/register-world.ts';
import {
  searching,
  TO_AN_UNSIGNED_MOVE,
  TO_DIRECTOR,
  TO_THE_MOVE,
} from '../../../../app/test/search-world.ts';
import { answersTo } from '../../../../domain/test/cases.ts';
import { AN_OFFER } from '../../../../domain/test/search-cases.ts';
import { aService, type Service } from '../../../test/service.ts';

const CHILD = childId('MV9');
const TODAY = day('2026-11-23');
const YEAR = 2027;
let world: RegisterWorld;
let service: Service;
let ana: SignedIn;
let hub: SignedIn;
before(async () => {
  world = await aRegisterWorld();
  service = aService(world);
  await keepClocks(world);
  await keepVisits(world);
  const isla = aChild('MV9', {
    details: {
      givenName: 'Isla',
      familyName: 'Thornmere',
      dateOfBirth: day('2014-05-03'),
      sex: 'F',
      ethnicity: 'WBRI',
    },
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2024-02-01' })],
  });
  await world.saveChildren([isla], '2026-11-22T09:00:00Z');
  ana = (await world.signIn(world.ana)).signedIn;
  hub = await world.hub();
});
after(() => world.close());

const must = <T extends { readonly kind: string }>(answer: T): Exclude<T, { readonly kind: 'refused' }> => {
  assert.notEqual(answer.kind, 'refused', JSON.stringify(answer));
  return answer as Exclude<T, { readonly kind: 'refused' }>;
};

const rulesFound = (): Promise<readonly string[]> => rulesFoundFor(world, CHILD, YEAR);
const endingsNotPlanned = async (): Promise<number> => {
  const analyst = await world.as('performance');
  const asKnown = { asOf: TODAY, knownAt: undefined };
  const page = await openMeasure(world, analyst, { id: 'unplanned-endings', asKnown });
  return page.kind === 'figure' ? (page.figure.numerator ?? 0) : assert.fail(page.kind);
};
const clocksOf = async (rule: string): Promise<number> => {
  const due = await listDue(world, ana);
  assert.ok(due?.kind === 'due-list');
  return [...due.mine, ...due.others].filter(
    ({ child, clock }) => child.id === CHILD && clock.rule.id === rule && clock.began.on === TODAY,
  ).length;
};

const weeklyPaid = async (): Promise<number> => {
  const costs = await listCommitments(world, hub, { year: undefined });
  return costs.kind === 'commitments' ? costs.total.weekly : assert.fail(costs.kind);
};

test('a move recorded on its page fills the place, begins the payments and the clocks, and is in the measures and the return', async () => {
  const acting = searching(world, ana);
  const home = await world.add({ name: 'Marram House', urn: 'SC987654', postcode: 'PE21 0AB' });
  await world.openHome(home, 1);
  const typed = {
    ...answersTo(HOME_NOTICE_ASKS),
    'notice-on': '2026-11-20',
    'last-day': '2026-11-24',
    'notice-reason': 'CREQB',
  };
  const { id } = must(await recordHomeNotice(world, hub, { child: CHILD, key: 'notice', typed }));
  await acting.toSearch(id);
  await acting.takeAll(id, [['placements-officer', 'open-spot']]);
  const approached = must(
    await approachHomes(world, hub, { id, key: 'call', settings: [home], channel: 'phone', words: '' }),
  );
  const { 'children-there': _, terms: __, ...offer } = AN_OFFER as Record<string, string>;
  const said = { ...offer, home: 'Marram House', 'home-kind': 'childrens-home', registered: 'yes' };
  const number = await acting.written(id, 'offer', approached.numbers[0], said);
  await acting.written(id, 'shared', number);
  for (const check of ALL_CHECKS)
    await acting.written(id, 'check', number, { check, result: 'passed', evidence: 'Seen in the file' });
  must(await holdPlace(world, hub, { caseId: id, settingId: home, until: day('2026-11-30'), key: 'hold' }));
  await acting.takeAll(id, [...TO_DIRECTOR, TO_THE_MOVE[0] ?? assert.fail()]);
  const agreement = must(await makeAgreement(world, hub, { caseId: id, key: 'agree', typed: TYPED })).id;
  await acting.takeAll(id, TO_AN_UNSIGNED_MOVE);

  const agreed = async () => {
    const view = await openAgreement(world, hub, agreement);
    return view?.kind === 'agreement' ? [view.standing, view.stay?.starts] : assert.fail();
  };
  const vacant = () => placesTakenFor(world, id);
  const was = {
    rules: await rulesFound(),
    endings: await endingsNotPlanned(),
    plans: await clocksOf('placement-plan'),
    authority: await clocksOf('delegated-authority'),
    weekly: await weeklyPaid(),
    visits: await clocksOf('visit'),
    reviews: await clocksOf('review-unplanned-move'),
  };
  assert.deepEqual(await agreed(), ['to-come', undefined]);

  const browser = await service.signedInAs(world.ana);
  assert.doesNotMatch((await browser.get(`/children/${CHILD}`)).text, /placement panel/);
  const address = `/cases/${id}/steps/moved-home`;
  const form = await browser.get(address);
  assert.equal(
    form.page.querySelector('input[name="old-home-ended"][checked]')?.getAttribute('value'),
    'CREQB',
    'the reason that notice gave is offered',
  );
  const hidden = form.page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const moved = await browser.post(address, [
    ...hidden,
    ['moved-on-day', '23'],
    ['moved-on-month', '11'],
    ['moved-on-year', '2026'],
    ['old-home-ended', 'CREQB'],
    ['home', 'Marram House'],
    ['home-type', 'K2'],
    ['home-provider', 'PR4'],
    ['home-urn', 'SC987654'],
  ]);
  assert.equal(moved.status, 303, moved.text.slice(0, 800));

  const overview = (await browser.get(`/children/${CHILD}`)).text;
  assert.match(overview, /Marram House/, 'the child’s page');
  assert.match(
    overview,
    /The panel looks at every placement with an external provider\. It looks at this one first:[^]*Aged 12 or under in a children’s home/,
  );
  assert.match(
    (await browser.get('/children')).text,
    /Thornmere[^]*children’s home/i,
    'the list of children',
  );
  const [held] = await vacant();
  assert.equal(held?.kind === 'hold' ? held.ended : undefined, 'filled', 'the place that was held');
  assert.match(
    (await browser.get(`/searches/${id}`)).text,
    /The child has moved in: the outcome is to be written/,
  );
  assert.deepEqual(await agreed(), ['running', TODAY], 'the agreement is payable from the move');
  assert.equal(await clocksOf('placement-plan'), was.plans + 1, 'a placement plan is due for the new home');
  assert.equal(await clocksOf('delegated-authority'), was.authority + 1, 'and who may consent to what there');
  assert.equal(await clocksOf('visit'), was.visits + 1, 'a first visit to the new home');
  assert.equal(await clocksOf('review-unplanned-move'), was.reviews + 1, 'a review, as notice was given');
  assert.match(
    (await browser.get(`/children/${CHILD}/what-is-due`)).text,
    /Child visited for the first time in this home[^]*Case reviewed after a move that was not planned/,
  );
  assert.equal(was.weekly, 0, 'nothing was paid for a move to come');
  assert.ok((await weeklyPaid()) > 0, 'and is from tonight on');
  assert.equal(await endingsNotPlanned(), was.endings + 1, 'an ending that was not planned');
  const come = (await rulesFound()).filter((rule) => !was.rules.includes(rule));
  assert.deepEqual(come, ['392b'], 'the return wants the postcode of the new home');
  const notices = await listNotices(world, hub);
  assert.ok(notices.kind === 'notices');
  assert.ok(
    notices.lines.some(({ about, isRead }) => !isRead && about.kind === 'case' && about.child.id === CHILD),
    'the officer is told that the outcome is to be written',
  );
  await acting.takeAll(id, [['placements-officer', 'close']]);
  assert.match((await browser.get(`/searches/${id}`)).text, /Closed: the child has moved in/);
});
