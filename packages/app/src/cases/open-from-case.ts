import {
  type AttemptRefusal,
  type CaseNow,
  type ChildRefusal,
  findFollow,
  isPanelId,
  mayAttempt,
  type Opens,
  PLACEMENT_REQUEST,
  questionsOf,
  type Refers,
  type Refusal,
  readAnswers,
  refused,
  stateMeaning,
  type Workflow,
} from '@rightplace/domain';
import {
  addCaseLink,
  addEvidence,
  appendAudit,
  asTenant,
  holdCase,
  holdRecord,
  listCaseLinks,
  type Tx,
} from '@rightplace/store';
import { saveCaseEvent } from '../notifications/save-case-event.ts';
import { answersBefore } from '../search/before-search.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { beginCase, findOpenCase } from './begin-case.ts';
import { type BegunOtherwise, begunBefore } from './begun-before.ts';
import { type FoundCase, findCaseFor } from './find-case.ts';
import { MovedMeanwhile } from './follow-on.ts';
import { findWorkflow } from './workflows.ts';

export const CASE_OPENED_FROM = 'case-opened-from';

export interface OpenedFrom {
  readonly kind: 'opened-from';
  /** The case that was opened, or was open already. */
  readonly id: number;
}

interface CaseToOpenFrom {
  readonly id: number;
  /** Of the form, so that the same one sent twice opens one. */
  readonly key: string;
  /** The process that it is put forward in; what is to follow it, unless said. */
  readonly to?: string | undefined;
}

type OpeningRefusal = ChildRefusal | AttemptRefusal | BegunOtherwise | Refusal<'nothing-to-open'>;

/** What a case opens where it stands, if it is this person's to open. */
export const findOpening = ({
  workflow,
  now,
  parts,
}: Pick<FoundCase, 'workflow' | 'now' | 'parts'>): Opens<string> | undefined => {
  const { opens } = stateMeaning(workflow, now.state);
  return opens !== undefined && parts.some(({ role }) => opens.who.includes(role)) ? opens : undefined;
};

/** What this person may put forward from a case where it stands: to the panels that the authority runs. */
export const findReferrals = ({
  workflow: { refers = [] },
  now,
  parts,
  panels,
}: Pick<FoundCase, 'workflow' | 'now' | 'parts' | 'panels'>): readonly Refers<string>[] =>
  refers.filter(
    ({ workflow, from, who, beforeTheEvent }) =>
      from.includes(now.state) &&
      !(beforeTheEvent === true && now.isAfterTheEvent) &&
      parts.some(({ role }) => who.includes(role)) &&
      (!isPanelId(workflow) || panels.run.has(workflow)),
  );

/**
 * Opens the case that is to follow one: the full request after an emergency. What was answered is offered again, each under
 * its question. One of the child's that is open already is joined to it instead, and counts for as far as it has come.
 */
export const openFromCase = (
  world: World,
  signedIn: SignedIn,
  asked: CaseToOpenFrom,
): Promise<OpenedFrom | OpeningRefusal> =>
  tryOpening(world, signedIn, asked).catch((error: unknown) => {
    // Somebody else took a step of it at the same moment: it is read as it is now.
    if (error instanceof MovedMeanwhile) return tryOpening(world, signedIn, asked);
    throw error;
  });

const tryOpening = async (
  world: World,
  signedIn: SignedIn,
  { id, key, to }: CaseToOpenFrom,
): Promise<OpenedFrom | OpeningRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    // Of two who open it at once, the second finds the first's.
    await holdRecord(tx);
    const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'take' });
    if (found.kind === 'refused') return found;
    const { at, child, loaded } = found;
    const { opens } = stateMeaning(found.workflow, found.now.state);
    const chosen = to ?? opens?.workflow;
    const workflow = chosen === undefined ? undefined : findWorkflow(chosen);
    const nothing = refused('nothing-to-open', 'There is nothing to open from here now.');
    if (workflow === undefined) return nothing;
    const action = workflow.access.begin;
    const permission = mayAttempt({ actor: signedIn.actor, action, on: loaded.today });
    if (permission.kind === 'refused') return permission;
    const begunBy = signedIn.person.id;
    const form = { begunBy, key, workflow: workflow.id, child: { kind: 'known', id: child.id } } as const;
    const sent = await begunBefore(tx, form);
    if (sent !== undefined) return sent.kind === 'same' ? { kind: 'opened-from', id: sent.id } : sent;
    const offered = [findOpening(found), ...findReferrals(found)];
    if (!offered.some((offer) => offer?.workflow === chosen)) return nothing;
    // What was opened from another case is an answer to that one, and never to this; but for the one that this itself follows.
    const links = await listCaseLinks(tx);
    const origin = links.find((link) => link.case === id)?.from;
    const others = links.filter(({ from }) => from !== id && from !== origin);
    const asked = {
      child: child.id,
      of: [workflow],
      except: new Set(others.map((link) => link.case)),
      today: loaded.today,
      at,
    };
    const open = await findOpenCase(tx, asked);
    // Whoever decides on it at this moment does so before it is joined, and is read, or after.
    if (open !== undefined) await holdCase(tx, open.id);
    const before = open === undefined ? undefined : await findOpenCase(tx, asked);
    const [{ assignment: theirs }] = permission.grants;
    // Of whoever has no team it is the team's that asked first.
    const team = found.stored.teamId;
    const assignment = { ...theirs, teamId: theirs.teamId ?? (team === null ? null : String(team)) };
    const opened =
      before?.id ?? (await beginCase(tx, workflow, { child: child.id, begunBy, assignment, key, at }));
    await addCaseLink(tx, { case: opened, from: id, by: begunBy, at });
    if (before === undefined) await offerAnswers(tx, found, { workflow, opened, signedIn });
    else await followBefore(tx, found, workflow, before);
    await appendAudit(tx, {
      at,
      actor: String(begunBy),
      action: CASE_OPENED_FROM,
      subject: { kind: 'child', id: child.id },
      detail: { case: opened, workflow: workflow.id, from: id, new: before === undefined },
    });
    return { kind: 'opened-from', id: opened };
  });

/** What was answered in the one, where the other asks the same; a request for a home begins with what the record says besides. */
const offerAnswers = async (
  tx: Tx,
  found: FoundCase,
  {
    workflow,
    opened,
    signedIn,
  }: { readonly workflow: Workflow; readonly opened: number; readonly signedIn: SignedIn },
): Promise<void> => {
  const { evidence, loaded, child, at } = found;
  const answers =
    workflow.id === PLACEMENT_REQUEST.id
      ? await answersBefore(tx, { signedIn, loaded, child }, found)
      : readAnswers(questionsOf(workflow.evidence), evidence?.answers ?? {}, loaded.today).answers;
  if (Object.keys(answers).length > 0)
    await addEvidence(tx, opened, { revision: 1, answers, savedBy: signedIn.person.id, savedAt: at });
};

/** A request that was decided on before it was joined counts as decided. */
const followBefore = async (
  tx: Tx,
  found: FoundCase,
  workflow: Workflow,
  opened: { readonly id: number; readonly now: CaseNow },
): Promise<void> => {
  const { by, at } = opened.now.events.at(-1) ?? {};
  if (by === undefined || by === null || at === undefined) return;
  // By whoever decided, when they did, in the part that was theirs then.
  const outcome = { case: opened.id, workflow: workflow.id, state: opened.now.state, by, at };
  const follow = findFollow(found.workflow, found.now, outcome);
  if (follow !== undefined && !(await saveCaseEvent(tx, found.id, follow))) throw new MovedMeanwhile();
};
