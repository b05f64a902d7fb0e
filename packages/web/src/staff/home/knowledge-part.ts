import type { FiguresHome, Gaps, Source, YearHeld } from '@rightplace/app';
import { collectionYearLabel, dayInWords, londonDayOf, type Moment, momentInWords } from '@rightplace/domain';
import { type Content, count, type Html, html } from '../../kit/index.ts';
import type { AskedMoment } from '../as-known.ts';
import { inSentence } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';

/** Lines of what is known and what is wanting. Nothing is said that is not in the record. */
const facts = (lines: readonly (Content | false)[]): Html =>
  html`<ul class="app-known-facts">${lines.filter((line) => line !== false).map((line) => html`<li>${line}</li>`)}</ul>`;

const linkTo = (href: string | undefined, text: string): Content =>
  href === undefined
    ? text
    : html`<a class="govuk-link govuk-link--no-visited-state" href="${href}">${text}</a>`;

const PARTS = {
  oc2: 'Health and behaviour of children looked after (OC2)',
  oc3: 'What young people who left care were doing (OC3)',
} as const satisfies Readonly<Record<YearHeld['part'], string>>;

/** What the return asks of health and of leaving care once a year, and whose answers are held. School is in no return. */
export const lifeChances = (held: readonly YearHeld[], cards: Html): Html =>
  html`${held.length > 0 && cards}
${
  held.length === 0
    ? html`<p class="govuk-body">The record holds no part of a return that tells of health or of leaving care, so there is no figure of them.</p>`
    : facts(
        held.map(
          ({ part, year, children }) =>
            `${PARTS[part]}: ${count(children, 'child', 'children')} in ${collectionYearLabel(year)}`,
        ),
      )
}
<p class="govuk-body-s">No record of school is kept yet.</p>`;

/** Where the figures come from and what they lack, each line leading to the children it is about. */
export const howWeKnow = ({ gaps, source, may }: FiguresHome, { query }: AskedMoment): Html => {
  const mayList = may.has('view-measure-children');
  const toChildren = (measureId: string, more: Readonly<Record<string, string>>): string | undefined =>
    mayList ? staffPaths.measureChildren({ measureId }, { ...query, ...more }) : undefined;
  return facts([
    ...sourceLines(source, may.has('view-imports')),
    ...(gaps.lookedAfter === 0
      ? []
      : gapLines(gaps, { toChildren, query, mayList: may.has('list-children') })),
  ]);
};

const gapLines = (
  gaps: Gaps,
  to: {
    readonly toChildren: (measureId: string, more: Readonly<Record<string, string>>) => string | undefined;
    readonly query: AskedMoment['query'];
    readonly mayList: boolean;
  },
): readonly (Content | false)[] => [
  gap(gaps.noDateOfBirth, {
    some: 'no date of birth recorded',
    none: 'Every child’s date of birth is recorded',
    href: to.toChildren('cla-number', { by: 'age', part: 'unknown' }),
  }),
  gap(gaps.distanceNotKnown, {
    some: 'no known distance from home',
    none: 'Every child’s distance from home is known',
    href: to.toChildren('within-20-miles', { list: 'excluded' }),
  }),
  gap(gaps.startNotKnown, {
    some: 'a start of care that is only the earliest known',
    none: 'Every child’s start of care is recorded',
    href: undefined,
  }),
  gaps.noWorker !== undefined &&
    gap(gaps.noWorker, {
      some: 'no social worker recorded',
      none: 'Every child has a social worker recorded',
      href: to.mayList ? staffPaths.children({ ...to.query, worker: 'none' }) : undefined,
    }),
];

const gap = (
  lacking: number,
  { some, none, href }: { readonly some: string; readonly none: string; readonly href: string | undefined },
): Content =>
  lacking === 0
    ? none
    : html`${linkTo(href, count(lacking, 'child', 'children'))} ${lacking === 1 ? 'has' : 'have'} ${some}`;

const yearsInWords = (years: readonly number[]): string => {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return 'A return';
  return first === last
    ? `The return of ${collectionYearLabel(first)}`
    : `The returns of ${collectionYearLabel(first)} to ${collectionYearLabel(last)}`;
};

const sourceLines = ({ lastImport, lastLearned }: Source, mayOpen: boolean): readonly Content[] => {
  const learned =
    lastLearned !== undefined && (lastImport === undefined || lastLearned.at > lastImport.at)
      ? [`The record last changed on ${momentInWords(lastLearned.at)}: ${inSentence(lastLearned.why)}`]
      : [];
  if (lastImport === undefined) return learned.length > 0 ? learned : ['No return has been taken in yet.'];
  const setAside = lastImport.setAside ?? 0;
  const importId = String(lastImport.id);
  return [
    ...learned,
    html`${linkTo(mayOpen ? staffPaths.import({ importId }) : undefined, yearsInWords(lastImport.collectionYears))} ${
      lastImport.collectionYears.length > 1 ? 'were' : 'was'
    } taken in on ${momentInWords(lastImport.at)}`,
    setAside === 0
      ? 'No row of it was set aside'
      : html`${linkTo(mayOpen ? staffPaths.import({ importId }) : undefined, count(setAside, 'row'))} of it ${setAside === 1 ? 'was' : 'were'} set aside, each with a reason and what to do`,
  ];
};

export const takenInOn = (at: Moment): string => dayInWords(londonDayOf(at));

/** What holds the record to account, for those who may see it. */
export const assurance = ({ audit, may }: Pick<FiguresHome, 'audit' | 'may'>): Html =>
  html`<p class="govuk-body">Nothing in the record is overwritten: a correction keeps what was believed before it, and every figure can be asked for as it was known on a day.</p>
${
  audit === undefined
    ? html`<p class="govuk-body">Whoever opens a child’s record or takes data out is written down.</p>`
    : facts([
        `${count(audit.entries, 'entry', 'entries')} in the audit of who saw and did what, each sealed to the one before it${
          audit.lastAt === undefined ? '' : `; the latest on ${momentInWords(audit.lastAt)}`
        }`,
      ])
}
${may.has('view-child') && html`<p class="govuk-body">Each child’s page shows who has looked at it.</p>`}`;
