import type { FormQuestion } from '@rightplace/domain';
import { type Html, heading, html } from '../kit/index.ts';
import { type Page, page } from './answer.ts';
import { readingWidth } from './reading-width.ts';
import { typedInWords } from './typed-in-words.ts';
import { typedFields, typedList } from './typed-list.ts';

export interface NotRecorded {
  readonly title: string;
  readonly sentence: string;
  readonly section: 'my-work' | 'children' | 'panels' | 'commitments' | 'searches' | 'homes';
  /** What was sent. */
  readonly form: URLSearchParams;
  /** Under which questions it was typed, as far as that is known. */
  readonly asked?: readonly FormQuestion[];
  /** Whom what was typed may still serve. */
  readonly copyFor?: string;
  readonly goOn: Html;
}

/** Something that was sent and cannot be recorded any more: why, and what was typed, to be copied from here. */
export const notRecordedPage = ({
  title,
  sentence,
  section,
  form,
  asked = [],
  copyFor = '',
  goOn,
}: NotRecorded): Page => {
  const { said, rest } = typedInWords(form, asked);
  const fields = typedFields(rest);
  return page({
    title,
    section,
    status: 403,
    main: readingWidth(html`${heading(1, title)}
<p class="govuk-body">${sentence}</p>
${
  said.length + fields.length > 0 &&
  html`${heading(2, 'What you typed')}
<p class="govuk-body">Copy what you need before you leave this page${copyFor}.</p>
${typedList(fields, said)}`
}
<p class="govuk-body">${goOn}</p>`),
  });
};
