import {
  type AgreementMarkKind,
  addDays,
  addMinutes,
  agreedFrom,
  type BilledLine,
  type ChildRecord,
  changeAgreement,
  collectionYearOf,
  collectionYearPeriod,
  type Day,
  londonDayOf,
  type Moment,
  maxDay,
  minDay,
  payableOver,
  pence,
  reductionsTold,
  startOfLondonDay,
} from '@rightplace/domain';
import {
  addAgreementMark,
  addAgreementVersion,
  addAvoidance,
  addAvoidanceDecision,
  addPaymentFile,
  appendAudit,
  asTenant,
  asTenantReading,
  holdRecord,
  listAgreementMarks,
  listAgreements,
  listAuthorities,
  loadLedger,
  readCases,
  type Tx,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { type AgreedPlacement, agreedPlacement } from '../payment/agreed-placements.ts';
import { offersAgreedOf } from '../payment/offer-agreed.ts';
import type { World } from '../world.ts';
import { colleaguesIn } from './give-requests.ts';

/**
 * Gives a demonstration with agreements what comes of them: signatures but one, payments set up, a rise of a price, an addition, lines
 * of cost avoided, and what the finance system says was paid, with a difference. No real authority is given any.
 */
export const givePayments = async ({ db, now }: Pick<World, 'db' | 'now'>): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration || !(await asTenantReading(db, { authorityId }, hasNone))) continue;
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      if (await hasNone(tx)) await give(tx, now);
    });
  }
};

const hasNone = async (tx: Tx): Promise<boolean> => (await listAgreementMarks(tx)).length === 0;

const hourOf = (on: Day, hour: number): Moment => addMinutes(startOfLondonDay(on), hour * 60);

const give = async (tx: Tx, now: World['now']): Promise<void> => {
  const today = londonDayOf(now());
  const { children } = await loadLedger(tx);
  const byId = new Map<string, ChildRecord>(children.map((child) => [child.id, child]));
  const agreements = await listAgreements(tx);
  const cases = new Map(
    (
      await readCases(
        tx,
        agreements.map(({ caseId }) => caseId),
      )
    ).map((found) => [found.id, found]),
  );
  const lived = agreements.flatMap((agreement): readonly AgreedPlacement[] => {
    const [child, found] = [byId.get(agreement.child), cases.get(agreement.caseId)];
    const placement = child && found && agreedPlacement(agreement, found, child, today);
    return placement?.standing === 'running' || placement?.standing === 'ended' ? [placement] : [];
  });
  const { staff } = await loadAccessFacts(tx);
  const finance = colleaguesIn(staff, today).find(({ role }) => role === 'finance');
  if (lived.length === 0 || finance === undefined) return;
  const by = Number(finance.id);
  for (const [place, placement] of lived.entries()) {
    await giveMarks(tx, placement, { by, isSigned: place !== 1, isSetUp: place !== 2, today });
    await giveAvoided(tx, placement, { by, place, today });
    if (place < 2) await giveChange(tx, placement, place, today);
  }
  await givePaid(tx, { lived, by, at: now(), today });
  await appendAudit(tx, {
    at: now(),
    actor: 'command line',
    action: 'demonstration-payments-given',
    detail: { agreements: lived.length },
  });
};

const officerOf = ({ agreement }: AgreedPlacement): number => agreement.versions[0].by;

/** On working days enough: no day of these is told twice. */
const giveMarks = async (
  tx: Tx,
  placement: AgreedPlacement,
  who: { readonly by: number; readonly isSigned: boolean; readonly isSetUp: boolean; readonly today: Day },
): Promise<void> => {
  const starts = placement.payable.stay?.starts ?? who.today;
  const officer = officerOf(placement);
  const told: readonly (readonly [AgreementMarkKind, number, number, string])[] = [
    ['sent', -2, officer, 'The contracts manager'],
    ['provider-signed', 3, officer, 'The responsible individual'],
    ...(who.isSigned ? [['we-signed', 5, officer, 'The head of commissioning'] as const] : []),
    ...(who.isSetUp ? [['payments-set-up', 4, who.by, `PL-${placement.agreement.id}`] as const] : []),
  ];
  for (const [at, [what, days, by, word]] of told.entries()) {
    const on = addDays(starts, days);
    await addAgreementMark(tx, {
      agreement: placement.agreement.id,
      number: at + 1,
      what,
      said: { on, ...(what === 'payments-set-up' ? { reference: word } : { who: word }) },
      version: 1,
      by,
      at: hourOf(on, 15),
      key: `invented ${what} ${placement.agreement.id}`,
    });
  }
};

const giveAvoided = async (
  tx: Tx,
  placement: AgreedPlacement,
  { by, place, today }: { readonly by: number; readonly place: number; readonly today: Day },
): Promise<void> => {
  const { agreement, case: found, terms } = placement;
  const offers = await offersAgreedOf(tx, placement);
  const agreed = found.events.findLast(({ step }) => step === 'agree-terms');
  const [told] =
    offers === undefined
      ? []
      : reductionsTold({
          ...offers,
          terms,
          agreedWith: 'The contracts manager, by e-mail',
          agreedOn: undefined,
        }).told;
  if (told === undefined || agreed === undefined) return;
  const at = addMinutes(agreed.at, 90);
  const drafted = {
    agreement: agreement.id,
    forum: 'placements-forum',
    category: 'rate',
    of: told.of,
    agreedOn: londonDayOf(agreed.at),
    before: told.before,
    after: told.after,
    nights: { starts: terms.starts, ends: addDays(terms.starts, 26 * 7) },
    whyWeeks: 'Half a year: the placement is looked at again then, and with it the price.',
    evidence: typeof told.given.evidence === 'string' ? told.given.evidence : 'Their answer by e-mail',
    by: officerOf(placement),
    at,
    key: `invented avoided ${agreement.id}`,
    insteadOf: null,
  } as const;
  const id = await addAvoidance(tx, drafted);
  // The first is verified, the next sent back, and what comes after waits.
  if (place > 1) return;
  const decision =
    place === 0
      ? ({ what: 'verified', reason: 'Seen with the contract.' } as const)
      : ({ what: 'sent-back', reason: 'Which e-mail says the price that was agreed?' } as const);
  const decidedAt = minDay(addDays(londonDayOf(at), 3), today);
  await addAvoidanceDecision(
    tx,
    { id, by: drafted.by, decisions: [] },
    { ...decision, by, at: addMinutes(startOfLondonDay(decidedAt), 11 * 60) },
  );
};

/** A rise of 3% for the first, and a night worker for some weeks of the next. */
const giveChange = async (tx: Tx, placement: AgreedPlacement, place: number, today: Day): Promise<void> => {
  const { agreement, terms, payable } = placement;
  const from = maxDay(addDays(payable.stay?.starts ?? terms.starts, 21), addDays(today, -120));
  if (from >= today) return;
  const what = place === 0 ? 'price-change' : 'addition';
  const why = 'Agreed with the contracts manager, by e-mail';
  const typed =
    place === 0
      ? { from, way: 'up', percent: '3', of: 'core', award: 'The yearly award of the framework', why }
      : { what: 'Night worker', weekly: '420.00', starts: from, ends: addDays(from, 41), why };
  const read = changeAgreement(terms, what, typed, today);
  if (read.kind === 'faulty') throw new Error(`${what}: ${JSON.stringify(read.faults)}`);
  await addAgreementVersion(tx, agreement.id, {
    number: 2,
    at: addMinutes(startOfLondonDay(from), 10 * 60),
    by: officerOf(placement),
    what,
    said: read.said ?? {},
    terms: read.terms,
    key: `invented change ${agreement.id}`,
  });
};

/** What the finance system says: all of the year up to four weeks ago, one payment £35 over and one not made. */
const givePaid = async (
  tx: Tx,
  {
    lived,
    by,
    at,
    today,
  }: {
    readonly lived: readonly AgreedPlacement[];
    readonly by: number;
    readonly at: Moment;
    readonly today: Day;
  },
): Promise<void> => {
  const year = collectionYearPeriod(collectionYearOf(today));
  const until = minDay(year.ends, addDays(today, -28));
  if (until <= year.starts) return;
  // The versions that were just added are what is payable now.
  const terms = new Map(
    (await listAgreements(tx)).map(({ id, versions }) => [id, (versions.at(-1) ?? versions[0]).terms]),
  );
  const lines = lived.flatMap(({ agreement, payable }, place): readonly BilledLine[] => {
    const last = terms.get(agreement.id);
    const now = {
      ...payable,
      lines: last ? agreedFrom(last, payable.stay?.starts ?? last.starts).lines : payable.lines,
    };
    const starts = maxDay(year.starts, payable.stay?.starts ?? until);
    const ends = minDay(until, payable.stay?.ends ?? until);
    if (starts >= ends || place === 2) return [];
    const half = addDays(starts, 28) < ends ? addDays(starts, 28) : ends;
    return [
      { starts, ends: half },
      { starts: half, ends },
    ].flatMap((nights, part) =>
      nights.starts < nights.ends
        ? [
            {
              reference: `PAY-${agreement.id}-${part + 1}`,
              agreement: String(agreement.id),
              of: null,
              ...nights,
              amount: pence(payableOver(now, nights) + (place === 0 && part === 0 ? 35_00 : 0)),
            },
          ]
        : [],
    );
  });
  if (lines.length > 0)
    await addPaymentFile(tx, { name: 'payments-to-date.csv', fingerprint: 'invented', by, at }, lines);
};
