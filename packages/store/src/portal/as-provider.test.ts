import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, type EntryKind, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { addCase, addCaseEvent, addEvidence } from '../cases/cases.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { saveProvider } from '../places/places.ts';
import { addProfileVersion } from '../profiles/profiles.ts';
import { listSearchEntries } from '../search/search-entries.ts';
import { addSearchEntry } from '../search/search-log.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { asProvider } from './as-provider.ts';
import { addPortalPerson } from './portal-people.ts';
import {
  addReferralEntry,
  findSentProfile,
  listReferralEntries,
  nextEntryNumber,
} from './referral-entries.ts';

const OURS = { authorityId: 'X00000001' };
const AT = moment('2026-11-02T09:30:00Z');
const CHILD = childId('T1');

let db: TestDatabase;
let jo: number;
let caseId: number;
let fern: number;
let gull: number;
let kit: number;
let peg: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asTenant(db.app, OURS, work);
const as = <T>(providerId: number, work: Parameters<typeof asProvider<T>>[2]): Promise<T> =>
  asProvider(db.app, { ...OURS, providerId }, work);

const staffWrite = (
  kind: EntryKind,
  about: number | null,
  { said = {}, providerId }: { readonly said?: Record<string, string>; readonly providerId?: number } = {},
): Promise<number> =>
  inside((tx) =>
    addSearchEntry(tx, caseId, {
      at: AT,
      by: { person: String(jo), part: { role: 'placements-officer' } },
      kind,
      about,
      said,
      key: `${kind} ${Math.random()}`,
      ...(providerId === undefined
        ? {}
        : {
            register: { providerId, settingId: null, profileVersion: said['channel'] === 'phone' ? null : 1 },
          }),
    }),
  );
const approach = (providerId: number, channel = 'portal') =>
  staffWrite('approach', null, { said: { tier: 'spot', provider: 'One', channel }, providerId });

const say = (providerId: number, by: number, kind: EntryKind, about: number, key = `${Math.random()}`) =>
  as(providerId, async (tx, serve) => {
    const number = await serve((served) => nextEntryNumber(served, caseId));
    await addReferralEntry(tx, {
      caseId,
      number,
      at: AT,
      kind,
      about,
      by,
      said: { words: 'Is there a dog?' },
      key,
    });
    return number;
  });

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  const child = { id: CHILD, details: {}, facts: [], periodsOfCare: [], needs: [], legalStatuses: [] };
  await inside((tx) =>
    saveChildren(tx, { children: [{ ...child, placements: [] }], clock: () => AT, why: 'Invented' }),
  );
  const begun = { workflow: 'placement-request', version: 2, child: CHILD, begunBy: jo, teamId: null };
  caseId = (await inside((tx) => addCase(tx, { ...begun, key: 'one' }))).id;
  await inside((tx) =>
    addCaseEvent(tx, caseId, {
      number: 1,
      at: AT,
      step: 'begin',
      kind: 'begin',
      by: { person: String(jo), part: { role: 'placements-officer' } },
      from: null,
      to: 'spot',
      said: {},
      evidence: null,
      key: 'begun',
    }),
  );
  await inside((tx) => addEvidence(tx, caseId, { revision: 1, answers: {}, savedBy: jo, savedAt: AT }));
  const invited = { invitedBy: jo, at: AT };
  await inside(async (tx) => {
    for (const content of ['{"first":1}', '{"second":2}'])
      await addProfileVersion(tx, caseId, {
        stage: 'profile',
        revision: 1,
        addedRevision: null,
        content,
        approvedBy: jo,
        approvedAt: AT,
        key: content,
      });
    fern = (await saveProvider(tx, { name: 'Fern Homes', kind: 'PR4', inHouse: false })).id;
    gull = (await saveProvider(tx, { name: 'Gull Care', kind: 'PR4', inHouse: false })).id;
    kit =
      (await addPortalPerson(tx, { providerId: fern, name: 'Kit', email: 'k@fern.example', ...invited })) ??
      0;
    peg =
      (await addPortalPerson(tx, { providerId: gull, name: 'Peg', email: 'p@gull.example', ...invited })) ??
      0;
  });
});
after(() => db.close());

/** What a provider sees of the log, in words. */
const seen = async (providerId: number): Promise<readonly string[]> =>
  (await as(providerId, (tx) => listReferralEntries(tx))).map(({ kind, number }) => `${number} ${kind}`);

test('a provider’s session sees the referrals of that provider and what was said between the two, and nothing else', async () => {
  const own = await approach(fern);
  const others = await approach(gull);
  const phoned = await approach(fern, 'phone');
  const asked = await say(fern, kit, 'question', own);
  await say(gull, peg, 'question', others);
  await staffWrite('answer', asked, { said: { words: 'No' } });
  const offer = await say(fern, kit, 'offer', own);
  await staffWrite('unsuitable', offer, { said: { reason: 'price', words: 'Between ourselves' } });
  await staffWrite('figure', offer, { said: { words: 'We could pay more' } });
  await staffWrite('declined', phoned, { said: { reason: 'other' } });
  assert.deepEqual(await seen(fern), ['1 approach', '4 question', '6 answer', '7 offer']);
  assert.deepEqual(await seen(gull), ['2 approach', '5 question']);
  assert.deepEqual(await seen(fern + 900), [], 'a provider that there is not');
});

test('what a provider writes is in the log beside what staff write, under the name of whoever wrote it', async () => {
  const entries = await inside((tx) => listSearchEntries(tx, caseId));
  const question = entries.find(({ number }) => number === 4);
  assert.deepEqual(question?.by, {
    person: `portal ${kit}`,
    part: { role: 'external-provider' },
    name: 'Kit',
  });
  assert.equal(question.register?.providerId, fern, 'of the provider, whoever says so');
});

test('what an officer notes of a call about a referral is the staff’s own: the provider reads none of its words', async () => {
  const own = await approach(gull);
  const before = await seen(gull);
  const words = 'Kofi’s last home broke down';
  const asked = await staffWrite('question', own, { said: { words } });
  await staffWrite('opened', own);
  await staffWrite('no-reply', own, { said: { words } });
  await staffWrite('declined', own, { said: { reason: 'other', words } });
  const offered = await staffWrite('offer', own, { said: { words } });
  await staffWrite('withdrawn', offered, { said: { words } });
  assert.deepEqual(await seen(gull), before);
  const answered = await staffWrite('answer', asked, { said: { words: 'There is a garden' } });
  const told = await staffWrite('outcome', own, { said: { words: 'Another home was nearer' } });
  assert.deepEqual(await seen(gull), [...before, `${answered} answer`, `${told} outcome`]);
});

test('of profiles a provider reads the version that it was sent, and no other', async () => {
  const read = (providerId: number, version: number) =>
    as(providerId, (tx) => findSentProfile(tx, { caseId, version }));
  assert.equal((await read(fern, 1))?.content, '{"first":1}');
  assert.equal(await read(fern, 2), undefined);
  assert.equal(await read(fern + 900, 1), undefined);
});

test('a provider writes of its own referrals alone, as its own people, and only what is its to say', async () => {
  await assert.rejects(say(gull, peg, 'question', 1), /row-level security|violates/, 'of another’s referral');
  await assert.rejects(say(gull, kit, 'question', 2), /violates foreign key/, 'as another’s person');
  await assert.rejects(say(fern, kit, 'shared', 7), /providers_say_what_is_theirs|row-level security/);
  await assert.rejects(say(fern, kit, 'answer', 4), /providers_say_what_is_theirs|row-level security/);
  await assert.rejects(
    say(fern, kit, 'declined', 3),
    /providers_say_what_is_theirs|row-level security|violates/,
  );
  assert.equal((await seen(fern)).length, 4);
});

test('one form sent twice is one entry', async () => {
  await say(fern, kit, 'question', 1, 'the same form');
  await assert.rejects(say(fern, kit, 'question', 1, 'the same form'), /one_portal_form_one_entry/);
});

/** Every table there is, so that one that is made tomorrow is asked for too. */
const tables = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`.execute(db.owner);
  return rows.map(({ name }) => name);
};

const may = (providerId: number, statement: string): Promise<boolean> =>
  as(providerId, async (tx) => {
    await sql.raw(statement).execute(tx);
    return true;
  }).catch((error: unknown) => {
    assert.match(String(error), /permission denied/, statement);
    return false;
  });

test('a provider’s session reads no table but the two, and changes and takes away nothing', async () => {
  const readable: string[] = [];
  for (const table of await tables()) {
    for (const column of ['authority_id', 'name', '*'])
      if (await may(fern, `select ${column} from ${table} limit 0`).catch(() => false)) readable.push(table);
    for (const statement of [`delete from ${table}`, `truncate ${table}`])
      assert.equal(await may(fern, statement), false, statement);
  }
  assert.deepEqual([...new Set(readable)].toSorted(), ['profile_version', 'search_entry']);
  for (const statement of [
    'update search_entry set said = said',
    'select by_person from search_entry',
    'select approved_by from profile_version',
    "select append_audit(now(), 'x', 'x', null, null, null, null)",
    'select * from reference.population',
  ])
    assert.equal(await may(fern, statement), false, statement);
});

test('the service’s own part of such a transaction ends with it, and the role goes back to nobody', async () => {
  const who = sql<{ role: string; provider: string | null }>`
    select current_user::text as role, current_provider()::text as provider`;
  const roles = await as(fern, async (tx, serve) => [
    (await who.execute(tx)).rows[0],
    await serve(async (served) => (await who.execute(served)).rows[0]),
    (await who.execute(tx)).rows[0],
  ]);
  assert.deepEqual(roles, [
    { role: 'rightplace_portal', provider: String(fern) },
    { role: 'rightplace_app', provider: null },
    { role: 'rightplace_portal', provider: String(fern) },
  ]);
  await assert.rejects(
    as(fern, () => Promise.reject(new Error('no'))),
    /no/,
  );
  const after_ = await Promise.all(
    Array.from({ length: 12 }, () => inside(async (tx) => (await who.execute(tx)).rows[0])),
  );
  assert.deepEqual(new Set(after_.map((one) => one?.role)), new Set(['rightplace_app']));
});

test('staff are bound by none of it, nor is whoever makes a backup', async () => {
  const all = await inside((tx) => listSearchEntries(tx, caseId));
  assert.ok(all.length > 8);
  const owned = await asTenant(db.owner, OURS, (tx) => listSearchEntries(tx, caseId));
  assert.equal(owned.length, all.length);
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});

test('saboteur: with the walls taken down the same question would show another provider’s', async () => {
  const ofEverybody = () =>
    as(
      gull,
      async (tx) =>
        (await sql<{ n: number }>`select count(number)::int as n from search_entry`.execute(tx)).rows[0]?.n ??
        0,
    );
  const own = await ofEverybody();
  assert.equal(own, (await seen(gull)).length);
  await asSuperuser(db, 'drop policy own_referrals on search_entry');
  const without = await ofEverybody();
  assert.ok(without > own, `${without}`);
  await asSuperuser(db, 'drop policy sent_to_the_provider on profile_version');
  const read = await as(gull + 900, (tx) => findSentProfile(tx, { caseId, version: 2 }));
  assert.ok(read !== undefined, 'the policy is what hides it');
});
