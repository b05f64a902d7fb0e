import type { NothingKnown } from '@rightplace/app';
import { heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, knownInWords, momentOf } from '../as-known.ts';
import { shownAtQuarterEnds } from '../at-quarter-ends.ts';
import { staffPaths } from '../paths.ts';

/** For a moment at which no child was in the record: nought would be a figure, and there is none. */
export const nothingKnownPage = (
  { title, quarterEnds }: NothingKnown,
  wanted: AskedMoment,
  measureId: string,
): Page => {
  const asked = shownAtQuarterEnds(wanted, quarterEnds);
  const then = asked.asKnown.knownAt !== undefined;
  return page({
    title,
    section: 'measures',
    knownAt: momentOf(asked),
    breadcrumbs: [{ text: 'Measures', href: staffPaths.measures(asked.query) }, { text: title }],
    main: html`${askedMomentErrors(asked)}
${heading(1, title)}
<p class="govuk-body">${then ? `No child was in the record ${knownInWords(asked)}, so there is no figure.` : 'Nothing is recorded yet, so there is no figure.'}</p>
${then && asKnownForm(asked, { action: staffPaths.measure({ measureId }) })}`,
  });
};
