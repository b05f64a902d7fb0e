import {
  type AttemptRefusal,
  addDays,
  type ClosedPeriod,
  dayInWords,
  isPurpose,
  PURPOSES,
  type Purpose,
  paymentLines,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant, readSearchLogsAhead } from '@rightplace/store';
import { csvText } from '../measure/csv-file.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { reachedAgreements } from './agreed-placements.ts';
import { agreedWith, offerAgreed } from './offer-agreed.ts';

const PAYMENTS_DOWNLOADED = 'payments-downloaded';
const MOST_DAYS = 800;

export interface PaymentsFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text: string;
}

const COLUMNS = [
  'Agreement',
  'Child',
  'Home',
  'Provider',
  'Provider reference',
  'Line',
  'Core or addition',
  'First night',
  'Last night',
  'Nights',
  'Price a week',
  'Amount',
] as const;

const pounds = (amount: number): string => (amount / 100).toFixed(2);

/**
 * What is payable for the nights of a period, a line for each line of each agreement and week, as the finance system takes it.
 * docs/guides/pay-for-placements.md says what each column holds.
 */
export const downloadPayments = (
  world: World,
  signedIn: SignedIn,
  { within, purpose: said }: { readonly within: ClosedPeriod; readonly purpose: string },
): Promise<PaymentsFile | AttemptRefusal | Refusal<'too-long'>> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const purpose: Purpose | undefined = isPurpose(said) ? said : undefined;
    const asked = { action: 'download-payments', ...(purpose && { purpose }) } as const;
    const reached = await reachedAgreements(tx, { world, signedIn }, asked);
    if (reached.kind === 'refused') return reached;
    if (purpose === undefined) return refused('purpose-needed', 'Say why before you download payments.');
    if (addDays(within.starts, MOST_DAYS) < within.ends)
      return refused('too-long', 'Choose at most two years at once.');
    await readSearchLogsAhead(tx, [...new Set(reached.placements.map((one) => one.case.id))]);
    const providers = new Map<number, string | undefined>();
    for (const placement of reached.placements)
      providers.set(placement.agreement.id, agreedWith(await offerAgreed(tx, placement)).provider);
    const rows = reached.placements.flatMap(({ agreement, terms, child, payable }) => {
      const reference = terms.words['provider-reference'];
      return paymentLines(payable, within).map(({ line, starts, ends, nights, weekly, amount }) => [
        agreement.id,
        child.id,
        agreement.home,
        providers.get(agreement.id) ?? '',
        typeof reference === 'string' ? reference : '',
        line.name,
        line.kind === 'core' ? 'Core' : 'Addition',
        starts,
        addDays(ends, -1),
        nights,
        pounds(weekly),
        pounds(amount),
      ]);
    });
    const last = addDays(within.ends, -1);
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: PAYMENTS_DOWNLOADED,
      subject: { kind: 'authority', id: signedIn.authority.id },
      why: PURPOSES[purpose],
      detail: {
        from: within.starts,
        to: last,
        rows: rows.length,
        children: [...new Set(reached.placements.map(({ child }) => child.id))],
      },
    });
    return {
      kind: 'file',
      name: `payments-${within.starts}-to-${last}.csv`,
      text: csvText([...COLUMNS], rows),
    };
  });

/** "1 to 30 November 2026" as a sentence says it. */
export const nightsInWords = ({ starts, ends }: ClosedPeriod): string =>
  `${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}`;
