import { type NavigationItem, type PageOptions, page } from '../index.ts';

const navigation: readonly NavigationItem[] = [
  { key: 'children', text: 'Children', href: '/children' },
  { key: 'decisions', text: 'Decisions', href: '/decisions', waiting: { count: 3, of: 'decisions waiting' } },
  { key: 'searches', text: 'Search for homes', href: '/searches' },
  { key: 'measures', text: 'Measures', href: '/measures' },
  { key: 'returns', text: 'Returns', href: '/returns' },
];

/** Every sample page in the same council's frame. */
export const frame = (options: Pick<PageOptions, 'title' | 'main'> & Partial<PageOptions>): string =>
  page({
    authority: { name: 'Northmarsh County Council', colour: '#00615f', demonstration: true },
    user: { name: 'Ada Osei', role: 'director', signOut: { action: '/sign-out', csrfToken: 'token' } },
    navigation,
    knownAt: { text: 'As at 21 November 2026, as known now', changeHref: '/as-at' },
    ...options,
  });
