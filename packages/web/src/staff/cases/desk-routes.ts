import { QUEUE_FILTERS, showDecisionTimes, showDesk, showTeamQueue } from '@rightplace/app';
import { notFound } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { decisionsPage } from './decisions-page.ts';
import { deskPage, noDeskPage } from './desk-page.ts';
import { processTimesPage } from './process-times-page.ts';
import { queuePage } from './queue-page.ts';

/** What waits for a director, and what is open in a manager's team. Each use case records whom it named. */
export const deskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.decisions,
    action: 'see-decision-times',
    audit: 'nothing', // it names nobody
    handler: async ({ signedIn }, world) => {
      const times = await showDecisionTimes(world, signedIn);
      return times.kind === 'refused' ? times : decisionsPage(times);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.processTimes,
    example: { processId: 'entry-to-care' },
    action: 'see-decision-times',
    audit: 'nothing', // it names nobody
    handler: async ({ signedIn, params }: Visit<{ readonly processId: string }>, world) => {
      const times = await showDecisionTimes(world, signedIn);
      if (times.kind === 'refused') return times;
      const process = times.processes.find(({ workflow }) => workflow.id === params.processId);
      return process === undefined ? notFound : processTimesPage(times, process);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.desk,
    action: 'list-my-work',
    audit: 'desk-listed',
    recordsItself: true,
    handler: async ({ signedIn, query }, world) => {
      const desk = await showDesk(world, signedIn, wholeNumber(query.get('page') ?? '') || 1);
      if (desk.kind !== 'refused') return deskPage(desk);
      // Who stands in for a director is told from the hour, not from a role: it is no forbidden page, and names nobody.
      return desk.name === 'not-your-desk' ? noDeskPage(desk.sentence) : desk;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.queue,
    action: 'see-team-queue',
    audit: 'team-queue-listed',
    recordsItself: true,
    handler: async ({ signedIn, query }, world) => {
      const given = QUEUE_FILTERS.flatMap((name) => {
        const value = query.get(name);
        return value === null || value === '' ? [] : [[name, value] as const];
      });
      const queue = await showTeamQueue(world, signedIn, {
        filter: Object.fromEntries(given),
        page: wholeNumber(query.get('page') ?? '') || 1,
      });
      return queue.kind === 'refused' ? queue : queuePage(queue);
    },
  }),
];
