import { type Day, londonDayOf, londonTimeOf } from '@rightplace/domain';
import { listAuthorities } from '@rightplace/store';
import { NIGHT } from '../return-readiness/keep-checked.ts';
import type { World } from '../world.ts';
import { gatherMails } from './gather-mails.ts';
import { type Sending, sendMails } from './send-mails.ts';
import { tellOfBegun } from './tell-of-begun.ts';
import { tellOfTime } from './tell-of-time.ts';

const LOOK_EVERY_MS = 10_000;

/**
 * Once a day, after the night, tells of what has become overdue; at the hour an authority has set writes the day's e-mail;
 * and every few seconds sends what is due. All server processes run it, and none does what another has done. Without a
 * mail server all is written and nothing sent. No demonstration's e-mail ever leaves.
 */
export const keepMailGoing = (
  world: World,
  onTrouble: (error: unknown) => void,
  sending?: Sending,
): { readonly stop: () => Promise<void> } => {
  /** The day on which each was last done for an authority: it need not be asked of the database again. */
  const [toldOn, gatheredOn] = [new Map<string, Day>(), new Map<string, Day>()];
  /** Those who began to stand in, once it was looked at what waits for them. */
  const begunKnown = new Set<string>();
  let looking: Promise<void> | undefined;
  let stopped = false;

  const look = async (authorityId: string, mayLeave: boolean): Promise<void> => {
    const now = world.now();
    const today = londonDayOf(now);
    if (toldOn.get(authorityId) !== today && NIGHT <= londonTimeOf(now)) {
      await tellOfTime(world, authorityId);
      toldOn.set(authorityId, today);
    }
    await tellOfBegun(world, authorityId, begunKnown);
    if (gatheredOn.get(authorityId) !== today && (await gatherMails(world, authorityId)))
      gatheredOn.set(authorityId, today);
    if (mayLeave && sending !== undefined) await sendMails(world, authorityId, sending);
  };
  const lookAtAll = async (): Promise<void> => {
    for (const { code, demonstration } of await listAuthorities(world.db)) {
      if (stopped) return;
      await look(code, !demonstration && world.mode === 'live').catch(onTrouble);
    }
  };
  const begin = (): void => {
    looking ??= lookAtAll()
      .catch(onTrouble)
      .finally(() => {
        looking = undefined;
      });
  };

  begin();
  const timer = setInterval(begin, LOOK_EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
};
