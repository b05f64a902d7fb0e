import { day } from '@rightplace/domain';
import { writeWorkbook } from '@rightplace/spreadsheet';
import type { UpstreamFact } from '../src/upstream/upstream-fact.ts';
import { listsOf } from '../src/upstream/write-lists.ts';

export const aFact = (
  kind: UpstreamFact['kind'],
  child: string,
  said: { readonly starts?: string; readonly ends?: string; readonly key?: string } & {
    readonly detail?: UpstreamFact['detail'];
  } = {},
): UpstreamFact => ({
  kind,
  child,
  starts: said.starts === undefined ? null : day(said.starts),
  ends: said.ends === undefined ? null : day(said.ends),
  key: said.key ?? '',
  detail: said.detail ?? {},
});

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** One sheet a list, as Annex A is handed over. */
export const asWorkbook = (facts: readonly UpstreamFact[], name = 'Annex A.xlsx') =>
  writeWorkbook(
    listsOf(facts).map((list) => ({
      name: list.name,
      columns: list.headings.map((title) => ({ title })),
      rows: list.rows,
    })),
  ).then((bytes) => ({ name, bytes }));

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** One file a list. */
export const asCsv = (facts: readonly UpstreamFact[]) =>
  listsOf(facts).map(({ name, headings, rows }) => ({
    name: `${name}.csv`,
    bytes: bytesOf([headings, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')),
  }));

const tag = (name: string, content: string | null | undefined): string =>
  content === undefined || content === null || content === '' ? '' : `<${name}>${content}</${name}>`;

/** The census of the same children: one episode of need each holds all that is said of the child. */
export const asCensus = (facts: readonly UpstreamFact[], referenceDay: string, name = 'CIN.xml') => {
  const children = Map.groupBy(facts, ({ child }) => child);
  const text = [...children].map(([id, told]) => {
    const of = (kind: UpstreamFact['kind']) => told.filter((fact) => fact.kind === kind);
    const [who] = of('child');
    const [need] = of('in-need');
    const inside = [
      ...of('assessment').map((fact) =>
        tag(
          'Assessments',
          tag('AssessmentActualStartDate', fact.starts) +
            tag('AssessmentAuthorisationDate', fact.ends) +
            tag(
              'FactorsIdentifiedAtAssessment',
              of('factor')
                .filter(({ starts }) => starts === (fact.ends ?? fact.starts))
                .map(({ key }) => tag('AssessmentFactors', key))
                .join(''),
            ),
        ),
      ),
      ...of('section-47').map((fact) =>
        tag(
          'Section47',
          tag('S47ActualStartDate', fact.starts) + tag('DateOfInitialCPC', fact.detail['conferenceOn']),
        ),
      ),
      ...of('protection-plan').map((fact) =>
        tag(
          'ChildProtectionPlans',
          tag('CPPstartDate', fact.starts) +
            tag('CPPendDate', fact.ends) +
            tag('InitialCategoryOfAbuse', fact.detail['category']) +
            tag('NumberOfPreviousCPP', fact.detail['previousPlans']),
        ),
      ),
    ].join('\n');
    return `<Child><ChildIdentifiers>${tag('LAchildID', id)}${tag('PersonBirthDate', who?.detail['dateOfBirth'])}${tag('Sex', who?.detail['sex'])}</ChildIdentifiers>
<ChildCharacteristics>${tag('Ethnicity', who?.detail['ethnicity'])}</ChildCharacteristics>
<CINdetails>${tag('CINreferralDate', need?.starts)}${tag('CINclosureDate', need?.ends)}${tag('PrimaryNeedCode', need?.detail['need'])}<ReferralNFA>0</ReferralNFA>
${inside}</CINdetails></Child>`;
  });
  return {
    name,
    bytes: bytesOf(`<?xml version="1.0" encoding="UTF-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>${referenceDay}</ReferenceDate></CollectionDetails></Header>
<Children>${text.join('\n')}</Children></Message>`),
  };
};

/** Four children as the front door, an enquiry and a plan would tell of them. */
export const SOME_FACTS: readonly UpstreamFact[] = [
  aFact('child', 'U1', { detail: { dateOfBirth: '2015-03-02', sex: 'F', ethnicity: 'WBRI' } }),
  aFact('child', 'U2', { detail: { dateOfBirth: '2012-11-30', sex: 'M', ethnicity: 'BCRB' } }),
  aFact('contact', 'U1', { starts: '2026-01-12', key: '1A: Individual, "family"' }),
  aFact('referral', 'U1', { starts: '2026-01-13', key: '2B' }),
  aFact('assessment', 'U1', { starts: '2026-01-14', ends: '2026-02-20' }),
  aFact('factor', 'U1', { starts: '2026-02-20', key: '3A' }),
  aFact('factor', 'U1', { starts: '2026-02-20', key: '4B' }),
  aFact('section-47', 'U1', { starts: '2026-01-20', detail: { conferenceOn: '2026-02-09' } }),
  aFact('section-47', 'U2', { starts: '2026-03-03' }),
  aFact('in-need', 'U1', { starts: '2026-01-13', detail: { need: 'N1' } }),
  aFact('in-need', 'U2', { starts: '2025-06-01', ends: '2026-03-10', detail: { need: 'N4' } }),
  aFact('protection-plan', 'U1', { starts: '2026-02-09', detail: { category: 'NEG', previousPlans: '1' } }),
];
