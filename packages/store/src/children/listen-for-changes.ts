import type pg from 'pg';
import type { Store } from '../connection/open-store.ts';
import { openClient } from '../connection/pools.ts';

/** The authority whose record changed; undefined after a break in listening, when any may have. */
export type OnChange = (authorityCode: string | undefined) => void;

export interface Listening {
  stop(): Promise<void>;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/**
 * Tells of changes to any authority's record as they are committed, by whatever process. Resolves once it listens. When
 * the connection breaks it comes back by itself, and then says that anything may have changed meanwhile.
 */
export const listenForChanges = async ({ address }: Store, onChange: OnChange): Promise<Listening> => {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const listen = async (): Promise<void> => {
    const opened = await openClient({ ...address.app, name: 'listener' });
    if (stopped) return opened.end();
    opened.on('notification', ({ payload }) => onChange(payload));
    await opened.query('listen rightplace_changed');
    opened.once('end', () => again(FIRST_WAIT_MS));
    client = opened;
  };

  const again = (wait: number): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      listen().then(
        () => onChange(undefined),
        () => again(Math.min(wait * 2, LONGEST_WAIT_MS)),
      );
    }, wait);
    timer.unref();
  };

  await listen();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
};
