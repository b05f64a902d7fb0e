import { agreeClient, listClients, makeClient, revokeClient, type World } from '@rightplace/app';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { apiClientsPage, tokenPage } from './api-clients-page.ts';
import { LAST_DAY, makeApiClientPage } from './make-api-client-page.ts';

const EXAMPLE = { clientId: '1' };

const make = async (visit: Visit, world: World): Promise<Answer> => {
  const { form, csrf, today, signedIn } = visit;
  const field = (name: string): string => form.get(name) ?? '';
  const again = (problem: NonNullable<TypedForm['problems']>[number]): Answer =>
    makeApiClientPage({ csrf, today, typed: form, problems: [problem] });
  const typed = {
    name: field('name'),
    organisation: field('organisation'),
    purpose: field('purpose'),
    scope: field('scope'),
  };
  const lastDay = dayTyped(form, LAST_DAY);
  if (lastDay === undefined)
    return again({ field: `${LAST_DAY}-day`, text: 'Enter its last day as a real day, such as 31 3 2027.' });
  const answer = await makeClient(world, signedIn, { ...typed, lastDay });
  if (answer.kind === 'client-made') return tokenPage(answer, { name: typed.name.trim() });
  const text = answer.sentence;
  switch (answer.name) {
    case 'client-name-needed':
      return again({ field: 'name', text });
    case 'organisation-needed':
      return again({ field: 'organisation', text });
    case 'purpose-needed-of-client':
      return again({ field: 'purpose', text });
    case 'scope-needed':
      return again({ field: 'scope', text });
    case 'last-day-gone-by':
    case 'last-day-too-late':
      return again({ field: `${LAST_DAY}-day`, text });
    default:
      return answer;
  }
};

const decide =
  (use: typeof agreeClient, notice: (name: string) => string) =>
  async (visit: Visit<{ readonly clientId: string }>, world: World): Promise<Answer> => {
    const answer = await use(world, visit.signedIn, wholeNumber(visit.params.clientId));
    if (answer.kind === 'client-decided')
      return redirect(staffPaths.apiClients(), { notice: notice(answer.name) });
    switch (answer.name) {
      case 'no-such-client':
        return notFound;
      case 'client-not-waiting':
      case 'already-revoked':
        // Sent twice, or decided by somebody else meanwhile: the page says how it stands.
        return redirect(staffPaths.apiClients(), { notice: answer.sentence });
      default:
        return answer;
    }
  };

/** Who else reads figures: made by administrators, agreed by a director, revoked by either. */
export const apiClientsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.apiClients,
    action: 'see-api-clients',
    audit: 'nothing',
    handler: async ({ signedIn, csrf }, world) => {
      const list = await listClients(world, signedIn);
      return list.kind === 'refused' ? list : apiClientsPage({ list, csrf });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.makeApiClient,
    action: 'make-api-client',
    audit: 'nothing',
    handler: ({ csrf, today }) => makeApiClientPage({ csrf, today }),
  }),
  route({
    method: 'POST',
    path: staffPaths.makeApiClient,
    action: 'make-api-client',
    audit: 'api-client-made',
    handler: make,
  }),
  route({
    method: 'POST',
    path: staffPaths.agreeApiClient,
    action: 'agree-api-client',
    audit: 'api-client-agreed',
    example: EXAMPLE,
    handler: decide(agreeClient, (name) => `Agreed: ${name} works from now on.`),
  }),
  route({
    method: 'POST',
    path: staffPaths.revokeApiClient,
    action: 'revoke-api-client',
    audit: 'api-client-revoked',
    example: EXAMPLE,
    handler: decide(revokeClient, (name) => `Revoked: the token of ${name} opens nothing any more.`),
  }),
];
