import {
  type Answers,
  CARE_PROCEEDINGS,
  type CourtTimetable,
  courtTimetable,
  type Day,
  HEARINGS,
  ORDERS_ASKED,
  PRE_PROCEEDINGS,
  preProceedingsWeeks,
  SECTION_20,
  stateMeaning,
  type WeeksOf,
  type Workflow,
} from '@rightplace/domain';
import type { StoredCase } from '@rightplace/store';
import { type CaseChild, caseChild, type caseNow } from '../cases/find-case.ts';
import type { LoadedChildren } from '../child/load-children.ts';
import { caseHoldingOn } from '../child/scope.ts';

/** What is tracked, in the order in which it is shown. */
export const TRACKED: readonly Workflow[] = [CARE_PROCEEDINGS, PRE_PROCEEDINGS, SECTION_20];

/** A case of these processes as the tracker shows it. */
export interface ProceedingsLine {
  readonly id: number;
  readonly workflow: string;
  readonly title: string;
  readonly child: CaseChild;
  /** Where it is; before a court, after which hearing. */
  readonly stage: string;
  readonly isOver: boolean;
  readonly alarm: string | undefined;
  /** How far it is of the weeks it may take; undefined while none run. */
  readonly weeks: WeeksOf | undefined;
  readonly court: CourtTimetable | undefined;
  /** What the court is, or is to be, asked for. */
  readonly orderAsked: string | undefined;
  readonly workers: readonly string[];
  readonly team: string | undefined;
}

const orderAskedIn = (form: Answers | undefined): string | undefined => {
  const asked = form?.['order-asked'];
  const titles: Readonly<Record<string, string>> = ORDERS_ASKED;
  return typeof asked === 'string' ? titles[asked] : undefined;
};

const stageOf = (title: string, court: CourtTimetable | undefined): string => {
  if (court?.finalOrder !== undefined) return court.finalOrder.title;
  return court?.heard === undefined
    ? title
    : `${title}, after the ${HEARINGS[court.heard.kind].toLowerCase()}`;
};

/** Whose a child's case is: by the record, and where it says nothing, whoever began it. */
const heldBy = (
  stored: StoredCase,
  loaded: LoadedChildren,
  today: Day,
): { readonly workers: readonly string[]; readonly team: string | undefined } => {
  const { staff } = loaded.access;
  const child = loaded.present.childById.get(stored.child);
  const holding = child === undefined ? undefined : caseHoldingOn(child, staff, today);
  if (holding !== undefined && (holding.workers.length > 0 || holding.team !== undefined))
    return { workers: holding.workers.map(({ name, number }) => name ?? number), team: holding.team?.name };
  const begunBy = staff.members.get(stored.begunBy)?.name;
  return {
    workers: begunBy === undefined ? [] : [begunBy],
    team: stored.teamId === null ? undefined : staff.teams.get(stored.teamId)?.name,
  };
};

export const proceedingsLine = (
  workflow: Workflow,
  stored: StoredCase,
  {
    now,
    form,
    loaded,
  }: {
    readonly now: ReturnType<typeof caseNow>;
    readonly form: Answers | undefined;
    readonly loaded: LoadedChildren;
  },
): ProceedingsLine | undefined => {
  const { today } = loaded;
  const child = loaded.present.childById.get(stored.child);
  if (child === undefined) return undefined;
  const state = stateMeaning(workflow, now.state);
  const court = workflow.id === CARE_PROCEEDINGS.id ? courtTimetable(now.events, today) : undefined;
  return {
    id: stored.id,
    workflow: workflow.id,
    title: workflow.title,
    child: caseChild(child, today),
    stage: stageOf(state.title, court),
    isOver: state.ended === true,
    alarm: state.alarm,
    weeks: workflow.id === PRE_PROCEEDINGS.id ? preProceedingsWeeks(now.events, today) : court?.weeks,
    court,
    orderAsked: orderAskedIn(form),
    ...heldBy(stored, loaded, today),
  };
};
