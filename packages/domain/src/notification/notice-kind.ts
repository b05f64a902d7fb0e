/**
 * What people are told of. `urgent` goes by e-mail at once, whatever they chose. `until` says when it is about nothing any
 * more, so that nobody is sent to what a colleague has done meanwhile: once the case has moved on, they have answered, or
 * payments are set up.
 */
export const NOTICE_KINDS = {
  'word-to-confirm': {
    title: 'An approval was written down as yours: confirm or deny it',
    gathered: ['approval to confirm or deny', 'approvals to confirm or deny'],
    urgent: true,
    until: 'answered',
  },
  'emergency-raised': {
    title: 'An emergency was raised',
    gathered: ['emergency raised', 'emergencies raised'],
    urgent: true,
    until: 'case-moves',
  },
  'word-denied': {
    title: 'An approval that was written down was denied',
    gathered: ['approval denied', 'approvals denied'],
    urgent: true,
  },
  returned: {
    title: 'Returned to you',
    gathered: ['returned to you', 'returned to you'],
    until: 'case-moves',
  },
  authorised: { title: 'Decided: authorised', gathered: ['authorised', 'authorised'] },
  rejected: { title: 'Decided: rejected', gathered: ['rejected', 'rejected'] },
  withdrawn: { title: 'Withdrawn', gathered: ['withdrawn', 'withdrawn'] },
  lapsed: { title: 'Lapsed', gathered: ['lapsed', 'lapsed'] },
  'decision-waits': {
    title: 'A decision waits for you',
    gathered: ['decision waits for you', 'decisions wait for you'],
    until: 'case-moves',
  },
  'step-waits': {
    title: 'It is your turn',
    gathered: ['waits for you to do something', 'wait for you to do something'],
    until: 'case-moves',
  },
  'provider-replied': {
    title: 'A provider has answered by the portal',
    gathered: ['answer of a provider', 'answers of providers'],
  },
  'document-refused': {
    title: 'The virus scanner found something in a document you attached',
    gathered: [
      'document of yours refused by the virus scanner',
      'documents of yours refused by the virus scanner',
    ],
  },
  'payments-to-set-up': {
    title: 'A move is confirmed: set up the payments',
    gathered: ['agreement whose payments are to be set up', 'agreements whose payments are to be set up'],
    until: 'payments-set-up',
  },
  overdue: { title: 'Overdue', gathered: ['overdue', 'overdue'], until: 'case-moves' },
  'stood-in-for': {
    title: 'Somebody stands in for you',
    gathered: ['colleague stands in for you', 'colleagues stand in for you'],
  },
  'stands-in': {
    title: 'You stand in for a colleague',
    gathered: ['colleague you stand in for', 'colleagues you stand in for'],
  },
  'waits-standing-in': {
    title: 'Decisions wait already for whom you stand in for',
    gathered: ['colleague whose decisions wait for you', 'colleagues whose decisions wait for you'],
  },
  'standing-in-over': {
    title: 'Standing in has ended before its time',
    gathered: ['standing in that has ended', 'standings in that have ended'],
  },
  'chair-named': {
    title: 'You are named to chair a meeting of a panel',
    gathered: ['meeting you are named to chair', 'meetings you are named to chair'],
  },
  'chair-no-longer': {
    title: 'Somebody else chairs a meeting that you were to chair',
    gathered: ['meeting that somebody else chairs now', 'meetings that somebody else chairs now'],
  },
  'conflict-declared': {
    title: 'A colleague has a conflict of interest: see who goes on for them',
    gathered: ['colleague with a conflict of interest', 'colleagues with a conflict of interest'],
  },
  'conflict-recorded': {
    title: 'A conflict of interest was recorded for you',
    gathered: ['conflict of interest recorded for you', 'conflicts of interest recorded for you'],
  },
  'conflict-ended': {
    title: 'A conflict of interest of yours was ended',
    gathered: ['conflict of interest of yours ended', 'conflicts of interest of yours ended'],
  },
  'conflict-covered': {
    title: 'You have a colleague’s cases of a child',
    gathered: ['child whose cases came to you', 'children whose cases came to you'],
  },
  'conflict-cover-over': {
    title: 'You no longer have a colleague’s cases of a child',
    gathered: ['child whose cases are yours no longer', 'children whose cases are yours no longer'],
  },
  'conflict-uncovered': {
    title: 'Nobody has a colleague’s cases any more: choose who goes on for them',
    gathered: ['colleague whose cases nobody has any more', 'colleagues whose cases nobody has any more'],
  },
  'due-soon': {
    title: 'Something is due soon for children you work with',
    gathered: ['time that something was due soon', 'times that something was due soon'],
  },
  'due-late': {
    title: 'Something is overdue for children you work with',
    gathered: ['time that something became overdue', 'times that something became overdue'],
  },
} as const satisfies Readonly<Record<string, NoticeKindMeaning>>;

interface NoticeKindMeaning {
  readonly title: string;
  /** One of them and several, as counted: "2 decisions wait for you". */
  readonly gathered: readonly [string, string];
  readonly urgent?: true;
  readonly until?: NoticeEnd;
}

type NoticeEnd = 'case-moves' | 'answered' | 'payments-set-up';

export type NoticeKind = keyof typeof NOTICE_KINDS;

export const noticeKind = (kind: NoticeKind): NoticeKindMeaning => NOTICE_KINDS[kind];

export const isNoticeKind = (text: string): text is NoticeKind => Object.hasOwn(NOTICE_KINDS, text);

const ALL_NOTICE_KINDS = Object.keys(NOTICE_KINDS) as readonly NoticeKind[];

/** Kinds that are about nothing any more once that has happened. */
export const kindsUntil = (what: NoticeEnd): readonly NoticeKind[] =>
  ALL_NOTICE_KINDS.filter((kind) => noticeKind(kind).until === what);

/** "2 decisions wait for you", "1 returned to you": the most pressing first. */
export const gatheredInWords = (counts: Readonly<Record<string, number>>): readonly string[] =>
  ALL_NOTICE_KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    const [one, several] = noticeKind(kind).gathered;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
