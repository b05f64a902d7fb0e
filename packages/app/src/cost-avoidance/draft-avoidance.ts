import {
  type AgreementTerms,
  type Answers,
  additionsFrom,
  agreedFrom,
  type CaseEvent,
  type ChildRefusal,
  type Day,
  type Fault,
  findCountedAlready,
  linesOfPrice,
  londonDayOf,
  type Offer,
  type ReductionTold,
  type Refusal,
  readAvoidance,
  reductionsTold,
  refused,
  sameAnswers,
  sameLineOfPrice,
  textSaid,
  typedAvoidance,
} from '@rightplace/domain';
import {
  addAvoidance,
  appendAudit,
  asTenant,
  holdAgreements,
  listAvoidance,
  type StoredAvoidance,
  type Tx,
} from '@rightplace/store';
import { type CaseChild, caseChild } from '../cases/find-case.ts';
import { sentBefore } from '../cases/sent-before.ts';
import { type AgreedPlacement, reachedAgreement } from '../payment/agreed-placements.ts';
import { offerAgreed } from '../payment/offer-agreed.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

const AVOIDANCE_DRAFTED = 'cost-avoidance-drafted';

type DraftRefusal =
  | ChildRefusal
  | Refusal<'no-key' | 'came-to-nothing' | 'counted-already' | 'not-sent-back' | 'said-otherwise'>
  | (Refusal<'not-drafted'> & { readonly faults: readonly Fault[] });

/** What the form of a line begins with. */
export interface AvoidanceToDraft {
  readonly kind: 'to-draft';
  readonly agreement: number;
  readonly child: CaseChild;
  readonly home: string;
  /** The parts of the price that may have come down. */
  readonly lines: readonly string[];
  readonly given: Answers;
  readonly insteadOf: number | undefined;
}

const agreedBy = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.findLast(({ step }) => step === 'agree-terms');

/** Whether another agreement is paid for its stay. */
const isUnpaid = ({ agreement, sameStay }: AgreedPlacement): boolean =>
  sameStay !== undefined && sameStay.paid !== agreement.id;

const findUnpaid = (placement: AgreedPlacement): Refusal<'counted-already'> | undefined =>
  isUnpaid(placement)
    ? refused(
        'counted-already',
        'Another agreement is paid for these nights: no cost is avoided by a price that nobody pays. Draft it there, or have it decided that this one is paid.',
      )
    : undefined;

/** The lines of every agreement for the stay: a night of a price is counted once, by whichever of them it was claimed. */
const ofStay = async (
  tx: Tx,
  { agreement, sameStay }: AgreedPlacement,
  own: readonly StoredAvoidance[],
): Promise<readonly StoredAvoidance[]> => {
  const lines = [...own];
  for (const id of sameStay?.agreements ?? [])
    if (id !== agreement.id) lines.push(...(await listAvoidance(tx, { agreement: id })));
  return lines;
};

/** The offer and the first agreement made of it, for the night from which it is paid: that of the move, where it is known. */
const countedFromMove = (
  { agreement, payable, moves }: AgreedPlacement,
  offer: Offer,
): { readonly offer: Offer; readonly terms: AgreementTerms } => {
  const { terms } = agreement.versions[0];
  const on = payable.stay?.starts ?? moves;
  return on === undefined
    ? { offer, terms }
    : {
        offer: { ...offer, additions: additionsFrom(offer, on) },
        terms: { ...agreedFrom(terms, on), starts: on },
      };
};

/** What came down between the offer and the first agreement made of it, and is in no line yet. */
export const reductionsOf = async (
  tx: Tx,
  placement: AgreedPlacement,
  lines: readonly StoredAvoidance[],
): Promise<readonly ReductionTold[]> => {
  const offer = await offerAgreed(tx, placement);
  if (offer === undefined || placement.standing === 'came-to-nothing' || isUnpaid(placement)) return [];
  const agreed = agreedBy(placement.case.events);
  const said = ['agreed-with', 'agreed-extras']
    .map((name) => textSaid(agreed?.said[name]))
    .filter((words) => words !== '');
  const told = reductionsTold({
    ...countedFromMove(placement, offer),
    agreedWith: said.length === 0 ? undefined : said.join('. '),
    agreedOn: agreed && londonDayOf(agreed.at),
  });
  return told.filter(({ of }) => !lines.some((line) => sameLineOfPrice(line.of, of)));
};

const toDraft = async (
  tx: Tx,
  placement: AgreedPlacement,
  asked: { readonly of?: string | undefined; readonly insteadOf?: number | undefined },
): Promise<Pick<AvoidanceToDraft, 'lines' | 'given'> & { readonly before: StoredAvoidance | undefined }> => {
  const stored = await listAvoidance(tx, { agreement: placement.agreement.id });
  const before = stored.find(({ id }) => id === asked.insteadOf);
  const told = (await reductionsOf(tx, placement, [])).find(({ of }) => of === asked.of);
  const priced = linesOfPrice(await offerAgreed(tx, placement), placement.terms);
  return {
    // What a line was of once may be claimed again when it was sent back, whatever the price has become.
    lines: before === undefined || priced.includes(before.of) ? priced : [...priced, before.of],
    given: before === undefined ? (told?.given ?? {}) : typedAvoidance(before),
    before,
  };
};

const reachedToDraft = async (
  tx: Tx,
  who: { readonly world: World; readonly signedIn: SignedIn },
  agreement: number,
): Promise<AgreedPlacement | DraftRefusal | undefined> => {
  const reached = await reachedAgreement(tx, who, agreement, 'draft-cost-avoidance');
  if (reached === undefined || reached.kind === 'refused') return reached;
  return reached.placement.standing === 'came-to-nothing'
    ? refused('came-to-nothing', 'This placement came to nothing: no cost was avoided by it.')
    : reached.placement;
};

const isRefused = (answer: AgreedPlacement | DraftRefusal): answer is DraftRefusal =>
  'kind' in answer && answer.kind === 'refused';

export const beginAvoidance = (
  world: World,
  signedIn: SignedIn,
  asked: {
    readonly agreement: number;
    readonly of?: string | undefined;
    readonly insteadOf?: number | undefined;
  },
): Promise<AvoidanceToDraft | DraftRefusal | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const placement = await reachedToDraft(tx, { world, signedIn }, asked.agreement);
    if (placement === undefined || isRefused(placement)) return placement;
    const { lines, given, before } = await toDraft(tx, placement, asked);
    return {
      kind: 'to-draft',
      agreement: asked.agreement,
      child: caseChild(placement.child, londonDayOf(world.now())),
      home: placement.agreement.home,
      lines,
      given,
      insteadOf: before?.standing === 'sent-back' ? before.id : undefined,
    };
  });

/** Whether a form says the same as the line that it drafted, whatever of the price is left since. */
const isSameLine = (
  line: StoredAvoidance,
  { insteadOf, typed }: Pick<LineToDraft, 'insteadOf' | 'typed'>,
  today: Day,
): boolean => {
  const read = readAvoidance([line.of], typed, today);
  return (
    read.kind === 'avoided' &&
    (insteadOf ?? null) === line.insteadOf &&
    sameAnswers(typedAvoidance(read.line), typedAvoidance(line))
  );
};

interface LineToDraft {
  readonly agreement: number;
  readonly insteadOf: number | undefined;
  readonly key: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Drafts a line, for finance to verify. The same form sent twice is one line; what is claimed already is refused, and where. */
export const draftAvoidance = (
  world: World,
  signedIn: SignedIn,
  asked: LineToDraft,
): Promise<{ readonly kind: 'avoidance-drafted'; readonly id: number } | DraftRefusal | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const placement = await reachedToDraft(tx, { world, signedIn }, asked.agreement);
    if (placement === undefined || isRefused(placement)) return placement;
    if (asked.key === '') return refused('no-key', 'Open the form again: it was sent without its number.');
    // One after the other: whoever comes second finds the first one's line.
    await holdAgreements(tx, placement.case.id);
    const stored = await listAvoidance(tx, { agreement: asked.agreement });
    const again = stored.find(({ key, by }) => key === asked.key && by === signedIn.person.id);
    if (again !== undefined)
      return isSameLine(again, asked, londonDayOf(world.now()))
        ? { kind: 'avoidance-drafted', id: again.id }
        : sentBefore(
            again.at,
            'Where that line is wrong, take it back. Send this now, and it is drafted as another line.',
          );
    const { lines, before } = await toDraft(tx, placement, asked);
    if (asked.insteadOf !== undefined && before?.standing !== 'sent-back')
      return refused('not-sent-back', 'That line was not sent back: nothing was drafted instead of it.');
    const at = world.now();
    const read = readAvoidance(lines, asked.typed, londonDayOf(at));
    if (read.kind === 'faulty')
      return {
        ...refused('not-drafted', 'Something that you are asked here is missing or cannot be.'),
        faults: read.faults,
      };
    const counted =
      findCountedAlready(read.line, await ofStay(tx, placement, stored)) ?? findUnpaid(placement);
    if (counted !== undefined) return counted;
    const id = await addAvoidance(tx, {
      ...read.line,
      agreement: asked.agreement,
      by: signedIn.person.id,
      at,
      key: asked.key,
      insteadOf: asked.insteadOf ?? null,
    });
    await appendAudit(tx, {
      at,
      actor: String(signedIn.person.id),
      action: AVOIDANCE_DRAFTED,
      subject: { kind: 'child', id: placement.child.id },
      detail: { line: id, agreement: asked.agreement, case: placement.case.id },
    });
    return { kind: 'avoidance-drafted', id };
  });
