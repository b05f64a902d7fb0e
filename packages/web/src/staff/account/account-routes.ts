import {
  changePassword,
  chooseMail,
  findMailChoice,
  listKeptForms,
  signOutEverywhere,
  type World,
} from '@rightplace/app';
import { html } from '../../kit/index.ts';
import { type PasswordView, passwordPage } from '../../parts/password-page.ts';
import { type Answer, fragment, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { accountPage } from './account-page.ts';

const show = async ({ signedIn, csrf }: Visit, world: World, problem?: string): Promise<Answer> =>
  accountPage({
    signedIn,
    csrf,
    kept: (await listKeptForms(world, signedIn)).length,
    byMail: await findMailChoice(world, signedIn),
    ...(problem === undefined ? {} : { problem }),
  });

export const accountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.account,
    action: 'sign-in-account',
    audit: 'nothing',
    handler: (visit, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.chooseMail,
    action: 'sign-in-account',
    audit: 'mail-chosen',
    handler: async (visit, world) => {
      const answer = await chooseMail(world, visit.signedIn, visit.form.get('by-mail') ?? '');
      return answer.kind === 'refused'
        ? show(visit, world, answer.sentence)
        : redirect(staffPaths.account(), { notice: 'Saved. It counts for what comes from now on.' });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.signOutEverywhere,
    action: 'sign-in-account',
    audit: 'signed-out-everywhere',
    handler: async ({ signedIn }, world) => {
      await signOutEverywhere(world, signedIn);
      return redirect(staffPaths.signedOut(), { cookies: { session: null } });
    },
  }),
  // Asking for it is doing something, so the session starts its half hour again; see the script `session.js`.
  route({
    method: 'GET',
    path: staffPaths.staySignedIn,
    action: 'signed-in',
    audit: 'nothing',
    handler: ({ signedIn }) => fragment('application/json', JSON.stringify({ endsAt: signedIn.endsAt })),
  }),
];

const changeView = ({ csrf, signedIn }: Visit): PasswordView => ({
  title: 'Change your password',
  action: staffPaths.changePassword(),
  csrf,
  email: signedIn.person.email,
  asksForCurrent: true,
  before: html`<p class="govuk-body">You will stay signed in here, and be signed out everywhere else.</p>`,
});

/** Live only: in a demonstration nobody has a password. */
export const passwordChangeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.changePassword,
    action: 'sign-in-account',
    audit: 'nothing',
    handler: (visit) => passwordPage(changeView(visit)),
  }),
  route({
    method: 'POST',
    path: staffPaths.changePassword,
    action: 'sign-in-account',
    audit: 'password-changed',
    isGuessable: true,
    keepsTyping: false,
    handler: async (visit, world) => {
      const { form, signedIn } = visit;
      const answer = await changePassword(world, signedIn, {
        current: form.get('current') ?? '',
        wanted: form.get('wanted') ?? '',
      });
      if (answer.kind === 'password-set')
        return redirect(staffPaths.account(), {
          notice: 'Your password has been changed. Anywhere else you were signed in, you no longer are.',
        });
      const field = answer.name === 'wrong-password' ? 'current' : 'wanted';
      return passwordPage({ ...changeView(visit), problem: { field, sentence: answer.sentence } });
    },
  }),
];
