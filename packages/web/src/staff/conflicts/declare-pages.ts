import { type ColleagueDeclaration, LONGEST_WHY_OF_CONFLICT, type OwnDeclaration } from '@rightplace/app';
import { button, form, formErrors, type Html, heading, html, select, textarea } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import type { TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';

export const OWN_TITLE = 'I know this child or their family outside work';
export const COLLEAGUE_TITLE = 'Record a colleague’s conflict of interest';

interface Parts extends TypedForm {
  readonly childId: string;
  readonly csrf: string;
}

export const whyField = (
  given: TypedForm,
  { label, hint }: { readonly label: string; readonly hint: string },
): Html =>
  textarea({
    id: 'why',
    name: 'why',
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: `${hint} ${LONGEST_WHY_OF_CONFLICT} characters at most.` },
    rows: '3',
    value: given.typed?.get('why') ?? undefined,
    errorMessage: formErrors(given.problems ?? []).of('why'),
  });

const framed = (
  given: Parts,
  { title, caption, main }: { title: string; caption: string; main: Html },
): Page => {
  const errors = formErrors(given.problems ?? []);
  return page({
    title,
    section: 'children',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.child({ childId: given.childId }), text: 'Back' },
    main: readingWidth(html`${errors.summary}
${heading(1, title, { caption })}
${main}`),
  });
};

/** Asks how somebody knows the child, and says before they send it what it does. */
export const declareOwnPage = ({ child }: OwnDeclaration, given: Parts): Page =>
  framed(given, {
    title: OWN_TITLE,
    caption: child?.name ?? given.childId,
    main: html`<p class="govuk-body">Say so if you are related to the child or their carers, live near them, are friends with them, or could not be seen to be fair for another reason. Nobody thinks the worse of you for it.</p>
<p class="govuk-body">As soon as you send this:</p>
<ul class="govuk-list govuk-list--bullet"><li>the child’s record, their cases and every list are closed to you</li><li>what you have written is kept, and your manager gives it to somebody else to go on with</li><li>your manager is told, and can read what you write here</li><li>only a manager can end it, never you</li></ul>
${form({
  action: staffPaths.childConflict({ childId: given.childId }),
  csrfToken: given.csrf,
  main: html`${whyField(given, { label: 'How do you know them?', hint: 'A sentence is enough: “His mother is my cousin.”' })}
${button({ text: 'Close this record to me', preventDoubleClick: true })}`,
})}`,
  });

/** Asks of which colleague it is recorded, and how they know the child. */
export const declareColleaguePage = ({ child, choices }: ColleagueDeclaration, given: Parts): Page =>
  framed(given, {
    title: COLLEAGUE_TITLE,
    caption: child.name ?? child.id,
    main: html`<p class="govuk-body">The child’s record, their cases and every list are closed to the colleague as soon as you send this. They are told that it was recorded, and not what you write here.</p>
${form({
  action: staffPaths.colleagueConflict({ childId: given.childId }),
  csrfToken: given.csrf,
  main: html`${select({
    id: 'person',
    name: 'person',
    label: { text: 'Who knows the child or their family?', classes: 'govuk-label--s' },
    hint: { text: 'Those you answer for. For yourself, use the link on the child’s page.' },
    value: given.typed?.get('person') ?? '',
    errorMessage: formErrors(given.problems ?? []).of('person'),
    items: [{ value: '', text: 'Choose' }, ...choices.map(({ id, name }) => ({ value: id, text: name }))],
  })}
${whyField(given, { label: 'How do they know them?', hint: 'A sentence is enough.' })}
${button({ text: 'Close this record to them', preventDoubleClick: true })}`,
})}`,
  });
