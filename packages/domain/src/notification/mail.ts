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
