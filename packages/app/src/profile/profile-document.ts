import type { Block, DocumentToWrite } from '@rightplace/documents';
import type { Moment, Profile, ProfileSection } from '@rightplace/domain';

const lines = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.flatMap((text) => text.split('\n')).filter((text) => text.trim() !== '');

const sectionBlocks = ({ title, told }: ProfileSection): readonly Block[] => [
  { kind: 'heading', level: 1, text: title },
  ...told.map(
    ({ label, paragraphs }): Block => ({ kind: 'facts', facts: [{ label, paragraphs: lines(paragraphs) }] }),
  ),
];

/** A profile as blocks: the page shows them, and Word opens them. The child at their best stands first. */
export const profileBlocks = ({ reference, child, facts, sections }: Profile): readonly Block[] => [
  { kind: 'title', caption: 'A home is looked for', text: reference },
  ...(child.told.length === 0 ? [] : sectionBlocks(child)),
  { kind: 'heading', level: 1, text: 'In brief' },
  { kind: 'facts', facts: facts.map(({ title, text }) => ({ label: title, paragraphs: [text] })) },
  ...sections.flatMap(sectionBlocks),
];

export const profileDocument = (
  { authority, demonstration }: { readonly authority: string; readonly demonstration: boolean },
  profile: Profile,
  madeAt: Moment,
): DocumentToWrite => ({
  title: profile.reference,
  authority,
  ...(demonstration ? { mark: 'Demonstration: every person and place is invented' } : {}),
  foot: `${profile.reference}. In confidence, for finding a home.`,
  madeAt,
  blocks: profileBlocks(profile),
});
