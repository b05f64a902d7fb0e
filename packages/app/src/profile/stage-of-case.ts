import {
  type Approach,
  chosenToldItIsOver,
  type Day,
  type Disclosure,
  dayInWords,
  disclosureStands,
  hasLeftHomeOf,
  isLaterStage,
  type LaterStage,
  LEGAL_STATUSES,
  lastApproval,
  lastApprovalDenied,
  type Moment,
  momentInWords,
  type ProfileStage,
  parseDay,
  recipientsAt,
  stateMeaning,
  tellThemFirst,
} from '@rightplace/domain';
import type { FoundCase } from '../cases/find-case.ts';

/** The day of the move as it was confirmed last, in words; undefined while it is not. */
export const moveInWords = ({ now }: Pick<FoundCase, 'now'>): string | undefined => {
  const approved = lastApproval(now.events)?.number ?? Number.POSITIVE_INFINITY;
  const said = now.events.findLast(
    ({ step, number }) => number > approved && (step === 'confirm-move' || step === 'move-first'),
  )?.said['moves-on'];
  const on = typeof said === 'string' ? parseDay(said) : undefined;
  return on === undefined ? undefined : `Moves in on ${dayInWords(on)}`;
};

/** By what the child is in care on a day, in words; undefined for one who is not. */
export const legalStatusOn = ({ child }: Pick<FoundCase, 'child'>, on: Day): string | undefined => {
  const code = child.legalStatuses.findLast(
    ({ starts, ends }) => starts <= on && (ends === null || ends > on),
  )?.status;
  return Object.entries<{ readonly title: string }>(LEGAL_STATUSES.codes).find(([one]) => one === code)?.[1]
    .title;
};

/** Whoever may be sent a stage now, and what they were sent of it before. */
export interface Recipient {
  readonly approach: number;
  readonly provider: string;
  readonly home: string | undefined;
  /** By the portal they read it there; to everybody else an officer sends it. */
  readonly channel: 'portal' | 'email';
  /** The last that was sent to them of this stage and still stands. */
  readonly sent: Disclosure | undefined;
}

/** Something that was sent of later stages, and to whom. */
export interface SentStage {
  readonly approach: number;
  readonly provider: string;
  readonly disclosure: Disclosure;
  readonly stands: boolean;
}

type OfSearch = Pick<FoundCase, 'now' | 'search' | 'child'>;

/** Whether by the record the child does not live in the home that was chosen: what was sent for it is read by nobody any more. */
const livesElsewhere = ({ now, search, child }: OfSearch): boolean =>
  hasLeftHomeOf(now, child.placements) || search?.moved === 'another-home';

const standingOf = ({ now, search, child }: OfSearch) =>
  search === undefined ? undefined : { now, search: search.standing.search, homes: child.placements };

export const sentOf = (found: OfSearch, stage: LaterStage): readonly SentStage[] => {
  const standing = standingOf(found);
  return standing === undefined
    ? []
    : standing.search.approaches.flatMap(({ number, provider, disclosed }) =>
        disclosed
          .filter((one) => one.stage === stage)
          .map((disclosure) => ({
            approach: number,
            provider,
            disclosure,
            stands: !livesElsewhere(found) && disclosureStands(disclosure, number, standing),
          })),
      );
};

/** Of somebody in the register who was asked there, it is read there. */
export const channelTo = ({ channel, providerId }: Approach): Recipient['channel'] =>
  channel === 'portal' && providerId !== undefined ? 'portal' : 'email';

export const recipientsOf = (found: OfSearch, stage: LaterStage): readonly Recipient[] => {
  const standing = standingOf(found);
  if (standing === undefined || livesElsewhere(found)) return [];
  const sent = sentOf(found, stage).filter(({ stands }) => stands);
  return recipientsAt(stage, standing.now, standing.search).map((approach) => ({
    approach: approach.number,
    provider: approach.provider,
    home: approach.home,
    channel: channelTo(approach),
    sent: sent.findLast((one) => one.approach === approach.number)?.disclosure,
  }));
};

const NOBODY_YET: Readonly<Record<LaterStage, string>> = {
  shortlist:
    'No provider is on the shortlist yet: share an offer with the social worker first. What is written here can be got ready.',
  match:
    'No home stands approved by the director, so nobody is told who the child is. What is written here can be got ready.',
};

/** Of a child who has moved in on a word that is denied since: the home has them, and is told no more on it. */
const onDeniedWord = (denied: Moment): string =>
  `The approval of this home was denied on ${momentInWords(denied)}, after the child had moved in, so nothing more of who the child is goes out. What the home was sent before that it reads on while the child lives there. More goes out once a director approves the home where the child lives.`;

const whyNobody = ({ now, search }: FoundCase, stage: LaterStage): string => {
  const denied = stage === 'match' && now.state === 'moved' ? lastApprovalDenied(now.events) : undefined;
  if (denied !== undefined) return onDeniedWord(denied);
  const over =
    stage === 'match' && search !== undefined ? chosenToldItIsOver(now, search.standing.search) : undefined;
  return over === undefined ? NOBODY_YET[stage] : tellThemFirst(over);
};

/** Whatever is still being written is not sent, what is over is not either, and a later stage only where somebody may have it. */
export const whyNotNow = (found: FoundCase, stage: ProfileStage = 'profile'): string | undefined => {
  const { workflow, now } = found;
  if (workflow.writing.in.includes(now.state))
    return 'The request is still being written. It can be approved once it is with the placements team.';
  if (stateMeaning(workflow, now.state).ended === true)
    return 'The search is over, so nothing more goes out about this child.';
  if (livesElsewhere(found))
    return 'By the record the child does not live in the home that this search came to, so nothing more goes out about them. Write the outcome and close the search.';
  return isLaterStage(stage) && recipientsOf(found, stage).length === 0 ? whyNobody(found, stage) : undefined;
};
