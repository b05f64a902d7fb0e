import type { Action } from '@rightplace/domain';
import { staffPaths } from '../paths.ts';

export interface DecisionsWay {
  /** What the page it leads to calls its `section`. */
  readonly key: string;
  readonly text: string;
  readonly href: string;
  readonly action: Action;
  /** Only for whoever something waits for as a director, which no action says. */
  readonly isDesk?: true;
  /** What one finds there, in one sentence. */
  readonly about: string;
}

/** Every page of what is being decided, in the order in which somebody comes to them. */
export const DECISIONS_WAYS: readonly DecisionsWay[] = [
  {
    key: 'desk',
    text: 'Waiting for the director',
    href: staffPaths.desk(),
    action: 'list-my-work',
    isDesk: true,
    about: 'Emergencies, what to approve after the event, and everything to sign.',
  },
  {
    key: 'queue',
    text: 'Open cases of your team',
    href: staffPaths.queue(),
    action: 'see-team-queue',
    about: 'Where each is, with whom, for how long, and which are late.',
  },
  {
    key: 'panels',
    text: 'Panels',
    href: staffPaths.panels(),
    action: 'see-panels',
    about: 'When each panel meets, which children it hears, and what it has to follow up.',
  },
  {
    key: 'proceedings',
    text: 'Proceedings',
    href: staffPaths.proceedings(),
    action: 'list-proceedings',
    about: 'Every child before a court, in pre-proceedings or under a section 20 agreement.',
  },
  {
    key: 'hearings',
    text: 'Hearings',
    href: staffPaths.hearings(),
    action: 'list-proceedings',
    about: 'What is listed in court in the next weeks, and hearings of which nothing is recorded.',
  },
  {
    key: 'leaving-care',
    text: 'Leaving care',
    href: staffPaths.leavingCare(),
    action: 'list-leaving-care',
    about: 'Who is to leave care, who has come back, and who left without the director.',
  },
  {
    key: 'decision-times',
    text: 'How decisions are going',
    href: staffPaths.decisions(),
    action: 'see-decision-times',
    about: 'How long each step takes, how requests come out, and how many were late. Nobody is named.',
  },
];
