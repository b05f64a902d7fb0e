import {
  type ChildView,
  factsInWords,
  type JourneyPeriod,
  type Sibling,
  type Siblings,
} from '@rightplace/app';
import {
  CATEGORIES_OF_NEED,
  codeTitle,
  type Day,
  dayInWords,
  ETHNICITIES,
  isUascOn,
  spanInWords,
} from '@rightplace/domain';
import { journeyPicture } from '../../charts/index.ts';
import { type Content, dataTable, type Html, heading, html, noHtml, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import type { Query } from '../../server/path.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { childIdentity, childParts, glassNotice } from './child-frame.ts';
import {
  ageInWords,
  childName,
  dayOrNotRecorded,
  firstName,
  inSentence,
  legalStatusInWords,
  livingInShort,
  NOT_RECORDED,
  orNotRecorded,
  reasonLeftInWords,
  situationInWords,
} from './child-words.ts';
import { factTable } from './fact-table.ts';
import { journeyOptions } from './journey-options.ts';

export interface ChildPageParts {
  readonly view: ChildView;
  readonly looking: AskedMoment;
  readonly mayAudit: boolean;
}

const isPast = ({ query }: AskedMoment): boolean => query['as-of'] !== undefined;

const named = ({ id, details }: ChildView) => ({ id, ...details });

/** "12 years old · full care order (C2) · with Mr and Mrs Lowe since 4 May 2025 · social worker Ana Fenwright". */
export const identityFacts = ({ age, details, situation, holding, id }: ChildView): readonly string[] => {
  const facts = [
    details.dateOfBirth === undefined ? 'date of birth not recorded' : `aged ${ageInWords(age)}`,
    childName({ id, ...details }) !== id && `number ${id}`,
  ];
  if (situation.kind === 'in-care') {
    const legal = situation.period.legalStatuses.at(-1);
    facts.push(legal !== undefined && `${inSentence(legalStatusInWords(legal.code))} (${legal.code})`);
    const { home } = situation;
    facts.push(home !== undefined && `${livingInShort(home)} since ${dayInWords(home.since)}`);
    const [worker] = holding.workers;
    facts.push(
      worker === undefined ? 'no social worker recorded' : `social worker ${worker.name ?? worker.number}`,
    );
  } else facts.push(situation.kind === 'left' ? 'left care' : 'no time in care recorded');
  return facts.filter((fact) => fact !== false);
};

const PATHS = {
  overview: staffPaths.child,
  journey: staffPaths.childJourney,
  facts: staffPaths.childFacts,
} as const;

const framed = (
  { view, looking, mayAudit }: ChildPageParts,
  {
    here,
    title,
    main,
  }: { readonly here: keyof typeof PATHS; readonly title: string; readonly main: Content },
): Page =>
  page({
    title: `${title} – ${childName(named(view))}`,
    section: 'children',
    knownAt: momentOf(looking),
    identity: childIdentity(named(view), {
      facts: identityFacts(view),
      parts: childParts(view.id, { here, carried: looking.query, mayAudit }),
    }),
    main: html`${askedMomentErrors(looking)}${glassNotice(view.glass)}
${heading(1, title, { caption: childName(named(view)) })}
${main}
${asKnownForm(looking, { action: PATHS[here]({ childId: view.id }) })}`,
  });

export const overviewPage = (parts: ChildPageParts): Page => {
  const { view, looking } = parts;
  const { asOf } = looking.asKnown;
  const sentences = situationInWords(view.situation, { name: firstName(named(view)), asOf });
  return framed(parts, {
    here: 'overview',
    title: 'Overview',
    main: html`${sentences.map((sentence, i) => html`<p class="${i === 0 ? 'govuk-body-l' : 'govuk-body'}">${sentence}</p>`)}
${view.journey.periods.length > 0 && journeyPicture(journeyOptions(view, { asOf, isPast: isPast(looking), table: 'details' }))}
<div class="app-columns"><div>${about(view, asOf)}</div><div>${siblings(view.siblings, looking)}${caseHolders(view)}</div></div>`,
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
    row('Unique pupil number', orNotRecorded(details.upn)),
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
  codes.length === 0 || codes.every((code) => code === 'NONE')
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

const siblingItem = (sibling: Sibling, carried: Query, asOf: Day): Html => {
  const [sentence = ''] = situationInWords(sibling.situation, { name: firstName(sibling), asOf });
  return html`<li><a class="govuk-link" href="${staffPaths.child({ childId: sibling.id }, carried)}">${childName(sibling)}</a>, ${ageInWords(sibling.age)}<br>
${sibling.together ? 'Lives in the same home.' : sentence}</li>`;
};

const caseHolders = (view: ChildView): Html => {
  const { holding } = view;
  return html`${heading(2, `Who works with ${firstName(named(view))}`)}
${summaryList({
  classes: 'app-summary--dense',
  rows: [
    row('Social worker', orNotRecorded(holding.workers.map(({ name, number }) => name ?? number).join(', '))),
    row('Team', orNotRecorded(holding.team?.name)),
    row('Service', orNotRecorded(holding.service)),
  ],
})}`;
};

export const journeyPage = (parts: ChildPageParts): Page => {
  const { view, looking } = parts;
  const { asOf } = looking.asKnown;
  const { periods } = view.journey;
  return framed(parts, {
    here: 'journey',
    title: 'Journey',
    main:
      periods.length === 0
        ? html`<p class="govuk-body">No time in care is recorded for ${firstName(named(view))}.</p>`
        : html`${journeyPicture(journeyOptions(view, { asOf, isPast: isPast(looking), table: 'plain' }))}
${heading(2, periods.length === 1 ? 'Time in care' : 'Times in care')}
${dataTable({
  caption: 'Periods of care',
  captionSize: 'hidden',
  rows: periods.toReversed(),
  dense: true,
  columns: [
    {
      key: 'starts',
      header: 'Came into care',
      cell: ({ starts, startKnown }: JourneyPeriod) =>
        startKnown ? dayInWords(starts) : `${dayInWords(starts)} or before`,
    },
    {
      key: 'need',
      header: 'Main need',
      cell: ({ need }) => orNotRecorded(need && codeTitle(CATEGORIES_OF_NEED, need)),
    },
    { key: 'left', header: 'Left care', cell: leftInWords },
    { key: 'lasted', header: 'How long', cell: ({ starts, ends }) => spanInWords(starts, ends ?? asOf) },
    {
      key: 'homes',
      header: 'Moves',
      numeric: true,
      cell: ({ homes }) => homes.filter(({ move }) => move !== undefined).length,
    },
  ],
})}`,
  });
};

const leftInWords = ({ ends, endReason }: JourneyPeriod): string =>
  ends === null
    ? 'still in care'
    : `${dayInWords(ends)}: ${reasonLeftInWords(endReason === 'X1' ? null : endReason)}`;

export const factsPage = (parts: ChildPageParts): Page => {
  const sections = factsInWords(parts.view.facts, parts.view.staff);
  return framed(parts, {
    here: 'facts',
    title: 'Record',
    main: html`<p class="govuk-body">What the returns say of ${firstName(named(parts.view))} besides homes and legal status.</p>
${sections.length === 0 && html`<p class="govuk-body app-empty">Nothing more is recorded.</p>`}
${sections.map((section) => html`<section id="${section.kind}">${heading(2, section.title)}${factTable(section)}</section>`)}`,
  });
};
