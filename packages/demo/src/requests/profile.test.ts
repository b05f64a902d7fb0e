import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ChildRecord,
  DETECTORS,
  type Detector,
  day,
  dayInShort,
  dayInWords,
  type FindingKind,
  findIdentifying,
  type Identifying,
  type Weight,
  whatIdentifies,
} from '@rightplace/domain';
import fc from 'fast-check';
import { demonstration } from '../demonstration.ts';

const { children, staff } = demonstration({ seed: 'northmarsh', asOf: day('2026-11-21') });
const byGroup = Map.groupBy(children, ({ details }) => details.siblingGroup);

interface Planted {
  readonly words: string;
  readonly kinds: readonly FindingKind[];
  readonly weight?: Weight;
}

const SCHOOL = 'Skelpwick Marsh Primary School';

const known = (child: ChildRecord): Identifying =>
  whatIdentifies({
    child,
    siblings: siblingsOf(child),
    answers: { 'school-name': SCHOOL },
    staff: [staff[0]?.name ?? ''],
    homes: [],
  });

const siblingsOf = (child: ChildRecord): readonly ChildRecord[] =>
  child.details.siblingGroup === undefined
    ? []
    : (byGroup.get(child.details.siblingGroup) ?? []).filter(({ id }) => id !== child.id);

/** Every way in which something about this child could slip into what somebody writes. */
const detailsOf = (child: ChildRecord): readonly Planted[] => {
  const { givenName, familyName, dateOfBirth, homeAddress, homePostcode, upn } = child.details;
  const NAMES: readonly FindingKind[] = ['name', 'family', 'full-name'];
  const sibling = siblingsOf(child)[0]?.details.givenName;
  return [
    ...(givenName === undefined || familyName === undefined
      ? []
      : [
          { words: givenName, kinds: NAMES },
          { words: familyName, kinds: NAMES },
          { words: `${givenName} ${familyName}`, kinds: ['full-name'], weight: 'never' } as const,
          { words: `${familyName}, ${givenName}`, kinds: ['full-name'], weight: 'never' } as const,
          { words: `${givenName.slice(0, 1)}.${familyName.slice(0, 1)}.`, kinds: ['initials'] } as const,
        ]),
    ...(dateOfBirth === undefined
      ? []
      : [
          dateOfBirth,
          dayInWords(dateOfBirth),
          dayInShort(dateOfBirth),
          dateOfBirth.split('-').toReversed().join('/'),
          dateOfBirth.split('-').toReversed().join('.'),
          dateOfBirth.split('-').toReversed().join(''),
        ].map((words) => ({ words, kinds: ['born'], weight: 'never' }) as const)),
    ...(homeAddress === undefined
      ? []
      : [{ words: homeAddress, kinds: ['address'], weight: 'never' } as const]),
    ...(homePostcode === undefined
      ? []
      : [homePostcode, homePostcode.replaceAll(' ', ''), homePostcode.replace(' ', '-')].map(
          (words) => ({ words, kinds: ['postcode'], weight: 'never' }) as const,
        )),
    ...(upn === undefined || upn.length < 4
      ? []
      : [{ words: upn, kinds: ['number'], weight: 'never' } as const]),
    { words: child.id, kinds: ['number'], weight: 'never' },
    ...(sibling === undefined ? [] : [{ words: sibling, kinds: [...NAMES] }]),
    { words: staff[0]?.name ?? '', kinds: ['staff', 'name', 'family'] },
    { words: SCHOOL, kinds: ['school'] },
    { words: 'Wickstead Fen Academy', kinds: ['school'] },
    { words: '01632 960 123', kinds: ['phone'], weight: 'never' },
    { words: 'home@example.org', kinds: ['email'], weight: 'never' },
    { words: 'www.example.org', kinds: ['link'] },
    { words: 'Mrs Thackwell', kinds: ['person', 'name', 'family', 'staff'] },
    { words: 'Tannery Walk', kinds: ['street', 'address'] },
  ];
};

/** The same said otherwise, where it stays the same to a reader. */
const OTHERWISE: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => words.toUpperCase(),
  (words) => words.normalize('NFD'),
  (words) => words.normalize('NFD').replaceAll(/\p{M}/gu, ''),
  (words) => (/\d|@/.test(words) ? words : words.replaceAll('-', ' ')),
  (words) => (/[\d@.]|^(?:Wickstead|Tannery)/.test(words) ? words : words.toLowerCase()),
];

const CARRIERS = [
  'Loves football and is proud of a goal. ',
  'A calm voice helps, ',
  'sees mum 3 times a week (',
  'Since he was 7 it has been “',
  'likes:\n',
  '',
] as const;
const ENDINGS = [', and so does a walk', '. Then it is better.', '”', ')', '\nand more', '', '’s'] as const;

const planting = fc
  .record({
    child: fc.constantFrom(...children),
    which: fc.nat(),
    otherwise: fc.constantFrom(...OTHERWISE),
    before: fc.constantFrom(...CARRIERS),
    after: fc.constantFrom(...ENDINGS),
  })
  .map(({ child, which, otherwise, before, after }) => {
    const all = detailsOf(child);
    const planted = all[which % all.length] ?? { words: '', kinds: [] };
    const isWord = !/[\d@.]/.test(planted.words);
    const end = !isWord && after === '’s' ? '' : after;
    return { child, planted, text: `${before}${otherwise(planted.words)}${end}` };
  });

const isFound = (detectors: Readonly<Record<string, Detector>>) =>
  fc.property(planting, ({ child, planted, text }) =>
    findIdentifying(
      [{ question: 'likes', label: 'Likes', paragraphs: [text] }],
      known(child),
      detectors,
    ).some(({ kind, weight }) => planted.kinds.includes(kind) && (planted.weight ?? weight) === weight),
  );

test('whatever tells who a child of the demonstration is, is found wherever it stands in what somebody wrote', () => {
  fc.assert(isFound(DETECTORS), { numRuns: 3000 });
});

/** Each finds what no other finds: without it the property above does not hold. */
const GUARDS = [
  'full-name',
  'names',
  'initials',
  'staff',
  'titled',
  'known-schools',
  'schools',
  'addresses',
  'streets',
  'postcodes',
  'phones',
  'emails',
  'links',
  'dates',
  'numbers',
] as const satisfies readonly (keyof typeof DETECTORS)[];

for (const off of GUARDS)
  test(`with the search for ${off} turned off something is missed, and this is noticed`, () => {
    const others = Object.fromEntries(Object.entries(DETECTORS).filter(([id]) => id !== off));
    assert.equal(fc.check(isFound(others), { numRuns: 3000 }).failed, true, off);
  });
