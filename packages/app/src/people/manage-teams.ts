import { type Day, londonDayOf, type Refusal, refused } from '@rightplace/domain';
import {
  addTeam,
  appendAudit,
  asTenant,
  asTenantReading,
  listTeams,
  renameTeam,
  setTeamService,
  type Team,
  type Tx,
} from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type NotAllowed, refusalFor } from './change-person.ts';

/** Teams and the services they belong to: roles of a team or a service reach nowhere until there are some. */
export type Teams = { readonly kind: 'teams'; readonly teams: readonly Team[] };

export const openTeams = async (world: World, signedIn: SignedIn): Promise<Teams | NotAllowed> => {
  const refusal = refusalFor(signedIn, londonDayOf(world.now()));
  if (refusal !== undefined) return refusal;
  const teams = await asTenantReading(world.db, { authorityId: signedIn.authority.id }, listTeams);
  return { kind: 'teams', teams };
};

const LONGEST_NAME = 100;

const tidy = (typed: string): string => typed.trim().replaceAll(/\s+/g, ' ');

const isName = (name: string): boolean => name !== '' && name.length <= LONGEST_NAME && !/\p{C}/u.test(name);

const isSame = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { sensitivity: 'accent' }) === 0;

const SERVICE_NEEDED = refused(
  'service-needed',
  `Enter the service the team belongs to, such as Children looked after, in at most ${LONGEST_NAME} letters.`,
);

const NAME_NEEDED = refused('team-name-needed', `Enter the team’s name, in at most ${LONGEST_NAME} letters.`);

const nameTaken = (name: string): Refusal<'team-name-taken'> =>
  refused('team-name-taken', `There is a team called ${name} already. Give this one another name.`);

/** A service is its name, so one typed in other capitals is written as it is already. */
const serviceNamed = (typed: string, teams: readonly Team[]): string =>
  teams.find(({ service }) => isSame(service, typed))?.service ?? typed;

/** One change to the teams: allowed, made and recorded in one transaction. */
const changeTeams = async <Result>(
  world: World,
  signedIn: SignedIn,
  change: (found: {
    readonly tx: Tx;
    readonly teams: readonly Team[];
    readonly today: Day;
    readonly record: (
      action: string,
      teamId: number,
      detail: Readonly<Record<string, unknown>>,
    ) => Promise<unknown>;
  }) => Promise<Result>,
): Promise<Result | NotAllowed> => {
  const now = world.now();
  const today = londonDayOf(now);
  const refusal = refusalFor(signedIn, today);
  if (refusal !== undefined) return refusal;
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) =>
    change({
      tx,
      teams: await listTeams(tx),
      today,
      record: (action, teamId, detail) =>
        appendAudit(tx, {
          at: now,
          actor: String(signedIn.person.id),
          action,
          subject: { kind: 'team', id: String(teamId) },
          detail,
        }),
    }),
  );
};

export type TeamAdded =
  | { readonly kind: 'team-added'; readonly team: Team }
  | Refusal<'team-name-needed' | 'team-name-taken' | 'service-needed'>;

export const addTeamTo = (
  world: World,
  signedIn: SignedIn,
  typed: { readonly name: string; readonly service: string },
): Promise<TeamAdded | NotAllowed> =>
  changeTeams(world, signedIn, async ({ tx, teams, record }): Promise<TeamAdded> => {
    const [name, service] = [tidy(typed.name), serviceNamed(tidy(typed.service), teams)];
    if (!isName(name)) return NAME_NEEDED;
    if (!isName(service)) return SERVICE_NEEDED;
    const isTaken = teams.some((team) => isSame(team.name, name));
    const team = isTaken ? undefined : await addTeam(tx, { name, service });
    if (team === undefined) return nameTaken(name);
    await record('team-added', team.id, { name, service });
    return { kind: 'team-added', team };
  });

export type TeamRenamed =
  | { readonly kind: 'team-renamed'; readonly team: Team }
  | Refusal<'no-such-team' | 'team-name-needed' | 'team-name-taken'>;

/** Gives a team another name. Its people, its children and its figures of any day stay its own; the audit keeps the old name. */
export const renameTeamTo = (
  world: World,
  { signedIn, teamId }: { readonly signedIn: SignedIn; readonly teamId: number },
  typed: string,
): Promise<TeamRenamed | NotAllowed> =>
  changeTeams(world, signedIn, async ({ tx, teams, record }): Promise<TeamRenamed> => {
    const team = teams.find(({ id }) => id === teamId);
    if (team === undefined) return refused('no-such-team', 'There is no such team in your authority.');
    const name = tidy(typed);
    if (!isName(name)) return NAME_NEEDED;
    if (name === team.name) return { kind: 'team-renamed', team };
    if (teams.some((other) => other.id !== teamId && isSame(other.name, name))) return nameTaken(name);
    await renameTeam(tx, teamId, name);
    await record('team-renamed', teamId, { from: team.name, to: name });
    return { kind: 'team-renamed', team: { ...team, name } };
  });

export type ServiceSet =
  | { readonly kind: 'service-set'; readonly team: Team }
  | Refusal<'no-such-team' | 'service-needed' | 'own-service'>;

/**
 * Moves a team to another service. Its children move with it, out of the reach of those who hold a role for the
 * service it leaves and into the reach of those of the one it joins.
 */
export const setServiceOf = (
  world: World,
  { signedIn, teamId }: { readonly signedIn: SignedIn; readonly teamId: number },
  typed: string,
): Promise<ServiceSet | NotAllowed> =>
  changeTeams(world, signedIn, async ({ tx, teams, today, record }): Promise<ServiceSet> => {
    const team = teams.find(({ id }) => id === teamId);
    if (team === undefined) return refused('no-such-team', 'There is no such team in your authority.');
    const service = serviceNamed(
      tidy(typed),
      // The only team of a service may be what its capitals are put right on.
      teams.filter(({ id }) => id !== teamId),
    );
    if (!isName(service)) return SERVICE_NEEDED;
    if (service === team.service) return { kind: 'service-set', team };
    // Like giving oneself a role: it would bring the team's children into one's own reach.
    if (
      signedIn.actor.assignments.some(
        ({ serviceId, ends }) => serviceId === service && (ends === null || ends > today),
      )
    )
      return refused('own-service', 'You hold a role for that service yourself. Ask another administrator.');
    await setTeamService(tx, teamId, service);
    await record('team-service-changed', teamId, { name: team.name, from: team.service, to: service });
    return { kind: 'service-set', team: { ...team, service } };
  });
