import { addTeamTo, openTeams, renameTeamTo, setServiceOf, type World } from '@rightplace/app';
import type { FieldError } from '../../kit/index.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { addTeamPage, type TypedOfTeam, teamPage, teamsPage } from './teams-page.ts';

const EXAMPLE = { teamId: '1' };

type OfTeam = Visit<{ readonly teamId: string }>;

/** Beside which field a refusal belongs. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'team-name-needed': 'name',
  'team-name-taken': 'name',
  'service-needed': 'service',
  'own-service': 'service',
};

type Refused = Extract<Answer, { kind: 'refused' }>;

const problemOf = ({ name, sentence }: Refused): FieldError | undefined => {
  const field = FIELD_OF[name];
  return field === undefined ? undefined : { field, text: sentence };
};

/** The team's page, perhaps again with what was typed and what was wrong with it. */
const showTeam = async (
  { signedIn, params, csrf }: OfTeam,
  world: World,
  again: { readonly typed?: TypedOfTeam; readonly problem?: FieldError } = {},
): Promise<Answer> => {
  const found = await openTeams(world, signedIn);
  if (found.kind === 'refused') return found;
  const team = found.teams.find(({ id }) => id === wholeNumber(params.teamId));
  return team === undefined ? notFound : teamPage({ csrf, team, teams: found.teams, ...again });
};

/** Looking after teams: for administrators. */
export const teamRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.teams,
    action: 'manage-people',
    audit: 'nothing',
    handler: async ({ signedIn }, world) => {
      const found = await openTeams(world, signedIn);
      return found.kind === 'refused' ? found : teamsPage(found.teams);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.addTeam,
    action: 'manage-people',
    audit: 'nothing',
    handler: async ({ signedIn, csrf }, world) => {
      const found = await openTeams(world, signedIn);
      return found.kind === 'refused' ? found : addTeamPage({ csrf, teams: found.teams });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.addTeam,
    action: 'manage-people',
    audit: 'team-added',
    handler: async ({ signedIn, form, csrf }, world) => {
      const typed = { name: form.get('name') ?? '', service: form.get('service') ?? '' };
      const answer = await addTeamTo(world, signedIn, typed);
      if (answer.kind === 'team-added')
        return redirect(staffPaths.teams(), { notice: `${answer.team.name} has been added.` });
      const problem = problemOf(answer);
      if (problem === undefined) return answer;
      const found = await openTeams(world, signedIn);
      return found.kind === 'refused' ? found : addTeamPage({ csrf, teams: found.teams, typed, problem });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.team,
    action: 'manage-people',
    audit: 'nothing',
    example: EXAMPLE,
    handler: (visit, world) => showTeam(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.team,
    action: 'manage-people',
    audit: 'team-service-changed',
    example: EXAMPLE,
    handler: async (visit, world) => {
      const typed = visit.form.get('service') ?? '';
      const teamId = wholeNumber(visit.params.teamId);
      const answer = await setServiceOf(world, { signedIn: visit.signedIn, teamId }, typed);
      if (answer.kind === 'service-set')
        return redirect(staffPaths.teams(), {
          notice: `${answer.team.name} belongs to ${answer.team.service}.`,
        });
      if (answer.name === 'no-such-team') return notFound;
      const problem = problemOf(answer);
      return problem === undefined ? answer : showTeam(visit, world, { typed: { service: typed }, problem });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.renameTeam,
    action: 'manage-people',
    audit: 'team-renamed',
    example: EXAMPLE,
    handler: async (visit, world) => {
      const name = visit.form.get('name') ?? '';
      const teamId = wholeNumber(visit.params.teamId);
      const answer = await renameTeamTo(world, { signedIn: visit.signedIn, teamId }, name);
      if (answer.kind === 'team-renamed')
        return redirect(staffPaths.teams(), { notice: `The team is called ${answer.team.name}.` });
      if (answer.name === 'no-such-team') return notFound;
      const problem = problemOf(answer);
      return problem === undefined ? answer : showTeam(visit, world, { typed: { name }, problem });
    },
  }),
];
