import { gatheredInWords } from './notice-kind.ts';

/** A mail as it leaves, but for whom it goes to. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

export interface MailLinks {
  /** To the notice, or to all of them. */
  readonly open: string;
  /** Where it is chosen what comes by e-mail. */
  readonly choose: string;
}

const QUIET = 'No names and nothing of a case are in this e-mail. You will be asked to sign in.';

const ended = ({ choose }: MailLinks): readonly string[] => [
  '',
  QUIET,
  `What comes by e-mail: ${choose}`,
  '',
];

/**
 * Of one notice. It is built from nothing but how urgent it is and the links, so it cannot tell anything of a child, of a
 * case or of whoever it goes to.
 */
export const writeNoticeMail = (urgent: boolean, links: MailLinks): MailText => ({
  subject: urgent ? 'Urgent: something waits for you in Rightplace' : 'Something waits for you in Rightplace',
  text: [
    urgent
      ? 'Something urgent waits for you in Rightplace. Please look at it now.'
      : 'There is something new for you in Rightplace.',
    '',
    links.open,
    ...ended(links),
  ].join('\n'),
});

/** Of all that a day brought: how many of each kind, and one link. */
export const writeDigestMail = (counts: Readonly<Record<string, number>>, links: MailLinks): MailText => ({
  subject: 'What is new for you in Rightplace',
  text: [
    'New for you in Rightplace, and not read yet:',
    '',
    ...gatheredInWords(counts).map((line) => `- ${line}`),
    '',
    links.open,
    ...ended(links),
  ].join('\n'),
});

/** What people of providers are told by e-mail, each as it comes. */
export type PortalMailKind = 'invitation' | 'referral' | 'news';

/** Who asks, and where the link leads. Of an invitation: the last day on which it can be followed. */
export interface PortalMailSource {
  readonly authority: string;
  readonly link: string;
  readonly lastDay?: string;
}

const QUIET_TO_PROVIDERS = 'Nothing about any child is in this e-mail.';

const INVITED = (authority: string, lastDay: string | undefined): readonly string[] => [
  `${authority} invites you to answer its referrals in Rightplace.`,
  `Choose a password by this link. It works once${lastDay === undefined ? '' : `, until ${lastDay}`}, and is for you alone:`,
];

const PORTAL_WORDS: Readonly<
  Record<PortalMailKind, { subject: string; told: (source: PortalMailSource) => readonly string[] }>
> = {
  invitation: {
    subject: 'You are invited to answer referrals in Rightplace',
    told: ({ authority, lastDay }) => INVITED(authority, lastDay),
  },
  referral: {
    subject: 'A new referral waits for you in Rightplace',
    told: ({ authority }) => [
      `${authority} has sent your provider a referral. You will be asked to sign in:`,
    ],
  },
  news: {
    subject: 'There is news of a referral in Rightplace',
    told: ({ authority }) => [`${authority} has answered in a referral. You will be asked to sign in:`],
  },
};

/** To somebody of a provider. It is built from its kind, who asks and a link, so it cannot tell anything of a child or of a search. */
export const writePortalMail = (
  kind: PortalMailKind,
  urgent: boolean,
  source: PortalMailSource,
): MailText => {
  const { subject, told } = PORTAL_WORDS[kind];
  return {
    subject: urgent ? `Urgent: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}` : subject,
    text: [...told(source), '', source.link, '', QUIET_TO_PROVIDERS, ''].join('\n'),
  };
};
