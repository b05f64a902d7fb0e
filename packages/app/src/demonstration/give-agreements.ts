import { addMinutes, londonDayOf, PLACEMENT_REQUEST, readAgreement, searchFrom } from '@rightplace/domain';
import {
  addAgreement,
  appendAudit,
  asTenant,
  asTenantReading,
  holdRecord,
  listAgreements,
  listAuthorities,
  listCasesOfProcess,
  listSearchEntries,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { givenByContractOf } from '../payment/contract-given.ts';
import { givenBySearch, homeIn, offerChosen } from '../payment/given-by-search.ts';
import { APPROVED } from '../payment/make-agreement.ts';
import type { World } from '../world.ts';

/** What both sides say in words in each of them, where the terms of no framework do. */
const WORDS = {
  covers:
    'Board and care, a key worker, clothing and pocket money. School transport is paid by the authority.',
  outcomes: 'To sleep well, to be at school each day, and to see the family as agreed.',
  notice: '28 days, in writing, by either side',
};

/** Gives a demonstration that has none agreements of the homes that its searches came to. No real authority is given any. */
export const giveAgreements = async ({ db, now }: Pick<World, 'db' | 'now'>): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration || !(await asTenantReading(db, { authorityId }, hasNone))) continue;
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      if (await hasNone(tx)) await give(tx, now);
    });
  }
};

const hasNone = async (tx: Tx): Promise<boolean> => (await listAgreements(tx)).length === 0;

const give = async (tx: Tx, now: World['now']): Promise<void> => {
  const cases = await listCasesOfProcess(tx, PLACEMENT_REQUEST.id, { ended: [], isOver: false });
  let made = 0;
  for (const found of cases) if (await giveOne(tx, found, now)) made += 1;
  if (made === 0) return;
  await appendAudit(tx, {
    at: now(),
    actor: 'command line',
    action: 'demonstration-agreements-given',
    detail: { agreements: made },
  });
};

/** The day after the director approved, by whoever put the home to them. */
const giveOne = async (tx: Tx, { id, events }: StoredCase, now: World['now']): Promise<boolean> => {
  const offer = offerChosen(events);
  const proposed = events.findLast(({ step }) => step === 'propose')?.by;
  const approved = events.findLast(({ step }) => step === 'approve');
  if (offer === undefined || proposed === undefined || proposed === null || approved === undefined)
    return false;
  if (!APPROVED.has(events.at(-1)?.to ?? '')) return false;
  const today = londonDayOf(now());
  const search = searchFrom(await listSearchEntries(tx, id));
  const given = givenBySearch(events, search, offer);
  const chosen = search.offers.find(({ key }) => key === offer);
  const byContract = await givenByContractOf(tx, chosen, { given, today });
  const read = readAgreement({ ...given, ...WORDS, ...byContract }, today);
  if (read.kind === 'faulty') return false;
  const version = {
    at: addMinutes(approved.at, 60),
    by: Number(proposed.person),
    what: 'made',
    said: {},
    terms: read.terms,
    key: `invented agreement ${id}`,
  };
  return (await addAgreement(tx, { caseId: id, offer, home: homeIn(offer) }, version)) !== undefined;
};
