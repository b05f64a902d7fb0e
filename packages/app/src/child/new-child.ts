import { isDeepStrictEqual } from 'node:util';
import {
  type ChildDetails,
  type ChildId,
  childId,
  type Day,
  type Moment,
  type Refusal,
  refused,
  type Sex,
} from '@rightplace/domain';
import { detailsFirstRecorded, saveChildren, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { LoadedChildren } from './load-children.ts';

/** A child who is not in the record: has never been looked after here. */
export interface NewChild {
  readonly kind: 'new';
  /** The authority's own number for the child, as in its case system and later the return. */
  readonly number: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Of a child not yet born, when they are expected. */
  readonly dateOfBirth: Day | undefined;
  readonly expectedOn: Day | undefined;
  readonly sex: Sex | undefined;
}

export type NewChildRefusal = Refusal<
  'number-needed' | 'name-needed' | 'birth-needed' | 'birth-to-come' | 'number-in-use'
>;

const LONGEST = 100;

export const NUMBER_NEEDED = refused(
  'number-needed',
  'Enter the child’s number in your case system, of at most 100 characters.',
);

/** Why somebody cannot be added to the record; undefined when they can. */
export const findNewChildFault = (
  child: NewChild,
  { present, today }: Pick<LoadedChildren, 'present' | 'today'>,
): NewChildRefusal | undefined => {
  if (child.number === '' || child.number.length > LONGEST) return NUMBER_NEEDED;
  if (child.givenName === '' && child.familyName === '')
    return refused('name-needed', 'Enter the child’s name. For a baby without one, the family name.');
  if (child.dateOfBirth === undefined && child.expectedOn === undefined)
    return refused(
      'birth-needed',
      'Enter the child’s date of birth or, before birth, the day they are expected.',
    );
  if (child.dateOfBirth !== undefined && child.dateOfBirth > today)
    return refused(
      'birth-to-come',
      'A date of birth cannot be after today. For a child not yet born, enter when they are expected.',
    );
  return present.childById.has(childId(child.number))
    ? refused(
        'number-in-use',
        'This number is that of a child who is in the record. If you work with them, begin from their page; if not, ask your manager.',
      )
    : undefined;
};

const detailsOf = (child: NewChild): ChildDetails => ({
  ...(child.givenName === '' ? {} : { givenName: child.givenName }),
  ...(child.familyName === '' ? {} : { familyName: child.familyName }),
  ...(child.dateOfBirth === undefined ? {} : { dateOfBirth: child.dateOfBirth }),
  ...(child.expectedOn === undefined ? {} : { expectedOn: child.expectedOn }),
  ...(child.sex === undefined ? {} : { sex: child.sex }),
});

/** Whether a child was added in these words since a moment, whatever the record says of them by now. */
export const wasAddedAs = async (tx: Tx, child: NewChild, since: Moment): Promise<boolean> =>
  isDeepStrictEqual(
    await detailsFirstRecorded(tx, { child: childId(child.number), since }),
    detailsOf(child),
  );

/** Adds a child who has never been looked after here, and gives their number. */
export const addChild = async (
  tx: Tx,
  { world, signedIn }: { readonly world: Pick<World, 'now'>; readonly signedIn: SignedIn },
  child: NewChild,
  why: string,
): Promise<ChildId> => {
  const id = childId(child.number);
  await saveChildren(tx, {
    children: [
      {
        id,
        details: detailsOf(child),
        facts: [],
        periodsOfCare: [],
        needs: [],
        legalStatuses: [],
        placements: [],
      },
    ],
    clock: world.now,
    why,
    byPerson: signedIn.person.id,
  });
  return id;
};
