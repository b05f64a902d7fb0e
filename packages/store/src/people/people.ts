import type { Day } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export interface Team {
  readonly id: number;
  readonly name: string;
  readonly service: string;
}

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string | undefined;
  /** Social Work England's number, which a return gives as the child's SW_ID. */
  readonly socialWorkNumber: string | undefined;
  /** Whether they still work here. */
  readonly active: boolean;
}

/** A role somebody holds for a time, and where it reaches: a team, a service, or (neither) the whole authority. */
export interface RoleAssignment {
  readonly id: number;
  readonly personId: number;
  readonly role: string;
  readonly team: Team | undefined;
  readonly service: string | undefined;
  readonly starts: Day;
  readonly ends: Day | null;
}

/** Adds a team, or gives the one of that name its service. */
export const saveTeam = async (tx: Tx, team: Omit<Team, 'id'>): Promise<Team> => {
  const { id } = await tx
    .insertInto('team')
    .values(team)
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'name']).doUpdateSet({ service: team.service }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, ...team };
};

/** Adds a team. Undefined when there is one of that name. */
export const addTeam = async (tx: Tx, team: Omit<Team, 'id'>): Promise<Team | undefined> => {
  const row = await tx
    .insertInto('team')
    .values(team)
    .onConflict((conflict) => conflict.columns(['authority_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id, ...team };
};

export const setTeamService = async (tx: Tx, teamId: number, service: string): Promise<void> => {
  await tx.updateTable('team').set({ service }).where('id', '=', teamId).execute();
};

/** The same team under another name: everything that is of a team goes by its number. */
export const renameTeam = async (tx: Tx, teamId: number, name: string): Promise<void> => {
  await tx.updateTable('team').set({ name }).where('id', '=', teamId).execute();
};

export const listTeams = (tx: Tx): Promise<readonly Team[]> =>
  tx.selectFrom('team').select(['id', 'name', 'service']).orderBy('name').execute();

export interface NewPerson {
  readonly name: string;
  readonly email?: string;
  readonly socialWorkNumber?: string;
}

const asPerson = (row: {
  id: number;
  name: string;
  email: string | null;
  social_work_number: string | null;
  active: boolean;
}): Person => ({
  id: row.id,
  name: row.name,
  email: row.email ?? undefined,
  socialWorkNumber: row.social_work_number ?? undefined,
  active: row.active,
});

const PERSON = ['id', 'name', 'email', 'social_work_number', 'active'] as const;

export const addPerson = async (tx: Tx, person: NewPerson): Promise<Person> =>
  asPerson(
    await tx
      .insertInto('person')
      .values({
        name: person.name,
        email: person.email ?? null,
        social_work_number: person.socialWorkNumber ?? null,
      })
      .returning(PERSON)
      .executeTakeFirstOrThrow(),
  );

export const setPersonActive = async (tx: Tx, personId: number, active: boolean): Promise<void> => {
  await tx.updateTable('person').set({ active }).where('id', '=', personId).execute();
};

export const listPeople = async (tx: Tx): Promise<readonly Person[]> =>
  (await tx.selectFrom('person').select(PERSON).orderBy('name').orderBy('id').execute()).map(asPerson);

export const findPerson = async (tx: Tx, personId: number): Promise<Person | undefined> => {
  const row = await tx.selectFrom('person').select(PERSON).where('id', '=', personId).executeTakeFirst();
  return row === undefined ? undefined : asPerson(row);
};

export interface NewRole {
  readonly personId: number;
  readonly role: string;
  readonly teamId?: number;
  readonly service?: string;
  readonly starts: Day;
  readonly ends?: Day;
}

/** Gives somebody a role. The database refuses the same role with the same reach twice at once. */
export const assignRole = async (tx: Tx, role: NewRole): Promise<number> => {
  const { id } = await tx
    .insertInto('role_assignment')
    .values({
      person_id: role.personId,
      role: role.role,
      team_id: role.teamId ?? null,
      service: role.service ?? null,
      starts: role.starts,
      ends: role.ends ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Ends a role: `ends` is the first day it is no longer held. */
export const endRole = async (tx: Tx, assignmentId: number, ends: Day): Promise<void> => {
  await tx.updateTable('role_assignment').set({ ends }).where('id', '=', assignmentId).execute();
};

/** The roles held on a day, by everybody or by one person. */
export const rolesOn = async (tx: Tx, day: Day, personId?: number): Promise<readonly RoleAssignment[]> => {
  let query = tx
    .selectFrom('role_assignment as held')
    .leftJoin('team', (join) =>
      join.onRef('team.id', '=', 'held.team_id').onRef('team.authority_id', '=', 'held.authority_id'),
    )
    .select(['held.id', 'held.person_id', 'held.role', 'held.service', 'held.starts', 'held.ends'])
    .select(['team.id as team_id', 'team.name as team_name', 'team.service as team_service'])
    .where(sql<boolean>`held.valid @> ${day}::date`);
  if (personId !== undefined) query = query.where('held.person_id', '=', personId);
  const rows = await query.orderBy('held.person_id').orderBy('held.id').execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    role: row.role,
    team:
      row.team_id === null
        ? undefined
        : { id: row.team_id, name: row.team_name as string, service: row.team_service as string },
    service: row.service ?? undefined,
    starts: row.starts,
    ends: row.ends,
  }));
};
