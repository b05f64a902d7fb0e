import {
  type AttemptRefusal,
  type Day,
  directionOf,
  findMeasure,
  type Measure,
  type Refusal,
  refused,
  type Target,
} from '@rightplace/domain';
import { settingsOn } from '@rightplace/store';
import { changing, set } from '../settings/change-settings.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { targetFrom, targetKey } from './kept-values.ts';

export const LONGEST_WHY = 500;
export const TARGET_SET = 'target-set';
export const TARGET_ENDED = 'target-ended';

export type TargetSet =
  | { readonly kind: 'target-set'; readonly measure: Measure; readonly target: Target; readonly from: Day }
  | Refusal<'no-such-measure' | 'value-needed' | 'margin-needed' | 'direction-needed' | 'why-needed'>;

export interface TargetAsked {
  readonly measureId: string;
  /** As typed: "9", "9%", "9.5". */
  readonly value: string;
  readonly tolerance: string;
  /** For measures of which neither high nor low is good in itself. */
  readonly direction: string;
  readonly why: string;
  readonly from: Day;
}

/** Sets a measure's target from a day on, past or to come. Whatever was to hold from later days gives way. */
export const setTarget = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: TargetAsked,
): Promise<TargetSet | AttemptRefusal> =>
  changing(world, signedIn, {
    key: targetKey(asked.measureId),
    action: 'set-targets',
    change: async (held): Promise<TargetSet> => {
      const measure = findMeasure(asked.measureId);
      if (measure === undefined) return refused('no-such-measure', 'There is no such measure.');
      const target = targetOf(measure, asked);
      if ('kind' in target) return target;
      const detail = { value: target, starts: asked.from };
      await set(held, { value: target, starts: asked.from }, { action: TARGET_SET, detail });
      return { kind: 'target-set', measure, target, from: asked.from };
    },
  });

type Wrong = Exclude<TargetSet, { readonly kind: 'target-set' }>;

const targetOf = (measure: Measure, asked: TargetAsked): Target | Wrong => {
  const most = measure.unit === 'percent' ? 100 : Number.MAX_SAFE_INTEGER;
  const value = amountOf(asked.value, measure);
  if (value === undefined || value > most)
    return refused(
      'value-needed',
      measure.unit === 'percent'
        ? 'Enter the target as a percentage from 0 to 100, such as 9 or 9.5.'
        : 'Enter the target as a number, such as 58.',
    );
  const tolerance = amountOf(asked.tolerance, measure);
  if (tolerance === undefined || tolerance > most)
    return refused(
      'margin-needed',
      'Enter how far from the target still counts as close, such as 1. Enter 0 if nothing does.',
    );
  const direction = directionOf(measure.polarity) ?? asked.direction;
  if (direction !== 'at-least' && direction !== 'at-most')
    return refused('direction-needed', 'Choose whether the figure is to be at least or at most this.');
  const why = asked.why.trim().replaceAll(/\s+/g, ' ');
  if (why === '' || why.length > LONGEST_WHY)
    return refused('why-needed', `Enter who agreed this target and why, in up to ${LONGEST_WHY} characters.`);
  return { value, tolerance, direction, why };
};

/** Money is typed in pounds and kept in pence. */
const amountOf = (text: string, { unit }: Measure): number | undefined => {
  const typed = text.trim().replaceAll(/[,%£]/g, '').trim();
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(typed)) return undefined;
  return unit.startsWith('pence') ? Math.round(Number(typed) * 100) : Number(typed);
};

export type TargetEnded =
  | { readonly kind: 'target-ended'; readonly measure: Measure; readonly from: Day }
  | Refusal<'no-such-measure' | 'no-target'>;

/** From that day on the measure has no target. What it was before stays. */
export const endTarget = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: { readonly measureId: string; readonly from: Day },
): Promise<TargetEnded | AttemptRefusal> =>
  changing(world, signedIn, {
    key: targetKey(asked.measureId),
    action: 'set-targets',
    change: async (held): Promise<TargetEnded> => {
      const measure = findMeasure(asked.measureId);
      if (measure === undefined) return refused('no-such-measure', 'There is no such measure.');
      const then = targetFrom((await settingsOn(held.tx, asked.from)).get(held.key));
      if (then === undefined) return refused('no-target', 'There is no target on that day.');
      const detail = { value: null, starts: asked.from };
      await set(held, { value: null, starts: asked.from }, { action: TARGET_ENDED, detail });
      return { kind: 'target-ended', measure, from: asked.from };
    },
  });
