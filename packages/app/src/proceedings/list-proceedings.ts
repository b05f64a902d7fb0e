import { type AttemptRefusal, type Day, mayAttempt, mayDoTo, type Purpose } from '@rightplace/domain';
import {
  appendAudit,
  asTenantLooking,
  listCasesIn,
  listLastForms,
  listOpenCases,
  listWritersOf,
  type Tx,
} from '@rightplace/store';
import { caseForAccess, caseNow, clockOf } from '../cases/find-case.ts';
import { OVER } from '../cases/open-lines.ts';
import { findWorkflow } from '../cases/workflows.ts';
import { loadChildren } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type ProceedingsLine, proceedingsLine, TRACKED } from './proceedings-line.ts';

/** Which of them somebody wants to see. */
export interface ProceedingsAsked {
  /** One process; care proceedings and pre-proceedings unless said. */
  readonly what: string | undefined;
  readonly team: string | undefined;
  readonly over: boolean;
}

export interface Proceedings {
  readonly kind: 'proceedings';
  /** Those furthest over their time first. */
  readonly lines: readonly ProceedingsLine[];
  /** The teams that any of them are with, for choosing one. */
  readonly teams: readonly string[];
  /** Of restricted records, which are opened one by one. */
  readonly closed: number;
  readonly today: Day;
}

const KINDS = TRACKED.map(({ id }) => id);

export const PROCEEDINGS_LISTED = 'proceedings-listed';

/** Until when there is time; what no time runs for comes last. */
const limitOf = ({ weeks, isOver }: ProceedingsLine): string =>
  (isOver ? undefined : weeks?.limit) ?? '9999-12-31';

const inOrder = (a: ProceedingsLine, b: ProceedingsLine): number =>
  limitOf(a) < limitOf(b) ? -1 : limitOf(a) > limitOf(b) ? 1 : b.id - a.id;

const isWanted = (workflow: string, { what }: ProceedingsAsked): boolean =>
  what === undefined ? TRACKED.slice(0, 2).some(({ id }) => id === workflow) : workflow === what;

interface Reaching {
  readonly action: 'list-proceedings' | 'download-proceedings';
  readonly purpose?: Purpose;
}

/** The cases of these processes that somebody reaches. A conflict of interest is as if there were none; a restricted one is counted. */
export const reachedProceedings = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  asked: ProceedingsAsked,
  { action, purpose }: Reaching,
): Promise<Proceedings | AttemptRefusal> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const attempt = { actor: signedIn.actor, action, on: loaded.today, ...(purpose && { purpose }) } as const;
  const permission = mayAttempt(attempt);
  if (permission.kind === 'refused') return permission;
  const clock = await clockOf(tx, loaded.today);
  const stored = asked.over ? await listCasesIn(tx, KINDS) : await listOpenCases(tx, OVER);
  const cases = stored.filter(({ workflow }) => isWanted(workflow, asked));
  const ids = cases.map(({ id }) => id);
  const writers = await listWritersOf(tx, ids);
  const forms = await listLastForms(tx, ids);
  const at = world.now();
  let closed = 0;
  const reached = cases.flatMap((stored): readonly ProceedingsLine[] => {
    const workflow = findWorkflow(stored.workflow);
    const child = loaded.present.childById.get(stored.child);
    if (workflow === undefined || child === undefined) return [];
    const answer = mayDoTo({ ...attempt, child: caseForAccess(stored, child, loaded) });
    const now = caseNow(workflow, stored, writers.get(stored.id) ?? [], { clock, at });
    const line = proceedingsLine(workflow, stored, { now, form: forms.get(stored.id)?.answers, loaded });
    if (line === undefined || line.isOver !== asked.over) return [];
    if (answer.kind === 'may') return [line];
    if (answer.name === 'restricted-record') closed += 1;
    return [];
  });
  const teams = [...new Set(reached.flatMap(({ team }) => team ?? []))].toSorted((a, b) =>
    a.localeCompare(b),
  );
  return {
    kind: 'proceedings',
    lines: reached.filter(({ team }) => asked.team === undefined || team === asked.team).toSorted(inOrder),
    teams,
    closed,
    today: loaded.today,
  };
};

/** The tracker, for those who may see it. The children named are recorded. */
export const listProceedings = (
  world: World,
  signedIn: SignedIn,
  asked: ProceedingsAsked,
): Promise<Proceedings | AttemptRefusal> =>
  asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const reached = await reachedProceedings(tx, { world, signedIn }, asked, {
        action: 'list-proceedings',
      });
      if (reached.kind === 'refused') return reached;
      const children = [...new Set(reached.lines.map(({ child }) => child.id))];
      if (children.length > 0)
        await appendAudit(tx, {
          at: world.now(),
          actor: String(signedIn.person.id),
          action: PROCEEDINGS_LISTED,
          subject: { kind: 'authority', id: signedIn.authority.id },
          detail: { children },
        });
      return reached;
    },
  );
