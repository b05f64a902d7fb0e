import type { AttemptRefusal, ChildId, Day } from '@rightplace/domain';
import { appendAudit, asTenant, listAgreementMarks } from '@rightplace/store';
import { caseChild } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type AgreementStanding, reachedAgreements } from './agreed-placements.ts';
import { type SigningStanding, signingStanding } from './mark-agreement.ts';

const SIGNING_LISTED = 'agreements-to-sign-listed';

export interface SigningLine extends SigningStanding {
  readonly id: number;
  readonly child: ChildId;
  /** For those who may open children's records. */
  readonly name: string | undefined;
  readonly home: string;
  readonly standing: AgreementStanding;
  readonly movedUnrecorded: Day | undefined;
}

export interface SigningList {
  readonly kind: 'signing';
  /** Late ones first, then by what is due next. */
  readonly lines: readonly SigningLine[];
  /** Signed, filed and set up: not among the lines. */
  readonly done: number;
  readonly today: Day;
}

const isDone = ({ isSigned, isSetUp, signing }: SigningLine): boolean =>
  isSigned && isSetUp && signing['copy-filed'] !== undefined;

const NEVER = '9999-12-31';
const nextDue = ({ isSigned, isSetUp, signedBy, paymentsBy }: SigningLine): string => {
  const due = [isSigned ? NEVER : (signedBy ?? NEVER), isSetUp ? NEVER : (paymentsBy ?? NEVER)].toSorted();
  return due[0] ?? NEVER;
};

/** The agreements that somebody reaches on which something is still to be signed, filed or set up. */
export const listSigning = (world: World, signedIn: SignedIn): Promise<SigningList | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const reached = await reachedAgreements(tx, { world, signedIn }, { action: 'list-commitments' });
    if (reached.kind === 'refused') return reached;
    const { loaded, placements } = reached;
    const { today } = loaded;
    const marks = Map.groupBy(await listAgreementMarks(tx), ({ agreement }) => agreement);
    const all = placements
      .filter(({ standing }) => standing !== 'came-to-nothing')
      .map((placement): SigningLine => {
        const { agreement, child, standing, movedUnrecorded } = placement;
        return {
          ...signingStanding(placement, marks.get(agreement.id) ?? [], loaded),
          id: agreement.id,
          child: child.id,
          name: reached.seesNames ? caseChild(child, today).name : undefined,
          home: agreement.home,
          standing,
          movedUnrecorded,
        };
      });
    const lines = all
      .filter((line) => !isDone(line))
      .toSorted((a, b) => (nextDue(a) < nextDue(b) ? -1 : nextDue(a) > nextDue(b) ? 1 : a.id - b.id));
    if (lines.length > 0)
      await appendAudit(tx, {
        at: world.now(),
        actor: String(signedIn.person.id),
        action: SIGNING_LISTED,
        subject: { kind: 'authority', id: signedIn.authority.id },
        detail: { children: [...new Set(lines.map(({ child }) => child))] },
      });
    return { kind: 'signing', lines, done: all.length - lines.length, today };
  });
