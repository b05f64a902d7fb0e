import { randomUUID } from 'node:crypto';
import type { CaseStep, CaseView } from '@rightplace/app';
import {
  type Answers,
  type Fault,
  type FormSection,
  momentInWords,
  roleTitle,
  STEP_KINDS,
  WORD_OF,
} from '@rightplace/domain';
import {
  button,
  form,
  type Html,
  heading,
  html,
  insetText,
  notificationBanner,
  radios,
} from '../../kit/index.ts';
import { errorsOf, questionFields, theirAnswer } from '../../parts/question-fields.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { beforeStepPart, wordNotes } from '../profile/quality-part.ts';
import { sendsToNobodyPart } from '../reviewing/no-officer-part.ts';
import { type CameFrom, fromOf } from '../search/came-from.ts';
import { childInWords, panelViewPart } from './case-page.ts';
import { goesWithPart } from './goes-with-part.ts';
import { saidLastPart } from './said-last-part.ts';
import { writtenOverPart } from './written-over-part.ts';

/** Before what it was said that is filled in. */
const SAID_BEFORE = {
  returned: 'it was returned',
  'terms-again': 'the terms were taken up again',
} as const;

const crumbs = (view: CaseView, last: string) => [
  { text: 'Your work', href: staffPaths.myWork() },
  { text: `${view.title}: ${childInWords(view)}`, href: staffPaths.case({ caseId: String(view.id) }) },
  { text: last },
];

export interface SectionForm {
  readonly csrf: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  readonly revision: number;
  readonly entries?: Readonly<Record<string, number>>;
  /** Somebody has answered the same meanwhile: what they wrote, by question. */
  readonly meanwhile?: {
    readonly sentence: string;
    readonly questions: readonly string[];
    readonly theirs: Answers;
  };
}

const meanwhilePart = ({ questions }: FormSection, meanwhile: SectionForm['meanwhile']): Html | false =>
  meanwhile !== undefined &&
  notificationBanner({
    role: 'alert',
    titleText: 'Somebody else wrote here',
    html: html`<p class="govuk-notification-banner__heading">${meanwhile.sentence}</p>
${meanwhile.questions.map((name) => {
  const question = questions.find((one) => one.name === name);
  return html`<p class="govuk-body"><strong>${question?.label ?? name}</strong></p>
${theirAnswer(question, meanwhile.theirs[name]).map((text) => html`<p class="govuk-body">${text}</p>`)}`;
})}`,
  });

/** One part of the request. It is saved as far as it is; what is still missing is said, and keeps nothing from being saved. */
export const sectionPage = (view: CaseView, section: FormSection, shown: SectionForm): Page => {
  const errors = errorsOf(shown.faults, section.questions);
  const bad = errors.any || shown.meanwhile !== undefined;
  return page({
    title: `${section.title}: ${childInWords(view)}`,
    section: 'my-work',
    status: shown.meanwhile === undefined ? (errors.any ? 422 : 200) : 409,
    titlePrefixError: bad,
    childrenNamed: [view.child.id],
    breadcrumbs: crumbs(view, section.title),
    main: readingWidth(html`${errors.summary}${meanwhilePart(section, shown.meanwhile)}
${heading(1, section.title, { caption: `${view.title}: ${childInWords(view)}` })}
${writtenOverPart(view, section.id)}
${form({
  action: staffPaths.caseSection({ caseId: String(view.id), sectionId: section.id }),
  csrfToken: shown.csrf,
  main: html`<input type="hidden" name="revision" value="${String(shown.revision)}">
${button({ text: 'Save and go on', classes: 'govuk-visually-hidden', attributes: { tabindex: '-1', 'aria-hidden': 'true' } })}
${questionFields(section.questions, { ...shown, notes: wordNotes(view, section, shown.given) })}
<div class="govuk-button-group">${button({ text: 'Save and go on', preventDoubleClick: true })}
${button({ text: 'Save and come back later', name: 'later', value: 'yes', classes: 'govuk-button--secondary' })}</div>`,
})}`),
  });
};

export interface StepForm {
  readonly csrf: string;
  readonly key: string | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  readonly entries?: Readonly<Record<string, number>>;
  /** How much of what happened they had seen when the form was first shown to them. */
  readonly seen?: number;
  /** What is to be read before it is filled in. */
  readonly note?: Html | false;
  /** The page of a search on which it was begun. */
  readonly came?: CameFrom | undefined;
}

/** Whose word is written down. They are asked to confirm it, so they are chosen and not typed. */
const giverField = ({ givers }: CaseStep, { given, faults }: StepForm): Html | false => {
  if (givers === undefined) return false;
  const fault = faults.find(({ question }) => question === WORD_OF);
  return givers.length === 0
    ? insetText({ text: 'There is nobody whose approval you could write down for this child.' })
    : radios({
        name: WORD_OF,
        idPrefix: WORD_OF,
        classes: 'govuk-radios--small',
        fieldset: { legend: { text: 'Who gave it?', classes: 'govuk-fieldset__legend--s' } },
        hint: {
          text: 'It counts from now. It is shown in red until they have signed in and said that it is theirs.',
        },
        errorMessage: fault === undefined ? undefined : { text: fault.sentence },
        items: givers.map(({ id, name, roles }) => ({
          value: id,
          text: `${name}, ${roles.map((role) => roleTitle(role).toLowerCase()).join(' and ')}`,
          checked: given[WORD_OF] === id,
        })),
      });
};

const decides = ({ kind }: CaseStep): boolean => STEP_KINDS[kind].decides;

/** Whoever decides reads what was said in bringing it; and whoever tells others of an approval, on which conditions it was given. */
const readsWhatWasSaid = (step: CaseStep): boolean => decides(step) || step.id === 'notify';

/** A step, with what has to be said in taking it, and one button that says what it does. */
export const stepPage = (view: CaseView, step: CaseStep, shown: StepForm): Page => {
  const errors = errorsOf(shown.faults, step.asks);
  return page({
    title: `${step.button}: ${childInWords(view)}`,
    section: shown.came === undefined ? 'my-work' : 'searches',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [view.child.id],
    ...(shown.came === undefined ? { breadcrumbs: crumbs(view, step.button) } : { backLink: shown.came }),
    main: readingWidth(html`${errors.summary}
${heading(1, step.button, { caption: `${view.title}: ${childInWords(view)}` })}
${readsWhatWasSaid(step) && saidLastPart(view)}
${decides(step) && panelViewPart(view)}
${beforeStepPart(view, step)}
${step.refusal === undefined && goesWithPart(view, step)}
${sendsToNobodyPart(view, step)}
${shown.note}
${
  step.refusal !== undefined
    ? insetText({ text: step.refusal.sentence })
    : form({
        action: staffPaths.caseStep({ caseId: String(view.id), stepId: step.id }, fromOf(shown.came)),
        csrfToken: shown.csrf,
        main: html`<input type="hidden" name="_key" value="${shown.key ?? randomUUID()}">
<input type="hidden" name="seen" value="${String(shown.seen ?? view.seen)}">
${step.actingFor !== undefined && insetText({ text: `You do this acting for ${step.actingFor}. Both names are recorded.` })}
${step.answersFor !== undefined && insetText({ text: `This is about one approval: ${step.answersFor}` })}
${step.asks.length === 0 && html`<p class="govuk-body">Your name and the time are recorded with it.</p>`}
${step.saidBefore !== undefined && insetText({ text: `What is filled in is as ${step.saidBefore.by} said it on ${momentInWords(step.saidBefore.at)}, before ${SAID_BEFORE[step.saidBefore.before]}. Read it over and change what has to change.` })}
${giverField(step, shown)}
${questionFields(step.asks, shown)}
${button({ text: step.button, preventDoubleClick: true, classes: step.kind === 'reject' || step.kind === 'withdraw' || step.kind === 'deny' ? 'govuk-button--warning' : '' })}`,
      })
}
${shown.came === undefined && html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.case({ caseId: String(view.id) })}">Back to the request</a></p>`}`),
  });
};
