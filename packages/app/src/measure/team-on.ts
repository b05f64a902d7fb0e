import {
  type ChildId,
  type ChildRecord,
  containsDay,
  type Day,
  findFactPeriod,
  type Period,
} from '@rightplace/domain';
import type { Staff } from '../child/scope.ts';
import { beside, recall } from '../ledger/recall.ts';
import { workplacesOf } from './workplaces.ts';

/** In which team a child's case was, by the worker of that day and where that worker works now. */
export interface Teams {
  /** Tells these teams and people from the same after somebody moved. */
  readonly key: string;
  readonly teamOn: (child: ChildId, on: Day) => string | undefined;
}

interface Held extends Period {
  readonly team: string;
}

type TeamsByDay = Map<Day, Teams>;

const teamsKept = new WeakMap<Staff, WeakMap<readonly ChildRecord[], TeamsByDay>>();
const MOST_DAYS = 2;

/** Kept for as long as neither the record nor the people of the authority have changed, nor the day. */
export const teamsOf = (children: readonly ChildRecord[], staff: Staff, today: Day): Teams => {
  const ofStaff = beside(teamsKept, staff, () => new WeakMap<readonly ChildRecord[], TeamsByDay>());
  const days = beside(ofStaff, children, (): TeamsByDay => new Map());
  return recall(days, today, MOST_DAYS, () => findTeams(children, staff, today));
};

const findTeams = (children: readonly ChildRecord[], staff: Staff, today: Day): Teams => {
  const teamOfWorker = new Map<string, string>();
  for (const [number, { teamId }] of workplacesOf(staff, today)) {
    const name = teamId === undefined ? undefined : staff.teams.get(teamId)?.name;
    if (name !== undefined) teamOfWorker.set(number, name);
  }
  const heldBy = new Map<ChildId, readonly Held[]>();
  const heldOf = ({ id, facts }: ChildRecord): readonly Held[] => {
    const found =
      heldBy.get(id) ??
      facts
        .flatMap((fact): Held[] => {
          const period = fact.kind === 'social-worker' ? findFactPeriod(fact) : undefined;
          const team = teamOfWorker.get((fact.fields['SW_ID'] ?? '').toUpperCase());
          return period === undefined || team === undefined ? [] : [{ ...period, team }];
        })
        // Latest first: in a handover recorded on both sides the newcomer holds.
        .sort((a, b) => (a.starts < b.starts ? 1 : -1));
    heldBy.set(id, found);
    return found;
  };
  const byId = new Map(children.map((child) => [child.id, child]));
  return {
    key: JSON.stringify([...teamOfWorker]),
    teamOn: (id, on) => {
      const child = byId.get(id);
      return child && heldOf(child).find((held) => containsDay(held, on))?.team;
    },
  };
};
