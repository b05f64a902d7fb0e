import {
  type CollectionYear,
  collectionYearLabel,
  londonDayOf,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { inThreadOrHere } from '../import/return-thread.ts';
import { findYearRefusal } from './reach.ts';
import type { AskForCheck } from './use-cases.ts';

/** The button: the return is checked by a check that began after it was pressed, which others may have asked for too. */
export const askForCheck: AskForCheck = async (world, signedIn, { collectionYear }) => {
  const askedAt = world.now();
  const today = londonDayOf(askedAt);
  const permission = mayAttempt({ actor: signedIn.actor, action: 'check-return', on: today });
  if (permission.kind === 'refused') return permission;
  const refusal = findYearRefusal(collectionYear, today);
  if (refusal !== undefined) return refusal;
  const outcome = await inThreadOrHere(world, {
    kind: 'check',
    asked: {
      authorityId: signedIn.authority.id,
      collectionYear,
      cause: 'asked',
      actor: String(signedIn.person.id),
      askedAt,
    },
  });
  if (outcome.kind === 'refused' && outcome.name === 'too-large') return TOO_LARGE;
  if (outcome.kind === 'not-needed' && outcome.why === 'nothing-to-check')
    return nothingToCheck(collectionYear);
  return { kind: 'checked' };
};

const nothingToCheck = (collectionYear: CollectionYear): Refusal<'nothing-to-check'> =>
  refused(
    'nothing-to-check',
    `The record has nothing yet of ${collectionYearLabel(collectionYear)}, so there is nothing to check.`,
  );

export const TOO_LARGE = refused(
  'too-large',
  'The record holds more than can be checked at once on this machine. Whoever runs it can give it more memory.',
);
