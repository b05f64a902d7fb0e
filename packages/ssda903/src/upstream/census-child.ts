import type { Day } from '@rightplace/domain';
import { allIn, type Element, textIn } from './census-elements.ts';
import { readDay } from './days.ts';
import { type BirthTold, isLongBeforeBirth } from './doubts.ts';
import { detailsOf, factorsIn } from './said-of-child.ts';
import type { NotTaken, UpstreamFact, UpstreamKind } from './upstream-fact.ts';

export interface ChildTold {
  /** `counts`: it stands for an element that was read; who the child is, and factors, come along with others. */
  readonly facts: readonly { readonly fact: UpstreamFact; readonly line: number; readonly counts: boolean }[];
  readonly rows: number;
  readonly notTaken: readonly NotTaken[];
  readonly doubts: readonly NotTaken[];
  readonly birth: BirthTold | undefined;
  readonly unknown: readonly string[];
}

/** Groups of the census that hold nothing measures are worked out from; any other that is met is named in a note. */
const KNOWN = new Set(
  'childidentifiers childcharacteristics cindetails assessments cinplandates section47 childprotectionplans'.split(
    ' ',
  ),
);

/** What the census says of one child: who it is, and each episode of need with its assessments, enquiries and plans. */
export const factsOfChild = (file: string, child: Element, latest: Day): ChildTold => {
  const facts: { fact: UpstreamFact; line: number; counts: boolean }[] = [];
  const notTaken: NotTaken[] = [];
  const identifiers = allIn(child, 'ChildIdentifiers')[0];
  const id = textIn(identifiers, 'LAchildID');
  const details = allIn(child, 'CINdetails');
  const unknown = child.children.filter(({ name }) => !KNOWN.has(name)).map(({ name }) => name);
  let rows = 0;

  const aside = (line: number, column: string, reason: string, todo: string): undefined => {
    notTaken.push({ file, line, child: id || null, column, reason, todo });
  };

  /** The fact that an element stands for, or undefined once it is said why there is none. */
  const stretch = (
    within: Element,
    { kind, starts, ends, key = '', days = {}, detail = {} }: Stretch,
  ): UpstreamFact | undefined => {
    rows++;
    if (id === '')
      return aside(within.line, 'LAchildID', 'The child has no LAchildID.', 'Say which child it is.');
    const found = new Map<string, Day | null>();
    for (const name of [starts, ...(ends === undefined ? [] : [ends]), ...Object.values(days)]) {
      const read = readDay(textIn(within, name), latest);
      if (read.kind === 'trouble') return aside(within.line, name, `${name}: ${read.reason}`, read.todo);
      found.set(name, read.kind === 'day' ? read.day : null);
    }
    const began = found.get(starts) ?? null;
    if (began === null) return aside(within.line, starts, `It has no ${starts}.`, 'Say the day.');
    for (const [name, on] of found)
      if (on !== null && on < began)
        return aside(
          within.line,
          name,
          `${name} is before ${starts}.`,
          'Put the wrong one of the two days right.',
        );
    const dayDetails = Object.entries(days).flatMap(([name, from]) => {
      const on = found.get(from) ?? null;
      return on === null ? [] : [[name, on] as const];
    });
    const texts = Object.entries(detail).filter(([, text]) => text !== '');
    const fact: UpstreamFact = {
      kind,
      child: id,
      starts: began,
      ends: ends === undefined ? null : (found.get(ends) ?? null),
      key,
      detail: Object.fromEntries([...dayDetails, ...texts]),
    };
    facts.push({ fact, line: within.line, counts: true });
    return fact;
  };

  for (const episode of details) {
    const isOnlyReferral = /^(?:1|true)$/i.test(textIn(episode, 'ReferralNFA'));
    const source = textIn(episode, 'ReferralSource');
    const need = stretch(episode, {
      // A referral with no further action is none of the time in need.
      kind: isOnlyReferral ? 'referral' : 'in-need',
      starts: 'CINreferralDate',
      ...(isOnlyReferral ? {} : { ends: 'CINclosureDate' }),
      ...(isOnlyReferral
        ? { key: source, detail: { noFurtherAction: 'yes' } }
        : { detail: { need: textIn(episode, 'PrimaryNeedCode') } }),
    });
    if (need !== undefined && !isOnlyReferral)
      facts.push({
        fact: { ...need, kind: 'referral', ends: null, key: source, detail: { noFurtherAction: 'no' } },
        line: episode.line,
        counts: false,
      });
    for (const each of allIn(episode, 'Assessments')) {
      const assessment = stretch(each, {
        kind: 'assessment',
        starts: 'AssessmentActualStartDate',
        ends: 'AssessmentAuthorisationDate',
      });
      if (assessment === undefined) continue;
      for (const fact of factorsIn(assessment, factorText(each)))
        facts.push({ fact, line: each.line, counts: false });
    }
    for (const each of allIn(episode, 'Section47'))
      stretch(each, {
        kind: 'section-47',
        starts: 'S47ActualStartDate',
        days: { conferenceOn: 'DateOfInitialCPC' },
      });
    for (const each of allIn(episode, 'ChildProtectionPlans'))
      stretch(each, {
        kind: 'protection-plan',
        starts: 'CPPstartDate',
        ends: 'CPPendDate',
        detail: {
          category: textIn(each, 'InitialCategoryOfAbuse', 'InitialCPPcategory'),
          previousPlans: textIn(each, 'NumberOfPreviousCPP'),
        },
      });
  }
  const doubts: NotTaken[] = [];
  const birth = readDay(textIn(identifiers, 'PersonBirthDate'), latest);
  const where = { file, line: child.line, child: id || null, column: BIRTH };
  if (birth.kind === 'trouble')
    doubts.push({ ...where, reason: birth.reason, todo: `${birth.todo} It was left out.` });
  const born = birth.kind === 'day' ? birth.day : undefined;
  for (const { fact, line, counts } of facts)
    if (counts && born !== undefined && fact.starts !== null && isLongBeforeBirth(fact.starts, born))
      doubts.push({
        ...where,
        line,
        reason: `${fact.starts} is long before the day of birth, ${born}.`,
        todo: 'Put the wrong one of the two days right. It counts as it is.',
      });
  if (id !== '' && details.length > 0) {
    const fact = detailsOf(id, {
      birth,
      sex: textIn(identifiers, 'Sex', 'GenderCurrent'),
      ethnicity: textIn(allIn(child, 'ChildCharacteristics')[0], 'Ethnicity'),
    });
    facts.push({ fact, line: child.line, counts: false });
  }
  return {
    facts,
    rows,
    notTaken,
    doubts,
    birth:
      born === undefined || id === ''
        ? undefined
        : { child: id, birth: born, file, line: child.line, column: BIRTH },
    unknown,
  };
};

const BIRTH = 'PersonBirthDate';

interface Stretch {
  readonly kind: UpstreamKind;
  readonly starts: string;
  readonly ends?: string;
  readonly key?: string;
  readonly days?: Readonly<Record<string, string>>;
  readonly detail?: Readonly<Record<string, string>>;
}

/** Each factor is an AssessmentFactors of its own, or all are written in one. */
const factorText = (assessment: Element): string =>
  allIn(assessment, 'FactorsIdentifiedAtAssessment')
    .flatMap((group) => [
      group.texts.join(''),
      ...allIn(group, 'AssessmentFactors').map(({ texts }) => texts.join('')),
    ])
    .join(' ');
