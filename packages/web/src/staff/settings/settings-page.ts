import type { Settings, ShownSetting } from '@rightplace/app';
import { dayInShort } from '@rightplace/domain';
import { count, dataTable, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';

/** What is set on pages of its own: what is asked for most stands first. */
const OWN_PAGES = [
  {
    href: staffPaths.times(),
    text: 'How long each step may take',
    about: 'Process by process, and what is due for children.',
  },
  { href: staffPaths.mails(), text: 'E-mail', about: 'What was sent, and what could not be.' },
  {
    href: staffPaths.neighbours(),
    text: 'Statistical neighbours',
    about: 'The authorities that yours is compared with.',
  },
  {
    href: staffPaths.apiClients(),
    text: 'Other systems that read figures',
    about: 'Which may, and until when.',
  },
] as const;

/** In few words: a list of days is counted, and stands on the page of its setting. */
const inShort = (value: ShownSetting['value']): string =>
  typeof value === 'boolean'
    ? value
      ? 'Yes'
      : 'No'
    : typeof value === 'string'
      ? value
      : value.length === 0
        ? 'None'
        : count(value.length, 'day');

const nowCell = ({ value, since, toCome }: ShownSetting): Html =>
  html`${inShort(value)}<span class="app-quiet">${since === undefined ? 'as it comes' : `set from ${dayInShort(since)}`}${toCome.map((later) => html`<br>${inShort(later.value)} from ${dayInShort(later.from)}`)}</span>`;

/** What the authority decides for itself; each setting has a page of its own. */
export const settingsPage = ({ settings }: Settings): Page =>
  page({
    title: 'Settings',
    section: 'settings',
    main: html`${heading(1, 'Settings')}
<div class="app-reading"><p class="govuk-body">What your authority decides for itself. A change counts from the day you give. What was known before it stays as it was: a figure asked for as known then uses the setting of then.</p></div>
<dl>${OWN_PAGES.map(({ href, text, about }) => html`<dt class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="${href}">${text}</a></dt><dd class="govuk-body govuk-!-margin-left-0">${about}</dd>`)}</dl>
${dataTable<ShownSetting>({
  caption: 'Other settings',
  captionSize: 'm',
  stacks: true,
  rows: settings,
  columns: [
    {
      key: 'what',
      header: 'What',
      cell: ({ setting: { key, title, meaning } }) =>
        html`<a class="govuk-link" href="${staffPaths.setting({ key })}">${title}</a><span class="app-quiet">${meaning}</span>`,
    },
    { key: 'now', header: 'It is', cell: nowCell },
  ],
})}`,
  });
