import type { World } from '@rightplace/app';
import { download } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';

/**
 * The page that checks a return's files on the analyst's own computer, to take away. It holds rules and nobody's data, so taking it
 * leaves nothing in the audit. It is saved and never shown here: its own policy is made for a file opened from disk.
 */
export const workbenchRoutes = ({ workbench }: World): readonly Route[] =>
  workbench === undefined
    ? []
    : [
        route({
          method: 'GET',
          path: staffPaths.workbench,
          action: 'see-return-readiness',
          audit: 'nothing',
          handler: async () =>
            download({
              name: 'rightplace-workbench.html',
              type: 'text/html; charset=utf-8',
              body: await workbench(),
            }),
        }),
      ];
