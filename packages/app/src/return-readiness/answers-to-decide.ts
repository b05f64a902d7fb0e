import { mayAttempt, mayDoTo } from '@rightplace/domain';
import { childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { findDecisionRefusal } from './decide-answer.ts';
import type { LoadedFindings } from './load-findings.ts';

/**
 * The findings whose answer waits for this very person: one that somebody else gave, about a child of whom they may
 * agree to answers. The same is asked again when they decide.
 */
export const answersToDecide = (
  { open, words, reach }: LoadedFindings,
  { actor, person }: SignedIn,
): readonly number[] => {
  const { access, today } = reach.loaded;
  const action = 'agree-answer';
  const permission = mayAttempt({ actor, action, on: today });
  if (permission.kind === 'refused') return [];
  const isOfAll = permission.grants.some(({ scope }) => scope === 'authority');
  return open
    .filter(({ id, child, clearedCheck }) => {
      const answer = words.standing.get(id);
      if (clearedCheck !== undefined || findDecisionRefusal(answer, person.id) !== undefined) return false;
      const record = reach.childOf(child);
      // Of whom the record knows nothing any more, only those decide who see the whole authority.
      return record === undefined
        ? isOfAll
        : mayDoTo({ actor, action, on: today, child: childForAccess(record, access, today) }).kind === 'may';
    })
    .map(({ id }) => id);
};
