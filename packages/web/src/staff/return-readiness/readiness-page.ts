import type { Readiness, WorkShown } from '@rightplace/app';
import { collectionYearLabel, momentInWords } from '@rightplace/domain';
import {
  button,
  count,
  details,
  form,
  type Html,
  heading,
  html,
  insetText,
  number,
  statCards,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { ownWorkPart } from '../work/work-page.ts';
import { findingsHref } from './readiness-links.ts';
import { countsPart, notRunPart, sincePart, trendPart } from './readiness-parts.ts';
import {
  behindInWords,
  bySeverityInWords,
  checkedInWords,
  reachInWords,
  readinessFinding,
  readyFigure,
  yearInWords,
} from './readiness-words.ts';

export interface ReadinessView {
  readonly readiness: Readiness;
  readonly csrf: string;
  readonly authority: string;
  readonly mayExport: boolean;
  readonly mayLoad?: boolean;
  readonly workbench?: Html | false;
  /** What whoever looks has asked for and gone away from. */
  readonly works?: readonly WorkShown[];
  /** Why a check that was asked for was not made. */
  readonly problem?: string | undefined;
}

/** How ready the year's return is, before anybody asks for it. */
export const readinessPage = (view: ReadinessView): Page => {
  const { readiness, authority } = view;
  const { lastCheck, sinceLastNight, collectionYear } = readiness;
  const title = readinessFinding(readiness);
  return page({
    title,
    section: 'return',
    width: 'wide',
    status: view.problem === undefined ? 200 : 409,
    main: html`${view.problem !== undefined && html`<div class="govuk-inset-text" role="alert">${view.problem}</div>`}
${heading(1, title, { caption: `${yearInWords(collectionYear)}, ${reachInWords(readiness.reach) ?? authority}` })}
${ownWorkPart(view.works ?? [])}
${checkedPart(view)}
${
  lastCheck === undefined
    ? neverChecked(view)
    : html`${cardsPart(readiness)}
${closedPart(readiness)}
${setAsidePart(readiness)}
${sinceLastNight !== undefined && sincePart(sinceLastNight, collectionYear)}
${countsPart(readiness)}
${trendPart(readiness)}
${notRunPart(readiness, view.mayLoad === true)}`
}
${freezePart(view)}
${view.workbench}
${howPart}
${yearsPart(readiness)}`,
  });
};

/** When, and a button for now. */
const checkedPart = ({ readiness: { lastCheck, may, collectionYear, reach }, csrf }: ReadinessView): Html => {
  const when =
    lastCheck !== undefined &&
    html`<p class="govuk-body">Last checked on ${checkedInWords(lastCheck)}${reach === 'authority' && `: ${count(lastCheck.children, 'child', 'children')} in the return`}.${
      lastCheck.behind !== undefined && html` <strong>${behindInWords(lastCheck.behind)}</strong>`
    }</p>`;
  return html`<div class="app-checked">${when}${
    may.check &&
    form({
      action: staffPaths.checkReturn({ year: collectionYear }),
      csrfToken: csrf,
      main: button({
        text: lastCheck === undefined ? 'Check the return now' : 'Check now',
        classes: lastCheck === undefined ? undefined : 'govuk-button--secondary',
        preventDoubleClick: true,
      }),
    })
  }</div>`;
};

const neverChecked = ({ readiness: { may }, mayLoad }: ReadinessView): Html =>
  html`${mayLoad && html`<p class="govuk-body">If nothing of that year has been loaded yet, <a class="govuk-link" href="${staffPaths.loadReturn()}">load a return</a> first.</p>`}<p class="govuk-body">The record is checked by the rules of the return every night, whenever a return is loaded and whenever a row is corrected. ${
    may.check ? 'You need not wait: check it now.' : 'What it finds is here tomorrow.'
  }</p>`;

const cardsPart = ({ ready, counts, sinceLastNight, collectionYear: year }: Readiness): Html =>
  statCards([
    ready.children > 0 && {
      value: readyFigure(ready),
      label: `of ${count(ready.children, 'child', 'children')} ready to return`,
      detail:
        ready.ready === ready.children ? 'Every child' : `${number(ready.children - ready.ready)} not yet`,
    },
    {
      value: number(counts.open),
      label: counts.open === 1 ? 'finding to put right' : 'findings to put right',
      detail: counts.open === 0 ? 'Nothing is left' : bySeverityInWords(counts.bySeverity),
      concern: counts.bySeverity.error > 0,
      ...(counts.open > 0 ? { href: findingsHref(year) } : {}),
    },
    counts.waiting > 0 && {
      value: number(counts.waiting),
      label: counts.waiting === 1 ? 'answer waiting' : 'answers waiting',
      detail: 'For a second person to agree or refuse',
      href: findingsHref(year, { show: 'waiting' }),
    },
    {
      value: number(counts.answered),
      label: 'answered',
      detail: 'Explained or accepted, and agreed by a second person',
      ...(counts.answered > 0 ? { href: findingsHref(year, { show: 'answered' }) } : {}),
    },
    sinceLastNight !== undefined &&
      sinceLastNight.cleared > 0 && {
        value: number(sinceLastNight.cleared),
        label: 'put right since last night',
        href: findingsHref(year, { show: 'cleared' }),
      },
  ]);

const closedPart = ({ counts: { closed } }: Readiness): Html | false =>
  closed > 0 &&
  html`<p class="govuk-body">${count(closed, 'of the findings is', 'of the findings are')} of a record that is restricted or closed to you, and ${closed === 1 ? 'is' : 'are'} counted in the whole, and not by rule, table or team.</p>`;

const setAsidePart = ({ setAside }: Readiness): Html | false =>
  setAside !== undefined &&
  insetText({
    html: html`<a class="govuk-link" href="${staffPaths.import({ importId: String(setAside.importId) })}#set-aside">${count(setAside.rows, 'row')}</a> of what was loaded on ${momentInWords(setAside.loadedAt)} ${setAside.rows === 1 ? 'was' : 'were'} set aside, so the rules have not looked at ${setAside.rows === 1 ? 'it' : 'them'}. What is not in the return by now, by hand or by another load, is missing from it.`,
  });

const freezePart = ({
  readiness: { freeze, may, collectionYear },
  mayExport,
}: ReadinessView): Html | false => {
  if (freeze === undefined && !may.freeze && !mayExport) return false;
  const year = { year: collectionYear };
  return html`<section aria-labelledby="submitted">
${heading(2, 'The return that is submitted', { id: 'submitted' })}
<p class="govuk-body">${
    freeze === undefined
      ? 'Not frozen yet. Freezing keeps the files exactly as they are submitted, for good, with what was open and answered then.'
      : `Version ${freeze.version} was frozen on ${momentInWords(freeze.at)} by ${freeze.by}, with ${count(freeze.open, 'finding')} open and ${number(freeze.answered)} answered.`
  }</p>
<ul class="govuk-list">
${
  may.freeze &&
  html`<li><a class="govuk-link" href="${staffPaths.freezeReturn(year)}">${freeze === undefined ? 'Freeze the return' : 'Freeze another version'}</a></li>
<li><a class="govuk-link" href="${staffPaths.freezeReturn({ ...year, as: 'rehearsal' })}">Freeze a rehearsal</a>, to see how far the year is and compare it later</li>
<li><a class="govuk-link" href="${staffPaths.freezes(year)}">Frozen returns and rehearsals, with their files</a></li>`
}
${mayExport && html`<li><a class="govuk-link" href="${staffPaths.exportReturn(year)}">Write the return as it is now, as CSV or XML</a></li>`}
</ul>
</section>`;
};

const howPart: Html = details({
  summaryText: 'How readiness is worked out',
  html: html`<p class="govuk-body">Of the children of whom the year’s return tells, those without a finding to put right that is an error. Queries and warnings do not count against a child: they are unusual and may be true.</p>
<p class="govuk-body">A finding that is explained or accepted counts as to put right until a second person has agreed. It counts again when the rows it is about change.</p>
<p class="govuk-body">Rules that could not be run have found nothing, and are named above.</p>`,
});

const yearsPart = ({ years, collectionYear }: Readiness): Html | false => {
  const others = years.filter((each) => each !== collectionYear);
  return (
    others.length > 0 &&
    html`<nav aria-label="Returns of other years" class="app-no-print"><p class="govuk-body">Other years: ${others.map((year, i) => html`${i > 0 && ' · '}<a class="govuk-link" href="${staffPaths.returnReadiness({ year })}">${collectionYearLabel(year)}</a>`)}</p></nav>`
  );
};
