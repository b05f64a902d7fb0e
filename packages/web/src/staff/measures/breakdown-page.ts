import type { BreakdownPage } from '@rightplace/app';
import { heading, html, number } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf, silentSince } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { breakdownTable } from './breakdowns-part.ts';
import type { AskedBridge } from './bridge-asked.ts';
import { definitionPart, workbookLink } from './definition-part.ts';
import { whoseInWords } from './figure-words.ts';
import { breakdownFinding } from './finding.ts';
import { partsComparedPart } from './parts-compared-part.ts';

/** A count cut one way, under a name of its own. */
export const breakdownPage = (shown: BreakdownPage, asked: AskedMoment, days: AskedBridge): Page => {
  const { measure, breakdown, of, whose } = shown;
  const title = breakdownFinding(shown);
  const who = whoseInWords(whose);
  return page({
    title,
    section: 'measures',
    knownAt: momentOf(asked),
    breadcrumbs: [{ text: 'Measures', href: staffPaths.measures(asked.query) }, { text: measure.title }],
    main: html`${askedMomentErrors(asked)}
${heading(1, title, { caption: who === undefined ? measure.title : `${measure.title}, ${who}` })}
${silentSince(shown.toldUntil, asked, staffPaths.measure({ measureId: measure.id }))}
<p class="govuk-body">Of ${number(of.numerator)} children looked after. <a class="govuk-link" href="${staffPaths.measure({ measureId: of.measure.id }, asked.query)}">All of them, with every other way to tell them apart</a></p>
<div class="app-mixes">${breakdownTable(breakdown, { figure: of, maySeeChildren: shown.maySeeChildren }, asked)}</div>
${partsComparedPart(shown, days, asked)}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.measureFigures({ measureId: measure.id }, { ...asked.query, from: shown.against })}" download>Download these figures (CSV)</a></p>
${definitionPart(measure, [measure.certainty.says])}
${workbookLink(measure.id, { ...asked.query, from: shown.against })}
${asKnownForm(asked, { action: staffPaths.measure({ measureId: measure.id }) })}`,
  });
};
