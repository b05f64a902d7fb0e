import type { Form } from '../form/form.ts';
import { answersInWords, type Said } from '../workflow/chronology.ts';
import { NOT_TOLD_AS_WRITTEN, PROFILE_FACTS, type ProfileSource } from './profile-facts.ts';
import { STAGE_SECTIONS, stageSectionsUpTo } from './stage-words.ts';
import { ALL_PROFILE_STAGES, type ProfileStage, stagesUpTo } from './stages.ts';

/** Something the profile tells of the record. */
export interface ToldFact {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** An answer as it was written, under the question it answers. */
export interface ToldAnswer extends Said {
  readonly question: string;
  /** Not one that was chosen of some. */
  readonly isTyped: boolean;
}

export interface ProfileSection {
  readonly id: string;
  readonly title: string;
  readonly told: readonly ToldAnswer[];
}

/** What is not told, or not all of it, at this stage. */
export interface LeftOut {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** From when on more is told; never, where nothing of it is at any stage. */
  readonly from: ProfileStage | undefined;
}

/**
 * What goes out about a child at a stage: the same value for pages, print, the Word file and whoever is asked. The child at their
 * best comes first, then what the record says in brief, then the rest of the request.
 */
export interface Profile {
  readonly stage: ProfileStage;
  readonly reference: string;
  readonly child: ProfileSection;
  readonly facts: readonly ToldFact[];
  readonly sections: readonly ProfileSection[];
}

const sectionsOf = (
  { sections }: Pick<Form, 'sections'>,
  { answers }: Pick<ProfileSource, 'answers'>,
): readonly ProfileSection[] =>
  sections
    .map(({ id, title, questions }) => ({
      id,
      title,
      told: questions
        .filter(({ name }) => !NOT_TOLD_AS_WRITTEN.has(name))
        .flatMap((question) =>
          answersInWords([question], answers).map(({ label, isBrief, paragraphs }) => ({
            label,
            isBrief,
            paragraphs,
            question: question.name,
            isTyped: !('options' in question),
          })),
        ),
    }))
    .filter(({ told }) => told.length > 0);

const factsAt = (stage: ProfileStage, source: ProfileSource): readonly ToldFact[] =>
  PROFILE_FACTS.flatMap(({ id, title, titleAt, at }) => {
    const tell = stagesUpTo(stage)
      .map((one) => at[one])
      .find((one) => one !== undefined);
    const text = tell?.(source);
    return text === undefined ? [] : [{ id, title: titleAt?.[stage] ?? title, text }];
  });

export const profileAt = (stage: ProfileStage, form: Form, source: ProfileSource): Profile => {
  const [first, ...others] = sectionsOf(form, source);
  const isOfChild = first?.id === form.sections[0]?.id;
  const child = { id: 'child', title: 'The child', told: [] };
  return {
    stage,
    reference: source.reference,
    child: isOfChild && first !== undefined ? first : child,
    facts: factsAt(stage, source),
    sections: [
      ...sectionsOf({ sections: stageSectionsUpTo(stage) }, { answers: source.added ?? {} }),
      ...(isOfChild ? others : first === undefined ? [] : [first, ...others]),
    ],
  };
};

const writtenLater = (stage: ProfileStage): readonly LeftOut[] =>
  ALL_PROFILE_STAGES.slice(ALL_PROFILE_STAGES.indexOf(stage) + 1).flatMap((from) => {
    const section = STAGE_SECTIONS[from];
    return section === undefined ? [] : [{ id: section.id, title: section.title, why: section.why, from }];
  });

/** What somebody at a stage is not told, and why. */
export const leftOutAt = (stage: ProfileStage): readonly LeftOut[] => [
  ...factsLeftOut(stage),
  ...writtenLater(stage),
];

const factsLeftOut = (stage: ProfileStage): readonly LeftOut[] =>
  PROFILE_FACTS.flatMap(({ id, title, at, why }) => {
    const later = ALL_PROFILE_STAGES.slice(ALL_PROFILE_STAGES.indexOf(stage) + 1).filter(
      (one) => at[one] !== undefined,
    );
    const isNeverTold = Object.keys(at).length === 0;
    return later.length === 0 && !isNeverTold ? [] : [{ id, title, why, from: later[0] }];
  });

/** Every text of a profile that somebody typed, by its question. */
export const typedTexts = ({ child, sections }: Profile): readonly ToldAnswer[] =>
  [child, ...sections].flatMap(({ told }) => told.filter(({ isTyped }) => isTyped));
