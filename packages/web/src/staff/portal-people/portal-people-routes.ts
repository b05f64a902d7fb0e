import {
  endPortalAccess,
  type Invited,
  inviteAgain,
  invitePortalPerson,
  showPortalPeople,
  type World,
  withdrawInvitation,
} from '@rightplace/app';
import { dayInWords, parseDay, type Refusal } from '@rightplace/domain';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { wholeAddress } from '../../server/reached-at.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { type PortalPeopleView, portalPeoplePage } from './portal-people-page.ts';
import { portalPeoplePaths } from './portal-people-paths.ts';

type OfProvider = Visit<{ readonly providerId: string }>;
type OfPerson = Visit<{ readonly providerId: string; readonly personId: string }>;

const OF_PROVIDER = { providerId: '1' };
const OF_PERSON = { providerId: '1', personId: '1' };

const instead = (refusal: Refusal): Answer => (refusal.name === 'not-your-role' ? refusal : notFound);

const show = async (
  { params, signedIn, csrf }: OfProvider,
  world: World,
  more: Partial<PortalPeopleView> = {},
): Promise<Answer> => {
  const found = await showPortalPeople(world, signedIn, wholeNumber(params.providerId));
  return found.kind === 'refused' ? instead(found) : portalPeoplePage({ ...found, csrf, ...more });
};

/** Where the invitation leads: a page of another audience, so it is written here as it is read there. */
const withLink = (visit: OfProvider, world: World, { linkKey, name, lastDay }: Invited): Promise<Answer> => {
  const address = wholeAddress(`/provider/invitation/${linkKey}`, world, visit);
  const last = parseDay(lastDay);
  return show(visit, world, {
    link: {
      address,
      name,
      lastDay: last === undefined ? lastDay : dayInWords(last),
      isMailed: world.sendsMail === true && !visit.signedIn.authority.demonstration,
    },
  });
};

const invite = async (visit: OfProvider, world: World): Promise<Answer> => {
  const { form, params, signedIn } = visit;
  const typed = { name: form.get('name') ?? '', email: form.get('email') ?? '' };
  const providerId = wholeNumber(params.providerId);
  const answer = await invitePortalPerson(world, signedIn, { providerId, ...typed });
  if (answer.kind === 'invited') return withLink(visit, world, answer);
  return 'faults' in answer ? show(visit, world, { typed, faults: answer.faults }) : instead(answer);
};

const idsOf = ({ params }: OfPerson) => ({
  providerId: wholeNumber(params.providerId),
  personId: wholeNumber(params.personId),
});

const back = ({ params: { providerId } }: OfPerson, notice: string): Answer =>
  redirect(portalPeoplePaths.portalPeople({ providerId }), { notice });

/** Who of a provider may sign in to the portal. */
export const portalPeopleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: portalPeoplePaths.portalPeople,
    example: OF_PROVIDER,
    action: 'keep-portal-people',
    audit: 'portal-people-viewed',
    handler: (visit, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: portalPeoplePaths.portalPeople,
    example: OF_PROVIDER,
    action: 'keep-portal-people',
    audit: 'portal-person-invited',
    handler: invite,
  }),
  route({
    method: 'POST',
    path: portalPeoplePaths.inviteAgain,
    example: OF_PERSON,
    action: 'keep-portal-people',
    audit: 'portal-person-invited',
    handler: async (visit: OfPerson, world) => {
      const answer = await inviteAgain(world, visit.signedIn, idsOf(visit));
      return answer.kind === 'invited' ? withLink(visit, world, answer) : instead(answer);
    },
  }),
  route({
    method: 'POST',
    path: portalPeoplePaths.withdrawInvitation,
    example: OF_PERSON,
    action: 'keep-portal-people',
    audit: 'portal-invitation-withdrawn',
    handler: async (visit: OfPerson, world) => {
      const answer = await withdrawInvitation(world, visit.signedIn, idsOf(visit));
      return answer.kind === 'refused' ? instead(answer) : back(visit, 'The invitation works no longer.');
    },
  }),
  route({
    method: 'POST',
    path: portalPeoplePaths.endPortalAccess,
    example: OF_PERSON,
    action: 'keep-portal-people',
    audit: 'portal-access-ended',
    handler: async (visit: OfPerson, world) => {
      const answer = await endPortalAccess(world, visit.signedIn, idsOf(visit));
      return answer.kind === 'refused'
        ? instead(answer)
        : back(visit, 'Their access has ended, and they are signed out.');
    },
  }),
];
