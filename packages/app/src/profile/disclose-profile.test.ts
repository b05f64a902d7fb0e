import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, day, ENTRY_KINDS, HOME_POSTCODE, HOME_TYPE, HOME_URN } from '@rightplace/domain';
import {
  asProvider,
  findCase,
  findSentProfile,
  listSearchEntries,
  loadChild,
  saveChildren,
} from '@rightplace/store';
import { disclosing } from '../../test/disclosing-stages.ts';
import { nameOf } from '../../test/name-of.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { TO_THE_MOVE } from '../../test/search-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { openDisclosed } from '../portal/open-disclosed.ts';
import type { PortalVisitor } from '../portal/portal-session.ts';
import { openReferral } from '../portal/referrals.ts';
import { openSearch } from '../search/open-search.ts';
import { writeSearchEntry } from '../search/write-search-entry.ts';
import { answerFindings } from './approve-profile.ts';
import { discloseProfile } from './disclose-profile.ts';
import { downloadProfile } from './send-profile.ts';
import { showProfile } from './show-profile.ts';

let world: PortalWorld;
let acting: ReturnType<typeof disclosing>;
let kit: PortalVisitor;
let peg: PortalVisitor;
let gullHome: number;
before(async () => {
  world = await aPortalWorld();
  acting = disclosing(world);
  kit = (await world.someoneOf(world.zed, 'Kit Harrow')).visitor;
  peg = (await world.someoneOf(world.other, 'Peg Tolland')).visitor;
  gullHome = await world.add({ name: 'Gull House', providerId: String(world.other) });
  await world.openHome(gullHome, 4);
});
after(() => world.close());

const entriesOf = (id: number) => world.inside((tx) => listSearchEntries(tx, id));
const sentIn = async (id: number): Promise<readonly number[]> =>
  (await entriesOf(id)).flatMap(({ kind, number }) => (kind === 'disclosed' ? [number] : []));
/** What was sent last in a referral, by its number; 0 where nothing was. */
const lastSent = async (who: PortalVisitor, of: { caseId: number; referral: number }): Promise<number> => {
  const view = await openReferral(world, who, of);
  return view.kind === 'referral' ? (view.disclosed.at(-1)?.disclosure.number ?? 0) : 0;
};
const read = async (who: PortalVisitor, of: { caseId: number; referral: number }) =>
  openDisclosed(world, who, { ...of, sent: await lastSent(who, of) });

/** A search in which Zed’s home and Gull’s were asked and both offered: Zed’s offer is on the shortlist, and Gull’s. */
const twoOffers = async (number: string) => {
  const zed = await world.aReferral(number);
  const gull = { caseId: zed.caseId, referral: await acting.askAlso(zed.caseId, gullHome) };
  const offer = await acting.offered(kit, zed);
  const other = await acting.offered(peg, gull, { home: 'Gull House' });
  return { id: zed.caseId, zed, gull, offer, other };
};

test('whoever’s offer is on the shortlist is sent more, with no name in it; nobody else is, and each opening is recorded', async () => {
  const { id, zed, gull } = await twoOffers('S one');
  await acting.prepare(id, 'shortlist');
  const sent = await acting.send(id, 'shortlist', [zed.referral]);
  assert.deepEqual(sent, { kind: 'profile-disclosed', to: ['Zed Homes'] });
  const view = await read(kit, zed);
  assert.ok(view.kind === 'disclosed', nameOf(view));
  const text = JSON.stringify(view.profile);
  assert.match(text, /For the shortlist: a calm evening helps/);
  assert.match(text, /"age","title":"Age","text":"11"/);
  assert.doesNotMatch(text, /Lark|Brindle|Date of birth/);
  assert.equal(await lastSent(peg, gull), 0, 'another on the shortlist was not sent it');
  const number = await lastSent(kit, zed);
  for (const asked of [zed, gull])
    assert.equal(nameOf(await openDisclosed(world, peg, { ...asked, sent: number })), 'no-such-referral');
  await read(kit, zed);
  const opened = (await entriesOf(id)).filter(
    ({ kind, said }) => kind === 'opened' && said['stage'] === 'shortlist',
  );
  assert.equal(opened.length, 1, 'in the log the first time');
  const looks = (await world.audited('disclosed-profile-viewed')).filter(({ detail }) =>
    JSON.stringify(detail).includes(`"case":${id},`),
  );
  assert.equal(looks.length, 2, 'in the audit each time');
  assert.equal(looks[0]?.subject?.kind, 'child');
});

test('the shortlist is of offers that are shared and stand: before, and once withdrawn or declined, nothing is sent or shown', async () => {
  const zed = await world.aReferral('S two');
  const { caseId: id } = zed;
  assert.equal(nameOf(await acting.approve(id, 'shortlist')), 'not-now', 'no offer yet');
  const offer = await acting.offered(kit, zed);
  await acting.prepare(id, 'shortlist');
  await acting.send(id, 'shortlist', [zed.referral]);
  assert.equal((await read(kit, zed)).kind, 'disclosed');
  await world.acting.written(id, 'unsuitable', offer, { reason: 'price', words: 'Too dear' });
  assert.equal(nameOf(await read(kit, zed)), 'no-longer-shown');
  await world.acting.written(id, 'shared', offer);
  assert.equal((await read(kit, zed)).kind, 'disclosed', 'shared again, it is there again');
  await world.acting.written(id, 'outcome', zed.referral, {
    outcome: 'not-chosen',
    words: 'Another was nearer',
  });
  assert.equal(nameOf(await read(kit, zed)), 'no-longer-shown');
  assert.equal(nameOf(await acting.send(id, 'shortlist', [zed.referral])), 'not-now');
});

test('what was put right and sent again takes the place of what was sent, also by its old address and in the database', async () => {
  const { id, zed, gull } = await twoOffers('S again');
  await acting.prepare(id, 'shortlist');
  await acting.send(id, 'shortlist', [zed.referral, gull.referral]);
  const first = await lastSent(kit, zed);
  assert.equal(nameOf(await openDisclosed(world, kit, { ...zed, sent: first })), 'disclosed');
  await acting.write(id, 'shortlist', { typed: { 'more-day': 'Put right: an early night helps.' } });
  await acting.approve(id, 'shortlist');
  assert.equal(nameOf(await acting.send(id, 'shortlist', [zed.referral])), 'profile-disclosed');
  assert.match(JSON.stringify(await read(kit, zed)), /Put right/);
  assert.equal(nameOf(await openDisclosed(world, kit, { ...zed, sent: first })), 'no-longer-shown');
  assert.equal(
    (await read(peg, gull)).kind,
    'disclosed',
    'whoever was not sent it again reads what they have',
  );
  const reads = (providerId: number, version: number) =>
    asProvider(world.db, { authorityId: NORTHMARSH, providerId }, (tx) =>
      findSentProfile(tx, { caseId: id, version }),
    );
  assert.equal(await reads(world.zed, 2), undefined);
  for (const one of [await reads(world.zed, 3), await reads(world.other, 2), await reads(world.zed, 1)])
    assert.notEqual(one, undefined);
  const { sent } = await acting.seen(id, 'shortlist');
  assert.deepEqual(sent.map(({ provider, stands }) => `${provider} ${stands}`).toSorted(), [
    'Gull Care true',
    'Zed Homes false',
    'Zed Homes true',
  ]);
});

test('who the child is goes to the one provider whose offer the director approved, after that and not before', async () => {
  const { id, zed, gull, offer } = await twoOffers('S three');
  assert.equal(nameOf(await acting.write(id, 'match')), 'stage-written', 'it can be got ready');
  assert.equal(nameOf(await acting.approve(id, 'match')), 'not-now');
  assert.equal(nameOf(await downloadProfile(world, world.officer, id, 'match')), 'not-now');
  await acting.approved(id, offer);
  assert.equal(nameOf(await acting.approve(id, 'match')), 'profile-approved');
  assert.equal(nameOf(await acting.send(id, 'match', [gull.referral])), 'not-matched');
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral, gull.referral])), 'not-matched');
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'profile-disclosed');
  const view = await read(kit, zed);
  assert.ok(view.kind === 'disclosed', nameOf(view));
  const text = JSON.stringify(view.profile);
  for (const told of [/Lark Brindle/, /Date of birth/, /For the match: a calm evening/, /Haircuts/])
    assert.match(text, told);
  assert.equal(
    nameOf(await openDisclosed(world, peg, { ...zed, sent: await lastSent(kit, zed) })),
    'no-such-referral',
  );
  assert.equal(await lastSent(peg, gull), 0);
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'sent-already');
});

test('what identifies is taken away when the home comes to nothing, and is sent anew after a new approval', async () => {
  const { id, zed, offer } = await twoOffers('S four');
  await acting.write(id, 'match');
  await acting.approved(id, offer);
  await acting.approve(id, 'match');
  await acting.send(id, 'match', [zed.referral]);
  assert.equal((await read(kit, zed)).kind, 'disclosed');
  await world.acting.takeAll(id, [['placements-officer', 'fell-through']]);
  assert.equal(nameOf(await read(kit, zed)), 'no-longer-shown');
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'not-now');
  world.pass(1);
  await acting.approved(id, offer);
  assert.equal(nameOf(await read(kit, zed)), 'no-longer-shown', 'of the approval before');
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'profile-disclosed');
  assert.equal((await read(kit, zed)).kind, 'disclosed');
  await world.acting.written(id, 'withdrawn', offer, { words: 'Filled' });
  assert.equal(nameOf(await read(kit, zed)), 'no-longer-shown', 'withdrawn by the provider');
});

test('once the search is over nothing that was sent later is shown', async () => {
  const { id, zed } = await twoOffers('S five');
  await acting.prepare(id, 'shortlist');
  await acting.send(id, 'shortlist', [zed.referral]);
  await world.acting.takeAll(id, [['social-worker', 'cancel']]);
  assert.equal(nameOf(await read(kit, zed)), 'no-longer-shown');
  assert.equal(nameOf(await acting.send(id, 'shortlist', [zed.referral])), 'not-now');
});

test('where the record has the child in another home than the one that was chosen, its provider reads nothing more', async () => {
  const { id, zed, offer } = await twoOffers('S elsewhere');
  await acting.approved(id, offer);
  await acting.prepare(id, 'match');
  await acting.send(id, 'match', [zed.referral]);
  const elsewhere = await world.add({ name: 'Quay Row', urn: 'SC990555', postcode: 'PE21 5AB' });
  assert.ok(elsewhere > 0);
  assert.equal((await read(kit, zed)).kind, 'disclosed', 'before the move');
  const there = { [HOME_TYPE]: 'K2', [HOME_URN]: 'SC990555', [HOME_POSTCODE]: 'PE21 5AB' };
  await world.acting.takeAll(id, [
    ...TO_THE_MOVE.slice(1),
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-10', ...there }],
  ]);
  assert.equal(nameOf(await read(kit, zed)), 'no-longer-shown');
  const view = await openReferral(world, kit, zed);
  assert.ok(view.kind === 'referral');
  assert.equal(view.profile, undefined);
  assert.deepEqual(
    view.disclosed.map(({ stands }) => stands),
    [false],
  );
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'not-now', 'nor is it sent again');
  const seen = await showProfile(world, world.officer, id, 'match');
  assert.ok(seen.kind === 'profile');
  assert.deepEqual(
    seen.sent.map(({ stands }) => stands),
    [false],
    'and the staff read so',
  );
});

test('once the child has left the home, its provider reads nothing more, though nobody has closed the search', async () => {
  const { id, zed, gull, offer } = await twoOffers('S left');
  await acting.prepare(id, 'shortlist');
  await acting.send(id, 'shortlist', [zed.referral]);
  await acting.approved(id, offer);
  await acting.prepare(id, 'match');
  await acting.send(id, 'match', [zed.referral]);
  await world.acting.takeAll(id, [
    ...TO_THE_MOVE.slice(1),
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-10' }],
  ]);
  const profileOf = async (who: PortalVisitor, of: typeof zed) => {
    const view = await openReferral(world, who, of);
    return view.kind === 'referral' && view.profile !== undefined;
  };
  assert.equal((await read(kit, zed)).kind, 'disclosed', 'while the child lives there');
  assert.equal(await profileOf(kit, zed), true);
  const child = (await world.inside((tx) => findCase(tx, id)))?.child ?? assert.fail();
  const record = await world.inside((tx) => loadChild(tx, child));
  assert.ok(record !== undefined);
  const [home] = record.placements;
  assert.ok(home?.starts === '2026-11-10' && home.ends === null);
  const on = day('2026-11-17');
  const placements = [
    { ...home, ends: on, endReason: 'CREQB' },
    { ...home, starts: on, began: 'changed', urn: null } as const,
  ];
  await world.inside((tx) =>
    saveChildren(tx, { children: [{ ...record, placements }], clock: world.now, why: 'Invented' }),
  );
  assert.equal(nameOf(await read(kit, zed)), 'no-longer-shown');
  const first = await openDisclosed(world, kit, { ...zed, sent: (await sentIn(id))[0] ?? 0 });
  assert.equal(nameOf(first), 'no-longer-shown', 'the shortlist');
  assert.deepEqual([await profileOf(kit, zed), await profileOf(peg, gull)], [false, false]);
  assert.equal(nameOf(await acting.send(id, 'match', [zed.referral])), 'not-now');
  const seen = await showProfile(world, world.officer, id, 'match');
  assert.ok(seen.kind === 'profile');
  assert.deepEqual(
    [seen.recipients, seen.sent.map(({ stands }) => stands)],
    [[], [false]],
    'and so the placements team sees it',
  );
});

test('what is written for the shortlist is searched as the request is, and what was said for the match holds for it alone', async () => {
  const { id, zed, offer } = await twoOffers('S six');
  await acting.write(id, 'shortlist', { typed: { 'more-school': 'Lark goes by bus, ring 07700 900123' } });
  assert.equal(nameOf(await acting.approve(id, 'shortlist')), 'in-the-way');
  const { findings } = await acting.seen(id, 'shortlist');
  assert.deepEqual(
    findings.map(({ words, weight }) => [words, weight]),
    [
      ['Lark', 'look'],
      ['07700 900123', 'never'],
    ],
  );
  await acting.approved(id, offer);
  await acting.write(id, 'match', { typed: { 'care-family': 'With an aunt at 14 Ferry Lane, Saltmere' } });
  const match = await acting.seen(id, 'match');
  assert.deepEqual(
    match.findings.map(({ kind, weight }) => [kind, weight]),
    [
      ['address', 'reason'],
      ['may-be-name', 'look'],
    ],
    'the child’s own name and a number to ring go with the match; where somebody else lives needs a reason',
  );
  const keys = match.findings.map(({ key }) => key);
  const answer = { id, stage: 'match', key: 'aunt', findings: keys } as const;
  assert.equal(nameOf(await answerFindings(world, world.officer, { ...answer, why: '' })), 'no-reason');
  assert.equal(
    nameOf(await answerFindings(world, world.officer, { ...answer, why: 'They visit on Sundays' })),
    'findings-answered',
  );
  assert.equal(nameOf(await acting.approve(id, 'match')), 'profile-approved');
  assert.equal((await acting.seen(id, 'shortlist')).isInTheWay, true);
  assert.equal(nameOf(await acting.send(id, 'shortlist', [zed.referral])), 'not-approved');
});

test('what a home has to have is asked before the match is approved, and nobody writes over another', async () => {
  const { id, offer } = await twoOffers('S seven');
  await acting.approved(id, offer);
  assert.equal(nameOf(await acting.approve(id, 'match')), 'not-written');
  const missing = await acting.write(id, 'match', { typed: { 'whom-to-ring': '' } });
  assert.deepEqual('faults' in missing && missing.faults.map(({ question }) => question), ['whom-to-ring']);
  await acting.write(id, 'match');
  const { writeForStage } = await import('./write-for-stage.ts');
  const old = { id, stage: 'match', key: 'old', basedOn: 0, typed: {} } as const;
  assert.equal(nameOf(await writeForStage(world, world.officer, old)), 'read-again');
});

test('placements officers write, approve and send; nobody else does, nor anybody with a conflict of interest', async () => {
  const { id, zed } = await twoOffers('S eight');
  await acting.prepare(id, 'shortlist');
  for (const role of ALL_ROLES.filter((one) => one !== 'placements-officer')) {
    const who = await world.as(role);
    for (const answer of [
      await acting.write(id, 'shortlist', { who }),
      await acting.approve(id, 'shortlist', who),
      await acting.send(id, 'shortlist', [zed.referral], who),
    ])
      assert.equal(answer.kind, 'refused', `${role}: ${answer.kind}`);
  }
  assert.deepEqual(ENTRY_KINDS.disclosed.who, ['placements-officer']);
  const another = await world.as('placements-officer');
  await world.conflict('S eight', another.person.id);
  assert.equal(nameOf(await showProfile(world, another, id, 'shortlist')), 'conflict-of-interest');
  assert.equal(nameOf(await acting.send(id, 'shortlist', [zed.referral], another)), 'conflict-of-interest');
  assert.equal((await entriesOf(id)).filter(({ kind }) => kind === 'disclosed').length, 0);
});

test('one form sent twice sends once, and by the form of any entry nothing is sent', async () => {
  const { id, zed } = await twoOffers('S nine');
  await acting.prepare(id, 'shortlist');
  const form = { id, stage: 'shortlist', key: 'the same', approaches: [zed.referral] } as const;
  await Promise.all([
    discloseProfile(world, world.officer, form),
    discloseProfile(world, world.officer, form),
  ]);
  assert.equal((await entriesOf(id)).filter(({ kind }) => kind === 'disclosed').length, 1);
  const typed = { stage: 'match', channel: 'portal' };
  const entry = { id, kind: 'disclosed', about: zed.referral, key: 'past it', typed } as const;
  assert.equal(nameOf(await writeSearchEntry(world, world.officer, entry)), 'nothing-sent');
});

test('the chronology says what was sent to whom, in words, and the first stage goes on counting the first alone', async () => {
  const { id, zed, gull } = await twoOffers('S ten');
  await acting.prepare(id, 'shortlist');
  await acting.send(id, 'shortlist', [zed.referral, gull.referral]);
  await read(kit, zed);
  const search = await openSearch(world, world.officer, id);
  assert.ok(search.kind === 'search');
  const lines = search.story.filter(({ of }) => of === 'disclosed');
  assert.deepEqual(lines.map(({ sentence }) => sentence.replace(/^.*, /, '')).toSorted(), [
    'sent more of the profile to Gull Care',
    'sent more of the profile to Zed Homes',
  ]);
  assert.match(JSON.stringify(lines[0]?.said), /No name, no address, no date of birth/);
  assert.ok(
    search.story.some(
      ({ of, said }) => of === 'opened' && JSON.stringify(said).includes('The shortlist profile'),
    ),
  );
  assert.equal(search.standing.search.counts.approached, 2);
  assert.equal(search.standing.search.counts.replied, 2);
  const first = await showProfile(world, world.officer, id);
  assert.ok(first.kind === 'profile');
  assert.deepEqual([first.approved.length, first.isCurrent, first.approved[0]?.version], [1, true, 1]);
  assert.equal(first.approved[0]?.profile.stage, 'profile');
});
