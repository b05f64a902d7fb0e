import type { InviteFault, PeopleOfProvider } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import {
  button,
  capitalised,
  count,
  dataTable,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
  insetText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { portalPeoplePaths } from './portal-people-paths.ts';

type Person = PeopleOfProvider['people'][number];

export interface PortalPeopleView extends PeopleOfProvider {
  readonly csrf: string;
  readonly typed?: { readonly name: string; readonly email: string };
  readonly faults?: readonly InviteFault[];
  /** An invitation just made: shown this once. */
  readonly link?: {
    readonly address: string;
    readonly name: string;
    readonly lastDay: string;
    /** Whether a link of its own goes to them by e-mail, too. */
    readonly isMailed: boolean;
  };
}

const standing = ({ endedAt, hasPassword, invitationEnds }: Person, now: string): string => {
  if (endedAt !== null) return `Access ended ${momentInWords(endedAt)}`;
  if (invitationEnds === null) return hasPassword ? 'Has access' : 'No invitation';
  const invited =
    invitationEnds > now ? `invited, until ${momentInWords(invitationEnds)}` : 'the invitation has run out';
  return hasPassword ? `Has access; ${invited}` : capitalised(invited);
};

const small = (
  view: PortalPeopleView,
  { action, text, name }: { readonly action: string; readonly text: string; readonly name: string },
): Html =>
  form({
    action,
    csrfToken: view.csrf,
    main: html`<button class="app-link-button">${text}<span class="govuk-visually-hidden">: ${name}</span></button>`,
  });

const actions = (view: PortalPeopleView, { id, name, endedAt, invitationEnds }: Person): Html | false => {
  if (endedAt !== null) return false;
  const of = { providerId: String(view.provider.id), personId: String(id) };
  return html`${small(view, { action: portalPeoplePaths.inviteAgain(of), text: 'Make a new invitation', name })}
${invitationEnds !== null && small(view, { action: portalPeoplePaths.withdrawInvitation(of), text: 'Withdraw the invitation', name })}
${small(view, { action: portalPeoplePaths.endPortalAccess(of), text: 'End their access now', name })}`;
};

const linkPart = ({ link }: PortalPeopleView): Html | false =>
  link !== undefined &&
  insetText({
    html: html`<p class="govuk-body">${
      link.isMailed
        ? html`An invitation goes to <strong>${link.name}</strong> by e-mail. If it does not arrive, send them this link and show it to nobody else.`
        : html`No e-mail leaves this service. Send this link to <strong>${link.name}</strong> and to nobody else.`
    } It works once, until ${link.lastDay}, and cannot be shown again.</p>
<p class="govuk-body"><code>${link.address}</code></p>`,
  });

const inviteForm = (view: PortalPeopleView): Html => {
  const { typed, faults = [] } = view;
  const field = (name: 'name' | 'email', label: string, type: string): Html => {
    const fault = faults.find((one) => one.field === name);
    return input({
      id: name,
      name,
      type,
      label: { text: label, classes: 'govuk-label--s' },
      value: typed?.[name],
      autocomplete: 'off',
      ...(fault === undefined ? {} : { errorMessage: { text: fault.sentence } }),
    });
  };
  return form({
    action: portalPeoplePaths.portalPeople({ providerId: String(view.provider.id) }),
    csrfToken: view.csrf,
    main: html`${field('name', 'Name', 'text')}${field('email', 'Email address at work', 'email')}
${button({ text: 'Make an invitation', preventDoubleClick: true })}`,
  });
};

/** Who of a provider may answer by the portal, and inviting somebody. */
export const portalPeoplePage = (view: PortalPeopleView): Page => {
  const { provider, people, now, faults = [] } = view;
  const errors = formErrors(faults.map(({ field, sentence }) => ({ field, text: sentence })));
  return page({
    title: `Who answers for ${provider.name}`,
    section: 'homes',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Providers', href: staffPaths.providers() },
      { text: provider.name, href: staffPaths.provider({ providerId: String(provider.id) }) },
      { text: 'Who answers' },
    ],
    main: html`${errors.summary}${heading(1, 'Who answers by the portal', { caption: provider.name })}
${linkPart(view)}
<p class="govuk-body">They see what this provider was sent, and nothing else: no record, no other provider, and a child’s name only once the director has approved their home and you have sent it.</p>
${dataTable({
  caption: count(people.length, 'person', 'people'),
  stacks: true,
  empty: 'Nobody of this provider has been invited.',
  rows: people,
  columns: [
    { key: 'name', header: 'Name', cell: ({ name }: Person) => name },
    { key: 'email', header: 'Email', cell: ({ email }: Person) => email },
    { key: 'standing', header: 'Access', cell: (person: Person) => standing(person, now) },
    {
      key: 'last',
      header: 'Signed in last',
      cell: ({ signedInAt }: Person) => (signedInAt === null ? 'Never' : momentInWords(signedInAt)),
    },
    { key: 'actions', header: 'Change', cell: (person: Person) => actions(view, person) || '' },
  ],
})}
${heading(2, 'Invite somebody')}
${inviteForm(view)}`,
  });
};
