import { showMails, showOutbox } from '@rightplace/app';
import { type Route, route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';
import { mailsPage, outboxPage } from './mail-pages.ts';

/** E-mail as it is written: everybody their own, and an administrator all of it. No mail tells anything of a child. */
export const mailRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.outbox,
    action: 'sign-in-account',
    audit: 'nothing',
    handler: async ({ signedIn }, world) => {
      const outbox = await showOutbox(world, signedIn);
      const leaves = world.sendsMail === true && !signedIn.authority.demonstration;
      return outbox.kind === 'refused' ? outbox : outboxPage(outbox, leaves);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.mails,
    action: 'manage-settings',
    audit: 'nothing',
    handler: async ({ signedIn }, world) => {
      const mails = await showMails(world, signedIn);
      return mails.kind === 'refused' ? mails : mailsPage(mails);
    },
  }),
];
