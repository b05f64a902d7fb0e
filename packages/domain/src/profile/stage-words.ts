import type { Answers, FormQuestion, FormSection } from '../form/form.ts';
import { ALL_PROFILE_STAGES, type ProfileStage } from './stages.ts';

/** What the placements team writes for a later stage, with why no provider is told it before. */
export interface StageSection extends FormSection {
  readonly why: string;
}

const text = (name: string, label: string, hint: string): FormQuestion => ({
  kind: 'text',
  name,
  label,
  hint,
  optional: true,
});

/** Everyday decisions that carers may be given (delegated authority). */
export const DELEGATED: Readonly<Record<string, string>> = {
  hair: 'Haircuts',
  nights: 'Nights at friends’ homes',
  clubs: 'Clubs, sport and other activities',
  trips: 'School trips in this country',
  photographs: 'Photographs at school and in clubs',
  'phone-internet': 'A telephone and the internet',
  'usual-care': 'Usual appointments with a doctor, dentist or optician',
};

const NONE = 'none';

/** What is written besides the request: first what a home plans with, then what it receives the child with. */
export const STAGE_SECTIONS: Partial<Readonly<Record<ProfileStage, StageSection>>> = {
  shortlist: {
    id: 'for-shortlist',
    title: 'More, to plan with',
    why: 'Whoever is only asked needs what the request says. More is told to those whose offer is being considered.',
    questions: [
      text('more-day', 'An ordinary day and night', 'Routines, sleep and food, and who helps with what.'),
      text(
        'more-health',
        'Health in more words',
        'What is to be done each day, how often there are appointments, and who goes.',
      ),
      text(
        'more-safe',
        'Keeping safe in more words',
        'What happened, how often and when last, and what a home would have to plan for.',
      ),
      text('more-school', 'Where the school is', 'As an area, and how the child gets there. Not its name.'),
      text(
        'more-family',
        'Time with family in more words',
        'How often and how long, who is there, and how it is before and after. Nobody’s name.',
      ),
      text('more-before', 'What has worked where the child lived before', 'And what has not.'),
    ],
  },
  match: {
    id: 'for-match',
    title: 'To receive the child',
    why: 'It tells who the child is, or is only needed by whoever looks after them.',
    questions: [
      {
        kind: 'any-of',
        name: 'delegated',
        label: 'What may carers decide by themselves?',
        hint: 'As agreed in the placement plan, or as it stands until there is one.',
        options: { ...DELEGATED, [NONE]: 'Nothing yet' },
        standsAlone: NONE,
      },
      {
        kind: 'text',
        name: 'asked-before',
        label: 'What has to be asked first, and whom',
        hint: 'Parents, the social worker or a court.',
      },
      {
        kind: 'text',
        name: 'care-health',
        label: 'The doctor and dentist, medicine, allergies and appointments',
        hint: 'No NHS number: it goes with the health plan.',
      },
      {
        kind: 'text',
        name: 'care-family',
        label: 'Whom the child sees, where and when, and who is not to know where they live',
      },
      { kind: 'text', name: 'whom-to-ring', label: 'Whom to ring, by day and at night' },
      text(
        'first-night',
        'What comes with the child, and what helps on the first night',
        'As the child says it.',
      ),
    ],
  },
};

/** What is written for a stage; nothing for the first, which is of the request alone. */
export const stageQuestions = (stage: ProfileStage): readonly FormQuestion[] =>
  STAGE_SECTIONS[stage]?.questions ?? [];

/** The parts that somebody at a stage reads besides the request, what was written for this stage first. */
export const stageSectionsUpTo = (stage: ProfileStage): readonly StageSection[] =>
  ALL_PROFILE_STAGES.slice(0, ALL_PROFILE_STAGES.indexOf(stage) + 1)
    .toReversed()
    .flatMap((one) => STAGE_SECTIONS[one] ?? []);

/** What has to be written for a stage before it can be approved. */
export const missingAt = (stage: ProfileStage, added: Answers): readonly FormQuestion[] =>
  stageQuestions(stage).filter(({ name, optional }) => optional !== true && added[name] === undefined);
