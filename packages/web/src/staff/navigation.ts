import { hasDesk, type SignedIn } from '@rightplace/app';
import { type Action, type Day, mayAttempt } from '@rightplace/domain';
import type { NavigationItem } from '../kit/index.ts';
import { DECISIONS_WAYS, type DecisionsWay } from './decisions/decisions-ways.ts';
import { staffPaths } from './paths.ts';

type Place = Pick<DecisionsWay, 'key' | 'text' | 'href' | 'action' | 'isDesk'>;

const MEASURES: Place = {
  key: 'measures',
  text: 'Measures',
  href: staffPaths.measures(),
  action: 'view-measure',
};
const HOMES: Place = {
  key: 'homes',
  text: 'Homes',
  href: staffPaths.homes(),
  action: 'see-register',
};
const RETURN: Place = {
  key: 'return',
  text: 'Return',
  href: staffPaths.returnReadiness(),
  action: 'see-return-readiness',
};

/** The main navigation. A page belongs under an entry by naming its key, or that of a place beneath it, as its `section`. */
const ENTRIES: readonly (Place & { readonly beneath?: readonly Place[] })[] = [
  { key: 'my-work', text: 'Your work', href: staffPaths.myWork(), action: 'list-my-work' },
  { key: 'notices', text: 'Notices', href: staffPaths.notices(), action: 'sign-in-account' },
  {
    key: 'decisions',
    text: 'Decisions',
    href: staffPaths.decisionsOverview(),
    action: 'see-panels',
    // Leaving care stands beside the other lists of children, and has their links.
    beneath: DECISIONS_WAYS.filter(({ key }) => key !== 'leaving-care'),
  },
  { key: 'searches', text: 'Searches', href: staffPaths.searches(), action: 'list-searches' },
  { key: 'children', text: 'Children', href: staffPaths.children(), action: 'list-children' },
  {
    ...HOMES,
    beneath: [
      HOMES,
      {
        key: 'commitments',
        text: 'What placements cost',
        href: staffPaths.commitments(),
        action: 'list-commitments',
      },
      {
        key: 'cost-avoided',
        text: 'Cost avoided',
        href: staffPaths.costAvoided(),
        action: 'see-cost-avoidance',
      },
    ],
  },
  {
    ...MEASURES,
    beneath: [MEASURES, { key: 'boards', text: 'Boards', href: staffPaths.boards(), action: 'view-measure' }],
  },
  {
    ...RETURN,
    beneath: [
      RETURN,
      { key: 'imports', text: 'Imports', href: staffPaths.imports(), action: 'view-imports' },
    ],
  },
  { key: 'people', text: 'People', href: staffPaths.people(), action: 'manage-people' },
  { key: 'settings', text: 'Settings', href: staffPaths.settings(), action: 'manage-settings' },
  // An administrator finds it under settings.
  {
    key: 'other-systems',
    text: 'Other systems',
    href: staffPaths.apiClients(),
    action: 'agree-api-client',
  },
  { key: 'account', text: 'Your account', href: staffPaths.account(), action: 'sign-in-account' },
];

type Who = Pick<SignedIn, 'actor' | 'directorsStoodInFor'>;

/** Of these places the ones that this person may open today. */
const openTo = <P extends Place>(
  places: readonly P[],
  { actor, directorsStoodInFor }: Who,
  on: Day,
): readonly P[] => {
  const isAtDesk = hasDesk(actor, on) || directorsStoodInFor.length > 0;
  return places.filter(
    ({ action, isDesk }) => mayAttempt({ actor, action, on }).kind === 'may' && (isDesk !== true || isAtDesk),
  );
};

/** The pages of what is being decided that this person may open today. */
export const waysOfDecisions = (who: Who, today: Day): readonly DecisionsWay[] =>
  openTo(DECISIONS_WAYS, who, today).map((way) =>
    way.isDesk === true && who.directorsStoodInFor.length > 0
      ? { ...way, about: `${way.about} You stand in for ${who.directorsStoodInFor.join(' and ')}.` }
      : way,
  );

/** Only the places this person may go today. */
export const navigationFor = (
  signedIn: Who & Pick<SignedIn, 'unread'>,
  today: Day,
): readonly NavigationItem[] => {
  const { actor, unread } = signedIn;
  const may = (action: Action): boolean => mayAttempt({ actor, action, on: today }).kind === 'may';
  // Everybody may open their notices; those whose work brings none need not be shown the way.
  const isToldOfThings =
    unread > 0 || may('list-my-work') || may('say-of-what-is-due') || may('set-up-payments');
  return openTo(ENTRIES, signedIn, today)
    .filter(({ key }) => key !== 'notices' || isToldOfThings)
    .map(({ key, text, href, beneath = [] }) => ({
      key,
      text,
      href,
      beneath: openTo(beneath, signedIn, today),
      ...(key === 'notices' && { waiting: { count: unread, of: 'not read yet' } }),
    }));
};
