import type { Block, DocumentToWrite, Fact } from '@rightplace/documents';
import {
  type Answers,
  type Authorisation,
  answersInWords,
  type CaseNow,
  type ChildDetails,
  type ChildId,
  chronologyOf,
  type Day,
  DUTIES,
  dayInWords,
  ENTRY_EVIDENCE,
  londonDayOf,
  type Moment,
  momentInWords,
  PALAC,
  type PanelView,
  questionsOf,
} from '@rightplace/domain';
import type { CaseChild } from '../cases/find-case.ts';
import { fingerprintInGroups } from './fingerprint.ts';

/** What a certificate is made of, all of it from the record. */
export interface CertificateContent {
  readonly caseId: number;
  readonly authority: string;
  readonly demonstration: boolean;
  readonly child: CaseChild & { readonly details: ChildDetails };
  readonly now: CaseNow;
  readonly authorisation: Authorisation;
  /** What the request held when the director decided. */
  readonly answers: Answers;
  /** What the Entry to Care Panel thought, where the authority asked it before. */
  readonly panelView: PanelView | undefined;
  readonly nameOf: (person: string) => string;
  readonly fingerprint: string;
  readonly madeAt: Moment;
  /** Who opened it: "Jo Park, social worker". */
  readonly openedBy: string;
}

const SEX = { F: 'Female', M: 'Male', U: 'Not known' } as const;

const QUESTIONS = new Map(questionsOf(ENTRY_EVIDENCE).map((question) => [question.name, question]));

/** Answers to some of the request's questions as facts, in the order given. */
const factsOf = (answers: Answers, names: readonly string[]): readonly Fact[] => {
  const asked = names.map((name) => QUESTIONS.get(name)).filter((one) => one !== undefined);
  return answersInWords(asked, answers).map(({ label, paragraphs }) => ({ label, paragraphs }));
};

const standingPart = ({ authorisation, now, nameOf }: CertificateContent): readonly Block[] => {
  const { standing } = authorisation;
  switch (standing.kind) {
    case 'lapsed':
      return [
        {
          kind: 'notice',
          text: 'This authorisation has lapsed',
          more: 'The child had not come into care in time. No home may be found on it: care would have to be asked for again.',
        },
      ];
    case 'withdrawn': {
      const line = chronologyOf(PALAC, now, nameOf).find(({ number }) => number === standing.event.number);
      const why = line?.said.flatMap(({ paragraphs }) => paragraphs).join('\n') ?? '';
      return [
        {
          kind: 'notice',
          text: 'This authorisation was withdrawn',
          more: `On ${momentInWords(standing.event.at)}. No home may be found on it.\n${why}`,
        },
      ];
    }
    case 'used':
      return [
        {
          kind: 'paragraph',
          isStrong: true,
          text: `The child has come into care on this authorisation, as was recorded on ${momentInWords(standing.at)}.`,
        },
      ];
    case 'in-force':
      return standing.lapsesAfter === undefined
        ? []
        : [
            {
              kind: 'paragraph',
              isStrong: true,
              text: `It lapses if the child has not come into care by the end of ${dayInWords(standing.lapsesAfter)}.`,
            },
          ];
  }
};

const childPart = ({ child, answers }: CertificateContent): readonly Block[] => {
  const { details, name, id, age, dateOfBirth } = child;
  const fact = (label: string, ...paragraphs: readonly (string | undefined)[]): readonly Fact[] => {
    const said = paragraphs.filter((one) => one !== undefined);
    return said.length === 0 ? [] : [{ label, paragraphs: said }];
  };
  const old =
    age === undefined || age < 1 ? 'under 1 year old' : age === 1 ? '1 year old' : `${age} years old`;
  const born = dateOfBirth === undefined ? undefined : `${dayInWords(dateOfBirth)} (${old})`;
  const { sex, expectedOn, homeAddress, homePostcode } = details;
  return [
    { kind: 'heading', level: 1, text: 'The child' },
    {
      kind: 'facts',
      facts: [
        ...fact('Name', name ?? 'Not recorded'),
        ...fact('Born', born),
        ...fact('Expected', expectedOn && dayInWords(expectedOn)),
        ...fact('Sex', sex && SEX[sex]),
        ...fact('Number', id),
        ...fact('Home', homeAddress, homePostcode),
        ...factsOf(answers, ['siblings']),
      ],
    },
  ];
};

const authorisedPart = ({
  authorisation,
  authority,
  child,
  answers,
}: CertificateContent): readonly Block[] => {
  const { event } = authorisation;
  const asks = PALAC.steps.find(({ id }) => id === event.step)?.asks ?? [];
  const conditions = answersInWords(asks, event.said);
  return [
    { kind: 'heading', level: 1, text: 'What was authorised' },
    {
      kind: 'paragraph',
      text: `On ${dayInWords(londonDayOf(event.at))} ${authority} authorised that ${child.name ?? `child ${child.id}`} comes into its care, on the basis and the conditions below.`,
    },
    {
      kind: 'facts',
      facts: [
        ...factsOf(answers, ['legal-basis', 'consent', 'needed-from']),
        ...(conditions.length === 0 ? [{ label: 'Conditions', paragraphs: ['None'] }] : conditions),
      ].map(({ label, paragraphs }) => ({ label, paragraphs })),
    },
  ];
};

const decisionsPart = ({ authorisation, now, nameOf }: CertificateContent): readonly Block[] => [
  { kind: 'heading', level: 1, text: 'Who decided' },
  ...chronologyOf(PALAC, now, nameOf)
    .filter(({ number }) => number <= authorisation.events.length)
    .toReversed()
    .flatMap(({ sentence, at, said }): readonly Block[] => [
      { kind: 'heading', level: 2, text: sentence },
      {
        kind: 'facts',
        facts: [
          { label: 'When', paragraphs: [momentInWords(at)] },
          ...said.map(({ label, paragraphs }) => ({ label, paragraphs })),
        ],
      },
    ]),
];

const panelPart = ({ panelView }: CertificateContent): readonly Block[] =>
  panelView === undefined
    ? []
    : [
        { kind: 'heading', level: 1, text: 'The view of the Entry to Care Panel' },
        { kind: 'paragraph', text: `${panelView.title}. ${panelView.line.sentence}.` },
        {
          kind: 'facts',
          facts: [
            { label: 'Meeting', paragraphs: [dayInWords(panelView.on)] },
            ...panelView.line.said.map(({ label, paragraphs }) => ({ label, paragraphs })),
          ],
        },
      ];

const dutiesPart = ({ answers }: CertificateContent): readonly Block[] => [
  { kind: 'heading', level: 1, text: 'Duties when a child comes into care' },
  {
    kind: 'table',
    caption: 'As the request had them when it was authorised',
    columns: [
      { title: 'Duty', share: 3 },
      { title: 'Where the law says so', share: 3 },
      { title: 'Recorded', share: 1.4 },
      { title: 'Why, or by when', share: 3 },
    ],
    rows: Object.entries(DUTIES).map(([name, { title, source }]) => {
      const [answer] = factsOf(answers, [name]);
      const [why] = factsOf(answers, [`${name}-why`]);
      return [
        title,
        source,
        answer?.paragraphs.join(' ') ?? 'Not answered',
        why?.paragraphs.join('\n') ?? '',
      ];
    }),
  },
];

const copyPart = ({ caseId, madeAt, openedBy, fingerprint }: CertificateContent): readonly Block[] => [
  { kind: 'heading', level: 1, text: 'This copy' },
  {
    kind: 'facts',
    facts: [
      { label: 'Request', paragraphs: [`Number ${caseId}, ${PALAC.title.toLowerCase()}`] },
      { label: 'Made from the record', paragraphs: [`${momentInWords(madeAt)}, opened by ${openedBy}`] },
      { label: 'Fingerprint', paragraphs: [fingerprintInGroups(fingerprint)] },
    ],
  },
  {
    kind: 'paragraph',
    text: 'Each person decided in the record under their own name, so it needs no signature. To check a copy against the record, open the request, choose “Authorisation certificate” and enter the fingerprint. It stays the same when the authorisation is used, lapses or is withdrawn: the record says which.',
  },
];

/** The file's name holds nobody's. */
export const certificateFileName = (caseId: number, on: Day): string => `authorisation-${caseId}-${on}.docx`;

/** The authorisation as one document: the page shows it, and Word opens it. */
export const certificateOf = (content: CertificateContent): DocumentToWrite => ({
  title: `Authorisation to come into care, request ${content.caseId}`,
  authority: content.authority,
  ...(content.demonstration ? { mark: 'Demonstration: every person and place is invented' } : {}),
  foot: `Authorisation to come into care, request ${content.caseId}`,
  madeAt: content.madeAt,
  blocks: [
    { kind: 'title', caption: content.authority, text: 'Authorisation to come into care' },
    ...standingPart(content),
    ...childPart(content),
    ...authorisedPart(content),
    ...decisionsPart(content),
    ...panelPart(content),
    ...dutiesPart(content),
    ...copyPart(content),
  ],
});

/** What a fingerprint is of: what was decided on whom and on what. Not how it stands now, or who opened it when. */
export const certifiedContent = ({
  caseId,
  child,
  authorisation,
  answers,
  panelView,
}: Pick<CertificateContent, 'caseId' | 'authorisation' | 'answers' | 'panelView'> & {
  readonly child: { readonly id: ChildId; readonly details: ChildDetails };
}) => ({
  request: caseId,
  workflow: [PALAC.id, PALAC.version],
  child: [child.id, child.details.givenName, child.details.familyName, child.details.dateOfBirth],
  answers,
  // Left out where there is none: what was certified without a panel says what it said.
  ...(panelView === undefined
    ? {}
    : { panel: { on: panelView.on, event: { ...panelView.event, key: null } } }),
  events: authorisation.events.map(({ key: _, ...event }) => event),
});
