import type { Profile } from '../profile/profile.ts';
import type { Need } from './needs.ts';

/** What a profile says of a need, under the question or the fact that says it. */
export interface ToldOfNeed {
  readonly label: string;
  readonly paragraphs: readonly string[];
  /** Whether it is read without its label: not what was chosen of some, “Some” alone says nothing. */
  readonly standsAlone: boolean;
}

/** Of one profile and no more: whoever is shown it reads nothing that they were not sent. */
export const toldOfNeed = (
  { child, facts, sections }: Pick<Profile, 'child' | 'facts' | 'sections'>,
  { from }: Pick<Need, 'from'>,
): readonly ToldOfNeed[] => [
  ...facts
    .filter(({ id }) => from.includes(id))
    .map(({ title, text }) => ({ label: title, paragraphs: [text], standsAlone: true })),
  ...[child, ...sections].flatMap(({ told }) =>
    told
      .filter(({ question }) => from.includes(question))
      .map(({ label, paragraphs, isTyped }) => ({ label, paragraphs, standsAlone: isTyped })),
  ),
];
