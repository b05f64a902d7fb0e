import type { ChildView, Sibling, Siblings } from '@rightplace/app';
import { codeTitle, type Day, dayInWords, ETHNICITIES, isUascOn, PANEL_REASONS } from '@rightplace/domain';
import { journeyPicture } from '../../charts/index.ts';
import { type Html, heading, html, noHtml, summaryList, tag } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import type { Query } from '../../server/path.ts';
import type { AskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { type ChildPageParts, framed, isPast, named } from './child-page.ts';
import {
  agedInWords,
  ageInWords,
  childName,
  dayOrNotRecorded,
  firstName,
  livingInShort,
  NOT_RECORDED,
  orNotRecorded,
  pupilNumberInWords,
  situationInWords,
} from './child-words.ts';
import { journeyOptions } from './journey-options.ts';

export const overviewPage = (parts: ChildPageParts): Page => {
  const { view, looking } = parts;
  const { asOf } = looking.asKnown;
  const sentences = situationInWords(view.situation, { name: firstName(named(view)), asOf });
  return framed(parts, {
    here: 'overview',
    title: 'Overview',
    main: html`${sentences.map((sentence, i) => html`<p class="${i === 0 ? 'govuk-body-l' : 'govuk-body'}">${sentence}</p>`)}
${view.journey.periods.length > 0 && journeyPicture(journeyOptions(view, { asOf, isPast: isPast(looking), table: 'details' }))}
<div class="app-columns"><div>${about(view, asOf)}</div><div>${siblings(view.siblings, looking)}${caseHolders(parts)}${casesPart(parts)}
${parts.mayLeave && !isPast(looking) && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.beginLeaving({ childId: view.id })}">Leaving care: plans, going home, staying put</a></p>`}
${parts.mayAskForHome && !isPast(looking) && view.journey.periods.some(({ ends }) => ends === null) && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.askForHome({ number: view.id })}">Ask for another home</a></p>`}
${parts.mayRecordNotice && !isPast(looking) && view.journey.periods.some(({ ends }) => ends === null) && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.homeNotice({ number: view.id })}">Record notice on this home</a></p>`}
${panelPart(parts)}
${!isPast(looking) && parts.conflictLinks}</div></div>`,
  });
};

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });

const about = (view: ChildView, asOf: Day): Html => {
  const { details } = view;
  const { dateOfBirth, expectedOn } = details;
  return html`${heading(2, `About ${firstName(named(view))}`)}
${summaryList({
  classes: 'app-summary--dense',
  rows: [
    row('Number', view.id),
    expectedOn !== undefined && dateOfBirth === undefined
      ? row('Expected to be born', dayInWords(expectedOn))
      : row(
          'Date of birth',
          dateOfBirth === undefined
            ? NOT_RECORDED
            : `${dayInWords(dateOfBirth)} (aged ${ageInWords(view.age)})`,
        ),
    row('Sex', details.sex === undefined ? NOT_RECORDED : SEXES[details.sex]),
    row(
      'Ethnicity',
      details.ethnicity === undefined ? NOT_RECORDED : codeTitle(ETHNICITIES, details.ethnicity),
    ),
    row(
      'Disability',
      details.disabilities === undefined ? NOT_RECORDED : disabilitiesInWords(details.disabilities),
    ),
    row('Unique pupil number', pupilNumberInWords(details.upn)),
    row('Home', homeOf(view)),
    view.uasc !== undefined &&
      row(
        'Unaccompanied asylum-seeking',
        isUascOn(view.uasc, asOf) ? 'Yes' : `Until ${dayOrNotRecorded(view.uasc.until)}`,
      ),
    details.mother === '1' &&
      row(
        'A mother herself',
        details.motherChildBornOn === undefined
          ? 'Yes'
          : `Yes, her child was born on ${dayInWords(details.motherChildBornOn)}`,
      ),
  ],
})}`;
};

const SEXES = { F: 'Girl', M: 'Boy', U: 'Not known' } as const;

const disabilitiesInWords = (codes: readonly string[]): string =>
  codes.every((code) => code === 'NONE')
    ? 'None'
    : codes.map((code) => DISABILITIES[code] ?? code).join(', ');

/** The children in need census's set. */
const DISABILITIES: Readonly<Record<string, string>> = {
  NONE: 'None',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Autism',
  DDA: 'Another disability',
};

/** Where the child is from. The return tells a postcode with each placement and no address. */
const homeOf = ({ details, journey }: ChildView): string => {
  const told = [details.homeAddress, details.homePostcode].filter(Boolean).join(', ');
  if (told !== '') return told;
  const last = journey.periods
    .flatMap(({ homes }) => homes)
    .findLast(({ homePostcode }) => homePostcode !== null);
  return orNotRecorded(last?.homePostcode);
};

const siblings = ({ open, others }: Siblings, { query, asKnown: { asOf } }: AskedMoment): Html => {
  if (open.length === 0 && others === 0) return noHtml;
  const more = open.length === 0 ? '' : ' more';
  return html`${heading(2, 'Brothers and sisters')}
${open.length > 0 && html`<ul class="govuk-list app-siblings">${open.map((sibling) => siblingItem(sibling, query, asOf))}</ul>`}
${others > 0 && html`<p class="govuk-body">${others === 1 ? `One${more}` : `${others}${more}`}, whose ${others === 1 ? 'record is' : 'records are'} not open to you.</p>`}`;
};

const siblingItem = (sibling: Sibling, carried: Query, asOf: Day): Html =>
  html`<li><a class="govuk-link" href="${staffPaths.child({ childId: sibling.id }, carried)}">${childName(sibling)}</a>, ${agedInWords(sibling)}<br>
${sibling.together ? 'Lives in the same home.' : siblingSituation(sibling, asOf)}</li>`;

const siblingSituation = (sibling: Sibling, asOf: Day): string => {
  const { situation } = sibling;
  if (situation.kind === 'in-care' && situation.home !== undefined)
    return `In care, ${livingInShort(situation.home)} since ${dayInWords(situation.home.since)}.`;
  return situation.kind === 'never'
    ? 'No time in care is recorded.'
    : (situationInWords(situation, { name: firstName(sibling), asOf })[0] ?? '');
};

const caseHolders = ({ view, looking, mayAllocate }: ChildPageParts): Html => {
  const { workers, team, service } = view.holding;
  const officer = row('Reviewing officer', orNotRecorded(view.reviewingOfficer));
  return html`${heading(2, `Who works with ${firstName(named(view))}`)}
${
  workers.length === 0
    ? html`<p class="govuk-body">No social worker is recorded.</p>${summaryList({ classes: 'app-summary--dense', rows: [officer] })}`
    : summaryList({
        classes: 'app-summary--dense',
        rows: [
          row('Social worker', workers.map(({ name, number }) => name ?? number).join(', ')),
          row('Team', orNotRecorded(team?.name)),
          row('Service', orNotRecorded(service)),
          officer,
        ],
      })
}
${mayAllocate && !isPast(looking) && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.reviewingOfficer({ childId: view.id })}">Say who the reviewing officer is</a></p>`}`;
};

/** What is under way for the child, and what was. */
const panelPart = ({ placementPanel }: ChildPageParts): Html =>
  placementPanel === undefined || (!placementPanel.isExternal && placementPanel.first.length === 0)
    ? noHtml
    : html`${heading(2, 'For the placement panel')}
<p class="govuk-body">${
        placementPanel.isExternal
          ? 'The panel looks at every placement with an external provider.'
          : 'The panel looks at this placement.'
      }${placementPanel.first.length > 0 && ' It looks at this one first:'}</p>
${
  placementPanel.first.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${placementPanel.first.map((reason) => html`<li>${PANEL_REASONS[reason]}</li>`)}</ul>`
}`;

const casesPart = ({ cases = [], view }: ChildPageParts): Html =>
  cases.length === 0
    ? noHtml
    : html`${heading(2, `What is decided for ${firstName(named(view))}`)}
<ul class="govuk-list">${cases.map(
        ({ id, title, stateTitle, isOver, since, alarm }) =>
          html`<li><a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${title}</a>${alarm !== undefined && html` ${tag({ text: alarm, classes: 'govuk-tag--red' })}`}<br>
${stateTitle}, ${isOver ? 'recorded on' : 'since'} ${dayInWords(since)}</li>`,
      )}</ul>`;
