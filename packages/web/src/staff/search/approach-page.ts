import type { SearchView } from '@rightplace/app';
import {
  type Approach,
  dayInWords,
  ENTRY_KINDS,
  type EntryKind,
  LATER_STAGES,
  type LaterStage,
  momentInWords,
  OUTCOMES,
} from '@rightplace/domain';
import { type Html, heading, html, link, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { replyInWords, sentInWords, tierInApproach } from './reply-words.ts';
import { childName, searchAddress, writeAddress, writeLinks } from './search-words.ts';

const STAGE: Readonly<Record<LaterStage, string>> = {
  shortlist: 'The shortlist profile',
  match: 'The match profile',
};

/** What they were sent after the first profile, and where more is sent: only to those who offered something. */
const disclosedPart = (view: SearchView, { number, disclosed }: Approach): Html | false => {
  const hasOffered = view.standing.search.offers.some((offer) => offer.approach === number);
  const maySend = hasOffered && !view.isOver && view.writes.has('disclosed');
  if (disclosed.length === 0 && !maySend) return false;
  const caseId = String(view.id);
  return html`${heading(2, 'More of the profile')}
${
  disclosed.length > 0 &&
  html`<ul class="govuk-list">${disclosed.map(
    ({ stage, at, openedAt, version }) =>
      html`<li>${STAGE[stage]}, version ${version ?? ''}: sent ${momentInWords(at)}${openedAt !== undefined && `, opened ${momentInWords(openedAt)}`}</li>`,
  )}</ul>`
}
${maySend && html`<ul class="govuk-list app-search-ways app-no-print">${LATER_STAGES.map((stage) => html`<li>${link(staffPaths.profileStage({ caseId, stage }), STAGE[stage])}</li>`)}</ul>`}`;
};

/** What may come of it next: it is opened once, and that nobody replied is said once. */
const nextOf = ({ openedOn, reply }: Approach): readonly EntryKind[] => [
  ...(openedOn === undefined ? (['opened'] as const) : []),
  'question',
  'offer',
  'declined',
  ...(reply.kind === 'waiting' ? (['no-reply'] as const) : []),
];

/** One approach: what was sent, what they asked, and what they said. */
export const approachPage = (view: SearchView, approach: Approach): Page => {
  const {
    number,
    provider,
    home,
    outsideTiers,
    passedOver,
    late,
    openedOn,
    questions,
    reply,
    replyBy,
    outcome,
    channel,
    words,
  } = approach;
  const declinedIn = reply.kind === 'declined' ? reply.words : '';
  return page({
    title: `${provider}: ${childName(view)}`,
    section: 'searches',
    childrenNamed: [view.child.id],
    backLink: { href: searchAddress(view), text: 'Back to the search' },
    main: readingWidth(html`${heading(1, provider, { caption: `Approached for ${childName(view)}` })}
${summaryList({
  rows: [
    { key: { text: 'Tier' }, value: { text: tierInApproach(approach) } },
    ...(outsideTiers === undefined
      ? []
      : [{ key: { text: 'Why in that tier' }, value: { text: outsideTiers } }]),
    ...(passedOver === undefined
      ? []
      : [{ key: { text: 'Why tiers before it are passed over' }, value: { text: passedOver } }]),
    ...(home === undefined ? [] : [{ key: { text: 'Home' }, value: { text: home } }]),
    { key: { text: 'Sent' }, value: { text: sentInWords(approach) } },
    ...(late === undefined
      ? []
      : [{ key: { text: 'Why logged after a home was approved' }, value: { text: late } }]),
    {
      key: { text: 'What was said or sent' },
      value: { text: words === '' ? 'Nothing was written down' : words },
    },
    ...(replyBy === undefined
      ? []
      : [
          {
            key: { text: 'Answer asked for by' },
            value: {
              text: `${dayInWords(replyBy.on)}${replyBy.at === undefined ? '' : ` at ${replyBy.at}`}`,
            },
          },
        ]),
    { key: { text: 'Opened' }, value: { text: openedOn === undefined ? 'Not known' : dayInWords(openedOn) } },
    {
      key: { text: 'Reply' },
      value: { text: `${replyInWords(approach, view.standing.search)} ${declinedIn}` },
    },
    ...(outcome === undefined
      ? []
      : [
          {
            key: { text: 'They were told' },
            value: {
              text: `${OUTCOMES[outcome.outcome] ?? ''}, ${momentInWords(outcome.at)}. ${outcome.words}`,
            },
          },
        ]),
  ],
})}
${disclosedPart(view, approach)}
${writeLinks(view, nextOf(approach), number)}
${channel === 'portal' && view.writes.has('outcome') && html`<p class="govuk-body app-no-print">${link(writeAddress(view, 'outcome', number), ENTRY_KINDS.outcome.button)}. They read it in the portal, with the reason you give.</p>`}
${questions.length > 0 && heading(2, 'What they asked')}
${questions.map(
  ({ number: asked, asked: words_, answer }) =>
    html`<p class="govuk-body"><strong>${words_}</strong><br>${answer ?? 'Not answered yet.'}</p>
${answer === undefined && !view.isOver && view.writes.has('answer') && html`<p class="govuk-body app-no-print">${link(writeAddress(view, 'answer', asked), ENTRY_KINDS.answer.button)}</p>`}`,
)}`),
  });
};
