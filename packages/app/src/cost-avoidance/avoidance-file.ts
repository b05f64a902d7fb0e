import {
  type AttemptRefusal,
  AVOIDANCE_CATEGORIES,
  AVOIDANCE_FORUMS,
  AVOIDANCE_STANDINGS,
  addDays,
  type CollectionYear,
  isPurpose,
  londonDayOf,
  PURPOSES,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant } from '@rightplace/store';
import { csvText } from '../measure/csv-file.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { avoidedIn } from './list-avoidance.ts';

const AVOIDANCE_DOWNLOADED = 'cost-avoidance-downloaded';

const COLUMNS = [
  'Line',
  'Agreement',
  'Child',
  'Home',
  'Forum',
  'Category',
  'Part of the price',
  'Agreed on',
  'First price a week',
  'Agreed price a week',
  'Less a week',
  'First night',
  'Last night',
  'Nights claimed',
  'Nights in the year',
  'Amount in the year',
  'Amount in full',
  'Nights not lived',
  'Why these weeks',
  'Evidence',
  'How it stands',
  'Drafted by',
  'Decided by',
  'Decided on',
  'Reason',
] as const;

const pounds = (amount: number): string => (amount / 100).toFixed(2);

export interface AvoidanceFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text: string;
}

/** The lines of a financial year as a file, children by number. docs/guides/cost-avoidance.md says what each column holds. */
export const downloadCostAvoided = (
  world: World,
  signedIn: SignedIn,
  { year, purpose: said }: { readonly year: CollectionYear | undefined; readonly purpose: string },
): Promise<AvoidanceFile | AttemptRefusal | Refusal<'purpose-needed'>> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const purpose = isPurpose(said) ? said : undefined;
    const asked = { action: 'download-cost-avoidance', year, ...(purpose && { purpose }) } as const;
    const found = await avoidedIn(tx, { world, signedIn }, asked);
    if (found.kind === 'refused') return found;
    if (purpose === undefined) return refused('purpose-needed', 'Say why before you download cost avoided.');
    const rows = found.lines.map((line) => {
      const decided = line.decisions.at(-1);
      return [
        line.id,
        line.agreement,
        line.child,
        line.home,
        AVOIDANCE_FORUMS[line.forum],
        AVOIDANCE_CATEGORIES[line.category],
        line.of,
        line.agreedOn,
        pounds(line.before),
        pounds(line.after),
        pounds(line.aWeek),
        line.nights.starts,
        addDays(line.nights.ends, -1),
        line.inFull.nights,
        line.inYear.nights,
        pounds(line.inYear.amount),
        pounds(line.inFull.amount),
        line.notLived,
        line.whyWeeks,
        line.evidence,
        AVOIDANCE_STANDINGS[line.standing],
        line.draftedBy,
        decided?.by,
        decided && londonDayOf(decided.at),
        decided?.reason,
      ];
    });
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: AVOIDANCE_DOWNLOADED,
      subject: { kind: 'authority', id: signedIn.authority.id },
      why: PURPOSES[purpose],
      detail: {
        year: found.year,
        rows: rows.length,
        children: [...new Set(found.lines.map(({ child }) => child))],
      },
    });
    return { kind: 'file', name: `cost-avoided-${found.year}.csv`, text: csvText([...COLUMNS], rows) };
  });
