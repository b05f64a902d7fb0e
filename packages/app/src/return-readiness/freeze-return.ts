import { londonDayOf, mayAttempt, refused } from '@rightplace/domain';
import { inThreadOrHere } from '../import/return-thread.ts';
import { TOO_LARGE } from './ask-for-check.ts';
import { findYearRefusal } from './reach.ts';
import type { FreezeReturn } from './use-cases.ts';

export const LONGEST_FREEZE_NOTE = 1000;

const NOTE_NEEDED = {
  submission: 'Say which submission this is: the first, or a correction.',
  rehearsal: 'Give the rehearsal a name, such as “End of January”.',
} as const;

/**
 * Keeps the year's return as it is submitted, for good. A resubmission is frozen again, as the next version. Or as a
 * rehearsal, which counts as no submission and may be taken away.
 */
export const freezeReturn: FreezeReturn = async (world, signedIn, { collectionYear, kind, note, seen }) => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor: signedIn.actor, action: 'freeze-return', on: today });
  if (permission.kind === 'refused') return permission;
  const refusal = findYearRefusal(collectionYear, today);
  if (refusal !== undefined) return refusal;
  const said = note.trim();
  if (said === '') return refused('note-needed', NOTE_NEEDED[kind]);
  if (said.length > LONGEST_FREEZE_NOTE)
    return refused('note-too-long', `The note must be ${LONGEST_FREEZE_NOTE} characters or fewer.`);
  const outcome = await inThreadOrHere(world, {
    kind: 'freeze',
    asked: {
      authorityId: signedIn.authority.id,
      personId: signedIn.person.id,
      collectionYear,
      kind,
      note: said,
      seen,
    },
  });
  if (outcome.kind === 'checked' || outcome.kind === 'not-needed')
    throw new Error('A freeze answered as a check');
  return outcome.kind === 'refused' && outcome.name === 'too-large' ? TOO_LARGE : outcome;
};
