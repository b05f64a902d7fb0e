import {
  type Approach,
  dayInWords,
  isPastReplyBy,
  type LaterStage,
  type Moment,
  type PortalReferral,
  type ReferralStanding,
  type SaidByProvider,
  type ToldChosen,
} from '@rightplace/domain';
import { type Html, html, status } from '../kit/index.ts';
import { providerPaths } from './paths.ts';

/** What a provider is told became of it, in words for them. */
export const OUTCOME_TO_PROVIDERS: Readonly<Record<string, string>> = {
  shortlisted: 'Your offer is being considered with few others.',
  chosen: 'Your offer was chosen. The placements team will speak to you about what comes next.',
  'not-chosen': 'Your home was not chosen.',
  closed: 'The search is over.',
};

/** That a search is over, to whoever was asked and not told more. */
export const SEARCH_ENDED = 'This search has ended. No home is looked for any more, and no answer is needed.';

/** Told last of what is final: nothing that the search came to since says more to them. */
const FINAL: ReadonlySet<string> = new Set(['not-chosen', 'closed']);

/** What is over for a provider that was told something else before, or nothing. */
export const endedUntold = ({ approach: { outcome }, told }: PortalReferral): boolean =>
  told?.kind === 'ended' && (outcome === undefined || !FINAL.has(outcome.outcome));

export const CHOSEN = 'Your offer was chosen and approved.';

const MOVE_UNCONFIRMED = 'That the child has moved in is not confirmed here. Ask the placements team.';

/** Where their own offer stands after it was chosen and approved, in one sentence for each thing that was told. */
export const chosenInWords = ({
  home,
  contractSentOn,
  isSigned,
  movedOn,
  isMoveUnconfirmed,
}: ToldChosen): readonly [first: string, ...rest: string[]] => [
  movedOn === undefined ? CHOSEN : `${CHOSEN} The child moved in on ${dayInWords(movedOn)}.`,
  ...(home === undefined ? [] : [`The home is ${home}.`]),
  ...(contractSentOn === undefined
    ? []
    : [
        `The contract was sent to you on ${dayInWords(contractSentOn)}${isSigned ? ', and both have signed it' : ''}.`,
      ]),
  ...(isMoveUnconfirmed ? [MOVE_UNCONFIRMED] : []),
];

const idsOf = ({
  caseId,
  approach,
}: Pick<PortalReferral, 'caseId'> & { readonly approach: Pick<Approach, 'number'> }) => ({
  caseId: String(caseId),
  entry: String(approach.number),
});

export const referralAddress = (referral: PortalReferral): string => providerPaths.referral(idsOf(referral));

export const answerAddress = (
  referral: PortalReferral,
  kind: SaidByProvider,
  query: { readonly offer?: number; readonly from?: number } = {},
): string => providerPaths.answerReferral({ ...idsOf(referral), kind }, query);

/** What is sent after the first profile, in words for whoever reads it. */
export const STAGES_TO_PROVIDERS: Readonly<
  Record<LaterStage, { readonly title: string; readonly what: string }>
> = {
  shortlist: { title: 'More, to plan with', what: 'for those whose offer is being considered' },
  match: { title: 'To receive the child', what: 'who the child is, and what you need to look after them' },
};

export const disclosedAddress = (referral: PortalReferral, sent: number): string =>
  providerPaths.disclosed({ ...idsOf(referral), sent: String(sent) });

/** By which both sides speak of it. */
export const referenceOf = ({ caseId }: PortalReferral): string => `Request ${caseId}`;

export const STANDINGS: Readonly<Record<ReferralStanding, string>> = {
  'to-answer': 'To answer',
  answered: 'Answered',
  closed: 'Closed',
};

export const standingTag = ({ standing }: PortalReferral): Html =>
  status(
    STANDINGS[standing],
    standing === 'to-answer' ? 'yellow' : standing === 'answered' ? 'green' : 'grey',
  );

/** By when they are asked to answer, and whether that is past while they have not; empty where nothing was said of it. */
export const replyByInWords = ({ approach: { replyBy }, standing }: PortalReferral, now: Moment): Html => {
  if (replyBy === undefined) return html``;
  const { on, at } = replyBy;
  const isLate = standing === 'to-answer' && isPastReplyBy(replyBy, now);
  return html`${dayInWords(on)}${at !== undefined && ` at ${at}`}${isLate && html` ${status('Overdue', 'red')}`}`;
};
