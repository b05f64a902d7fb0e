import type { Role } from '../access/role.ts';
import type { Day } from '../calendar/day.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { findPartFault } from '../workflow/decide.ts';
import { holderOf, isAnothers } from '../workflow/holder.ts';
import type { Clock } from '../workflow/in-time.ts';
import type { Part } from '../workflow/part.ts';
import {
  goesOn,
  STEP_KINDS,
  type Step,
  stateMeaning,
  stepsOnFrom,
  type Workflow,
} from '../workflow/workflow.ts';
import { type NoticeKind, noticeKind } from './notice-kind.ts';

/** Somebody who might be told, as the access rules see them beside this child now. */
export interface Colleague {
  readonly id: string;
  /** The parts in which they take steps with this child; none where the child is out of their reach. */
  readonly parts: readonly Part[];
  /** Of a child with whom they have a conflict of interest they are told nothing whatever. */
  readonly hasConflict: boolean;
}

export interface Notice {
  readonly to: string;
  readonly kind: NoticeKind;
  readonly urgent: boolean;
}

/** Something that happened to a case, and the case after it. */
interface Happened {
  readonly workflow: Workflow;
  readonly event: CaseEvent;
  readonly now: CaseNow;
  /** Whose it is among those of a role, where they are among those who might be told. */
  readonly holder?: string | undefined;
}

interface Row {
  readonly kind: NoticeKind;
  readonly when: (happened: Happened) => boolean;
  readonly who: (colleague: Colleague, happened: Happened) => boolean;
}

const decides = ({ kind }: Step): boolean => STEP_KINDS[kind].decides;

const stepsOfNow = ({ workflow, now }: Pick<Happened, 'workflow' | 'now'>): readonly Step[] =>
  stateMeaning(workflow, now.state).ended === true ? [] : stepsOnFrom(workflow, now.state);

/** Whose turn it is to take one of these steps. */
const mayTake = (
  { id, parts }: Colleague,
  { workflow, now, holder }: Happened,
  steps: readonly Step[],
): boolean =>
  steps.some((step) =>
    parts.some(
      (part) =>
        step.who.includes(part.role) &&
        !isAnothers(workflow, holder, { by: id, part, step }) &&
        findPartFault(step, now, id, part) === undefined,
    ),
  );

/** Whoever decides at any stage: of an emergency all are told at once, before it is their turn. */
const rolesThatDecide = ({ steps }: Workflow): ReadonlySet<Role> =>
  new Set(
    steps
      .filter((step) => decides(step) && step.from.some((state) => goesOn(step, state)))
      .flatMap(({ who }) => who),
  );

const isDecidedOn = (happened: Happened): boolean => !stepsOfNow(happened).some(decides);
const hasMoved = ({ event }: Happened): boolean => event.from !== event.to;

/** Nothing is to be done in it until a day that is near comes: then it is on a list. */
const isResting = ({ workflow, now }: Happened): boolean => stateMeaning(workflow, now.state).rests === true;

/** Whoever asked for it or wrote it, or has decided on it on the way. */
const hadAPart = ({ id, parts }: Colleague, { now }: Happened): boolean =>
  parts.length > 0 && (now.madeBy.has(id) || now.decidedBy.has(id));

const isTheirTurn = (colleague: Colleague, happened: Happened): boolean => {
  const { workflow, now } = happened;
  const { ended, opens } = stateMeaning(workflow, now.state);
  if (ended === true) return false;
  return (
    mayTake(colleague, happened, stepsOfNow(happened)) ||
    colleague.parts.some(({ role }) => opens?.who.includes(role) === true)
  );
};

const wroteDownWhatWasDenied = ({ id, parts }: Colleague, { event, now }: Happened): boolean =>
  parts.length > 0 &&
  now.words.some(
    ({ person, writtenBy, answer }) =>
      writtenBy === id && person === event.by?.person && answer?.kind === 'deny' && answer.at === event.at,
  );

/**
 * Who is told of what, as one table for every workflow. Of the rows that fit somebody the first counts, so that nobody is
 * told twice of one thing; the most pressing stand first.
 */
const ROWS: readonly Row[] = [
  {
    kind: 'word-to-confirm',
    when: ({ event }) => event.wordOf !== undefined,
    who: ({ id }, { event }) => event.wordOf?.person === id,
  },
  {
    kind: 'emergency-raised',
    when: ({ workflow, event }) => workflow.urgent === true && event.kind === 'begin',
    who: ({ parts }, { workflow }) => parts.some(({ role }) => rolesThatDecide(workflow).has(role)),
  },
  {
    kind: 'word-denied',
    when: ({ event }) => event.kind === 'deny',
    who: (colleague, happened) =>
      wroteDownWhatWasDenied(colleague, happened) || isTheirTurn(colleague, happened),
  },
  { kind: 'returned', when: ({ event }) => event.kind === 'return', who: isTheirTurn },
  {
    kind: 'authorised',
    when: (happened) =>
      (happened.event.kind === 'authorise' || happened.event.kind === 'override') && isDecidedOn(happened),
    who: hadAPart,
  },
  { kind: 'rejected', when: ({ event }) => event.kind === 'reject', who: hadAPart },
  { kind: 'withdrawn', when: ({ event }) => event.kind === 'withdraw', who: hadAPart },
  { kind: 'lapsed', when: ({ event }) => event.kind === 'lapse', who: hadAPart },
  {
    kind: 'decision-waits',
    when: (happened) => hasMoved(happened) && !isDecidedOn(happened),
    who: (colleague, happened) => mayTake(colleague, happened, stepsOfNow(happened).filter(decides)),
  },
  {
    // Where somebody decides, those who may only write down what they said are not told.
    kind: 'step-waits',
    when: (happened) => hasMoved(happened) && isDecidedOn(happened) && !isResting(happened),
    who: isTheirTurn,
  },
];

const noticesBy = (
  rows: readonly Row[],
  happened: Happened,
  colleagues: readonly Colleague[],
): readonly Notice[] => {
  const fitting = rows.filter(({ when }) => when(happened));
  const doneBy = happened.event.by?.person;
  return colleagues.flatMap((colleague): readonly Notice[] => {
    const { id: to, hasConflict } = colleague;
    if (hasConflict || to === doneBy) return [];
    const row = fitting.find(({ who }) => who(colleague, happened));
    if (row === undefined) return [];
    const { kind } = row;
    const isPressing = happened.workflow.urgent === true && kind === 'decision-waits';
    return [{ to, kind, urgent: isPressing || noticeKind(kind).urgent === true }];
  });
};

/** Whose it is, where they or whoever stands in for them can be told; otherwise it is everybody's of the role. */
const holderAmong = (
  workflow: Workflow,
  now: CaseNow,
  colleagues: readonly Colleague[],
): string | undefined => {
  const holder = holderOf(workflow, now);
  const isThere = colleagues.some(
    ({ id, parts, hasConflict }) =>
      !hasConflict &&
      parts.some(
        (part) =>
          workflow.givenTo?.roles.includes(part.role) === true &&
          !isAnothers(workflow, holder, { by: id, part }),
      ),
  );
  return isThere ? holder : undefined;
};

/** Who is told of what has happened to a case, and as what: never whoever did it, nor anybody with a conflict of interest. */
export const noticesOfEvent = (
  workflow: Workflow,
  { event, now }: { readonly event: CaseEvent; readonly now: CaseNow },
  colleagues: readonly Colleague[],
): readonly Notice[] =>
  noticesBy(ROWS, { workflow, event, now, holder: holderAmong(workflow, now, colleagues) }, colleagues);

/** How many working days a case can be late before it is told to more than whose it is: they may be away. */
const THEIRS_FOR_WORKING_DAYS = 1;

/** Whether it is late for so long that whoever has the case alone is no longer asked. */
export const isLateForLong = (due: Day, today: Day, { calendar }: Pick<Clock, 'calendar'>): boolean =>
  due < today && workingDaysBetween(due, today, calendar) > THEIRS_FOR_WORKING_DAYS;

/**
 * Who is told that a case is overdue where it stands: whose it is, even if they brought it there, and where it is nobody's, or is
 * late for long, whoever might take it on. What is late is on the list of all of these. Where nobody is there who decides, as where
 * nobody chairs a meeting, those are told who may go on or bring it elsewhere.
 */
export const noticesOfOverdue = (
  workflow: Workflow,
  now: CaseNow,
  colleagues: readonly Colleague[],
  { isLong }: { readonly isLong: boolean } = { isLong: false },
): readonly Notice[] => {
  const nobody: CaseEvent = { ...now.events[0], by: null };
  const holder = isLong ? undefined : holderAmong(workflow, now, colleagues);
  const told = ({ who, by }: { readonly who: Row['who']; readonly by: string | undefined }) =>
    noticesBy(
      [{ kind: 'overdue', when: () => true, who }],
      { workflow, event: nobody, now, holder: by },
      colleagues,
    );
  return (
    [
      { who: waitsForThem(workflow, now), by: holder },
      { who: isTheirTurn, by: holder },
      { who: isTheirTurn, by: undefined },
    ]
      .map(told)
      .find((notices) => notices.length > 0) ?? []
  );
};

/** As told of a turn: those who decide where somebody does, and otherwise those who may go on. */
const waitsForThem = (workflow: Workflow, now: CaseNow): Row['who'] => {
  const steps = stepsOfNow({ workflow, now });
  return steps.some(decides)
    ? (colleague, happened) => mayTake(colleague, happened, steps.filter(decides))
    : isTheirTurn;
};
