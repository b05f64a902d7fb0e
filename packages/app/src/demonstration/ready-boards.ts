import { day, type Moment } from '@rightplace/domain';
import { addBoard, addCommentary, type Tx } from '@rightplace/store';

/** Boards, and below them commentary, that the demonstration begins with. All of it is invented. */
const BOARDS = [
  {
    title: 'Corporate parenting board',
    about: 'For members and senior officers, each quarter: are our children safe, settled and doing well?',
    roles: [
      'director',
      'performance',
      'group-manager',
      'reviewing-officer',
      'virtual-school',
      'elected-member',
      'corporate-parenting-panel',
      'improvement-partner',
      'inspector',
    ],
    measures: [
      'cla-number',
      'cla-rate-10k',
      'stability-3plus',
      'stability-2yr',
      'within-20-miles',
      'foster-share',
      'residential-share',
    ],
  },
  {
    title: 'Placements meeting',
    about:
      'For the placements desk and team managers, each week: who comes, who leaves, and where they live.',
    roles: [
      'director',
      'performance',
      'group-manager',
      'team-manager',
      'placements-officer',
      'fostering-adoption',
    ],
    measures: [
      'cla-started',
      'cla-ceased',
      'foster-share',
      'residential-share',
      'within-20-miles',
      'uasc-number',
    ],
  },
] as const;

const COMMENTARY = [
  {
    measure: 'foster-share',
    said: 'Too few carers of our own for children over twelve and for brothers and sisters together.',
    doing: 'Recruit carers for teenagers and sibling groups, with an allowance that says so',
    owner: 'Head of fostering',
    due: day('2027-03-31'),
    forMembers: true,
  },
  {
    measure: 'within-20-miles',
    said: 'Homes near by are filled first by other authorities. We have asked providers in the county for first refusal.',
    doing: 'Agree first refusal with the five nearest providers',
    owner: 'Placements manager',
    due: day('2027-01-31'),
    forMembers: true,
  },
] as const;

export const addReadyBoards = async (tx: Tx, now: Moment): Promise<void> => {
  for (const board of BOARDS) await addBoard(tx, { ...board, savedBy: null, savedAt: now });
};

export const addReadyCommentary = async (tx: Tx, now: Moment): Promise<void> => {
  for (const commentary of COMMENTARY)
    await addCommentary(tx, {
      ...commentary,
      replaces: null,
      aboutDay: null,
      teamId: null,
      service: null,
      doneOn: null,
      namesAre: null,
      writtenBy: null,
      writtenAt: now,
    });
};
