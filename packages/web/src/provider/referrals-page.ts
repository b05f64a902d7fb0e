import type { ReferralsView } from '@rightplace/app';
import { dayInWords, momentInWords, type PortalReferral, type ReferralStanding } from '@rightplace/domain';
import { dataTable, heading, html, link } from '../kit/index.ts';
import { inPages, pageAsked } from '../parts/in-pages.ts';
import { type Page, page } from '../server/answer.ts';
import { providerPaths } from './paths.ts';
import {
  CHOSEN,
  endedUntold,
  OUTCOME_TO_PROVIDERS,
  referenceOf,
  referralAddress,
  replyByInWords,
} from './referral-words.ts';

const EMPTY: Readonly<Record<ReferralStanding, string>> = {
  'to-answer': 'No referral waits for your answer.',
  answered: 'No referral that you have answered is still open.',
  closed: 'No referral is closed.',
};

const CAPTIONS: Readonly<Record<ReferralStanding, string>> = {
  'to-answer': 'To answer',
  answered: 'Answered, and still open',
  closed: 'Closed',
};

const unanswered = ({ approach: { questions } }: PortalReferral): number =>
  questions.filter(({ answer }) => answer === undefined).length;

const news = (referral: PortalReferral): string => {
  const { outcome } = referral.approach;
  if (referral.told?.kind === 'chosen') return CHOSEN;
  if (endedUntold(referral)) return 'The search has ended.';
  if (outcome !== undefined) return OUTCOME_TO_PROVIDERS[outcome.outcome] ?? '';
  if (referral.standing === 'closed') return 'No more answers are taken.';
  if (referral.approach.reply.kind === 'declined') return 'You declined.';
  const standing = referral.offers.filter(({ withdrawn }) => withdrawn === undefined).length;
  if (standing > 0) return standing === 1 ? 'You made an offer.' : `You made ${standing} offers.`;
  const open = unanswered(referral);
  if (open > 0) return 'Your question waits for an answer.';
  if (referral.approach.questions.length > 0) return 'Your question was answered.';
  return referral.isOpened ? 'Opened' : 'New';
};

const table = ({ referrals, now }: ReferralsView, standing: ReferralStanding) =>
  dataTable({
    caption: CAPTIONS[standing],
    captionSize: 'm',
    stacks: true,
    empty: EMPTY[standing],
    rows: referrals,
    columns: [
      {
        key: 'reference',
        header: 'Referral',
        // A child for whom two of their homes are asked has two lines of one number.
        cell: (referral: PortalReferral) =>
          link(
            referralAddress(referral),
            html`${referenceOf(referral)}${referral.approach.home !== undefined && html`<span class="govuk-visually-hidden">: ${referral.approach.home}</span>`}`,
          ),
      },
      {
        key: 'home',
        header: 'For which home',
        cell: ({ approach }: PortalReferral) => approach.home ?? 'Any of yours',
      },
      {
        key: 'sent',
        header: 'Sent',
        cell: ({ approach }: PortalReferral) =>
          approach.sentOn === undefined ? momentInWords(approach.at) : dayInWords(approach.sentOn),
      },
      standing !== 'closed' && {
        key: 'reply-by',
        header: 'Answer by',
        cell: (referral: PortalReferral) => replyByInWords(referral, now),
      },
      { key: 'words', header: 'What they say', cell: ({ words }: PortalReferral) => words },
      { key: 'news', header: 'How it stands', cell: news },
    ],
  });

/** Each table of the list, by what the address calls its page. */
const TABLES = { waiting: 'to-answer', answered: 'answered', closed: 'closed' } as const satisfies Readonly<
  Record<string, ReferralStanding>
>;

const tableInPages = (view: ReferralsView, which: keyof typeof TABLES, query: URLSearchParams) => {
  const standing = TABLES[which];
  const others = [...query].filter(([name]) => name !== which && Object.hasOwn(TABLES, name));
  return inPages({
    lines: view.referrals.filter((one) => one.standing === standing),
    at: pageAsked(query.get(which)),
    what: CAPTIONS[standing],
    draw: (shown) => table({ ...view, referrals: shown }, standing),
    address: (to) =>
      providerPaths.referrals({
        ...Object.fromEntries(others),
        ...(to === 1 ? {} : { [which]: String(to) }),
      }),
  });
};

/** Everything that this provider was sent: what is to be answered first. */
export const referralsPage = (view: ReferralsView, query: URLSearchParams = new URLSearchParams()): Page =>
  page({
    title: 'Referrals',
    section: 'referrals',
    main: html`${heading(1, 'Referrals')}
<p class="govuk-body">A referral tells of a child for whom a home is looked for, without saying who the child is. Please answer each, also when you have nothing to offer.</p>
${tableInPages(view, 'waiting', query)}
${tableInPages(view, 'answered', query)}
${tableInPages(view, 'closed', query)}`,
  });
