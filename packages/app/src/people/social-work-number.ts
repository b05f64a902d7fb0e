import { type Refusal, refused } from '@rightplace/domain';
import { findNumberHolder, setSocialWorkNumber, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { changePerson, type NoSuchPerson, type NotAllowed } from './change-person.ts';

/**
 * Social Work England's number is what ties a person to their cases: the children whose return names it as their
 * SW_ID today. So writing one opens records, and it is as much an administrator's act as giving a role.
 */
export type NumberRefusal = Refusal<'number-not-right' | 'number-taken'>;

const LONGEST_NUMBER = 40;

/** As a return's cells are read: without spaces around, in capitals. Null when nothing was typed. */
export const tidyNumber = (typed: string): string | null => typed.trim().toUpperCase() || null;

/** Most are SW and digits, but a return may hold another form, so no form is forced. */
export const numberFault = (number: string | null): NumberRefusal | undefined =>
  number === null ||
  (number.length <= LONGEST_NUMBER && /^[\p{L}\p{N}]/u.test(number) && !/\p{C}/u.test(number))
    ? undefined
    : refused(
        'number-not-right',
        `Enter the number as your returns write it, such as SW1234: at most ${LONGEST_NUMBER} letters and digits.`,
      );

/** Two people with one number would both see the same children. */
export const numberTaken = async (
  tx: Tx,
  number: string | null,
  exceptPersonId?: number,
): Promise<NumberRefusal | undefined> => {
  const holder = number === null ? undefined : await findNumberHolder(tx, number);
  return holder === undefined || holder.id === exceptPersonId
    ? undefined
    : refused(
        'number-taken',
        `${holder.name} has the number ${number} already. Check it, or take it from them first.`,
      );
};

export type NumberSet =
  | { readonly kind: 'number-set'; readonly socialWorkNumber: string | null }
  | NumberRefusal
  | Refusal<'own-number'>;

/** Writes, changes or (blank) takes away somebody's number. It counts from their next request. */
export const setNumberOf = (
  world: World,
  who: { readonly signedIn: SignedIn; readonly personId: number },
  typed: string,
): Promise<NumberSet | NoSuchPerson | NotAllowed> =>
  changePerson(world, who, async ({ tx, person, record }): Promise<NumberSet> => {
    // Like a role: an administrator who is also a social worker could otherwise open anybody's cases to themselves.
    if (who.personId === who.signedIn.person.id)
      return refused('own-number', 'You cannot change your own number. Ask another administrator.');
    const socialWorkNumber = tidyNumber(typed);
    const fault = numberFault(socialWorkNumber) ?? (await numberTaken(tx, socialWorkNumber, who.personId));
    if (fault !== undefined) return fault;
    if (socialWorkNumber === person.socialWorkNumber) return { kind: 'number-set', socialWorkNumber };
    await setSocialWorkNumber(tx, who.personId, socialWorkNumber);
    await record('social-work-number-set', { from: person.socialWorkNumber, to: socialWorkNumber });
    return { kind: 'number-set', socialWorkNumber };
  });
