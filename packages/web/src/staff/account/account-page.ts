import type { SignedIn } from '@rightplace/app';
import {
  addDays,
  dayInWords,
  findAssignmentFault,
  type MailChoice,
  momentInWords,
  type RoleAssignment,
  roleTitle,
} from '@rightplace/domain';
import { button, count, csrfField, type Html, html, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { mailChoiceErrors, mailChoicePart } from '../notifications/mail-choice-part.ts';
import { staffPaths } from '../paths.ts';

const METHODS: Readonly<Record<SignedIn['method'], string>> = {
  demonstration: 'Chosen from the list of this demonstration',
  password: 'With a password of this service',
  'single-sign-on': 'With your organisation’s account',
};

const untilWhen = ({ starts, ends }: RoleAssignment): string =>
  ends === null ? `since ${dayInWords(starts)}` : `${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}`;

const roleLine = (assignment: RoleAssignment): Html => {
  const fault = findAssignmentFault(assignment);
  return html`<li><strong>${roleTitle(assignment.role)}</strong>${
    assignment.serviceId && html`, ${assignment.serviceId}`
  }, ${untilWhen(assignment)}${fault && html`<br>${fault.sentence}`}</li>`;
};

const changePasswordLink = html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.changePassword()}">Change your password</a></p>`;

/** Who you are to the service, what you may do in it and where you are signed in. */
export const accountPage = ({
  signedIn,
  csrf,
  kept,
  byMail,
  problem,
}: {
  readonly signedIn: SignedIn;
  readonly csrf: string;
  /** How many forms are kept that were sent too late. */
  readonly kept: number;
  /** How they are told by e-mail of what is not urgent. */
  readonly byMail: MailChoice;
  /** What was wrong with what they chose. */
  readonly problem?: string;
}): Page => {
  const { person, authority, actor, method, startedAt } = signedIn;
  return page({
    title: 'Your account',
    section: 'account',
    ...(problem === undefined ? {} : { status: 422 as const, titlePrefixError: true }),
    main: readingWidth(html`${mailChoiceErrors(problem).summary}
<h1 class="govuk-heading-l">Your account</h1>
${summaryList({
  rows: [
    { key: { text: 'Name' }, value: { text: person.name } },
    { key: { text: 'Email address' }, value: { text: person.email ?? 'not recorded' } },
    { key: { text: 'Authority' }, value: { text: authority.name } },
    { key: { text: 'How you signed in' }, value: { text: METHODS[method] } },
    { key: { text: 'Signed in' }, value: { text: momentInWords(startedAt) } },
  ],
})}
<h2 class="govuk-heading-m">Your roles</h2>
${
  actor.assignments.length === 0
    ? html`<p class="govuk-body">You hold no role yet. Ask an administrator of your authority for the one your work needs.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${actor.assignments.map(roleLine)}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.ownConflicts()}">Your conflicts of interest</a></p>
${mailChoicePart({ byMail, csrf, email: person.email, problem })}
<h2 class="govuk-heading-m">Signing in</h2>
${method === 'password' && changePasswordLink}
<p class="govuk-body">After 30 minutes without doing anything you are signed out, and after 12 hours in any case. What you were typing is kept${
      kept > 0 &&
      html`: <a class="govuk-link" href="${staffPaths.keptForms()}">${count(kept, 'form')} not sent yet</a>`
    }.</p>
<form method="post" action="${staffPaths.signOutEverywhere()}">${csrfField(csrf)}
<p class="govuk-body">If you left yourself signed in somewhere, sign out everywhere. You will be signed out here as well.</p>
${button({ text: 'Sign out everywhere', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`),
  });
};
