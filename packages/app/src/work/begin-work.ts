import { setTimeout as wait } from 'node:timers/promises';
import type { Action } from '@rightplace/domain';
import { asTenant, endWork, findSameWork, startWork, tellOfWork } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { isHeardOf } from './show-work.ts';
import type { WorkEnd } from './views.ts';
import type { WorkStep } from './work-step.ts';

export interface WorkAsked<Outcome> {
  readonly action: Action;
  readonly title: string;
  /** The same text for the same work: asked for again while it goes on, it is not done a second time. */
  readonly sameness: string;
  /** What the person wrote, and would have to write again if the work is not done. */
  readonly typed?: string;
  /** Does it, with a world in which to tell how far it is. */
  readonly job: (world: World) => Promise<Outcome>;
  readonly endOf: (outcome: Outcome) => WorkEnd;
}

/** It ended before anybody had to wait; or it goes on, and can be looked at. */
export type WorkBegun<Outcome> =
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  | { readonly kind: 'going'; readonly id: number };

/** Up to this people wait for an answer without wondering. */
const PATIENCE_MS = 1_000;
/** That it goes on is said as often as this, so that work of a process that ended is not waited for. */
export const HEARTBEAT_MS = 5_000;

/**
 * Begins work for a person who need not wait for it. It goes on whether they look or not; how it ended can be looked at by
 * them, and by nobody else. Where there is no thread for it beside the pages, it is waited for.
 */
export const beginWork = async <Outcome>(
  world: World,
  signedIn: SignedIn,
  { action, title, sameness, typed, job, endOf }: WorkAsked<Outcome>,
): Promise<WorkBegun<Outcome>> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  const by = signedIn.person.id;
  const started = await asTenant(world.db, tenant, async (tx) => {
    const at = world.now();
    const same = await findSameWork(tx, { by, sameness });
    if (same !== undefined && !isHeardOf(same, at))
      await endWork(tx, same.id, { at, outcome: { kind: 'cut-short' } });
    const id = await startWork(tx, { by, at, action, title, sameness, typed });
    if (id !== undefined) return { id, isNew: true };
    return { id: (await findSameWork(tx, { by, sameness }))?.id, isNew: false };
  });
  const { id } = started;
  if (id === undefined) throw new Error('Work was neither begun nor found going on');
  if (!started.isNew) return { kind: 'going', id };

  const inStore = (work: Parameters<typeof asTenant<void>>[2]) => asTenant(world.db, tenant, work);
  const telling = stepsOf((step) =>
    inStore((tx) => tellOfWork(tx, id, { step: step.words, share: step.share, at: world.now() })),
  );
  const end = async (outcome: object, file?: Uint8Array): Promise<void> => {
    await telling.stop();
    await inStore((tx) =>
      endWork(tx, id, { at: world.now(), outcome, ...(file === undefined ? {} : { file }) }),
    );
  };
  const ended = job({ ...world, tell: telling.tell }).then(
    async (outcome): Promise<WorkBegun<Outcome>> => {
      await end(...toKeep(endOf(outcome)));
      return { kind: 'ended', outcome };
    },
    async (error: unknown) => {
      await end({ kind: 'broke' });
      throw error;
    },
  );
  if (world.returnThread === undefined) return ended;
  const enough = new AbortController();
  const going = wait(PATIENCE_MS, { kind: 'going', id } as const, { signal: enough.signal });
  try {
    const first = await Promise.race([ended, going]);
    // Nobody waits for it any more: that it broke is told on its page, and here to whoever runs the service.
    if (first.kind === 'going') ended.catch((error: unknown) => process.emitWarning(asWarning(title, error)));
    return first;
  } finally {
    enough.abort();
    going.catch(() => undefined);
  }
};

const asWarning = (title: string, error: unknown): string =>
  `${title} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;

/** A file is kept beside the rest of how it ended. */
const toKeep = (end: WorkEnd): [object, Uint8Array?] => {
  if (end.kind !== 'file') return [end];
  const { bytes, ...told } = end;
  return [{ ...told, size: bytes.byteLength }, bytes];
};

/** Keeps the latest step, one after another, and that the work goes on while no step is told. */
const stepsOf = (keep: (step: WorkStep) => Promise<void>) => {
  let latest: WorkStep = { words: '', share: 0 };
  let kept: WorkStep | undefined;
  let keeping: Promise<void> | undefined;
  const keepLatest = async (): Promise<void> => {
    while (kept !== latest) {
      kept = latest;
      // How far it is can be missed; the work itself goes on.
      await keep(latest).catch(() => undefined);
    }
    keeping = undefined;
  };
  const beat = setInterval(() => {
    kept = undefined;
    keeping ??= keepLatest();
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    tell: (step: WorkStep): void => {
      latest = step;
      keeping ??= keepLatest();
    },
    stop: async (): Promise<void> => {
      clearInterval(beat);
      await keeping;
    },
  };
};
