import {
  type AttemptRefusal,
  CONVENTIONS,
  type ConventionName,
  conventionInWords,
  type Day,
  findConvention,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { listSettings } from '@rightplace/store';
import { LONGEST_WHY } from '../comparison/set-target.ts';
import { changing, set } from '../settings/change-settings.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { conventionInForce, conventionKey, heldConventions } from './kept-conventions.ts';

export const CONVENTION_SET = 'convention-set';

export type ConventionSet =
  | {
      readonly kind: 'convention-set';
      readonly name: ConventionName;
      readonly value: number;
      readonly from: Day;
    }
  | Refusal<'no-such-convention' | 'value-needed' | 'why-needed' | 'nothing-changes'>;

export interface ConventionAsked {
  readonly id: string;
  /** As typed: "15", "£9,500". */
  readonly value: string;
  readonly why: string;
  readonly from: Day;
}

/**
 * Sets a convention from a day on, past or to come: figures of that day and later are counted by it, those of earlier days by what
 * held then, and a figure as it was known before is counted as it was. Whatever was to hold from later days gives way.
 */
export const setConvention = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: ConventionAsked,
): Promise<ConventionSet | AttemptRefusal> => {
  const name = findConvention(asked.id);
  return changing(world, signedIn, {
    key: name === undefined ? 'convention' : conventionKey(name),
    action: 'set-conventions',
    change: async (held): Promise<ConventionSet> => {
      if (name === undefined) return refused('no-such-convention', 'There is no such convention.');
      const { least, most } = CONVENTIONS[name];
      const value = amountOf(asked.value, name);
      if (value === undefined || value < least || value > most)
        return refused(
          'value-needed',
          `Enter a whole number from ${conventionInWords(name, least)} to ${conventionInWords(name, most)}.`,
        );
      const why = asked.why.trim().replaceAll(/\s+/g, ' ');
      if (why === '' || why.length > LONGEST_WHY)
        return refused('why-needed', `Enter who agreed this and why, in up to ${LONGEST_WHY} characters.`);
      const known = heldConventions(await listSettings(held.tx)).filter((each) => each.name === name);
      const isLast = known.every(({ from }) => from <= asked.from);
      if (isLast && conventionInForce(known, name, asked.from).value === value)
        return refused('nothing-changes', `It is ${conventionInWords(name, value)} on that day already.`);
      const kept = { value, why };
      await set(
        held,
        { value: kept, starts: asked.from },
        { action: CONVENTION_SET, detail: { value: kept, starts: asked.from } },
      );
      return { kind: 'convention-set', name, value, from: asked.from };
    },
  });
};

/** Money is typed in pounds and kept in pence; all else in whole numbers. */
const amountOf = (text: string, name: ConventionName): number | undefined => {
  const typed = text.trim().replaceAll(/[,£]/g, '').trim();
  if (CONVENTIONS[name].unit === 'pence-a-week')
    return /^\d{1,6}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : undefined;
  return /^\d{1,5}$/.test(typed) ? Number(typed) : undefined;
};
