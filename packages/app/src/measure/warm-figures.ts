import { setImmediate as letRequestsIn } from 'node:timers/promises';
import { addMonths, londonDayOf, MEASURES } from '@rightplace/domain';
import {
  asTenantReading,
  type Listening,
  listAuthorities,
  listenForChanges,
  type Store,
} from '@rightplace/store';
import type { World } from '../world.ts';
import { figureBook } from './figure-book.ts';
import { trendDays, trendStops } from './trend.ts';

type Reach = Pick<World, 'db' | 'now' | 'ledgers'>;

/** Loads an authority's present record, and counts the two years that the first page shows, before anybody asks. */
const warmUp = async (
  { db, now, ledgers }: Reach,
  authorityId: string,
  isStopped: () => boolean,
): Promise<void> => {
  const held = await asTenantReading(db, { authorityId }, (tx) => ledgers.load(tx, authorityId));
  if (held.ledger.children.length === 0) return;
  const book = figureBook({ held, part: undefined });
  const today = londonDayOf(now());
  const stops = MEASURES.map((measure) => ({ measure, stops: trendStops(measure, today, undefined) }));
  for (const on of trendDays(today)) {
    for (const { measure, stops: own } of stops) {
      const stop = own.find((each) => each.on === on);
      if (stop === undefined) continue;
      // All of them take seconds: whoever asks for a page meanwhile goes first.
      await letRequestsIn();
      if (isStopped()) return;
      book.count(measure, on, stop.window);
    }
  }
  // What the list of measures shows of today.
  for (const on of [addMonths(today, -12), today]) {
    for (const measure of MEASURES) {
      await letRequestsIn();
      if (isStopped()) return;
      book.count(measure, on);
    }
  }
};

/**
 * After an import, whichever process did it, the first page would wait for the new record. This makes it ready behind
 * everybody's back. It cannot show an old record: every page still asks first which change was the last, and takes what
 * is kept only for that one. Trouble is told and otherwise left to the page that meets it. A server that starts asks for
 * the present records too (`fromStart`): the first person of the morning would wait otherwise.
 */
export const keepFiguresWarm = async (
  world: Reach,
  store: Store,
  onTrouble: (error: unknown) => void,
  { fromStart = false }: { readonly fromStart?: boolean } = {},
): Promise<Listening> => {
  const changed = new Set<string>();
  let working: Promise<void> | undefined;
  let stopped = false;

  /** One authority after another; several changes while one is being made ready are one more time. */
  const work = async (): Promise<void> => {
    for (const authorityId of changed) {
      if (stopped) return;
      changed.delete(authorityId);
      await warmUp(world, authorityId, () => stopped).catch(onTrouble);
    }
  };
  const heard = async (authorityId: string | undefined): Promise<void> => {
    const codes =
      authorityId === undefined ? (await listAuthorities(world.db)).map(({ code }) => code) : [authorityId];
    for (const code of codes) changed.add(code);
    working ??= work().finally(() => {
      working = undefined;
    });
  };

  const listening = await listenForChanges(store, (authorityId) => void heard(authorityId).catch(onTrouble));
  if (fromStart) await heard(undefined).catch(onTrouble);
  return {
    stop: async () => {
      stopped = true;
      await listening.stop();
      await working;
    },
  };
};
