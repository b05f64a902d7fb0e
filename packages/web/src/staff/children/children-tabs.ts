import { type Html, subNavigation } from '../../kit/index.ts';
import type { Query } from '../../server/path.ts';
import { staffPaths } from '../paths.ts';

/** The two ways of looking at all the children. */
export const childrenTabs = (here: 'list' | 'where', carried: Query): Html =>
  subNavigation({
    label: 'Children',
    items: [
      { text: 'List', href: staffPaths.children(carried), active: here === 'list' },
      {
        text: 'Where children live',
        href: staffPaths.whereChildrenLive(carried),
        active: here === 'where',
      },
    ],
  });
