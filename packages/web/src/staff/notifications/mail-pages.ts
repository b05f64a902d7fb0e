import type { MailsView, OutboxView, ShownMail } from '@rightplace/app';
import { momentInWords, type PortalMailKind } from '@rightplace/domain';
import {
  count,
  dataTable,
  details,
  type Html,
  heading,
  html,
  insetText,
  join,
  summaryList,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';

/** How it stands with a mail, as a sentence. */
const stateInWords = ({ mail }: ShownMail, leaves: boolean): string => {
  const { ended, endedAt, fault, dueAt, nextAt, tries } = mail;
  if (ended === 'sent' && endedAt !== undefined) return `Sent on ${momentInWords(endedAt)}`;
  if (ended === 'given-up') return `Not sent. ${fault ?? 'It was given up.'}`;
  if (ended === 'not-needed') return 'Not sent: it was read, done or replaced before it left';
  if (!leaves) return `Would have left on ${momentInWords(dueAt)}`;
  return tries === 0
    ? `Leaves on ${momentInWords(dueAt)}`
    : `Failed ${count(tries, 'time')}, tried again on ${momentInWords(nextAt)}. ${fault ?? ''}`;
};

/** Line by line as it leaves. */
const textOf = ({ text }: ShownMail): Html =>
  html`<p class="govuk-body app-as-typed">${join(text.trimEnd().split('\n'), html`<br>`)}</p>`;

const mailPart = (one: ShownMail, leaves: boolean): Html => html`<section>
${heading(2, one.subject)}
${summaryList({
  rows: [
    { key: { text: 'To' }, value: { text: one.mail.address ?? 'No address is recorded' } },
    { key: { text: 'Written' }, value: { text: momentInWords(one.mail.writtenAt) } },
    { key: { text: 'How it stands' }, value: { text: stateInWords(one, leaves) } },
  ],
})}
${insetText({ html: textOf(one) })}
</section>`;

/** A person's own e-mail, word for word as it leaves. */
export const outboxPage = ({ mails }: OutboxView, leaves: boolean): Page =>
  page({
    title: 'E-mail written to you',
    section: 'notices',
    main: readingWidth(html`${heading(1, 'E-mail written to you')}
${!leaves && insetText({ text: 'No e-mail leaves this service. This is what would have been sent to you, word for word.' })}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.account()}#e-mail">Choose what comes by e-mail</a></p>
${mails.length === 0 ? html`<p class="govuk-body app-empty">Nothing has been written to you.</p>` : mails.map((one) => mailPart(one, leaves))}`),
  });

const TO_PROVIDERS: Readonly<Record<PortalMailKind, string>> = {
  invitation: 'Invitation of a provider',
  referral: 'Referral to a provider',
  news: 'News to a provider',
};

const kindInWords = ({ mail: { of, urgent } }: ShownMail): string => {
  if ('toProvider' in of) return TO_PROVIDERS[of.toProvider];
  return 'gathered' in of ? 'The day’s' : urgent ? 'Urgent' : 'One notice';
};

/** All e-mail of the authority, for whoever looks after it. */
export const mailsPage = ({ mails, counts, hours, leaves }: MailsView): Page =>
  page({
    title: 'E-mail',
    section: 'settings',
    width: 'wide',
    main: html`${heading(1, 'E-mail')}
${insetText({
  text: leaves
    ? 'E-mail leaves through the mail server that this service was started with.'
    : 'No e-mail leaves this service: it is a demonstration, or was started without a mail server. What is written is shown below as it would be sent.',
})}
<p class="govuk-body">What is not urgent leaves from ${hours.from} to ${hours.until}, the day’s e-mail at ${hours.digestAt}: see <a class="govuk-link" href="${staffPaths.settings()}">settings</a>. A mail that cannot be sent is tried again for a day.</p>
${summaryList({
  rows: [
    { key: { text: 'Waiting' }, value: { text: String(counts.waiting) } },
    { key: { text: 'Sent in the last 30 days' }, value: { text: String(counts.sent) } },
    { key: { text: 'Given up' }, value: { text: String(counts['given-up']) } },
    { key: { text: 'No longer needed' }, value: { text: String(counts['not-needed']) } },
  ],
})}
${dataTable<ShownMail>({
  caption: 'The latest, those that wait first',
  captionSize: 'm',
  empty: html`<p class="govuk-body app-empty">No e-mail has been written yet.</p>`,
  columns: [
    { key: 'written', header: 'Written', cell: ({ mail }) => momentInWords(mail.writtenAt) },
    {
      key: 'to',
      header: 'To',
      cell: ({ mail }) =>
        html`${mail.name}<br><span class="govuk-hint">${mail.address ?? 'No address is recorded'}</span>`,
    },
    { key: 'kind', header: 'Kind', cell: kindInWords },
    { key: 'state', header: 'How it stands', cell: (one) => stateInWords(one, leaves) },
    {
      key: 'text',
      header: 'What it says',
      cell: (one) => details({ summaryText: one.subject, html: textOf(one) }),
    },
  ],
  rows: mails,
})}`,
  });
