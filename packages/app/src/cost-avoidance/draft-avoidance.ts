import {
  type AgreementTerms,
  type Answers,
  type AvoidedCost,
  additionsFrom,
  agreedFrom,
  type CaseEvent,
  type ChildRefusal,
  type Day,
  type Fault,
  findCountedAlready,
  findRaisedPrice,
  linesOfPrice,
  londonDayOf,
  type Offer,
  type ReductionsTold,
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
import { type OfHome, offerAgreed, offersAgreedOf } from '../payment/offer-agreed.ts';
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
  /** Of that part of the price, and of every part where none was asked for: why no line of it begins, in sentences. */
  readonly neverFell: readonly string[];
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

/** The offers of the home and the first agreement made of one, for the night from which it is paid: that of the move, where it is known. */
const countedFromMove = (
  { agreement, payable, moves }: AgreedPlacement,
  { offer, ofHome }: OfHome,
): OfHome & { readonly terms: AgreementTerms } => {
  const { terms } = agreement.versions[0];
  const on = payable.stay?.starts ?? moves;
  if (on === undefined) return { offer, ofHome, terms };
  const moved = (one: Offer): Offer => ({ ...one, additions: additionsFrom(one, on) });
  return {
    offer: moved(offer),
    ofHome: ofHome.map(moved),
    terms: { ...agreedFrom(terms, on), starts: on },
  };
};

const NOTHING: ReductionsTold = { told: [], neverFell: [] };

/** What came down between the offers of the home and the first agreement made of one, and is in no line yet. */
export const reductionsOf = async (
  tx: Tx,
  placement: AgreedPlacement,
  lines: readonly StoredAvoidance[],
): Promise<ReductionsTold> => {
  const offers = await offersAgreedOf(tx, placement);
  if (offers === undefined || placement.standing === 'came-to-nothing' || isUnpaid(placement)) return NOTHING;
  const agreed = agreedBy(placement.case.events);
  const said = ['agreed-with', 'agreed-extras']
    .map((name) => textSaid(agreed?.said[name]))
    .filter((words) => words !== '');
  const reductions = reductionsTold({
    ...countedFromMove(placement, offers),
    agreedWith: said.length === 0 ? undefined : said.join('. '),
    agreedOn: agreed && londonDayOf(agreed.at),
  });
  const isDrafted = ({ of }: { readonly of: string }): boolean =>
    lines.some((line) => sameLineOfPrice(line.of, of));
  return {
    told: reductions.told.filter((one) => !isDrafted(one)),
    neverFell: reductions.neverFell.filter((one) => !isDrafted(one)),
  };
};

const toDraft = async (
  tx: Tx,
  placement: AgreedPlacement,
  asked: { readonly of?: string | undefined; readonly insteadOf?: number | undefined },
): Promise<
  Pick<AvoidanceToDraft, 'lines' | 'given' | 'neverFell'> & { readonly before: StoredAvoidance | undefined }
> => {
  const stored = await listAvoidance(tx, { agreement: placement.agreement.id });
  const before = stored.find(({ id }) => id === asked.insteadOf);
  const { told, neverFell } = await reductionsOf(tx, placement, []);
  const priced = linesOfPrice(await offerAgreed(tx, placement), placement.terms);
  return {
    // What a line was of once may be claimed again when it was sent back, whatever the price has become.
    lines: before === undefined || priced.includes(before.of) ? priced : [...priced, before.of],
    given:
      before === undefined ? (told.find(({ of }) => of === asked.of)?.given ?? {}) : typedAvoidance(before),
    neverFell: neverFell
      .filter(({ of }) => asked.of === undefined || sameLineOfPrice(asked.of, of))
      .map(({ sentence }) => sentence),
    before,
  };
};

/** Of a line that was agreed with the placement: whether it claims from a price that was raised first. What is agreed later has a price of its own. */
const raisedPrice = async (
  tx: Tx,
  placement: AgreedPlacement,
  line: AvoidedCost,
): Promise<Fault | undefined> => {
  const made = londonDayOf(placement.agreement.versions[0].at);
  const offers = line.agreedOn > made ? undefined : await offersAgreedOf(tx, placement);
  return offers && findRaisedPrice(line, offers.ofHome);
};

const notDrafted = (faults: readonly Fault[]): DraftRefusal => ({
  ...refused('not-drafted', 'Something that you are asked here is missing or cannot be.'),
  faults,
});

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
    const { lines, given, neverFell, before } = await toDraft(tx, placement, asked);
    return {
      kind: 'to-draft',
      agreement: asked.agreement,
      child: caseChild(placement.child, londonDayOf(world.now())),
      home: placement.agreement.home,
      lines,
      given,
      neverFell,
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
    if (read.kind === 'faulty') return notDrafted(read.faults);
    const raised = await raisedPrice(tx, placement, read.line);
    if (raised !== undefined) return notDrafted([raised]);
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
