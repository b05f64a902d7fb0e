import {
  type AttemptRefusal,
  codeTitle,
  isPurpose,
  LEGAL_STATUSES,
  mayAttempt,
  PLACEMENT_TYPES,
  PURPOSES,
  refused,
} from '@rightplace/domain';
import { neutraliseFormula } from '@rightplace/ssda903';
import { appendAudit, asTenant } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { ChildLine } from './child-line.ts';
import { askedInWords, type ListAsked } from './list-asked.ts';
import { chooseLines } from './list-children.ts';
import { type AsKnown, loadChildren } from './load-children.ts';

export interface ChildrenFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text: string;
  readonly rows: number;
}

interface FileColumn {
  readonly header: string;
  readonly of: (line: ChildLine) => string | number | null | undefined;
}

const STANDING: Readonly<Record<ChildLine['standing'], string>> = {
  'in-care': 'In care',
  'short-breaks': 'Short breaks',
  left: 'Left care',
  never: 'No time in care recorded',
};

const COLUMNS: readonly FileColumn[] = [
  { header: 'Child', of: ({ id }) => id },
  { header: 'Given name', of: ({ givenName }) => givenName },
  { header: 'Family name', of: ({ familyName }) => familyName },
  { header: 'Date of birth', of: ({ dateOfBirth }) => dateOfBirth },
  { header: 'Age', of: ({ age }) => age },
  { header: 'Sex', of: ({ sex }) => sex },
  { header: 'Unaccompanied', of: ({ uasc }) => (uasc ? 'Yes' : 'No') },
  { header: 'Standing', of: ({ standing }) => STANDING[standing] },
  { header: 'In care since', of: ({ inCareSince }) => inCareSince },
  { header: 'Left care', of: ({ left }) => left?.on },
  {
    header: 'Legal status',
    of: ({ legalStatus }) => legalStatus && codeTitle(LEGAL_STATUSES, legalStatus.code),
  },
  { header: 'Home', of: ({ home }) => home && codeTitle(PLACEMENT_TYPES, home.code) },
  { header: 'Living there since', of: ({ home }) => home?.since },
  {
    header: 'District',
    of: ({ home }) => (home?.district.kind === 'district' ? home.district.name : undefined),
  },
  { header: 'Miles from home', of: ({ home }) => home?.miles?.toFixed(1) },
  { header: 'Homes in twelve months', of: ({ homesInYear }) => homesInYear },
  {
    header: 'Social worker',
    of: ({ holding }) => holding.workers.map(({ name, number }) => name ?? number).join(', '),
  },
  { header: 'Team', of: ({ holding }) => holding.team?.name },
];

const cell = (value: string | number | null | undefined): string => {
  const text = neutraliseFormula(String(value ?? ''));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** With a byte-order mark, without which spreadsheets spoil every accent. */
export const childrenAsCsv = (lines: readonly ChildLine[]): string =>
  `\uFEFF${[COLUMNS.map(({ header }) => header), ...lines.map((line) => COLUMNS.map(({ of }) => of(line)))]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')}`;

const DOWNLOAD_ACTION = 'children-downloaded';
const DOWNLOAD_SUBJECT = { kind: 'children', id: 'download' } as const;

/**
 * The whole list as asked, as a file to take away, for a purpose that is recorded with it. Records that are restricted
 * are not in it: no purpose opens several at once.
 */
export const downloadChildren = async (
  world: World,
  signedIn: SignedIn,
  asked: { readonly list: ListAsked; readonly asKnown: AsKnown; readonly purpose: string },
): Promise<ChildrenFile | AttemptRefusal> => {
  const { list, asKnown } = asked;
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asKnown.knownAt,
  };
  const now = world.now();
  return asTenant(world.db, tenant, async (tx): Promise<ChildrenFile | AttemptRefusal> => {
    const loaded = await loadChildren(tx, world, tenant.authorityId, asKnown.knownAt);
    const purpose = isPurpose(asked.purpose) ? asked.purpose : undefined;
    const attempt = { actor: signedIn.actor, action: 'download-children', on: loaded.today } as const;
    const permission = mayAttempt(purpose === undefined ? attempt : { ...attempt, purpose });
    if (permission.kind === 'refused') return permission;
    if (purpose === undefined)
      return refused('purpose-needed', 'Say why before you download a list of children.');
    const question = {
      actor: signedIn.actor,
      action: 'download-children',
      access: loaded.access,
      today: loaded.today,
      purpose,
    } as const;
    const { lines } = chooseLines(loaded, { question, asked: list, asKnown });
    await appendAudit(tx, {
      at: now,
      actor: String(signedIn.person.id),
      action: DOWNLOAD_ACTION,
      subject: DOWNLOAD_SUBJECT,
      why: PURPOSES[purpose],
      detail: {
        purpose,
        // Who was in it, so that each child's own page of who has looked can say so.
        children: lines.map(({ id }) => id),
        asOf: asKnown.asOf,
        knownAt: asKnown.knownAt ?? 'now',
        asked: askedInWords(list),
      },
    });
    return {
      kind: 'file',
      name: `children-${asKnown.asOf}.csv`,
      text: childrenAsCsv(lines),
      rows: lines.length,
    };
  });
};
