import { listNotices, openNotice, readNotices } from '@rightplace/app';
import { mayAttempt } from '@rightplace/domain';
import { notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { noticeOverPage, noticesPage } from './notices-page.ts';

type OfNotice = Visit<{ readonly noticeId: string }>;

const EXAMPLE = { noticeId: '1' };

/** What is due is on the list of work of those who have one, and on the first page of the others. */
const whereDue = ({ signedIn: { actor }, today }: OfNotice): string =>
  mayAttempt({ actor, action: 'list-my-work', on: today }).kind === 'may'
    ? `${staffPaths.myWork()}#what-is-due`
    : staffPaths.home();

/** A person's own notices: nobody else's can be opened, whoever they are. To mark one as read nothing is typed. */
export const noticesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.notices,
    action: 'sign-in-account',
    audit: 'notices-listed',
    recordsItself: true,
    handler: async ({ signedIn, csrf }, world) => {
      const notices = await listNotices(world, signedIn);
      const isDemonstration = world.mode === 'demo' || signedIn.authority.demonstration;
      return notices.kind === 'refused' ? notices : noticesPage(notices, { csrf, isDemonstration });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.readNotices,
    action: 'sign-in-account',
    audit: 'nothing',
    keepsTyping: false,
    handler: async ({ signedIn }, world) => {
      await readNotices(world, signedIn);
      return redirect(staffPaths.notices(), { notice: 'All your notices are marked as read.' });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.notice,
    example: EXAMPLE,
    action: 'sign-in-account',
    audit: 'nothing',
    handler: async (visit: OfNotice, world) => {
      const opened = await openNotice(world, visit.signedIn, wholeNumber(visit.params.noticeId));
      switch (opened.kind) {
        case 'leads-to-case':
          return redirect(staffPaths.case({ caseId: String(opened.case) }));
        case 'leads-to-standing-in':
          return redirect(staffPaths.standingIn());
        case 'leads-to-conflict':
          return redirect(staffPaths.conflict({ conflictId: String(opened.id) }));
        case 'leads-to-own-conflicts':
          return redirect(staffPaths.ownConflicts());
        case 'leads-to-child':
          return redirect(staffPaths.child({ childId: opened.child }));
        case 'leads-to-agreement':
          return redirect(staffPaths.agreement({ agreementId: String(opened.id) }));
        case 'leads-to-panels':
          return redirect(staffPaths.panels());
        case 'leads-to-what-is-due':
          return redirect(whereDue(visit));
        case 'leads-nowhere':
          return noticeOverPage();
        case 'refused':
          return notFound;
      }
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.readNotice,
    example: EXAMPLE,
    action: 'sign-in-account',
    audit: 'nothing',
    keepsTyping: false,
    handler: async ({ signedIn, params }: OfNotice, world) => {
      const read = await readNotices(world, signedIn, wholeNumber(params.noticeId));
      return read.kind === 'refused'
        ? notFound
        : redirect(staffPaths.notices(), { notice: 'It is marked as read.' });
    },
  }),
];
