import type { Actor, RoleAssignment } from '../access/actor.ts';
import { type AttemptRefusal, mayAttempt } from '../access/may-attempt.ts';
import { type Role, roleTitle } from '../access/role.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { londonDayOf, londonTimeOf, momentInWords, momentOnLondonClock } from '../calendar/london-time.ts';
import { addMinutes, type Moment } from '../calendar/moment.ts';
import { containsDay } from '../calendar/period.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import {
  DELEGATION_REASONS,
  type Delegation,
  type DelegationReason,
  overFrom,
  overlap,
} from './delegation.ts';
import { isSeniorEnough, STOOD_IN_FOR, whoMayStandInInWords } from './may-stand-in.ts';

/** What somebody would record. */
export type NewDelegation = Pick<
  Delegation,
  'forPerson' | 'role' | 'standsIn' | 'reason' | 'starts' | 'ends'
>;

export type MakeDelegationRefusal = Refusal<
  | 'appoints-themselves'
  | 'for-themselves'
  | 'not-yours-to-appoint'
  | 'role-not-held'
  | 'not-senior-enough'
  | 'begins-in-the-past'
  | 'ends-before-it-begins'
  | 'too-long'
  | 'stood-in-for-already'
>;

export interface MakingDelegation {
  readonly actor: Actor;
  readonly at: Moment;
  readonly rolesOf: (person: string) => readonly RoleAssignment[];
  /** Every delegation there is, past ones too. */
  readonly others: readonly Delegation[];
  readonly nameOf: (person: string) => string;
}

/** The role as it reads inside a sentence. */
export const roleInSentence = (role: Role): string =>
  role === 'director' ? 'director' : roleTitle(role).toLowerCase();

/** The last moment at which one that starts then may end: so many days later at the same time by London’s clock. */
export const longestUntil = (reason: DelegationReason, starts: Moment): Moment => {
  const { days } = DELEGATION_REASONS[reason];
  return (
    momentOnLondonClock(addDays(londonDayOf(starts), days), londonTimeOf(starts)) ??
    addMinutes(starts, days * 1440)
  );
};

/** Whether somebody may appoint for any colleague, and not only for themselves. */
export const appointsForAll = (
  actor: Actor,
  on: Day,
  action: 'make-delegation' | 'end-delegation',
): boolean => {
  const permission = mayAttempt({ actor, action, on });
  return permission.kind === 'may' && permission.grants[0].scope === 'authority';
};

/** Who appoints whom: never oneself, and for somebody else only a director or an administrator. */
const findPeopleFault = (
  { forPerson, standsIn, role }: NewDelegation,
  { actor, at, nameOf }: MakingDelegation,
): MakeDelegationRefusal | undefined => {
  if (standsIn === forPerson)
    return refused('for-themselves', 'Nobody stands in for themselves. Choose two people.');
  if (standsIn === actor.id)
    return refused(
      'appoints-themselves',
      `You cannot appoint yourself. ${nameOf(forPerson)}, a director or an administrator can appoint you.`,
    );
  return forPerson === actor.id || appointsForAll(actor, londonDayOf(at), 'make-delegation')
    ? undefined
    : refused(
        'not-yours-to-appoint',
        `You can appoint somebody to stand in for you, and not for ${nameOf(forPerson)} as ${roleInSentence(role)}. They can, and so can a director or an administrator.`,
      );
};

const findRoleFault = (
  { forPerson, standsIn, role, starts }: NewDelegation,
  { rolesOf, nameOf }: MakingDelegation,
): MakeDelegationRefusal | undefined => {
  const holds = rolesOf(forPerson).some(
    (held) => held.role === role && containsDay(held, londonDayOf(starts)),
  );
  if (!holds || !STOOD_IN_FOR.includes(role))
    return refused(
      'role-not-held',
      `${nameOf(forPerson)} is no ${roleInSentence(role)} then. Those who are stood in for are team managers, group managers and directors.`,
    );
  return isSeniorEnough(rolesOf(standsIn), role, starts)
    ? undefined
    : refused(
        'not-senior-enough',
        `${nameOf(standsIn)} is not senior enough then. Whoever stands in for a ${roleInSentence(role)} is ${whoMayStandInInWords(role)}.`,
      );
};

const findTimeFault = (
  { reason, starts, ends }: NewDelegation,
  at: Moment,
): MakeDelegationRefusal | undefined => {
  if (starts < at)
    return refused(
      'begins-in-the-past',
      'Nobody is appointed for a time that is past. Leave the start empty to begin now.',
    );
  if (ends <= starts)
    return refused('ends-before-it-begins', 'It would end before it begins. Check the two days and times.');
  const { title, most, because } = DELEGATION_REASONS[reason];
  return ends > longestUntil(reason, starts)
    ? refused('too-long', `“${title}” lasts ${most} at most. ${because}`)
    : undefined;
};

/** Why a delegation cannot be recorded; undefined when it can. */
export const delegationFault = (
  wanted: NewDelegation,
  making: MakingDelegation,
): AttemptRefusal | MakeDelegationRefusal | undefined => {
  const { actor, at, others, nameOf } = making;
  const permission = mayAttempt({ actor, action: 'make-delegation', on: londonDayOf(at) });
  if (permission.kind === 'refused') return permission;
  const fault = findPeopleFault(wanted, making) ?? findTimeFault(wanted, at) ?? findRoleFault(wanted, making);
  if (fault !== undefined) return fault;
  const { forPerson, role } = wanted;
  const other = others.find(
    (one) => one.forPerson === forPerson && one.role === role && overlap(one, { ...wanted, ended: null }),
  );
  return other === undefined
    ? undefined
    : refused(
        'stood-in-for-already',
        `${nameOf(other.standsIn)} stands in for ${nameOf(forPerson)} as ${roleInSentence(role)} from ${momentInWords(other.starts)} to ${momentInWords(overFrom(other))}. End that first, or choose another time.`,
      );
};

/** Who may end one before its time: whoever is stood in for, whoever stands in, a director or an administrator. */
export const endDelegationFault = (
  { forPerson, standsIn }: Pick<Delegation, 'forPerson' | 'standsIn'>,
  { actor, on }: { readonly actor: Actor; readonly on: Day },
): AttemptRefusal | Refusal<'not-yours-to-end'> | undefined => {
  const permission = mayAttempt({ actor, action: 'end-delegation', on });
  if (permission.kind === 'refused') return permission;
  return forPerson === actor.id || standsIn === actor.id || appointsForAll(actor, on, 'end-delegation')
    ? undefined
    : refused(
        'not-yours-to-end',
        'Only the two people it is about, a director or an administrator may end it.',
      );
};
