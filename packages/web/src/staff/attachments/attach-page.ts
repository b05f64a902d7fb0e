import {
  ATTACHMENT_ENDINGS,
  type AttachFault,
  type CaseDocument,
  type CaseView,
  LONGEST_ABOUT,
  LONGEST_WHY_TAKEN_OFF,
  sizeInWords,
} from '@rightplace/app';
import {
  button,
  fileUpload,
  form,
  formErrors,
  heading,
  html,
  input,
  select,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { childInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';

const crumbs = (view: CaseView, last: string) => [
  { text: 'Your work', href: staffPaths.myWork() },
  { text: `${view.title}: ${childInWords(view)}`, href: staffPaths.case({ caseId: String(view.id) }) },
  { text: last },
];

export interface AttachForm {
  readonly csrf: string;
  readonly key: string;
  readonly about: string;
  readonly section: string;
  readonly faults: readonly AttachFault[];
  readonly mostBytes: number;
}

const TITLE = 'Attach a document';

/** Where a document is chosen, and what it is is said. What was typed comes back with a mistake; a browser forgets the choice. */
export const attachPage = (view: CaseView, shown: AttachForm): Page => {
  const { faults, mostBytes } = shown;
  const errors = formErrors(faults.map(({ field, sentence }) => ({ field, text: sentence })));
  const forgotten =
    errors.any && errors.of('file') === undefined ? ' Choose it again: your browser does not keep it.' : '';
  return page({
    title: `${TITLE}: ${childInWords(view)}`,
    section: 'my-work',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [view.child.id],
    breadcrumbs: crumbs(view, TITLE),
    main: readingWidth(html`${errors.summary}
${heading(1, TITLE, { caption: `${view.title}: ${childInWords(view)}` })}
<p class="govuk-body">Whoever sees this case can download it, and each time is recorded. What others need to know in order to decide belongs in the answers, where it is read.</p>
${form({
  action: staffPaths.attachDocument({ caseId: String(view.id) }),
  csrfToken: shown.csrf,
  multipart: true,
  main: html`<input type="hidden" name="_key" value="${shown.key}">
${input({
  id: 'about',
  name: 'about',
  label: { text: 'What is it?', classes: 'govuk-label--s' },
  hint: {
    text: `In a few words, such as “Minutes of the family meeting”. At most ${LONGEST_ABOUT} characters.`,
  },
  value: shown.about,
  errorMessage: errors.of('about'),
})}
${select({
  id: 'section',
  name: 'section',
  label: { text: 'Which part is it for? (optional)', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'The whole of it' },
    ...view.form.sections.map(({ id, title }) => ({ value: id, text: title })),
  ],
  value: shown.section,
  errorMessage: errors.of('section'),
})}
${fileUpload({
  id: 'file',
  name: 'file',
  label: { text: 'The document', classes: 'govuk-label--s' },
  hint: {
    text: `Word, Excel, PowerPoint, PDF, a picture (JPEG, PNG, HEIC) or plain text, up to ${sizeInWords(mostBytes)}. Save e-mails as PDF.${forgotten}`,
  },
  attributes: { accept: ATTACHMENT_ENDINGS.join(',') },
  errorMessage: errors.of('file'),
})}
${button({ text: 'Attach it', preventDoubleClick: true })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.case({ caseId: String(view.id) })}">Back without attaching anything</a></p>`),
  });
};

export interface TakeOffForm {
  readonly csrf: string;
  readonly why: string;
  readonly fault: string | undefined;
}

/** Taking a document off a case, with the reason. */
export const takeOffPage = (view: CaseView, document: CaseDocument, shown: TakeOffForm): Page => {
  const caseId = String(view.id);
  const title = `Take “${document.name}” off`;
  const errors = formErrors(shown.fault === undefined ? [] : [{ field: 'why', text: shown.fault }]);
  return page({
    title: `${title}: ${childInWords(view)}`,
    section: 'my-work',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [view.child.id],
    breadcrumbs: crumbs(view, 'Take a document off'),
    main: readingWidth(html`${errors.summary}
${heading(1, title, { caption: `${view.title}: ${childInWords(view)}` })}
<p class="govuk-body">Nobody can download it from then on. That it was here, who took it off and why stays to be read, and the document itself stays in the record.</p>
${form({
  action: staffPaths.takeOffDocument({ caseId, documentId: String(document.id) }),
  csrfToken: shown.csrf,
  main: html`${textarea({
    id: 'why',
    name: 'why',
    rows: '3',
    label: { text: 'Why?', classes: 'govuk-label--s' },
    hint: {
      text: `For instance that it is about another child. At most ${LONGEST_WHY_TAKEN_OFF} characters.`,
    },
    value: shown.why,
    errorMessage: errors.of('why'),
  })}
${button({ text: 'Take it off', preventDoubleClick: true, classes: 'govuk-button--warning' })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.case({ caseId })}">Leave it where it is</a></p>`),
  });
};
