import type { ApiClientList, ShownApiClient } from '@rightplace/app';
import {
  API_SCOPES,
  type ApiClientState,
  type Day,
  dayInWords,
  londonDayOf,
  momentInWords,
} from '@rightplace/domain';
import {
  bulletList,
  button,
  form,
  type Html,
  heading,
  html,
  insetText,
  summaryList,
  tag,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';

export const TITLE = 'Other systems that read figures';

const STATES: Readonly<Record<ApiClientState, { readonly text: string; readonly classes: string }>> = {
  waiting: { text: 'Waits for a second person', classes: 'govuk-tag--yellow' },
  working: { text: 'Works', classes: 'govuk-tag--green' },
  ended: { text: 'Ended', classes: 'govuk-tag--grey' },
  revoked: { text: 'Revoked', classes: 'govuk-tag--red' },
};

export interface ApiClientsView {
  readonly list: ApiClientList;
  readonly csrf: string;
}

/** Whose page it is in the navigation: settings are an administrator's. */
export const sectionOf = ({ mayMake }: Pick<ApiClientList, 'mayMake'>): string =>
  mayMake ? 'settings' : 'other-systems';

/** Every client of the API there is or was: what it may read, by whose leave, and when it last did. */
export const apiClientsPage = ({ list, csrf }: ApiClientsView): Page =>
  page({
    title: TITLE,
    section: sectionOf(list),
    main: readingWidth(html`${heading(1, TITLE)}
<p class="govuk-body">Power BI and other systems can read figures from this service, each with a token of its own. All that they read is in the audit. One that reads more than rounded figures works once a second person has agreed: a director.</p>
${list.mayMake && button({ text: 'Let another system read figures', href: staffPaths.makeApiClient() })}
${
  list.clients.length === 0
    ? html`<p class="govuk-body app-empty">No other system reads figures from here.</p>`
    : list.clients.map((client) => clientPart(client, csrf))
}`),
  });

const clientPart = (client: ShownApiClient, csrf: string): Html => html`<section>
${heading(2, client.name)}
${summaryList({
  rows: [
    ['Now', tag(STATES[client.state])] as const,
    ['Run by', client.organisation] as const,
    ['What for', client.purpose] as const,
    ['May read', html`${API_SCOPES[client.scope].title}<br>${API_SCOPES[client.scope].gives}`] as const,
    ['Last day', dayInWords(client.lastDay)] as const,
    ['Made', byAndOn(client.madeBy, londonDayOf(client.madeAt))] as const,
    ...(client.agreed === undefined
      ? []
      : [['Agreed', byAndOn(client.agreed.by, londonDayOf(client.agreed.at))] as const]),
    ...(client.revoked === undefined
      ? []
      : [['Revoked', byAndOn(client.revoked.by, londonDayOf(client.revoked.at))] as const]),
    ['Last used', client.lastUsedAt === undefined ? 'never' : momentInWords(client.lastUsedAt)] as const,
    ['Its token begins', html`<code class="app-break">${client.tokenStart}</code>`] as const,
  ].map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
})}
${client.mayAgree && decisionForm(client, csrf, 'agree')}
${client.mayRevoke && decisionForm(client, csrf, 'revoke')}
</section>`;

const byAndOn = (who: string, on: Day): string => `by ${who} on ${dayInWords(on)}`;

const decisionForm = ({ id, name }: ShownApiClient, csrf: string, decision: 'agree' | 'revoke'): Html => {
  const clientId = String(id);
  const agrees = decision === 'agree';
  return form({
    action: agrees ? staffPaths.agreeApiClient({ clientId }) : staffPaths.revokeApiClient({ clientId }),
    csrfToken: csrf,
    main: button({
      html: html`${agrees ? 'Agree that it may read this' : 'Revoke its token, for good'}<span class="govuk-visually-hidden">: ${name}</span>`,
      classes: agrees ? '' : 'govuk-button--warning',
      preventDoubleClick: true,
    }),
  });
};

/** The token, this once. */
export const tokenPage = (
  { token, waits }: { readonly token: string; readonly waits: boolean },
  { name }: { readonly name: string },
): Page =>
  page({
    title: `The token of ${name}`,
    section: 'settings',
    backLink: { href: staffPaths.apiClients(), text: 'Other systems' },
    main: readingWidth(html`${heading(1, `The token of ${name}`)}
${insetText({ html: html`<p class="govuk-body"><code class="app-break" id="token">${token}</code></p>` })}
<p class="govuk-body">Copy it now. It is shown only here and only now: the service keeps nothing from which it could be shown again. If it is lost, revoke this client and make another.</p>
${bulletList([
  'Hand it over in a way that nobody else can read, such as a password manager. Whoever has it can read what the client may read.',
  'The system sends it with every request, as “Authorization: Bearer” and the token.',
  waits
    ? 'It does not work yet: a director has to agree to it, on the page of other systems.'
    : 'It works from now on.',
])}`),
  });
