import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES } from '@rightplace/domain';
import { listNotices, listSearchEntries } from '@rightplace/store';
import { aPortalWorld, PORTAL_PASSWORD, type PortalWorld } from '../../test/portal-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import { writeSearchEntry } from '../search/write-search-entry.ts';
import { answerReferral } from './answer-referral.ts';
import {
  endPortalAccess,
  inviteAgain,
  invitePortalPerson,
  showPortalPeople,
} from './manage-portal-people.ts';
import { findPortalVisitor, type PortalVisitor } from './portal-session.ts';
import { listReferrals, openReferral } from './referrals.ts';
import {
  acceptInvitation,
  listProviderPeopleToTry,
  signInAsProviderToTry,
  signInToPortal,
} from './sign-in-to-portal.ts';

let world: PortalWorld;
let kit: PortalVisitor;
let forms = 0;
before(async () => {
  world = await aPortalWorld();
  kit = (await world.someoneOf(world.zed, 'Kit Harrow')).visitor;
});
after(() => world.close());

const nameOf = (answer: { readonly kind: string; readonly name?: string }) =>
  answer.kind === 'refused' ? answer.name : answer.kind;
const write = (id: number, kind: 'answer' | 'outcome' | 'question', about: number, typed: object) =>
  writeSearchEntry(world, world.officer, { id, kind, about, key: `s ${(forms += 1)}`, typed: { ...typed } });
const ask = (sent: { caseId: number; referral: number }, words = 'Is there a school nearby?') =>
  answerReferral(world, kit, {
    ...sent,
    kind: 'question',
    offer: undefined,
    key: `p ${(forms += 1)}`,
    typed: { words },
  });

test('only placements officers say who of a provider may sign in, and not for the authority’s own homes', async () => {
  const invite = { providerId: world.zed, name: 'Nell Voss', email: 'nell@invented.example' };
  for (const role of ALL_ROLES) {
    const answer = await invitePortalPerson(world, await world.as(role), {
      ...invite,
      email: `${role}@invented.example`,
    });
    assert.equal(nameOf(answer), role === 'placements-officer' ? 'invited' : 'not-your-role', role);
  }
  for (const providerId of [world.own, 99_999])
    assert.equal(
      nameOf(await invitePortalPerson(world, world.officer, { ...invite, providerId })),
      'no-such-provider',
    );
  const faults = await invitePortalPerson(world, world.officer, { ...invite, name: ' ', email: 'nobody' });
  assert.deepEqual('faults' in faults && faults.faults.map(({ field }) => field), ['name', 'email']);
});

test('an invitation runs out after its days, and a new one replaces it', async () => {
  const typed = { providerId: world.zed, name: 'Late Lena', email: 'lena@invented.example' };
  const first = await invitePortalPerson(world, world.officer, typed);
  assert.ok(first.kind === 'invited');
  const people = await showPortalPeople(world, world.officer, world.zed);
  const personId =
    (people.kind === 'people-of-provider' && people.people.find(({ name }) => name === 'Late Lena')?.id) || 0;
  const second = await inviteAgain(world, world.officer, { providerId: world.zed, personId });
  assert.ok(second.kind === 'invited');
  const accept = (linkKey: string) => acceptInvitation(world, { linkKey, wanted: PORTAL_PASSWORD });
  assert.equal(nameOf(await accept(first.linkKey)), 'link-not-valid');
  assert.equal(nameOf(await accept(second.linkKey.replace(NORTHMARSH, SOUTHFELL))), 'link-not-valid');
  world.pass(7 * 24 * 60);
  assert.equal(nameOf(await accept(second.linkKey)), 'link-not-valid');
  assert.equal(
    nameOf(await inviteAgain(world, world.officer, { providerId: world.other, personId })),
    'no-such-person',
    'of another provider',
  );
});

test('a session ends when nothing is done, and at once with somebody’s access', async () => {
  const rob = await world.someoneOf(world.zed, 'Rob Idle');
  world.pass(29);
  assert.ok(await findPortalVisitor(world, rob.cookie));
  world.pass(31);
  assert.equal(await findPortalVisitor(world, rob.cookie), undefined);
  const again = await signInToPortal(world, {
    authorityId: NORTHMARSH,
    email: rob.email.toUpperCase(),
    password: PORTAL_PASSWORD,
    networkAddress: '192.0.2.9',
  });
  assert.ok(again.kind === 'signed-in');
  assert.notEqual(again.session, rob.cookie);
  const on = { providerId: world.zed, personId: rob.visitor.person.id };
  assert.equal(nameOf(await endPortalAccess(world, world.officer, on)), 'access-ended');
  assert.equal(await findPortalVisitor(world, again.session), undefined);
  const refused = await signInToPortal(world, {
    authorityId: NORTHMARSH,
    email: rob.email,
    password: PORTAL_PASSWORD,
    networkAddress: '192.0.2.9',
  });
  assert.equal(refused.kind, 'not-recognised');
});

test('live, nobody chooses whom of a provider to be', async () => {
  assert.deepEqual(await listProviderPeopleToTry(world), []);
  const asKit = { authorityId: NORTHMARSH, personId: kit.person.id };
  assert.equal(nameOf(await signInAsProviderToTry(world, asKit)), 'not-here');
  const demo = { ...world, mode: 'demo' } as const;
  assert.ok((await listProviderPeopleToTry(demo)).some(({ people }) => people.length > 0));
  assert.equal(nameOf(await signInAsProviderToTry(demo, asKit)), 'signed-in');
});

test('a provider is handed the profile as it was sent, and nothing else of the search', async () => {
  const sent = await world.aReferral('P version');
  const seen = await openReferral(world, kit, sent);
  assert.ok(seen.kind === 'referral' && seen.profile !== undefined);
  const text = JSON.stringify(seen.profile);
  assert.match(text, /A calm voice helps/);
  assert.deepEqual(
    Object.keys(seen).toSorted(),
    ['disclosed', 'kind', 'needs', 'now', 'profile', 'referral', 'takesOffers', 'today'],
    'nothing else is handed to the page',
  );
});

test('of a provider and an officer who write at once both do, each with a number of their own', async () => {
  const sent = await world.aReferral('P both');
  const answers = await Promise.all([
    ask(sent, 'One?'),
    write(sent.caseId, 'question', sent.referral, { words: 'By telephone: two?' }),
    ask(sent, 'Three?'),
    openReferral(world, kit, sent),
  ]);
  assert.deepEqual(answers.map(nameOf).slice(0, 3), [
    'referral-answered',
    'entry-written',
    'referral-answered',
  ]);
  const entries = await world.inside((tx) => listSearchEntries(tx, sent.caseId));
  assert.deepEqual(
    entries.map(({ number }) => number),
    entries.map((_, at) => at + 1),
  );
  assert.equal(entries.filter(({ kind }) => kind === 'question').length, 3);
  assert.equal(entries.filter(({ kind }) => kind === 'opened').length, 1);
});

test('an answer to a question that was asked by telephone leaves the referrals open to be read', async () => {
  const sent = await world.aReferral('P telephoned');
  await write(sent.caseId, 'question', sent.referral, { words: 'By telephone: which school?' });
  const entries = await world.inside((tx) => listSearchEntries(tx, sent.caseId));
  const about = entries.find(({ kind }) => kind === 'question')?.number ?? 0;
  assert.equal(
    nameOf(await write(sent.caseId, 'answer', about, { words: 'The one they are at.' })),
    'entry-written',
  );
  const seen = await openReferral(world, kit, sent);
  assert.ok(seen.kind === 'referral');
  assert.deepEqual(seen.referral.approach.questions, [], 'what was noted of the call is the staff’s own');
  const list = await listReferrals(world, kit);
  assert.ok(list.referrals.some(({ caseId }) => caseId === sent.caseId));
});

test('what an officer writes to a provider cannot name the child, and is taken once it does not', async () => {
  const sent = await world.aReferral('P names');
  await ask(sent);
  const question = (await world.inside((tx) => listSearchEntries(tx, sent.caseId))).find(
    ({ kind }) => kind === 'question',
  );
  const about = question?.number ?? 0;
  for (const words of ['Brindle is in year 7', 'Ring Mum on 07700 900123', 'They live in PE21 8AB'])
    assert.equal(nameOf(await write(sent.caseId, 'answer', about, { words })), 'tells-who', words);
  assert.equal(
    nameOf(
      await write(sent.caseId, 'outcome', sent.referral, { outcome: 'not-chosen', words: 'Brindle moved' }),
    ),
    'tells-who',
  );
  assert.equal(
    nameOf(await write(sent.caseId, 'outcome', sent.referral, { outcome: 'closed', more: 'Brindle moved' })),
    'tells-who',
    'nor can what they are told besides',
  );
  assert.equal(
    nameOf(await write(sent.caseId, 'outcome', sent.referral, { outcome: 'not-chosen' })),
    'not-said',
    'whoever was not chosen reads why',
  );
  assert.equal(
    nameOf(await write(sent.caseId, 'answer', about, { words: 'Yes. Please reply by 3 December 2026.' })),
    'entry-written',
  );
});

test('officers are told in the product of what a provider says, once for each time', async () => {
  const sent = await world.aReferral('P told');
  const told = async () =>
    (
      await world.inside((tx) => listNotices(tx, { to: world.officer.person.id, now: world.now(), most: 50 }))
    ).filter((notice) => notice.kind === 'provider-replied' && notice.case === sent.caseId);
  assert.equal((await told()).length, 0);
  await ask(sent);
  assert.equal((await told()).length, 1);
});

test('once the search is over the provider sees it closed, and no answer is taken', async () => {
  const sent = await world.aReferral('P over');
  await world.acting.takeAll(sent.caseId, [['social-worker', 'cancel']]);
  const { referrals } = await listReferrals(world, kit);
  assert.equal(referrals.find(({ caseId }) => caseId === sent.caseId)?.standing, 'closed');
  assert.equal(nameOf(await ask(sent)), 'referral-closed');
  const opened = await openReferral(world, kit, sent);
  assert.ok(opened.kind === 'referral' && !opened.referral.isOpened, 'nothing is written any more');
  assert.equal(
    nameOf(await write(sent.caseId, 'outcome', sent.referral, { outcome: 'closed' })),
    'entry-written',
  );
});

test('a referral of another provider, or that there is not, is not found and leaves nothing behind', async () => {
  const sent = await world.aReferral('P another');
  const peg = (await world.someoneOf(world.other, 'Peg Tolland')).visitor;
  const seen = await world.inside((tx) => listSearchEntries(tx, sent.caseId));
  assert.equal(nameOf(await openReferral(world, peg, sent)), 'no-such-referral');
  const answer = { ...sent, kind: 'question', offer: undefined, key: 'x', typed: { words: 'Who?' } } as const;
  assert.equal(nameOf(await answerReferral(world, peg, answer)), 'no-such-referral');
  assert.equal(nameOf(await openReferral(world, kit, { caseId: 4_000, referral: 1 })), 'no-such-referral');
  assert.equal(
    nameOf(await openReferral(world, { ...kit, authority: { ...kit.authority, id: SOUTHFELL } }, sent)),
    'no-such-referral',
    'behind another authority’s wall',
  );
  assert.deepEqual(await world.inside((tx) => listSearchEntries(tx, sent.caseId)), seen);
});
