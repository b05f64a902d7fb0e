import {
  type AttemptRefusal,
  type CaseEvent,
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  HOME_NOTICE,
  HOME_NOTICE_ASKS,
  homeNoticeIn,
  mayAttempt,
  mayDoTo,
  neededByNotice,
  PLACEMENT_REQUEST,
  type Refusal,
  type RoleAssignment,
  readAnswers,
  refused,
  sameAnswers,
  type WithFaults,
  withLength,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  findCase,
  findCaseBegunBy,
  findEvidence,
  holdCase,
  holdRecord,
  listCasesOf,
  type Tx,
} from '@rightplace/store';
import { beginCase, findOpenCase } from '../cases/begin-case.ts';
import { sentBefore } from '../cases/sent-before.ts';
import { findOpenGlass } from '../child/break-glass.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import { saveCaseEvent } from '../notifications/save-case-event.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { answersBefore } from './before-search.ts';

export const HOME_NOTICE_RECORDED = 'home-notice-recorded';

export interface HomeNoticeRecorded {
  readonly kind: 'home-notice-recorded';
  /** The search that it opened, or that was open already. */
  readonly id: number;
  readonly isNew: boolean;
}

interface NoticeToRecord {
  readonly child: ChildId;
  /** Of the form, so that the same one sent twice is recorded once. */
  readonly key: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

type NoticeRefusal =
  | AttemptRefusal
  | ChildRefusal
  | Refusal<'not-in-care' | 'said-otherwise'>
  | WithFaults<Refusal<'not-said'>>;

/**
 * Records that the home a child in care lives in is to end, and asks for another at once: in one transaction, so that no child has
 * notice and no search. Where a home is looked for already it is kept with that search, whose deadline it moves. What the home
 * costs ends with the record, when the child has moved: notice ends nothing by itself.
 */
export const recordHomeNotice = (
  world: World,
  signedIn: SignedIn,
  { child: id, key, typed }: NoticeToRecord,
): Promise<HomeNoticeRecorded | NoticeRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    // Of two who record it at once, the second finds the search of the first.
    await holdRecord(tx);
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const { today } = loaded;
    const at = world.now();
    const recorder = await whoRecords(tx, { world, signedIn, loaded }, id);
    if ('kind' in recorder) return recorder;
    const { assignment, child } = recorder;
    const { answers, faults } = readAnswers(HOME_NOTICE_ASKS, typed, today);
    const notice = homeNoticeIn(answers);
    if (faults.length > 0 || notice === undefined)
      return { ...refused('not-said', 'Something that you are asked here is missing.'), faults };
    const by = { person: String(signedIn.person.id), part: { role: assignment.role } };
    const before = await findRecorded(tx, { child: id, begunBy: signedIn.person.id, key });
    if (before !== undefined)
      return sameAnswers(before.event.said, withLength(answers, notice)) && before.child === id
        ? { kind: 'home-notice-recorded', id: before.id, isNew: false }
        : sentBefore(
            before.event.at,
            'Send it now, and it is recorded as another notice. For the same child it takes the place of the first.',
          );
    const open = await findSearch(tx, id, { today, at });
    const search =
      open ??
      (await beginCase(tx, PLACEMENT_REQUEST, {
        child: id,
        begunBy: signedIn.person.id,
        assignment,
        key,
        at,
        answers: {
          ...(await answersBefore(tx, { signedIn, loaded, child })),
          ...neededByNotice(notice, today),
        },
      }));
    await holdCase(tx, search);
    const last = (await findCase(tx, search))?.events.at(-1);
    if (last === undefined) throw new Error(`The search ${search} has no beginning`);
    const evidence = await findEvidence(tx, search);
    await saveCaseEvent(tx, search, {
      number: last.number + 1,
      at,
      step: HOME_NOTICE.id,
      kind: 'record',
      by,
      from: last.to,
      to: last.to,
      said: withLength(answers, notice),
      evidence: evidence?.revision ?? null,
      key,
    });
    await appendAudit(tx, {
      at,
      actor: by.person,
      action: HOME_NOTICE_RECORDED,
      subject: { kind: 'child', id },
      detail: { case: search, workflow: PLACEMENT_REQUEST.id, new: open === undefined },
    });
    return { kind: 'home-notice-recorded', id: search, isNew: open === undefined };
  });

interface Recorder {
  readonly assignment: RoleAssignment;
  readonly child: ChildRecord;
}

/** The part in which somebody records it and for which child, or why they may not. */
const whoRecords = async (
  tx: Tx,
  {
    world,
    signedIn,
    loaded,
  }: { readonly world: World; readonly signedIn: SignedIn; readonly loaded: LoadedChildren },
  id: ChildId,
): Promise<Recorder | NoticeRefusal> => {
  const { today } = loaded;
  const attempt = { actor: signedIn.actor, action: 'record-home-notice', on: today } as const;
  const permission = mayAttempt(attempt);
  if (permission.kind === 'refused') return permission;
  const child = loaded.present.childById.get(id);
  if (child === undefined)
    return refused('out-of-reach', 'There is no such child among those you work with.');
  const glass =
    child.restricted === true ? await findOpenGlass(tx, { signedIn, id, now: world.now() }) : undefined;
  const answer = mayDoTo({
    ...attempt,
    child: childForAccess(child, loaded.access, today),
    ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
  });
  if (answer.kind === 'refused') return answer;
  const isInCare = child.periodsOfCare.some(
    ({ starts, ends }) => starts <= today && (ends === null || ends > today),
  );
  if (!isInCare)
    return refused(
      'not-in-care',
      'The record does not have this child in care, so no home of theirs is to end.',
    );
  return { assignment: permission.grants[0].assignment, child };
};

/** What somebody has recorded by this form, of which child and in which search; undefined while they have not. */
const findRecorded = async (
  tx: Tx,
  { child, begunBy, key }: { readonly child: ChildId; readonly begunBy: number; readonly key: string },
): Promise<{ readonly id: number; readonly child: ChildId; readonly event: CaseEvent } | undefined> => {
  const begun = await findCaseBegunBy(tx, { begunBy, key });
  const opened = begun === undefined ? undefined : await findCase(tx, begun);
  for (const search of [...(opened === undefined ? [] : [opened]), ...(await listCasesOf(tx, child))]) {
    const event = search.events.find(
      (one) => one.step === HOME_NOTICE.id && one.key === key && one.by?.person === String(begunBy),
    );
    if (event !== undefined) return { id: search.id, child: search.child, event };
  }
  return undefined;
};

/** A home that is being looked for. Of a search whose child has moved only the outcome is to be written: it is over for this. */
const findSearch = async (
  tx: Tx,
  child: ChildId,
  on: Pick<Parameters<typeof findOpenCase>[1], 'today' | 'at'>,
): Promise<number | undefined> => {
  const moved = (await listCasesOf(tx, child)).filter(({ events }) => events.at(-1)?.to === 'moved');
  const except = new Set(moved.map(({ id }) => id));
  return (await findOpenCase(tx, { child, of: [PLACEMENT_REQUEST], except, ...on }))?.id;
};
