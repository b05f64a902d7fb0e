import type { Block, DocumentToWrite, Fact } from '@rightplace/documents';
import { writeDocument } from '@rightplace/documents';
import {
  addDays,
  answersInWords,
  type ChildRefusal,
  dayInWords,
  formatWeekly,
  type LineByMove,
  londonDayOf,
  type Moment,
  nightsInPrice,
  OFFER_QUESTIONS,
  type PriceLine,
  pencePerWeek,
  textSaid,
} from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type AgreementView, openAgreement } from './agreement-view.ts';

export interface AgreementDocument {
  readonly kind: 'agreement-document';
  readonly view: AgreementView;
  readonly document: DocumentToWrite;
}

const lastNight = ({ ends }: PriceLine): string =>
  ends === null ? 'As long as the child lives there' : dayInWords(addDays(ends, -1));

const priceTable = (lines: readonly PriceLine[]): Block => ({
  kind: 'table',
  columns: [
    { title: 'What', share: 3 },
    { title: 'A week', share: 2 },
    { title: 'First night', share: 2 },
    { title: 'Last night', share: 2 },
  ],
  rows: lines.map((line) => [
    line.name,
    formatWeekly(pencePerWeek(line.weekly)),
    dayInWords(line.starts),
    lastNight(line),
  ]),
});

/** Why each addition is paid, once whatever its price became. */
const whyAdded = (lines: readonly PriceLine[]): readonly Block[] => {
  const items = new Set(lines.flatMap(({ name, why }) => (why === undefined ? [] : [`${name}: ${why}`])));
  return items.size === 0
    ? []
    : [
        { kind: 'paragraph', text: 'Why it is added to the core fee:' },
        { kind: 'list', items: [...items] },
      ];
};

/** That the child came on another day than was agreed, and what moved with it. */
const putFromMovePart = ({ putFromMove, terms: { starts } }: AgreementView): readonly Block[] =>
  putFromMove === undefined
    ? []
    : [
        {
          kind: 'paragraph',
          text: `The price was agreed from ${dayInWords(putFromMove.agreedFrom)} and runs from the move on ${dayInWords(starts)}.`,
        },
        ...(putFromMove.lines.length === 0
          ? []
          : [
              {
                kind: 'list',
                items: putFromMove.lines.map(
                  ({ name, agreed }) => `${name} moved with it: it was agreed for ${nightsOf(agreed)}.`,
                ),
              } as const,
            ]),
      ];

const nightsOf = ({ starts, ends }: LineByMove['agreed']): string =>
  ends === null
    ? `the nights from ${dayInWords(starts)}`
    : `the nights from ${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}`;

const fact = (label: string, ...paragraphs: readonly string[]): Fact => ({ label, paragraphs });

/** Who signs: the provider for the home, where the search says who that is. */
const signsFor = ({ home, with: { provider } }: AgreementView): string =>
  provider === undefined || provider === home ? home : `${provider}, for ${home}`;

/** On which terms it is priced is said only where the agreement names no framework or contract: the one says the other. */
const ofProvider = ({
  home,
  terms: { words },
  with: { provider, urn, terms },
}: AgreementView): readonly Fact[] => [
  ...(provider === undefined || provider === home ? [] : [fact('Provider', provider)]),
  ...(urn === undefined ? [] : [fact('Ofsted number', urn)]),
  ...(terms === undefined || textSaid(words['bought-under']) !== ''
    ? []
    : [fact('On which terms it is priced', terms)]),
];

const signatures = (home: string, authority: string): Block => ({
  kind: 'table',
  columns: [
    { title: 'Signed for', share: 3 },
    { title: 'Name and position', share: 3 },
    { title: 'Signature', share: 3 },
    { title: 'Day', share: 2 },
  ],
  rows: [
    [home, '', '', ''],
    [authority, '', '', ''],
  ],
});

const addressOf = ({ offered }: AgreementView): readonly Fact[] => {
  const { address, postcode } = offered?.said ?? {};
  const where = [textSaid(address), textSaid(postcode)].filter((one) => one !== '');
  return where.length === 0 ? [] : [fact('Address of the home', where.join(', '))];
};

const PROMISED = ['staff', 'education', 'therapies'];
const PROMISES = OFFER_QUESTIONS.filter(({ name }) => PROMISED.includes(name));

/** What else the provider offered: of the price and of what it covers the agreement has its own words. */
const offeredPart = ({ offered }: AgreementView): readonly Block[] => {
  const said = answersInWords(PROMISES, offered?.said ?? {});
  return said.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'What the provider offered' },
        { kind: 'facts', facts: said.map(({ label, paragraphs }) => ({ label, paragraphs })) },
      ];
};

const documentOf = (
  view: AgreementView,
  { authority, person }: SignedIn,
  madeAt: Moment,
): DocumentToWrite => {
  const { child, home, terms, words, caseId, id, version } = view;
  const expected = terms.expectedEnd === null ? 'Not said' : dayInWords(terms.expectedEnd);
  return {
    title: `Individual placement agreement ${id}`,
    authority: authority.name,
    ...(authority.demonstration ? { mark: 'Demonstration. Everybody in it is invented.' } : {}),
    foot: `Agreement ${id}, version ${version}, made by ${person.name} on ${dayInWords(londonDayOf(madeAt))}`,
    madeAt,
    blocks: [
      {
        kind: 'title',
        text: 'Individual placement agreement',
        caption: `${authority.name}. Agreement ${id}, version ${version}`,
      },
      {
        kind: 'facts',
        facts: [
          fact(
            'Child',
            ...[
              child.name,
              child.dateOfBirth && `Born ${dayInWords(child.dateOfBirth)}`,
              `Number ${child.id}`,
            ].filter((one) => one !== undefined),
          ),
          fact('Home', home),
          ...addressOf(view),
          ...ofProvider(view),
          fact('Placing authority', authority.name),
          fact('The price runs from', `The night of ${dayInWords(terms.starts)}`),
          fact('Expected to go on until', expected),
          fact('Search', `Number ${caseId}`),
        ],
      },
      { kind: 'heading', level: 1, text: 'What is paid' },
      priceTable(nightsInPrice(terms)),
      ...putFromMovePart(view),
      ...whyAdded(terms.lines),
      {
        kind: 'paragraph',
        text: 'Each night is a seventh of a week. The night of the move is the first that is paid; the night of the leaving is not. Nothing is paid before the child has moved in or after the placement has ended. An addition that begins with the price begins with the night of the move, whichever day that is, and is paid for as many nights as are said here. Any other keeps its nights. It ends on its last night, unless it is agreed anew in writing.',
      },
      ...(terms.absences.length === 0
        ? []
        : [
            {
              kind: 'list',
              items: terms.absences.map(
                ({ starts, ends, percent }) =>
                  `While the child was away from ${dayInWords(starts)} to ${ends === null ? 'now' : dayInWords(addDays(ends, -1))}, ${percent}% is paid.`,
              ),
            } as const,
          ]),
      { kind: 'heading', level: 1, text: 'What was agreed' },
      { kind: 'facts', facts: words.map(({ label, paragraphs }) => ({ label, paragraphs })) },
      ...offeredPart(view),
      { kind: 'heading', level: 1, text: 'Signatures' },
      signatures(signsFor(view), authority.name),
    ],
  };
};

/** The agreement as a document to read, print and sign. */
export const agreementDocument = async (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<AgreementDocument | ChildRefusal | undefined> => {
  const view = await openAgreement(world, signedIn, id);
  if (view === undefined || view.kind === 'refused') return view;
  return { kind: 'agreement-document', view, document: documentOf(view, signedIn, world.now()) };
};

/** The same as a Word file. */
export const agreementFile = async (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<
  { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array } | ChildRefusal | undefined
> => {
  const made = await agreementDocument(world, signedIn, id);
  return made === undefined || made.kind === 'refused'
    ? made
    : {
        kind: 'file',
        name: `placement-agreement-${id}-version-${made.view.version}.docx`,
        bytes: await writeDocument(made.document),
      };
};
