import {
  type Actor,
  type ChildAction,
  type ChildForAccess,
  type ChildId,
  type ChildRecord,
  containsDay,
  type Day,
  mayDoTo,
  type Period,
  type Purpose,
  type ReviewingAllocation,
  reviewingOfficerOn,
  socialWorkersOn,
} from '@rightplace/domain';
import { beside, recall } from '../ledger/recall.ts';
import { withCovers } from './cover.ts';

export interface Team {
  readonly id: number;
  readonly name: string;
  readonly service: string;
}

export interface StaffRole extends Period {
  readonly role: string;
  readonly teamId: number | null;
  readonly service: string | null;
}

export interface StaffMember {
  readonly id: number;
  readonly name: string;
  /** Their Social Work England number: the return's SW_ID. */
  readonly socialWorkNumber: string | null;
  readonly roles: readonly StaffRole[];
}

/** The authority's people and teams, ready for looking up whose case a child's is. */
export interface Staff {
  readonly members: ReadonlyMap<number, StaffMember>;
  readonly byNumber: ReadonlyMap<string, StaffMember>;
  readonly teams: ReadonlyMap<number, Team>;
}

export const staffOf = (members: readonly StaffMember[], teams: readonly Team[]): Staff => ({
  members: new Map(members.map((member) => [member.id, member])),
  byNumber: new Map(
    members.flatMap((member) =>
      member.socialWorkNumber === null ? [] : [[member.socialWorkNumber.toUpperCase(), member] as const],
    ),
  ),
  teams: new Map(teams.map((team) => [team.id, team])),
});

/** A child's social worker. One who is not on the authority's list of people is known by their number alone. */
export interface Worker {
  readonly number: string;
  readonly id: number | undefined;
  readonly name: string | undefined;
}

/** In whose hands a child's case is on a day. */
export interface CaseHolding {
  /** Usually one; the latest first. */
  readonly workers: readonly Worker[];
  readonly team: Team | undefined;
  readonly service: string | undefined;
}

/** A child's social worker on a day, and through the worker the team and the service. */
export const caseHoldingOn = (child: Pick<ChildRecord, 'facts'>, staff: Staff, on: Day): CaseHolding => {
  const numbers = socialWorkersOn(child.facts, on);
  const workers = numbers.map((number): Worker => {
    const member = staff.byNumber.get(number.toUpperCase());
    return { number, id: member?.id, name: member?.name };
  });
  const places = workers.flatMap(({ id }) =>
    placesOn(id === undefined ? undefined : staff.members.get(id), on),
  );
  const team = places.flatMap(({ teamId }) => (teamId === null ? [] : (staff.teams.get(teamId) ?? [])))[0];
  return {
    workers,
    team,
    service: team?.service ?? places.find(({ service }) => service !== null)?.service ?? undefined,
  };
};

/** Where somebody works: first as a social worker, then in any other part they have. */
const placesOn = (member: StaffMember | undefined, on: Day): readonly StaffRole[] => {
  const held = (member?.roles ?? []).filter((role) => containsDay(role, on));
  return [
    ...held.filter(({ role }) => role === 'social-worker'),
    ...held.filter(({ role }) => role !== 'social-worker'),
  ];
};

/** Who was given somebody's cases of a child meanwhile, and on which day. */
export interface Cover {
  readonly by: number;
  readonly since: Day;
}

/** What access is decided on: the authority's people, and who has a conflict of interest with whom. */
export interface AccessFacts {
  readonly staff: Staff;
  /** People to whom a child's record is closed. */
  readonly conflicts: ReadonlyMap<ChildId, readonly number[]>;
  /** Who has somebody's cases of a child while that person has a conflict of interest, by the child and the person. */
  readonly covers: ReadonlyMap<ChildId, ReadonlyMap<number, Cover>>;
  /** What was said of each child's reviewing officer, in the order in which it was said. */
  readonly reviewing: ReadonlyMap<ChildId, readonly ReviewingAllocation[]>;
}

/** Whose a child's case is, and what the rules are told of it. */
interface SeenNow {
  readonly holding: CaseHolding;
  readonly forAccess: ChildForAccess;
}

type SeenByDay = Map<Day, WeakMap<ChildRecord, SeenNow>>;

/** As the rules saw children last: a matter of the record, of the facts and of the day, under all of which it is kept. */
const seenKept = new WeakMap<AccessFacts, SeenByDay>();
const MOST_DAYS_KEPT = 2;

/**
 * A child as the access rules see them. The record must be the present one and the day today, whatever day or moment
 * the page looks at: who may see a child is a matter of now.
 */
export const childForAccess = (child: ChildRecord, facts: AccessFacts, today: Day): ChildForAccess =>
  seenOn(facts, today)(child).forAccess;

/** In whose hands a child's case is today, by the present record: `caseHoldingOn`, kept. */
export const caseHoldingNow = (child: ChildRecord, facts: AccessFacts, today: Day): CaseHolding =>
  seenOn(facts, today)(child).holding;

const seenOn = (facts: AccessFacts, today: Day): ((child: ChildRecord) => SeenNow) => {
  const days = beside(seenKept, facts, (): SeenByDay => new Map());
  const kept = recall(days, today, MOST_DAYS_KEPT, () => new WeakMap<ChildRecord, SeenNow>());
  return (child) => {
    const found = kept.get(child);
    if (found !== undefined) return found;
    const seen = seeNow(child, facts, today);
    kept.set(child, seen);
    return seen;
  };
};

const seeNow = (child: ChildRecord, facts: AccessFacts, today: Day): SeenNow => {
  const { staff, conflicts, reviewing } = facts;
  const holding = caseHoldingOn(child, staff, today);
  const officer = reviewingOfficerOn(reviewing.get(child.id) ?? [], today);
  const forAccess = {
    workerIds: withCovers(
      holding.workers.flatMap(({ id }) => id ?? []),
      { child: child.id, access: facts, today },
    ),
    reviewingOfficerIds: officer === undefined ? [] : [officer],
    teamId: holding.team === undefined ? null : String(holding.team.id),
    serviceId: holding.service ?? null,
    restricted: child.restricted === true,
    conflictedIds: (conflicts.get(child.id) ?? []).map(String),
  };
  return { holding, forAccess };
};

/** Children sorted by what somebody may do with them. Those out of reach are in neither list. */
export interface ChildrenInScope {
  readonly open: readonly ChildRecord[];
  /** Within reach but restricted, or closed by a conflict of interest: counted, never told apart in a list. */
  readonly closed: readonly ChildRecord[];
}

export interface ScopeQuestion {
  readonly actor: Actor;
  readonly action: ChildAction;
  readonly access: AccessFacts;
  readonly today: Day;
  readonly purpose?: Purpose;
}

type Answers = WeakMap<readonly ChildRecord[], Map<string, ChildrenInScope>>;

const answersKept = new WeakMap<AccessFacts, Answers>();
const MOST_ANSWERS_KEPT = 200;

/**
 * Those of the children whom somebody may list, count or download. Each child is asked about; the answer is kept under all
 * that it follows from (the records, the facts, who asks with which roles, for what, on which day), and so for as long as
 * none of that has changed.
 */
export const childrenInScope = (
  children: readonly ChildRecord[],
  question: ScopeQuestion,
): ChildrenInScope => {
  const { actor, action, access, today, purpose } = question;
  const ofFacts = beside(answersKept, access, (): Answers => new WeakMap());
  const answers = beside(ofFacts, children, () => new Map<string, ChildrenInScope>());
  const asked = JSON.stringify([actor, action, today, purpose]);
  return recall(answers, asked, MOST_ANSWERS_KEPT, () => {
    const last = beside(lastAnswers, access, () => new Map<string, Answered>());
    const before = last.get(asked);
    const answer = sortByScope(children, question, before);
    last.delete(asked);
    recall(last, asked, MOST_ANSWERS_KEPT, () => ({ children, answer }));
    return answer;
  });
};

interface Answered {
  readonly children: readonly ChildRecord[];
  readonly answer: ChildrenInScope;
}

/** The last answer to each question: of a child whose record is the same object it is the answer still. */
const lastAnswers = new WeakMap<AccessFacts, Map<string, Answered>>();

type AnswerFor = (child: ChildRecord) => 'open' | 'closed' | 'out' | undefined;

const answersIn = (before: Answered | undefined): AnswerFor => {
  if (before === undefined) return () => undefined;
  const [asked, open, closed] = [
    new Set(before.children),
    new Set(before.answer.open),
    new Set(before.answer.closed),
  ];
  return (child) => {
    if (!asked.has(child)) return undefined;
    if (open.has(child)) return 'open';
    return closed.has(child) ? 'closed' : 'out';
  };
};

const sortByScope = (
  children: readonly ChildRecord[],
  question: ScopeQuestion,
  before: Answered | undefined,
): ChildrenInScope => {
  const open: ChildRecord[] = [];
  const closed: ChildRecord[] = [];
  const known = answersIn(before);
  const ask = asker(question);
  for (const child of children) {
    const answer = known(child) ?? ask(child);
    if (answer === 'open') open.push(child);
    else if (answer === 'closed') closed.push(child);
  }
  return { open, closed };
};

const asker = ({ actor, action, access, today, purpose }: ScopeQuestion) => {
  const seen = seenOn(access, today);
  return (child: ChildRecord): 'open' | 'closed' | 'out' => {
    const answer = mayDoTo({
      actor,
      action,
      on: today,
      child: seen(child).forAccess,
      ...(purpose === undefined ? {} : { purpose }),
    });
    if (answer.kind === 'may') return 'open';
    return answer.name === 'restricted-record' || answer.name === 'conflict-of-interest' ? 'closed' : 'out';
  };
};
