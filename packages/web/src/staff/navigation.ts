import type { SignedIn } from '@rightplace/app';
import { type Action, type Day, mayAttempt } from '@rightplace/domain';
import type { NavigationItem } from '../kit/index.ts';
import { staffPaths } from './paths.ts';

/** The main navigation. A page belongs under an entry by naming its key as its `section`. */
const ENTRIES: readonly (Omit<NavigationItem, 'waiting'> & { readonly action: Action })[] = [
  { key: 'my-work', text: 'Your work', href: staffPaths.myWork(), action: 'list-my-work' },
  { key: 'notices', text: 'Notices', href: staffPaths.notices(), action: 'sign-in-account' },
  { key: 'panels', text: 'Panels', href: staffPaths.panels(), action: 'see-panels' },
  { key: 'children', text: 'Children', href: staffPaths.children(), action: 'list-children' },
  { key: 'proceedings', text: 'Proceedings', href: staffPaths.proceedings(), action: 'list-proceedings' },
  { key: 'measures', text: 'Measures', href: staffPaths.measures(), action: 'view-measure' },
  { key: 'boards', text: 'Boards', href: staffPaths.boards(), action: 'view-measure' },
  { key: 'return', text: 'Return', href: staffPaths.returnReadiness(), action: 'see-return-readiness' },
  { key: 'imports', text: 'Imports', href: staffPaths.imports(), action: 'view-imports' },
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

/** Only the places this person may go today. */
export const navigationFor = (
  { actor, unread }: Pick<SignedIn, 'actor' | 'unread'>,
  today: Day,
): readonly NavigationItem[] => {
  const may = (action: Action): boolean => mayAttempt({ actor, action, on: today }).kind === 'may';
  // Everybody may open their notices; those whose work brings none need not be shown the way.
  const isToldOfThings = unread > 0 || may('list-my-work') || may('say-of-what-is-due');
  return ENTRIES.filter(({ key, action }) => may(action) && (key !== 'notices' || isToldOfThings)).map(
    ({ action: _, ...item }) =>
      item.key === 'notices' ? { ...item, waiting: { count: unread, of: 'not read yet' } } : item,
  );
};
