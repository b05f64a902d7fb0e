import type { SignedIn } from '@rightplace/app';
import { type Action, type Day, mayAttempt } from '@rightplace/domain';
import type { NavigationItem } from '../kit/index.ts';
import { staffPaths } from './paths.ts';

/** The main navigation. A page belongs under an entry by naming its key as its `section`. */
const ENTRIES: readonly (Omit<NavigationItem, 'waiting'> & { readonly action: Action })[] = [
  { key: 'my-work', text: 'Your work', href: staffPaths.myWork(), action: 'list-my-work' },
  { key: 'children', text: 'Children', href: staffPaths.children(), action: 'list-children' },
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
export const navigationFor = ({ actor }: SignedIn, today: Day): readonly NavigationItem[] =>
  ENTRIES.filter(({ action }) => mayAttempt({ actor, action, on: today }).kind === 'may').map(
    ({ action: _, ...item }) => item,
  );
