import {
  type AttemptRefusal,
  HEARINGS,
  isPurpose,
  PURPOSES,
  type Purpose,
  refused,
  type WeeksOf,
} from '@rightplace/domain';
import { appendAudit, asTenant } from '@rightplace/store';
import { type Cell, csvText } from '../measure/csv-file.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type ProceedingsAsked, reachedProceedings } from './list-proceedings.ts';
import type { ProceedingsLine } from './proceedings-line.ts';

export interface ProceedingsFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text: string;
}

export const PROCEEDINGS_DOWNLOADED = 'proceedings-downloaded';

/** How weeks stand, without a colour. */
export const standingInWords = ({ standing, isOver }: WeeksOf): string =>
  standing === 'over'
    ? isOver
      ? 'Ended late'
      : 'Over its time'
    : isOver
      ? 'Ended in time'
      : standing === 'near-end'
        ? 'Near its end'
        : 'In time';

const COLUMNS: readonly (readonly [header: string, of: (line: ProceedingsLine) => Cell])[] = [
  ['Child', ({ child }) => child.id],
  ['Name', ({ child }) => child.name],
  ['Date of birth', ({ child }) => child.dateOfBirth],
  ['Process', ({ title }) => title],
  ['Stage', ({ stage }) => stage],
  ['Began', ({ weeks }) => weeks?.from],
  ['Weeks', ({ weeks }) => weeks?.weeks],
  ['Weeks allowed', ({ weeks }) => weeks?.allowed],
  ['Last day in time', ({ weeks }) => weeks?.limit],
  ['How it stands', ({ weeks }) => weeks && standingInWords(weeks)],
  ['Next hearing', ({ court }) => court?.next?.on],
  ['Time', ({ court }) => court?.next?.at],
  ['Which hearing', ({ court }) => court?.next && HEARINGS[court.next.kind]],
  ['Court', ({ court }) => court?.court],
  ['Case number', ({ court }) => court?.caseNumber],
  ['Order asked for', ({ orderAsked }) => orderAsked],
  ['Final order', ({ court }) => court?.finalOrder?.title],
  ['Social worker', ({ workers }) => workers.join(', ')],
  ['Team', ({ team }) => team],
];

/** The tracker as asked, as a file to take away, for a purpose that is recorded with it and with each child. */
export const downloadProceedings = (
  world: World,
  signedIn: SignedIn,
  { asked, purpose: said }: { readonly asked: ProceedingsAsked; readonly purpose: string },
): Promise<ProceedingsFile | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const purpose: Purpose | undefined = isPurpose(said) ? said : undefined;
    const reached = await reachedProceedings(tx, { world, signedIn }, asked, {
      action: 'download-proceedings',
      ...(purpose && { purpose }),
    });
    if (reached.kind === 'refused') return reached;
    if (purpose === undefined)
      return refused('purpose-needed', 'Say why before you download a list of proceedings.');
    const { lines, today } = reached;
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: PROCEEDINGS_DOWNLOADED,
      subject: { kind: 'authority', id: signedIn.authority.id },
      why: PURPOSES[purpose],
      detail: { rows: lines.length, children: [...new Set(lines.map(({ child }) => child.id))] },
    });
    return {
      kind: 'file',
      name: `proceedings-${today}.csv`,
      text: csvText(
        COLUMNS.map(([header]) => header),
        lines.map((line) => COLUMNS.map(([, of]) => of(line))),
      ),
    };
  });
