import type { PlainHome } from '@rightplace/app';
import type { Action } from '@rightplace/domain';
import { heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { costsWaiting, waitingList } from './waiting-part.ts';

const PLACES: readonly { readonly action: Action; readonly text: string; readonly href: string }[] = [
  { action: 'list-children', text: 'Children', href: staffPaths.children() },
  {
    action: 'list-commitments',
    text: 'What placements cost',
    href: staffPaths.commitments(),
  },
  {
    action: 'set-up-payments',
    text: 'Signatures and payments to set up',
    href: staffPaths.agreementsToSign(),
  },
  {
    action: 'see-payments',
    text: 'What was paid, and where it differs',
    href: staffPaths.payments(),
  },
  {
    action: 'download-payments',
    text: 'Payments for the finance system, to download',
    href: staffPaths.downloadPayments(),
  },
  { action: 'see-cost-avoidance', text: 'Cost avoided', href: staffPaths.costAvoided() },
  { action: 'see-register', text: 'Homes', href: staffPaths.homes() },
  { action: 'view-imports', text: 'Imports of the return', href: staffPaths.imports() },
  { action: 'manage-people', text: 'People and their roles', href: staffPaths.people() },
  { action: 'manage-settings', text: 'What your authority decides for itself', href: staffPaths.settings() },
  {
    action: 'choose-neighbours',
    text: 'Which authorities yours is compared with',
    href: staffPaths.neighbours(),
  },
  { action: 'see-api-clients', text: 'Other systems that read figures', href: staffPaths.apiClients() },
  { action: 'sign-in-account', text: 'Your account', href: staffPaths.account() },
];

/** For roles whose work has no figures, and for some no page of its own yet: where they may go, and that that is all. */
export const plainPart = ({ may, costs }: PlainHome, firstName: string): Page => {
  const places = PLACES.filter(({ action }) => may.has(action));
  const worksHere = places.some(({ action }) => action !== 'sign-in-account');
  return page({
    title: `Hello, ${firstName}`,
    section: 'home',
    main: html`${heading(1, `Hello, ${firstName}`)}
${costs !== undefined && (waitingList(costsWaiting(costs)) || html`<p class="govuk-body app-empty">Nothing waits for you.</p>`)}
<p class="govuk-body">${
      worksHere
        ? 'These are the parts of the service your role opens.'
        : 'This version of the service has no pages yet for the work of your role. When it has, they will be here.'
    }</p>
<ul class="govuk-list govuk-list--spaced">${places.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`,
  });
};
