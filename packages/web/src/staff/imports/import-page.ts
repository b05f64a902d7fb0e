import type { ShownImport } from '@rightplace/app';
import { collectionYearLabel, collectionYearOf, type Day, momentInWords } from '@rightplace/domain';
import {
  button,
  checkboxes,
  details,
  type FieldError,
  form,
  formErrors,
  type Html,
  heading,
  html,
  insetText,
  link,
  select,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { childrenCorrected, correctionsPart } from './corrections-part.ts';
import {
  childrenOnPage,
  closedRowsPart,
  filesPart,
  notesPart,
  outcomeCards,
  rulesPart,
  setAsidePart,
  tablesPart,
} from './import-parts.ts';
import { changesNothing, findingOf, nothingRead, returnsInWords } from './import-words.ts';
import { yearItems } from './load-page.ts';

/** Where a problem is about the import as a whole: the top of the page. */
export const WHOLE_PAGE = 'main-content';

export interface ImportView {
  readonly shown: ShownImport;
  readonly csrf: string;
  readonly today: Day;
  readonly demonstration: boolean;
  readonly mayPreview: boolean;
  readonly mayApply: boolean;
  readonly mayOpenFigures: boolean;
  readonly problem?: FieldError | undefined;
}

/** One import: what it would do, while it waits; what it did, once it is loaded. */
export const importPage = (view: ImportView): Page => {
  const { shown } = view;
  const { counts, status } = shown;
  const errors = formErrors(view.problem === undefined ? [] : [view.problem]);
  const title = findingOf(shown);
  return page({
    title,
    section: 'imports',
    width: 'wide',
    childrenNamed: [...childrenOnPage(shown), ...childrenCorrected(shown)],
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Imports', href: staffPaths.imports() },
      { text: returnsInWords(shown.collectionYears) },
    ],
    main: html`${errors.summary}
${heading(1, title, { caption: returnsInWords(shown.collectionYears) })}
${historyOf(shown)}
${status === 'previewed' && (shown.report.yearDoubts ?? []).map((doubt) => warningText({ text: doubt, iconFallbackText: 'Warning' }))}
${!nothingRead(counts) && outcomeCards(counts, status === 'applied')}
${status === 'applied' && whatFollows(view)}
${correctionsPart(shown)}
${setAsidePart(shown)}
${closedRowsPart(shown)}
${notesPart(shown)}
${rulesPart(shown, view.mayPreview)}
${tablesPart(shown)}
${filesPart(shown)}
${status === 'previewed' && decision(view)}
${status === 'discarded' && view.mayPreview && previewAgainForm(view, { text: 'Preview these files again' })}`,
  });
};

const historyOf = ({ status, at, by, decided }: ShownImport): Html => {
  const read = `Read by ${by} on ${momentInWords(at)}.`;
  const then =
    decided === undefined
      ? 'Nothing has been loaded yet.'
      : `${status === 'applied' ? 'Loaded' : 'Discarded'} by ${decided.by} on ${momentInWords(decided.at)}.`;
  return html`<p class="govuk-body">${read} ${then}</p>`;
};

const importId = ({ shown }: ImportView): { readonly importId: string } => ({ importId: String(shown.id) });

/** What can be done with it now. */
const decision = (view: ImportView): Html => {
  const { mayApply, mayPreview } = view;
  if (!mayPreview && !mayApply)
    return insetText({ text: 'It waits for a performance analyst to load it or put it away.' });
  const { title, main } = nextStep(view);
  return html`<section class="app-decision app-no-print" aria-labelledby="decision">
${heading(2, title, { id: 'decision' })}
${main}
${mayPreview && form({ id: DISCARD, action: staffPaths.discardImport(importId(view)), csrfToken: view.csrf, main: '' })}
${mayPreview && view.problem?.field !== WHOLE_PAGE && anotherYear(view)}
</section>`;
};

interface Step {
  readonly title: string;
  readonly main: Html;
}

const nextStep = (view: ImportView): Step => {
  const { shown, mayApply, mayPreview, problem } = view;
  if (nothingRead(shown.counts))
    return {
      title: 'What now?',
      main: orDiscard(view, button({ text: 'Choose other files', href: staffPaths.loadReturn() })),
    };
  if (shown.report.isYearMissing && mayPreview)
    return {
      title: 'Which collection year are these files for?',
      main: html`<p class="govuk-body">Neither a folder nor a date in them tells.</p>${previewAgainForm(view, { text: 'Preview for that year', isNext: true })}`,
    };
  // What was shown is not what would happen any more: look again before anything else.
  if (problem?.field === WHOLE_PAGE && mayPreview)
    return { title: 'Look again', main: previewAgainForm(view, { text: 'Preview again', isNext: true }) };
  return { title: mayApply ? 'Load it?' : 'What now?', main: mayApply ? loadForm(view) : orDiscard(view) };
};

const DISCARD = 'discard';

/** A button, and beside it the one that puts the import away, which sends a form of its own. */
const orDiscard = ({ mayPreview }: ImportView, first?: Html): Html => {
  const attributes = { form: DISCARD };
  const discard = button({
    text: 'Discard',
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
    attributes,
  });
  return html`<div class="govuk-button-group">${first}${mayPreview && discard}</div>`;
};

const loadForm = (view: ImportView): Html => {
  const { shown, demonstration, problem } = view;
  const errors = formErrors(problem === undefined ? [] : [problem]);
  return html`<p class="govuk-body">${
    changesNothing(shown.counts)
      ? 'The record has all of this already. Loading it only notes that this return was given.'
      : 'Every page and figure speaks of the changed record from then on. What was known before is kept: any figure can still be seen as it was known on an earlier day.'
  }</p>
${form({
  action: staffPaths.applyImport(importId(view)),
  csrfToken: view.csrf,
  main: html`${
    demonstration &&
    checkboxes({
      name: 'invented',
      idPrefix: 'invented',
      fieldset: {
        legend: { text: 'This is the demonstration authority', classes: 'govuk-fieldset__legend--s' },
      },
      hint: {
        text: 'Its children are invented, and these files would be mixed with them. Real files belong in an authority of their own.',
      },
      errorMessage: errors.of('invented'),
      items: [{ value: 'yes', text: 'These files hold no real children' }],
    })
  }${orDiscard(view, button({ text: 'Load into the record', preventDoubleClick: true }))}`,
})}`;
};

/** Where one return was given, its year can be put right without sending the files again. */
const anotherYear = (view: ImportView): Html => {
  const { collectionYears, report } = view.shown;
  const [year] = collectionYears;
  if (year === undefined || collectionYears.length > 1) return html``;
  const told = report.yearsFromDates.includes(year) ? ', told from its dates' : '';
  return details({
    summaryText: `Not the return for ${collectionYearLabel(year)}?`,
    html: html`<p class="govuk-body">It was taken for ${collectionYearLabel(year)}${told}.</p>${previewAgainForm(view, { text: 'Preview for that year' })}`,
  });
};

const previewAgainForm = (
  view: ImportView,
  { text, isNext = false }: { readonly text: string; readonly isNext?: boolean },
): Html => {
  const { collectionYears } = view.shown;
  const send = button({
    text,
    ...(isNext ? {} : { classes: 'govuk-button--secondary' }),
    preventDoubleClick: true,
  });
  return form({
    action: staffPaths.previewImportAgain(importId(view)),
    csrfToken: view.csrf,
    main: html`${
      collectionYears.length < 2 &&
      select({
        id: 'year',
        name: 'year',
        label: { text: 'Collection year' },
        items: yearItems(view.today),
        value: String(collectionYears[0] ?? collectionYearOf(view.today)),
      })
    }${isNext ? orDiscard(view, send) : send}`,
  });
};

/** Figures that a return moves, by the names people know them by. */
const FIGURES: readonly (readonly [measureId: string, text: string])[] = [
  ['cla-number', 'children looked after'],
  ['cla-started', 'came into care this year'],
  ['stability-3plus', 'three or more homes in a year'],
  ['within-20-miles', 'living within 20 miles of home'],
];

const whatFollows = (view: ImportView): Html => {
  const { knownBefore } = view.shown;
  return html`<section class="govuk-!-display-none-print">${heading(2, 'What follows')}
<ul class="govuk-list govuk-list--bullet">
<li>${link(staffPaths.home(), 'The figures')} and ${link(staffPaths.children(), 'the list of children')} speak of the record as it is now.</li>
${
  view.mayOpenFigures &&
  knownBefore !== undefined &&
  html`<li>Which children changed a figure: ${FIGURES.map(
    ([measureId, text], i) =>
      html`${i > 0 && ', '}${link(staffPaths.measureChanges({ measureId }, { since: knownBefore }), text)}`,
  )}.</li>
<li>${link(staffPaths.home({ 'known-at': knownBefore }), 'The figures as they were known before')}.</li>`
}
</ul></section>`;
};
