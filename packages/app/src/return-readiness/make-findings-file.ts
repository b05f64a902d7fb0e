import {
  type AttemptRefusal,
  collectionYearLabel,
  isPurpose,
  londonDayOf,
  mayAttempt,
  mayDoTo,
  PURPOSES,
  type Purpose,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { writeWorkbook } from '@rightplace/spreadsheet';
import { appendAudit, asTenant } from '@rightplace/store';
import { childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { chooseFindings } from './choose-findings.ts';
import { describeFinding } from './describe-finding.ts';
import { findingsListCsv, findingsListSheet } from './findings-list-file.ts';
import { findingsWorkbook } from './findings-workbook.ts';
import { type LoadedFindings, loadFindings } from './load-findings.ts';
import { narrowedTo } from './narrowed-to.ts';
import type { FindingsAsked } from './views.ts';

/** What somebody takes away, and why. Plain data, so that it can be handed to another thread. */
export interface FindingsFileAsked {
  readonly list: FindingsAsked;
  readonly format: keyof typeof TYPES;
  readonly purpose: string;
}

export interface FindingsFile {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export type FindingsFileMade = FindingsFile | AttemptRefusal | Refusal<'no-such-year'>;

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * The whole work list as asked, as a file to take away, for a purpose that is recorded with whose findings were in it.
 * It takes both permissions of each child: to see what the rules find, and to take a list away.
 */
export const makeFindingsFile = async (
  world: Pick<World, 'db' | 'now' | 'ledgers' | 'tell'>,
  signedIn: SignedIn,
  asked: FindingsFileAsked,
): Promise<FindingsFileMade> => {
  const { list, format } = asked;
  world.tell?.({ words: 'Reading the record', share: 0 });
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  const chosen = await asTenant(world.db, tenant, async (tx) => {
    const purpose = isPurpose(asked.purpose) ? asked.purpose : undefined;
    const on = londonDayOf(world.now());
    const attempt = { actor: signedIn.actor, action: 'download-children', on } as const;
    const permission = mayAttempt(purpose === undefined ? attempt : { ...attempt, purpose });
    if (permission.kind === 'refused') return permission;
    if (purpose === undefined) return refused('purpose-needed', 'Say why before you download a list.');
    const loaded = await loadFindings(tx, world, signedIn, list.collectionYear);
    if (loaded.kind === 'refused') return loaded;
    const mayTake = takenBy(signedIn, loaded, purpose);
    const findings = chooseFindings(loaded, list)
      .chosen.filter(({ child }) => mayTake(child))
      .map((held) => describeFinding(held, loaded.words));
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'findings-downloaded',
      subject: { kind: 'return', id: collectionYearLabel(list.collectionYear) },
      why: PURPOSES[purpose],
      detail: {
        purpose,
        format,
        children: [...new Set(findings.map(({ child }) => child))],
        count: findings.length,
        asked: JSON.stringify(list),
      },
    });
    return {
      kind: 'chosen',
      findings,
      narrowedTo: narrowedTo(list, loaded.words),
      checkedAt: loaded.lastCheck?.at,
      purpose: PURPOSES[purpose],
    } as const;
  });
  if (chosen.kind === 'refused') return chosen;
  world.tell?.({ words: 'Writing the list', share: 0.5 });
  return {
    kind: 'file',
    name: `findings-${collectionYearLabel(list.collectionYear)}-${londonDayOf(world.now())}.${format}`,
    type: TYPES[format],
    body:
      format === 'csv'
        ? findingsListCsv(findingsListSheet(chosen.findings))
        : await writeWorkbook(
            findingsWorkbook({
              ...chosen,
              ...list,
              authority: signedIn.authority.name,
              takenAt: world.now(),
              takenBy: signedIn.person.name,
            }),
          ),
  };
};

/** Of a child whom the record does not know any more, only whoever takes lists of the whole authority. */
const takenBy = (
  { actor }: SignedIn,
  { reach }: Pick<LoadedFindings, 'reach'>,
  purpose: Purpose,
): ((child: string) => boolean) => {
  const { access, today } = reach.loaded;
  const attempt = { actor, action: 'download-children', on: today, purpose } as const;
  const permission = mayAttempt(attempt);
  const takesAll = permission.kind === 'may' && permission.grants.some(({ scope }) => scope === 'authority');
  return (name) => {
    const child = reach.childOf(name);
    if (child === undefined) return takesAll;
    return mayDoTo({ ...attempt, child: childForAccess(child, access, today) }).kind === 'may';
  };
};
