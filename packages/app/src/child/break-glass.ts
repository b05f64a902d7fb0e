import { addMinutes, type ChildId, type Moment } from '@rightplace/domain';
import { listAudit, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';

/**
 * A restricted record opens with a written reason. The reason is an entry of the audit and the entry is what holds
 * the record open: for this person, this child and one hour, and no longer than the session in which it was given.
 * So there is no second list of who has what open that could disagree with the audit.
 */
export const GLASS_MINUTES: number = 60;
export const GLASS_ACTION = 'restricted-record-opened';
export const LONGEST_REASON = 1000;

export interface OpenGlass {
  readonly reason: string;
  readonly until: Moment;
}

/** The reason with which somebody has a restricted record open now, if they have. */
export const findOpenGlass = async (
  tx: Tx,
  { signedIn, id, now }: { readonly signedIn: SignedIn; readonly id: ChildId; readonly now: Moment },
): Promise<OpenGlass | undefined> => {
  const [last] = await listAudit(tx, {
    subject: { kind: 'child', id },
    actor: String(signedIn.person.id),
    action: GLASS_ACTION,
    limit: 1,
  });
  if (last?.why === undefined || last.at < signedIn.startedAt) return undefined;
  const until = addMinutes(last.at, GLASS_MINUTES);
  return now < until ? { reason: last.why, until } : undefined;
};
