import { findLinkHolder, setPasswordWithLink } from '@rightplace/app';
import { html } from '../../kit/index.ts';
import { type PasswordView, passwordPage } from '../../parts/password-page.ts';
import { type Page, page, redirect } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { openRoute, type Route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';

const BECAUSE = 'whoever holds the link has no password yet';
const EXAMPLE = { linkKey: `E00000000.${'a'.repeat(43)}` };

const linkNotValid = (): Page =>
  page({
    title: 'This link does not work',
    status: 403,
    main: readingWidth(html`<h1 class="govuk-heading-l">This link does not work</h1>
<p class="govuk-body">A link to choose a password works once and for one day, and a newer one replaces it. Check that you have all of it, or ask an administrator of your authority for a new one.</p>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.signIn()}">Go to the sign-in page</a></p>`),
  });

const viewFor = (
  linkKey: string,
  csrf: string,
  holder: { readonly name: string; readonly email: string },
): PasswordView => ({
  title: 'Choose your password',
  action: staffPaths.setPassword({ linkKey }),
  csrf,
  email: holder.email,
  asksForCurrent: false,
  before: html`<p class="govuk-body">This is the password of <strong>${holder.name}</strong>, who signs in as <strong>${holder.email}</strong>. If that is not you, close this page.</p>`,
});

/** Live only. */
export const setPasswordRoutes: readonly Route[] = [
  openRoute({
    method: 'GET',
    path: staffPaths.setPassword,
    action: 'anyone',
    because: BECAUSE,
    audit: 'nothing',
    isGuessable: true,
    example: EXAMPLE,
    handler: async ({ params, csrf }, world) => {
      const holder = await findLinkHolder(world, params.linkKey);
      return holder === undefined ? linkNotValid() : passwordPage(viewFor(params.linkKey, csrf, holder));
    },
  }),
  openRoute({
    method: 'POST',
    path: staffPaths.setPassword,
    action: 'anyone',
    because: BECAUSE,
    audit: 'password-set-with-link',
    isGuessable: true,
    keepsTyping: false,
    example: EXAMPLE,
    handler: async ({ params, form, csrf }, world) => {
      const { linkKey } = params;
      const answer = await setPasswordWithLink(world, { linkKey, wanted: form.get('wanted') ?? '' });
      if (answer.kind === 'password-set')
        return redirect(staffPaths.signIn(), {
          notice: 'Your password has been saved. Sign in with it now.',
        });
      const holder = await findLinkHolder(world, linkKey);
      if (answer.name === 'link-not-valid' || holder === undefined) return linkNotValid();
      return passwordPage({
        ...viewFor(linkKey, csrf, holder),
        problem: { field: 'wanted', sentence: answer.sentence },
      });
    },
  }),
];
