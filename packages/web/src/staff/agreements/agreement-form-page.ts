import { randomUUID } from 'node:crypto';
import type { AgreementView, ToAgree } from '@rightplace/app';
import {
  AGREEMENT_CHANGES,
  AGREEMENT_QUESTIONS,
  type AgreementChange,
  changeQuestions,
  type Fault,
  type FormQuestion,
  typedAgreement,
} from '@rightplace/domain';
import { button, form, type Html, heading, html, insetText } from '../../kit/index.ts';
import { errorsOf, questionFields } from '../../parts/question-fields.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { childWords } from './agreement-words.ts';

/** What was typed before, where the form is shown again. */
export interface FormAgain {
  readonly given?: Readonly<Record<string, unknown>>;
  readonly faults?: readonly Fault[];
  readonly entries?: Readonly<Record<string, number>>;
  readonly key?: string;
}

interface Parts extends FormAgain {
  readonly csrf: string;
}

interface Asking {
  readonly title: string;
  readonly caption: string;
  readonly action: string;
  readonly questions: readonly FormQuestion[];
  readonly given: Readonly<Record<string, unknown>>;
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[];
  readonly childId: string;
  readonly hidden?: Html;
  readonly intro?: Html;
}

export const askingPage = (asking: Asking, { csrf, faults = [], entries, key, given }: Parts): Page => {
  const errors = errorsOf(faults, asking.questions);
  return page({
    title: `${asking.title}: ${asking.caption}`,
    section: 'commitments',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [asking.childId],
    breadcrumbs: [...asking.breadcrumbs, { text: asking.title }],
    main: readingWidth(html`${errors.summary}
${heading(1, asking.title, { caption: asking.caption })}
${asking.intro}
${form({
  action: asking.action,
  csrfToken: csrf,
  main: html`<input type="hidden" name="_key" value="${key ?? randomUUID()}">${asking.hidden}
${button({ text: asking.title, classes: 'govuk-visually-hidden', attributes: { tabindex: '-1', 'aria-hidden': 'true' } })}
${questionFields(asking.questions, { given: given ?? asking.given, faults, ...(entries && { entries }) })}
${button({ text: asking.title, preventDoubleClick: true })}`,
})}`),
  });
};

/** Where the agreement of an approved home is made. */
export const makeAgreementPage = (to: ToAgree, parts: Parts): Page =>
  askingPage(
    {
      title: 'Make the placement agreement',
      caption: `${to.offer}, for ${childWords(to.child)}`,
      action: staffPaths.agreementOfCase({ caseId: String(to.caseId) }),
      questions: AGREEMENT_QUESTIONS,
      given: to.given,
      childId: to.child.id,
      breadcrumbs: [
        { text: 'Your work', href: staffPaths.myWork() },
        {
          text: `Finding a home: ${childWords(to.child)}`,
          href: staffPaths.case({ caseId: String(to.caseId) }),
        },
      ],
      intro: html`<p class="govuk-body">What was agreed in the search is filled in. Nothing is paid before the child has moved in.</p>
${to.approvedOn !== undefined && insetText({ text: `The director approved this home on conditions: ${to.approvedOn}` })}`,
    },
    parts,
  );

const agreementCrumbs = (view: AgreementView) => [
  { text: 'What placements cost', href: staffPaths.commitments() },
  {
    text: `${view.home}: ${childWords(view.child)}`,
    href: staffPaths.agreement({ agreementId: String(view.id) }),
  },
];

/** What a form begins with: the agreement that is put right, and the last day of a notice where it is asked until when it goes on. */
const givenFor = (
  { terms, notice }: AgreementView,
  change: AgreementChange | 'corrected',
): Readonly<Record<string, unknown>> =>
  change === 'corrected'
    ? typedAgreement(terms)
    : change === 'expected-end' && notice !== undefined
      ? { 'expected-end': notice.lastDay }
      : {};

/** Where something is agreed anew, or the whole is put right. */
export const changeAgreementPage = (
  view: AgreementView,
  change: AgreementChange | 'corrected',
  parts: Parts & { readonly basedOn?: string },
): Page =>
  askingPage(
    {
      title: change === 'corrected' ? 'Put the agreement right' : AGREEMENT_CHANGES[change].button,
      caption: `${view.home}, for ${childWords(view.child)}`,
      action: staffPaths.changeAgreement({ agreementId: String(view.id), change }),
      questions: change === 'corrected' ? AGREEMENT_QUESTIONS : changeQuestions(change, view.terms),
      given: givenFor(view, change),
      childId: view.child.id,
      breadcrumbs: agreementCrumbs(view),
      hidden: html`<input type="hidden" name="seen" value="${parts.basedOn ?? String(view.version)}">`,
    },
    parts,
  );
