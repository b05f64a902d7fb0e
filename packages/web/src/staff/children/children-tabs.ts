import { type Html, subNavigation } from '../../kit/index.ts';
import { type Query, queryText } from '../../server/path.ts';
import { staffPaths } from '../paths.ts';

/** The ways of looking at all the children; who leaves care is of the record as it is now, for those who see that. */
export const childrenTabs = (here: 'list' | 'where' | 'leaving', carried: Query, mayLeave: boolean): Html =>
  subNavigation({
    label: 'Children',
    items: [
      { text: 'List', href: staffPaths.children(carried), active: here === 'list' },
      {
        text: 'Where children live',
        href: staffPaths.whereChildrenLive(carried),
        active: here === 'where',
      },
      mayLeave &&
        queryText(carried) === '' && {
          text: 'Leaving care',
          href: staffPaths.leavingCare(),
          active: here === 'leaving',
        },
    ],
  });
