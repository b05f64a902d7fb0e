import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type Approach,
  addMinutes,
  caseFrom,
  childId,
  day,
  disclosureStands,
  type EntryKind,
  firstStageStands,
  type HomesOfChild,
  LATER_STAGES,
  type Moment,
  moment,
  PLACEMENT_REQUEST_STATES,
  type Placement,
  searchFrom,
} from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { addCase, addCaseEvent, addEvidence, findCase } from '../cases/cases.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { addPerson } from '../people/people.ts';
import { saveProvider } from '../places/places.ts';
import { addProfileVersion } from '../profiles/profiles.ts';
import { listSearchEntries } from '../search/search-entries.ts';
import { addSearchEntry } from '../search/search-log.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { asProvider } from './as-provider.ts';
import { findSentProfile, listReferralEntries } from './referral-entries.ts';

const OURS = { authorityId: 'X00000001' };
const AT = moment('2026-11-02T09:30:00Z');
const CHILD = childId('T1');
const VERSIONS = { profile: 1, shortlist: 2, match: 3 } as const;

let db: TestDatabase;
let jo: number;
let fern: number;
let gull: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asTenant(db.app, OURS, work);

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  await recordHomes([]);
  fern = (await inside((tx) => saveProvider(tx, { name: 'Fern Homes', kind: 'PR4', inHouse: false }))).id;
  gull = (await inside((tx) => saveProvider(tx, { name: 'Gull Care', kind: 'PR4', inHouse: false }))).id;
});
after(() => db.close());

type Home = Pick<Placement, 'starts' | 'ends' | 'began'>;

/** The record of the child from now on, as far as it says where they live. */
const recordHomes = async (homes: readonly Home[]): Promise<void> => {
  const other = {
    type: 'K2',
    provider: 'PR4',
    postcode: null,
    homePostcode: null,
    urn: null,
    endReason: null,
  };
  const placements = homes.map((home) => ({ ...other, ...home }));
  const rest = { id: CHILD, details: {}, facts: [], periodsOfCare: [], needs: [], legalStatuses: [] };
  await inside((tx) =>
    saveChildren(tx, { children: [{ ...rest, placements }], clock: () => AT, why: 'Invented' }),
  );
};

const MOVED_ON = { 'moved-on': '2026-11-03' };
const THERE: Home = { starts: day('2026-11-03'), ends: null, began: 'changed' };
const LEFT: Home = { ...THERE, ends: day('2026-11-20') };
const ELSEWHERE: Home = { starts: day('2026-11-20'), ends: null, began: 'changed' };

/** A search with a profile at every stage, in which both were asked by the portal and both offered; Fern’s offer is chosen. */
const aSearch = async (key: string) => {
  const begun = { workflow: 'placement-request', version: 2, child: CHILD, begunBy: jo, teamId: null };
  const id = (await inside((tx) => addCase(tx, { ...begun, key }))).id;
  await inside((tx) => addEvidence(tx, id, { revision: 1, answers: {}, savedBy: jo, savedAt: AT }));
  await inside(async (tx) => {
    for (const stage of ['profile', 'shortlist', 'match'] as const)
      await addProfileVersion(tx, id, {
        stage,
        revision: 1,
        addedRevision: null,
        content: JSON.stringify({ stage, key }),
        approvedBy: jo,
        approvedAt: AT,
        key: `${key} ${stage}`,
      });
  });
  let now = AT;
  let events = 0;
  let before_: string | null = null;
  const step = (to: string, said: Record<string, string> = {}, name = 'invented'): Promise<boolean> => {
    events += 1;
    now = addMinutes(now, 1);
    const from = before_;
    before_ = to;
    const by = { person: String(jo), part: { role: 'placements-officer' } } as const;
    return inside((tx) =>
      addCaseEvent(tx, id, {
        number: events,
        at: now,
        step: name,
        kind: events === 1 ? 'begin' : 'record',
        by,
        from,
        to,
        said,
        evidence: null,
        key: `${key} ${events}`,
      }),
    );
  };
  let entries = 0;
  const write = (
    kind: EntryKind,
    about: number | null,
    said: Record<string, string> = {},
    register?: { readonly providerId: number | null; readonly profileVersion: number },
  ): Promise<number> => {
    entries += 1;
    now = addMinutes(now, 1);
    return inside((tx) =>
      addSearchEntry(tx, id, {
        at: now,
        by: { person: String(jo), part: { role: 'placements-officer' } },
        kind,
        about,
        said,
        key: `${key} ${entries}`,
        ...(register === undefined ? {} : { register: { settingId: null, ...register } }),
      }),
    );
  };
  const disclose = (about: number, stage: 'shortlist' | 'match', version: number = VERSIONS[stage]) =>
    write('disclosed', about, { stage, channel: 'portal' }, { providerId: null, profileVersion: version });
  await step('draft', {}, 'begin');
  await step('spot');
  const asked = { tier: 'spot', provider: 'One', channel: 'portal' };
  const toFern = await write('approach', null, asked, { providerId: fern, profileVersion: 1 });
  const toGull = await write('approach', null, asked, { providerId: gull, profileVersion: 1 });
  const offer = await write('offer', toFern, { home: 'Fern House' });
  const other = await write('offer', toGull, { home: 'Gull House' });
  for (const one of [offer, other]) await write('shared', one);
  await step('social-work-decision', { offer: 'Offer 1: Fern House' }, 'choose');
  return { id, toFern, toGull, offer, other, step, write, disclose, now: () => now };
};

const reads = async (providerId: number, caseId: number): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [stage, version] of Object.entries(VERSIONS))
    if (
      (await asProvider(db.app, { ...OURS, providerId }, (tx) =>
        findSentProfile(tx, { caseId, version }),
      )) !== undefined
    )
      found.push(stage);
  return found;
};

const standsInDatabase = ({
  id,
  approach,
  stage,
  at,
}: {
  id: number;
  approach: number;
  stage: string;
  at: Moment;
}): Promise<boolean> =>
  inside(async (tx) => {
    const { rows } = await sql<{ stands: boolean }>`
      select disclosure_stands(${id}, ${approach}, ${stage}, ${at}) as stands`.execute(tx);
    return rows[0]?.stands === true;
  });

const firstStandsInDatabase = (id: number, approach: number): Promise<boolean> =>
  inside(async (tx) => {
    const { rows } = await sql<{ stands: boolean }>`
      select first_stage_stands(${id}, ${approach}) as stands`.execute(tx);
    return rows[0]?.stands === true;
  });

/** How many of what was sent stand, by the domain and the database alike, for whichever approach and stage. */
const compared = async (
  { id, toFern, toGull }: Pick<Awaited<ReturnType<typeof aSearch>>, 'id' | 'toFern' | 'toGull'>,
  { sent, homes }: { readonly sent: readonly Moment[]; readonly homes: HomesOfChild },
): Promise<number> => {
  const stored = await inside((tx) => findCase(tx, id));
  const now = caseFrom(stored?.events ?? [], [], false);
  const log = searchFrom(await inside((tx) => listSearchEntries(tx, id)));
  let standing = 0;
  for (const approach of log.approaches)
    assert.equal(
      await firstStandsInDatabase(id, approach.number),
      firstStageStands(approach, { now, search: log, homes }),
      `${now.state}, the first stage, approach ${approach.number}`,
    );
  for (const stage of LATER_STAGES)
    for (const approach of [toFern, toGull])
      for (const at of sent) {
        const told = disclosureStands({ stage, at }, approach, { now, search: log, homes });
        assert.equal(
          await standsInDatabase({ id, approach, stage, at }),
          told,
          `${now.state}, ${stage}, approach ${approach}`,
        );
        if (told) standing += 1;
      }
  return standing;
};

test('the database says of every state, stage and approach what the domain says, whatever became of the offers', async () => {
  const search = await aSearch('agree');
  const { id, toFern, toGull, offer, other } = search;
  const sent: Moment[] = [search.now()];
  let homes: HomesOfChild = [];
  const compare = () => compared(search, { sent, homes });
  let stood = 0;
  for (const state of ['approved', ...Object.keys(PLACEMENT_REQUEST_STATES)]) {
    await search.step(state, state === 'moved' ? MOVED_ON : {});
    sent.splice(1, 1, search.now());
    stood += await compare();
  }
  await search.step('approved');
  sent.splice(1, 1, search.now());
  await search.step('approved', {}, 'confirm');
  assert.ok((await compare()) > 0, 'what was sent before the director confirmed their word');
  await search.step('moved', MOVED_ON);
  const before_: Home = { starts: day('2026-01-05'), ends: THERE.starts, began: 'changed' };
  const after_: Home = { starts: day('2026-11-10'), ends: null, began: 'continues' };
  const untilThen = { ...THERE, ends: after_.starts };
  const lives: readonly (readonly [string, readonly Home[], boolean])[] = [
    ['the record does not have the child', [], false],
    ['lives there', [THERE], true],
    ['came from another home', [before_, THERE], true],
    ['since earlier, as was put right', [{ ...THERE, starts: day('2026-11-01') }], true],
    ['with more known since', [untilThen, after_], true],
    ['with the same carers since', [untilThen, { ...after_, began: 'same-carer' }], true],
    ['moved on', [LEFT, ELSEWHERE], false],
    [
      'moved on and back',
      [LEFT, { ...ELSEWHERE, ends: day('2026-11-22') }, { ...ELSEWHERE, starts: day('2026-11-22') }],
      false,
    ],
    ['moved on the same day', [{ ...THERE, ends: THERE.starts }, THERE], false],
    ['left care', [LEFT], false],
  ];
  for (const [what, homes_, isRead] of lives) {
    await recordHomes(homes_);
    homes = homes_;
    sent.splice(1, 1, search.now());
    assert.equal((await compare()) > 0, isRead, what);
    assert.equal(await firstStandsInDatabase(id, toFern), isRead, what);
  }
  await recordHomes([THERE]);
  homes = [THERE];
  assert.ok(stood > 20, `${stood} stood`);
  await search.step('approved');
  sent.push(search.now());
  assert.ok((await compare()) > 0);
  await search.write('not-wanted', other, { reason: 'distance', words: 'Too far' });
  await compare();
  await search.write('unsuitable', offer, { reason: 'price', words: 'Dear' });
  await compare();
  await search.write('outcome', toGull, { outcome: 'closed' });
  await compare();
  await search.write('withdrawn', offer, { words: 'Filled' });
  assert.equal(await compare(), 0);
});

/** Nobody’s luck: the same numbers every time. */
const numbersFrom = (seed: number) => {
  let last = seed;
  return (below: number): number => {
    last = (last * 48_271) % 2_147_483_647;
    return Math.floor((last / 2_147_483_647) * below);
  };
};

test('whatever providers are told, in whichever order, the database says what the domain says of what is open to them', async () => {
  let reopened = 0;
  await recordHomes([THERE]);
  for (const seed of [1, 2, 3]) {
    const search = await aSearch(`told ${seed}`);
    const { toFern, toGull, offer, other, step, write } = search;
    const below = numbersFrom(seed);
    const oneOf = <T>(all: readonly [T, ...T[]]): T => all[below(all.length)] ?? all[0];
    const sent: Moment[] = [search.now()];
    const outcome = () =>
      write('outcome', oneOf([toFern, toFern, toGull]), {
        outcome: oneOf(['not-chosen', 'not-chosen', 'closed', 'chosen', 'shortlisted']),
      });
    const acts = [
      outcome,
      outcome,
      () => step('approved'),
      () => step('notified'),
      () => step('notified'),
      () => step(oneOf(['contract', 'with-director', 'offers-shared', 'move-date-confirmed'])),
      () => step('moved', MOVED_ON),
      () =>
        step(
          'social-work-decision',
          { offer: oneOf(['Offer 1: Fern House', 'Offer 2: Gull House']) },
          'choose',
        ),
    ] as const;
    for (let turn = 0; turn < 40; turn += 1) {
      await oneOf(acts)();
      sent.splice(1, 1, search.now());
      await compared(search, { sent, homes: [THERE] });
      const log = searchFrom(await inside((tx) => listSearchEntries(tx, search.id)));
      const isGone = ({ outcome: told }: Approach): boolean =>
        told?.outcome === 'not-chosen' || told?.outcome === 'closed';
      for (const { number } of log.approaches.filter(isGone))
        if (await firstStandsInDatabase(search.id, number)) reopened += 1;
    }
    await write('withdrawn', offer, { words: 'Filled' });
    await write('withdrawn', other, { words: 'Filled' });
    assert.equal(await compared(search, { sent, homes: [THERE] }), 0);
  }
  assert.ok(reopened > 3, `${reopened} reopened`);
});

test('who was told that theirs is not the home reads what it was sent again once it was told that it is', async () => {
  await recordHomes([THERE]);
  const { id, toFern, step, write, disclose } = await aSearch('after all');
  await disclose(toFern, 'shortlist');
  await write('outcome', toFern, { outcome: 'not-chosen' });
  assert.deepEqual(await reads(fern, id), []);
  await step('approved');
  assert.deepEqual(await reads(fern, id), [], 'not before they are told');
  await assert.rejects(disclose(toFern, 'match'), /only_the_stage_that_may/);
  await step('notified');
  assert.deepEqual(await reads(fern, id), ['profile', 'shortlist']);
  await disclose(toFern, 'match');
  assert.deepEqual(await reads(fern, id), ['profile', 'shortlist', 'match']);
  await write('outcome', toFern, { outcome: 'closed' });
  assert.deepEqual(await reads(fern, id), [], 'and the other way round');
});

test('a provider reads of later stages what it was sent, for as long as that stands, and nothing of another’s', async () => {
  const { id, toFern, toGull, step, write, disclose } = await aSearch('reads');
  assert.deepEqual(await reads(fern, id), ['profile']);
  await disclose(toFern, 'shortlist');
  assert.deepEqual([await reads(fern, id), await reads(gull, id)], [['profile', 'shortlist'], ['profile']]);
  await step('approved');
  await disclose(toFern, 'match');
  assert.deepEqual(await reads(fern, id), ['profile', 'shortlist', 'match']);
  assert.deepEqual(await reads(gull, id), ['profile']);
  const seen = await asProvider(db.app, { ...OURS, providerId: gull }, (tx) => listReferralEntries(tx));
  assert.ok(!seen.some(({ kind }) => kind === 'disclosed'));
  await recordHomes([THERE]);
  await step('moved', MOVED_ON);
  assert.deepEqual(await reads(fern, id), ['profile', 'match']);
  assert.deepEqual(await reads(gull, id), ['profile'], 'until they are told, or it is over');
  await write('outcome', toGull, { outcome: 'not-chosen' });
  assert.deepEqual(await reads(gull, id), []);
  await step('closed');
  assert.deepEqual(await reads(fern, id), []);
  const line = await asProvider(db.app, { ...OURS, providerId: gull }, (tx) => listReferralEntries(tx));
  assert.ok(
    line.some(({ kind, said }) => kind === 'outcome' && said['outcome'] === 'not-chosen'),
    'what became of it stays theirs to read',
  );
  assert.deepEqual(await reads(fern + 900, id), []);
});

test('what the director says of an approval that stands takes nothing from the provider, and an approval anew does', async () => {
  const { id, toFern, step, disclose } = await aSearch('confirmed');
  await step('approved');
  await disclose(toFern, 'match');
  await step('approved', {}, 'confirm');
  assert.deepEqual(await reads(fern, id), ['profile', 'match']);
  await step('with-director');
  await step('approved');
  assert.deepEqual(await reads(fern, id), ['profile'], 'what is approved anew is sent anew');
});

test('once the record has the child out of the home, its provider reads nothing more, though the search is not closed, and is sent nothing', async () => {
  const { id, toFern, toGull, step, disclose } = await aSearch('left');
  await disclose(toFern, 'shortlist');
  await step('approved');
  await recordHomes([THERE]);
  await step('moved', MOVED_ON);
  await disclose(toFern, 'match');
  assert.deepEqual(await reads(fern, id), ['profile', 'match']);
  await recordHomes([LEFT, ELSEWHERE]);
  assert.deepEqual([await reads(fern, id), await reads(gull, id)], [[], []]);
  await assert.rejects(disclose(toFern, 'match'), /only_the_stage_that_may/);
  await assert.rejects(disclose(toGull, 'shortlist'), /only_the_stage_that_may/);
  await recordHomes([THERE]);
  assert.deepEqual(await reads(fern, id), ['profile', 'match'], 'where the record was wrong');
});

test('past the application nothing that identifies is written as sent before the approval, to another, or with an approach', async () => {
  const { id, toFern, toGull, step, write, disclose } = await aSearch('past');
  const refused = /only_the_stage_that_may/;
  await assert.rejects(disclose(toFern, 'match'), refused, 'before the approval');
  await assert.rejects(disclose(toFern, 'shortlist', VERSIONS.match), refused, 'called by another name');
  await step('approved');
  await assert.rejects(disclose(toGull, 'match'), refused, 'to another');
  const asked = { tier: 'spot', provider: 'One', channel: 'portal' };
  for (const profileVersion of [VERSIONS.shortlist, VERSIONS.match])
    await assert.rejects(write('approach', null, asked, { providerId: gull, profileVersion }), refused);
  await assert.rejects(write('disclosed', toFern, { stage: 'match' }), /disclosed_with_its_profile/);
  assert.deepEqual(await reads(gull, id), ['profile']);
});

test('saboteur: without the policy, or were standing not asked for, who the child is would be shown', async () => {
  const told = await aSearch('saboteur of what was told');
  await told.write('outcome', told.toFern, { outcome: 'not-chosen' });
  assert.deepEqual(await reads(fern, told.id), []);
  await asSuperuser(
    db,
    `create or replace function was_told_it_is_over(of_case bigint, of_approach integer)
      returns boolean language sql stable security definer as 'select false'`,
  );
  assert.deepEqual(await reads(fern, told.id), ['profile'], 'by what they were told, and by nothing else');
  const { id, toFern, step, disclose } = await aSearch('saboteur');
  await step('approved');
  await disclose(toFern, 'match');
  await step('searching');
  assert.deepEqual([await reads(fern, id), await reads(gull, id)], [['profile'], ['profile']]);
  const left = await aSearch('saboteur of the end');
  await left.step('approved');
  await recordHomes([LEFT]);
  await left.step('moved', MOVED_ON);
  assert.deepEqual(await reads(fern, left.id), []);
  await asSuperuser(
    db,
    `create or replace function still_lives_there(of_case bigint)
      returns boolean language sql stable security definer as 'select true'`,
  );
  await left.disclose(left.toFern, 'match');
  assert.deepEqual(
    await reads(fern, left.id),
    ['profile', 'match'],
    'ended by the record, and by nothing else',
  );
  await asSuperuser(
    db,
    `create or replace function disclosure_stands(of_case bigint, of_approach integer, of_stage text, sent_at timestamptz)
      returns boolean language sql stable security definer as 'select true'`,
  );
  assert.deepEqual(
    await reads(fern, id),
    ['profile', 'match'],
    'taken away by what stands, and by nothing else',
  );
  assert.deepEqual(await reads(gull, id), ['profile']);
  await step('closed');
  assert.deepEqual(await reads(gull, id), []);
  await asSuperuser(
    db,
    `create or replace function first_stage_stands(of_case bigint, of_approach integer)
      returns boolean language sql stable security definer as 'select true'`,
  );
  assert.deepEqual(await reads(gull, id), ['profile'], 'and once it is over, by its end alone');
  await asSuperuser(db, 'drop policy sent_to_the_provider on profile_version');
  assert.deepEqual(await reads(gull, id), ['profile', 'shortlist', 'match'], 'the policy is what hides it');
});
