import {
  type CaseNow,
  dayInWords,
  ENTRY_PANEL,
  hearingsOf,
  listedFor,
  londonDayOf,
  roleTitle,
} from '@rightplace/domain';

const NOT_YET = 'The view of the Entry to Care Panel is not there yet';

/** "a social worker, team manager or placements officer": those who refer a child to the panel. */
const referrers = (): string => {
  const titles = ENTRY_PANEL.begins.who.map((role) => roleTitle(role).toLowerCase());
  return `${titles.slice(0, -1).join(', ')} or ${titles.at(-1) ?? ''}`;
};

const canRefer = (): string =>
  `Whoever works with the child as ${referrers()} can refer them, from this request`;

const dayOf = ({ events }: CaseNow, step: string): string => {
  const at = events.findLast((event) => event.step === step)?.at;
  return at === undefined ? '' : ` on ${dayInWords(londonDayOf(at))}`;
};

/** Why there is no view of the panel yet: whether anybody referred the child, when, and for when it is listed. */
export const whyNoView = (referral: CaseNow | undefined): string => {
  if (referral === undefined) return `${NOT_YET}: nobody has referred the child. ${canRefer()}.`;
  const { state, events } = referral;
  const begun = events[0]?.at;
  const listed = listedFor(referral);
  switch (state) {
    case 'draft':
      return `${NOT_YET}: a referral was begun${begun === undefined ? '' : ` on ${dayInWords(londonDayOf(begun))}`}, and is not sent. ${canRefer()}.`;
    case 'listed':
      return `${NOT_YET}: the child was referred${dayOf(referral, 'refer')}, and is listed for the meeting${listed === undefined ? '' : ` on ${dayInWords(listed)}`}.`;
    case 'more-information': {
      const heard = hearingsOf(referral).at(-1)?.on;
      return `${NOT_YET}: the panel heard of the child${heard === undefined ? '' : ` on ${dayInWords(heard)}`}, and asked for more information.`;
    }
    case 'withdrawn':
      return `${NOT_YET}: the referral was withdrawn${dayOf(referral, 'withdraw')}. ${canRefer()}.`;
    default:
      return `${NOT_YET}: the child was referred${dayOf(referral, 'refer')}, and is not listed for a meeting yet.`;
  }
};
