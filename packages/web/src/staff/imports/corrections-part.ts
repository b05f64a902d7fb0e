import type { HandCorrection, ShownImport } from '@rightplace/app';
import { collectionYearLabel, dayInShort, londonDayOf } from '@rightplace/domain';
import { count, dataTable, type Html, heading, html, number, warningText } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

const MOST_SHOWN = 200;

const WHAT: Readonly<Record<HandCorrection['kind'], string>> = {
  undone: 'Takes what the file says now',
  'ends-later': 'Kept, and told in an older return too',
};

/** Of whom corrections are shown. */
export const childrenCorrected = ({ report }: Pick<ShownImport, 'report'>): readonly string[] => [
  ...new Set((report.corrections ?? []).slice(0, MOST_SHOWN).map(({ child }) => child)),
];

/** What was put right here after it was loaded, and these files say something new of: said before anything is loaded. */
export const correctionsPart = ({ report, status }: Pick<ShownImport, 'report' | 'status'>): Html => {
  const corrections = report.corrections ?? [];
  if (corrections.length === 0) return html``;
  const undone = corrections.filter(({ kind }) => kind === 'undone').length;
  const isDone = status === 'applied';
  const [last] = corrections;
  return html`<section aria-labelledby="corrections">
${heading(2, 'Corrected here by hand', { id: 'corrections' })}
${
  undone > 0 &&
  warningText({
    text: `${count(undone, 'row was', 'rows were')} corrected here after ${undone === 1 ? 'it was' : 'they were'} loaded${last === undefined ? '' : `, last on ${dayInShort(londonDayOf(last.at))} by ${last.by}`}; these files say something new of ${undone === 1 ? 'it' : 'them'}, and loading ${isDone ? 'put' : 'puts'} that in place of what was typed. ${isDone ? 'Correct them again if they were right' : 'Put them right in the case system first, or correct them here again after loading'}.`,
    iconFallbackText: 'Warning',
  })
}
${dataTable<HandCorrection>({
  caption: 'Corrections of which these files say something new',
  captionSize: 'hidden',
  rows: corrections.slice(0, MOST_SHOWN),
  dense: true,
  columns: [
    {
      key: 'child',
      header: 'Child',
      cell: ({ child }) =>
        html`<a class="govuk-link" href="${staffPaths.child({ childId: child })}">${child}</a>`,
    },
    {
      key: 'what',
      header: 'What was corrected',
      classes: 'app-sentence',
      cell: ({ table, collectionYear, what }) =>
        `${table} of ${collectionYearLabel(collectionYear)}: ${what}`,
    },
    { key: 'by', header: 'By', cell: ({ by, at }) => `${by}, ${dayInShort(londonDayOf(at))}` },
    { key: 'kind', header: 'What loading does', classes: 'app-sentence', cell: ({ kind }) => WHAT[kind] },
  ],
})}
${corrections.length > MOST_SHOWN && html`<p class="govuk-body-s">And ${number(corrections.length - MOST_SHOWN)} more like them.</p>`}
</section>`;
};
