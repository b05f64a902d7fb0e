import { setTimeout as wait } from 'node:timers/promises';
import { type Moment, minuteNumber } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Connections, Tx } from './database.ts';

/*
 * What was known at a moment must be answered the same for ever, yet a change takes its moment first and is there for
 * others only when all of it has been saved, which may be seconds later. So whoever takes a moment says so, by two locks
 * that everybody can see and that fall with the transaction, however it ends:
 *
 *   (authority, 0)       held from before the clock is read: one change of an authority at a time
 *   (authority, minute)  the minute read: an earlier moment is settled all the same
 *
 * Whoever asks about a moment looks first, and waits while a change in hand may still belong before it. A change that
 * begins after that look reads the clock later than the moment asked about, which is past by then. Decision 11.
 */

const lockSpace = (authorityId: string | undefined) => {
  const authority = authorityId === undefined ? sql`current_authority()` : sql`${authorityId}::text`;
  return sql`hashtext(${authority} || ' takes a moment')`;
};

/**
 * The moment of a change of what is known, by the clock. From now until the transaction ends no other is taken for the
 * authority, and nobody is told what was known at it or later.
 */
export const takeMoment = async (tx: Tx, clock: () => Moment): Promise<Moment> => {
  const ours = lockSpace(undefined);
  await sql`select pg_advisory_xact_lock(${ours}, 0)`.execute(tx);
  const at = clock();
  await sql`select pg_advisory_xact_lock(${ours}, ${minuteNumber(at)}::int)`.execute(tx);
  return at;
};

/** Changes in hand that may belong at the moment or before it: of those given, or of all. */
const changesInHand = async (
  db: Connections,
  { authorityId, moment, among }: { authorityId: string; moment: Moment; among?: readonly string[] },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ change: string }>`
    select virtualtransaction as change from pg_locks
    where locktype = 'advisory' and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())
      and classid = ${lockSpace(authorityId)}::oid
      ${among === undefined ? sql`` : sql`and virtualtransaction = any(${among}::text[])`}
    group by virtualtransaction
    having coalesce(min(objid::bigint) filter (where objid <> 0) <= ${minuteNumber(moment)}, true)`.execute(
    db,
  );
  return rows.map(({ change }) => change);
};

const LOOK_AGAIN_MS = 25;

/**
 * Waits until nothing can be added any more to what was known at a moment, which must be past: for the changes that are in
 * hand now, and not for those that follow them, however close. To be done before the transaction that asks has begun to
 * read, or that would go on seeing the record as it was before the wait. No connection is held meanwhile, so that those
 * who wait for a long import keep nobody else from theirs.
 */
export const untilSettled = async (db: Connections, authorityId: string, moment: Moment): Promise<void> => {
  let inHand = await changesInHand(db, { authorityId, moment });
  while (inHand.length > 0) {
    await wait(LOOK_AGAIN_MS);
    inHand = await changesInHand(db, { authorityId, moment, among: inHand });
  }
};
