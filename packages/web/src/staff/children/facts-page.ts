import { factsInWords } from '@rightplace/app';
import { heading, html } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import { type ChildPageParts, framed, named } from './child-page.ts';
import { firstName } from './child-words.ts';
import { correctFactLink } from './correct-links.ts';
import { factTable } from './fact-table.ts';

export const factsPage = (parts: ChildPageParts): Page => {
  const sections = factsInWords(parts.view.facts, parts.view.staff);
  return framed(parts, {
    here: 'facts',
    title: 'Record',
    main: html`<p class="govuk-body">What the returns say of ${firstName(named(parts.view))} besides homes and legal status.</p>
${sections.length === 0 && html`<p class="govuk-body app-empty">Nothing more is recorded.</p>`}
${sections.map((section) => html`<section id="${section.kind}">${heading(2, section.title)}${factTable(section, (fact) => correctFactLink(parts, section, fact))}</section>`)}`,
  });
};
