import { createHash } from 'node:crypto';
import {
  type AttemptRefusal,
  addDays,
  type ClosedPeriod,
  type CollectionYear,
  collectionYearOf,
  collectionYearPeriod,
  type Day,
  findPaymentDifferences,
  mayAttempt,
  minDay,
  type PaymentDifference,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  addPaymentFile,
  appendAudit,
  asTenant,
  holdPayments,
  listAgreements,
  listPaidLines,
  listPaymentFiles,
  type PaymentFile,
  type Tx,
  withdrawPaymentFile,
} from '@rightplace/store';
import { namesIn } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type ReachedAgreements, reachedAgreements } from './agreed-placements.ts';
import { nightsInWords } from './payment-file.ts';
import { readPaidLines, sameLineKey } from './read-paid-lines.ts';

const PAYMENTS_LOADED = 'payments-loaded';
const PAYMENTS_WITHDRAWN = 'payments-withdrawn';
const DIFFERENCES_SEEN = 'payment-differences-listed';

/** A difference with the home that it is of, where there is one. */
export interface DifferenceLine {
  readonly difference: PaymentDifference;
  readonly agreement: string;
  readonly home: string | undefined;
}

export interface PaymentsView {
  readonly kind: 'payments';
  readonly year: CollectionYear;
  /** From the first to the last night compared: the financial year, up to now and to where bills have come. */
  readonly within: ClosedPeriod;
  readonly differences: readonly DifferenceLine[];
  readonly files: readonly (PaymentFile & { readonly loadedByName: string })[];
  readonly mayLoad: boolean;
  readonly today: Day;
}

const agreementOf = (difference: PaymentDifference): string =>
  'line' in difference ? difference.line.agreement : difference.agreement;

/** Where what was paid in a financial year differs from what was payable by the agreements somebody reaches. */
export const differencesIn = async (
  tx: Tx,
  { placements, loaded }: Pick<ReachedAgreements, 'placements' | 'loaded'>,
  asOf: CollectionYear,
): Promise<Pick<PaymentsView, 'within' | 'differences'>> => {
  const year = collectionYearPeriod(asOf);
  const everPaid = await listPaidLines(tx);
  const lastPaid = everPaid.filter(({ starts, ends }) => starts < year.ends && ends > year.starts);
  // What nobody has billed yet of the last days is no difference: only up to where bills have come is compared.
  const until = everPaid.reduce((end, { ends }) => (ends > end ? ends : end), year.starts);
  const within = { starts: year.starts, ends: minDay(minDay(until, year.ends), addDays(loaded.today, 1)) };
  const byId = new Map(placements.map((one) => [String(one.agreement.id), one]));
  const payables = new Map([...byId].map(([id, { payable }]) => [id, payable]));
  // An agreement that is there and not theirs to see is as if nothing were billed for it.
  const closed = new Set(
    (await listAgreements(tx)).map(({ id }) => String(id)).filter((id) => !byId.has(id)),
  );
  const differences = findPaymentDifferences(
    payables,
    lastPaid.filter(({ agreement }) => !closed.has(agreement)),
    within,
  ).map((difference): DifferenceLine => {
    const agreement = agreementOf(difference);
    return { difference, agreement, home: byId.get(agreement)?.agreement.home };
  });
  return { within, differences };
};

/** What was paid in a financial year beside what was payable, for those who see what placements cost. */
export const comparePayments = (
  world: World,
  signedIn: SignedIn,
  asked: { readonly year: CollectionYear | undefined },
): Promise<PaymentsView | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const reached = await reachedAgreements(tx, { world, signedIn }, { action: 'see-payments' });
    if (reached.kind === 'refused') return reached;
    const { loaded } = reached;
    const { today } = loaded;
    const asOf = asked.year ?? collectionYearOf(today);
    const nameOf = namesIn(loaded);
    const { within, differences } = await differencesIn(tx, reached, asOf);
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: DIFFERENCES_SEEN,
      subject: { kind: 'authority', id: signedIn.authority.id },
      detail: { differences: differences.length },
    });
    const may = mayAttempt({ actor: signedIn.actor, action: 'load-payments', on: today });
    return {
      kind: 'payments',
      year: asOf,
      within,
      differences,
      files: (await listPaymentFiles(tx)).map((file) => ({
        ...file,
        loadedByName: nameOf(String(file.loadedBy)),
      })),
      mayLoad: may.kind === 'may',
      today,
    };
  });

export type LoadRefusal =
  | AttemptRefusal
  | Refusal<'loaded-already' | 'no-such-file' | 'reason-needed'>
  | (Refusal<'file-unreadable'> & { readonly sentences: readonly string[] });

export interface PaymentsLoaded {
  readonly kind: 'payments-loaded';
  readonly lines: number;
}

const LOADED_ALREADY = refused(
  'loaded-already',
  'Everything in this file was loaded before, and counts. Nothing was loaded.',
);

/** Takes in a file of what was paid: all of it, or none where a line cannot be read. */
export const loadPayments = async (
  world: World,
  signedIn: SignedIn,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<PaymentsLoaded | LoadRefusal> => {
  const read = await readPaidLines(file.bytes);
  return asTenant(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const reached = await reachedAgreements(tx, { world, signedIn }, { action: 'see-payments' });
      if (reached.kind === 'refused') return reached;
      const may = mayAttempt({ actor: signedIn.actor, action: 'load-payments', on: reached.loaded.today });
      if (may.kind === 'refused') return may;
      if (read.kind === 'unreadable')
        return { ...refused('file-unreadable', 'Nothing was loaded.'), sentences: read.sentences };
      await holdPayments(tx);
      const taken = new Set((await listPaidLines(tx)).map(sameLineKey));
      const again = read.lines.filter((line) => taken.has(sameLineKey(line)));
      if (again.length === read.lines.length) return LOADED_ALREADY;
      if (again.length > 0)
        return {
          ...refused('file-unreadable', 'Nothing was loaded.'),
          sentences: again.map(
            (line) =>
              `The reference “${line.reference}” for ${nightsInWords(line)} of agreement ${line.agreement} was loaded before, in a file that still counts.`,
          ),
        };
      const fingerprint = createHash('sha256').update(file.bytes).digest('hex');
      const at = world.now();
      const id = await addPaymentFile(
        tx,
        { name: file.name, fingerprint, by: signedIn.person.id, at },
        read.lines,
      );
      if (id === undefined) return LOADED_ALREADY;
      await appendAudit(tx, {
        at,
        actor: String(signedIn.person.id),
        action: PAYMENTS_LOADED,
        subject: { kind: 'authority', id: signedIn.authority.id },
        detail: { file: id, name: file.name, lines: read.lines.length },
      });
      return { kind: 'payments-loaded', lines: read.lines.length };
    },
  );
};

/** Takes a file back, with why. What was in it is kept, and counts no more. */
export const withdrawPayments = (
  world: World,
  signedIn: SignedIn,
  { id, why }: { readonly id: number; readonly why: string },
): Promise<{ readonly kind: 'payments-withdrawn' } | LoadRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const reached = await reachedAgreements(tx, { world, signedIn }, { action: 'see-payments' });
    if (reached.kind === 'refused') return reached;
    const may = mayAttempt({ actor: signedIn.actor, action: 'load-payments', on: reached.loaded.today });
    if (may.kind === 'refused') return may;
    const reason = why.trim();
    if (reason === '') return refused('reason-needed', 'Say why the file is taken back.');
    const at = world.now();
    await holdPayments(tx);
    const known = (await listPaymentFiles(tx)).some((file) => file.id === id && file.withdrawn === null);
    if (!known || !(await withdrawPaymentFile(tx, id, { by: signedIn.person.id, at, why: reason })))
      return refused('no-such-file', 'There is no such file that counts.');
    await appendAudit(tx, {
      at,
      actor: String(signedIn.person.id),
      action: PAYMENTS_WITHDRAWN,
      subject: { kind: 'authority', id: signedIn.authority.id },
      why: reason,
      detail: { file: id },
    });
    return { kind: 'payments-withdrawn' };
  });
