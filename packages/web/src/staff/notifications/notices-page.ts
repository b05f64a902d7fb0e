import type { NoticeAbout, NoticeLine, NoticesView } from '@rightplace/app';
import { type Day, dayInWords, londonDayOf, londonTimeOf, noticeKind } from '@rightplace/domain';
import { button, csrfField, form, type Html, heading, html, summaryList, tag } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { childWords } from '../agreements/agreement-words.ts';
import { ageInWords } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';

const NO_LONGER = 'About something that is no longer open to you';

const aboutInWords = (about: NoticeAbout): string => {
  switch (about.kind) {
    case 'case': {
      const { name, id, age } = about.child;
      const since = about.overdueSince === undefined ? '' : `, due on ${dayInWords(about.overdueSince)}`;
      return `${about.title}: ${name ?? id}${age === undefined ? '' : `, ${ageInWords(age)}`}${since}`;
    }
    case 'restricted':
      return 'A case that you may open';
    case 'out-of-reach':
      return NO_LONGER;
    case 'standing-in':
      return about.sentence;
    case 'conflict': {
      const { name, child } = about;
      return `${name}, and ${child === undefined ? 'a child you cannot be told of here' : (child.name ?? child.id)}`;
    }
    case 'own-conflict':
      return 'On the page of your conflicts of interest';
    case 'child':
      return about.child.name ?? about.child.id;
    case 'agreement':
      return `${about.home}, for ${childWords(about.child)}`;
    case 'panels':
      return 'On the page of panels';
    case 'what-is-due':
      return 'On the list of what is due';
  }
};

const row = ({ id, kind, urgent, at, isRead, about }: NoticeLine, csrf: string) => {
  const { title } = noticeKind(kind);
  const params = { noticeId: String(id) };
  const words = aboutInWords(about);
  return {
    key: {
      html: html`${londonTimeOf(at)}${urgent && !isRead && html` ${tag({ text: 'Urgent', classes: 'govuk-tag--red' })}`}`,
    },
    value: {
      html: html`${
        about.kind === 'out-of-reach'
          ? title
          : html`<a class="govuk-link" href="${staffPaths.notice(params)}">${title}<span class="govuk-visually-hidden">: ${words}</span></a>`
      }<br>${words}${
        !isRead &&
        html`<form method="post" action="${staffPaths.readNotice(params)}">${csrfField(csrf)}<button class="app-link-button">Mark as read<span class="govuk-visually-hidden">: ${title}, ${words}</span></button></form>`
      }`,
    },
  };
};

/** The newest day first, each with its own heading. */
const byDay = (lines: readonly NoticeLine[], today: Day, csrf: string): Html =>
  html`${[...Map.groupBy(lines, ({ at }) => londonDayOf(at))].map(
    ([day, of]) =>
      html`${heading(3, day === today ? 'Today' : dayInWords(day))}${summaryList({ rows: of.map((line) => row(line, csrf)) })}`,
  )}`;

/** What a person was told of: what they have not read first, by day. */
export const noticesPage = (
  { lines, today }: NoticesView,
  { csrf, isDemonstration }: { readonly csrf: string; readonly isDemonstration: boolean },
): Page => {
  const [unread, read] = [lines.filter(({ isRead }) => !isRead), lines.filter(({ isRead }) => isRead)];
  return page({
    title: 'Notices',
    section: 'notices',
    main: readingWidth(html`${heading(1, 'Notices')}
<p class="govuk-body">What you are told of. It is shown here for 90 days. <a class="govuk-link" href="${staffPaths.account()}#e-mail">How you are told by e-mail</a>${
      isDemonstration &&
      html`. No e-mail leaves a demonstration: <a class="govuk-link" href="${staffPaths.outbox()}">what would have been sent to you</a>`
    }.</p>
${heading(2, 'Not read yet')}
${
  unread.length === 0
    ? html`<p class="govuk-body app-empty">You have read all your notices.</p>`
    : html`${
        unread.length > 1 &&
        form({
          action: staffPaths.readNotices(),
          csrfToken: csrf,
          main: button({
            text: 'Mark all as read',
            classes: 'govuk-button--secondary',
            preventDoubleClick: true,
          }),
        })
      }${byDay(unread, today, csrf)}`
}
${read.length > 0 && html`${heading(2, 'Read')}${byDay(read, today, csrf)}`}`),
  });
};

/** Where a notice leads that was about something which is not open to them any more. It names nobody. */
export const noticeOverPage = (): Page =>
  page({
    title: 'No longer open to you',
    section: 'notices',
    main: readingWidth(html`${heading(1, 'No longer open to you')}
<p class="govuk-body">What you were told of is not among what you work with now, or is closed to you. No more can be said of it here.</p>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.notices()}">Your notices</a></p>`),
  });
