import {
  type Approach,
  CHANNELS,
  DECLINED_BECAUSE,
  dayInWords,
  SEARCH_TIERS,
  type Search,
} from '@rightplace/domain';

/** In which tier somebody was asked, and whether it was not opened. */
export const tierInApproach = ({ tier, outsideTiers }: Approach): string =>
  `${SEARCH_TIERS[tier]}${outsideTiers === undefined ? '' : ', which was not opened'}`;

/** "Portal, 20 November 2026 at 09:40". */
export const sentInWords = ({ channel, sentOn, sentAt }: Approach): string =>
  `${CHANNELS[channel] ?? channel}${sentOn === undefined ? '' : `, ${dayInWords(sentOn)}`}${sentAt === undefined ? '' : ` at ${sentAt}`}`;

/** What came of an approach, and the questions that wait for an answer. */
export const replyInWords = ({ reply, questions }: Approach, { offers }: Search): string => {
  const open = questions.filter(({ answer }) => answer === undefined).length;
  const asks =
    open === 0 ? '' : ` ${open === 1 ? 'A question waits' : `${open} questions wait`} for an answer.`;
  switch (reply.kind) {
    case 'waiting':
      return `Waiting.${asks}`;
    case 'no-reply':
      return `No reply.${asks}`;
    case 'declined':
      return `Declined: ${(DECLINED_BECAUSE[reply.reason] ?? reply.reason).toLowerCase()}.${asks}`;
    case 'offer': {
      const offer = offers.find(({ number }) => number === reply.offer);
      return `Offered ${offer?.home ?? 'a home'}.${asks}`;
    }
  }
};
