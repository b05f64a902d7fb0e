import {
  type ChildAction,
  type ChildRefusal,
  type Day,
  mayDoTo,
  momentInWords,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  addAvoidanceDecision,
  appendAudit,
  asTenant,
  holdAgreements,
  listAvoidance,
  type StoredAvoidance,
  type Tx,
} from '@rightplace/store';
import { caseChild, caseForAccess, namesIn } from '../cases/find-case.ts';
import type { LoadedChildren } from '../child/load-children.ts';
import { type AgreedPlacement, reachedAgreement, seesNames } from '../payment/agreed-placements.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type AvoidanceLine, avoidanceLine } from './avoidance-line.ts';
import { whoNegotiated } from './who-negotiated.ts';

const AVOIDANCE_VIEWED = 'cost-avoidance-viewed';
const AVOIDANCE_DECIDED = 'cost-avoidance-decided';

/** What finance, or whoever drafted it, may do with a line. */
export const AVOIDANCE_DECISIONS = {
  verify: 'verified',
  'send-back': 'sent-back',
  'take-back': 'taken-back',
} as const;
export type AvoidanceDecisionAsked = keyof typeof AVOIDANCE_DECISIONS;

export interface AvoidanceView {
  readonly kind: 'avoidance';
  readonly line: AvoidanceLine;
  readonly placementStanding: AgreedPlacement['standing'];
  /** What this person may do with it now. */
  readonly may: readonly AvoidanceDecisionAsked[];
  /** Why it is not theirs to verify, where that alone is so. */
  readonly tookPart: TookPart | undefined;
  readonly mayDraft: boolean;
  /** How many were decided before: what was looked at. */
  readonly seen: number;
  readonly today: Day;
}

/** What somebody did about a line that keeps them from verifying it. */
export type TookPart = 'drafted' | 'negotiated';

interface Found {
  readonly negotiators: ReadonlySet<number>;
  readonly stored: StoredAvoidance;
  readonly placement: AgreedPlacement;
  readonly loaded: LoadedChildren;
  readonly mayDo: (action: ChildAction) => boolean;
}

const findLine = async (
  tx: Tx,
  who: { readonly world: World; readonly signedIn: SignedIn },
  id: number,
): Promise<Found | ChildRefusal | undefined> => {
  const [stored] = await listAvoidance(tx, { id });
  if (stored === undefined) return undefined;
  const reached = await reachedAgreement(tx, who, stored.agreement, 'see-cost-avoidance');
  if (reached === undefined || reached.kind === 'refused') return reached;
  const { placement, loaded } = reached;
  const child = caseForAccess(placement.case, placement.child, loaded);
  const mayDo = (action: ChildAction): boolean =>
    mayDoTo({ actor: who.signedIn.actor, action, on: loaded.today, child }).kind === 'may';
  return { negotiators: await whoNegotiated(tx, placement), stored, placement, loaded, mayDo };
};

const isRefusal = (found: Found | ChildRefusal): found is ChildRefusal => 'kind' in found;

const tookPart = ({ stored, negotiators }: Found, person: number): TookPart | undefined =>
  stored.by === person ? 'drafted' : negotiators.has(person) ? 'negotiated' : undefined;

/** What may be done: finance verifies or sends back what somebody else drafted and negotiated; a draft is taken back by its side, the rest by finance. */
const decisionsOpen = (found: Found, person: number): readonly AvoidanceDecisionAsked[] => {
  const {
    stored: { standing },
    mayDo,
  } = found;
  const verifies = mayDo('verify-cost-avoidance');
  const drafts = mayDo('draft-cost-avoidance');
  if (standing === 'drafted')
    return [
      ...(verifies && tookPart(found, person) === undefined ? (['verify', 'send-back'] as const) : []),
      ...(drafts ? (['take-back'] as const) : []),
    ];
  return standing === 'verified' && verifies ? ['take-back'] : [];
};

export const openAvoidance = (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<AvoidanceView | ChildRefusal | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const found = await findLine(tx, { world, signedIn }, id);
    if (found === undefined || isRefusal(found)) return found;
    const { stored, placement, loaded, mayDo } = found;
    const { today } = loaded;
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: AVOIDANCE_VIEWED,
      subject: { kind: 'child', id: stored.child },
      detail: { line: id, agreement: stored.agreement },
    });
    const name = seesNames(signedIn, today) ? caseChild(placement.child, today).name : undefined;
    return {
      kind: 'avoidance',
      line: avoidanceLine(stored, placement, { nameOf: namesIn(loaded), name, today }),
      placementStanding: placement.standing,
      may: decisionsOpen(found, signedIn.person.id),
      tookPart:
        stored.standing === 'drafted' && mayDo('verify-cost-avoidance')
          ? tookPart(found, signedIn.person.id)
          : undefined,
      mayDraft: mayDo('draft-cost-avoidance'),
      seen: stored.decisions.length,
      today,
    };
  });

export type AvoidanceDecisionRefusal =
  | ChildRefusal
  | Refusal<
      | 'drafted-it-yourself'
      | 'negotiated-it-yourself'
      | 'not-open'
      | 'reason-needed'
      | 'changed-meanwhile'
      | 'came-to-nothing'
    >;

const DECIDED = {
  verified: 'verified this line',
  'sent-back': 'sent this line back',
  'taken-back': 'took this line back',
} as const;

/** What was decided after a page was opened, by whom, when and why, and what became of what was sent from that page. */
const decidedMeanwhile = (
  { stored, loaded }: Found,
  { by, decision }: { readonly by: number; readonly decision: AvoidanceDecisionAsked },
): string => {
  const nothing = `nothing was ${AVOIDANCE_DECISIONS[decision].replace('-', ' ')}`;
  const last = stored.decisions.at(-1);
  if (last === undefined) return `This page was not of the line as it is: ${nothing}. Open the line again.`;
  const who = last.by === by ? 'You' : namesIn(loaded)(String(last.by));
  const why = last.reason === '' ? '.' : `: ${last.reason}${/[.?!]$/.test(last.reason) ? '' : '.'}`;
  return `${who} ${DECIDED[last.what]} on ${momentInWords(last.at)}${why} That was after you opened the page, so ${nothing}.`;
};

/** Verifies a line, sends it back or takes it back, with whose decision it was, when and why. */
export const decideAvoidance = (
  world: World,
  signedIn: SignedIn,
  asked: {
    readonly id: number;
    readonly decision: AvoidanceDecisionAsked;
    readonly reason: string;
    readonly seen: number;
  },
): Promise<{ readonly kind: 'avoidance-decided' } | AvoidanceDecisionRefusal | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const before = await findLine(tx, { world, signedIn }, asked.id);
    if (before === undefined || isRefusal(before)) return before;
    await holdAgreements(tx, before.stored.caseId);
    const found = await findLine(tx, { world, signedIn }, asked.id);
    if (found === undefined || isRefusal(found)) return found;
    const { stored, mayDo, placement } = found;
    const { decision } = asked;
    const by = signedIn.person.id;
    if (stored.decisions.length !== asked.seen)
      return refused('changed-meanwhile', decidedMeanwhile(found, { by, decision }));
    const part = decision !== 'take-back' && mayDo('verify-cost-avoidance') ? tookPart(found, by) : undefined;
    if (part === 'drafted')
      return refused(
        'drafted-it-yourself',
        'You drafted this line: somebody else verifies it or sends it back.',
      );
    if (part === 'negotiated')
      return refused(
        'negotiated-it-yourself',
        'You negotiated this price: somebody else verifies the line or sends it back.',
      );
    if (!decisionsOpen(found, by).includes(decision))
      return refused('not-open', 'This is not open to you with a line that stands as this one does.');
    if (decision === 'verify' && placement.standing === 'came-to-nothing')
      return refused('came-to-nothing', 'This placement came to nothing: send the line back.');
    const reason = asked.reason.trim();
    if (reason === '' && decision !== 'verify')
      return refused('reason-needed', 'Say why, so that whoever drafted it knows what to do.');
    const at = world.now();
    const what = AVOIDANCE_DECISIONS[decision];
    await addAvoidanceDecision(tx, stored, { what, reason, by, at });
    await appendAudit(tx, {
      at,
      actor: String(by),
      action: AVOIDANCE_DECIDED,
      subject: { kind: 'child', id: stored.child },
      ...(reason === '' ? {} : { why: reason }),
      detail: { line: stored.id, what },
    });
    return { kind: 'avoidance-decided' };
  });
