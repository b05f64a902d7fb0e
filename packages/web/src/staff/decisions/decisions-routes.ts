import { type Route, route } from '../../server/route.ts';
import { waysOfDecisions } from '../navigation.ts';
import { staffPaths } from '../paths.ts';
import { decisionsOverviewPage } from './decisions-overview-page.ts';

export const decisionsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.decisionsOverview,
    // Whoever may open any of its pages sees panels.
    action: 'see-panels',
    audit: 'nothing', // it names nobody
    handler: ({ signedIn, today }) => decisionsOverviewPage(waysOfDecisions(signedIn, today)),
  }),
];
