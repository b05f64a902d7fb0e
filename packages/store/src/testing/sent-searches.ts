/** Searches of which more was sent to one provider than to another, and what the database and the domain say of it. */
import assert from 'node:assert/strict';
import {
  ANSWERED_WORD,
  addMinutes,
  type CaseEvent,
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
import { asProvider } from '../portal/as-provider.ts';
import { findSentProfile } from '../portal/referral-entries.ts';
import { addProfileVersion } from '../profiles/profiles.ts';
import { listSearchEntries } from '../search/search-entries.ts';
import { addSearchEntry } from '../search/search-log.ts';
import { testDatabase } from './test-database.ts';

export const OURS = { authorityId: 'X00000001' };
const AT = moment('2026-11-02T09:30:00Z');
const CHILD = childId('T1');
export const VERSIONS = { profile: 1, shortlist: 2, match: 3 } as const;

export type Home = Pick<Placement, 'starts' | 'ends' | 'began'>;

export const MOVED_ON = { 'moved-on': '2026-11-03' };
export const THERE: Home = { starts: day('2026-11-03'), ends: null, began: 'changed' };
export const LEFT: Home = { ...THERE, ends: day('2026-11-20') };
export const ELSEWHERE: Home = { starts: day('2026-11-20'), ends: null, began: 'changed' };

export type SentSearches = Awaited<ReturnType<typeof sentSearches>>;

export const sentSearches = async () => {
  const db = await testDatabase();
  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asTenant(db.app, OURS, work);

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
    /** An approval that is written down as Ada’s, and her denial of it, which leaves the search where it is. */
    const event = (kind: 'write-down' | 'deny', to: string, more: Partial<CaseEvent>): Promise<boolean> => {
      events += 1;
      now = addMinutes(now, 1);
      const from = before_;
      before_ = to;
      const by = { person: String(jo), part: { role: 'placements-officer' } } as const;
      const rest = { at: now, from, to, said: {}, evidence: null, key: `${key} ${events}` };
      return inside((tx) => addCaseEvent(tx, id, { number: events, step: kind, kind, by, ...rest, ...more }));
    };
    const director = { person: String(ada), part: { role: 'director' } } as const;
    const approveByWord = async (): Promise<number> => {
      await event('write-down', 'approved', { wordOf: director });
      return events;
    };
    const deny = (word: number): Promise<boolean> =>
      event('deny', before_ ?? '', { by: director, said: { [ANSWERED_WORD]: String(word) } });
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
    return { id, toFern, toGull, offer, other, step, approveByWord, deny, write, disclose, now: () => now };
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

  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  const jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  const ada = (await inside((tx) => addPerson(tx, { name: 'Ada Osei' }))).id;
  await recordHomes([]);
  const fern = (await inside((tx) => saveProvider(tx, { name: 'Fern Homes', kind: 'PR4', inHouse: false })))
    .id;
  const gull = (await inside((tx) => saveProvider(tx, { name: 'Gull Care', kind: 'PR4', inHouse: false })))
    .id;
  return { db, fern, gull, inside, recordHomes, aSearch, reads, firstStandsInDatabase, compared };
};
