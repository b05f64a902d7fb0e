import { type Refusal, refused } from '@rightplace/domain';

const SHORTEST = 10;
export const LONGEST_WHY_OF_CONFLICT = 500;

export const whyFault = (why: string): Refusal<'why-needed'> | undefined => {
  const { length } = why.trim();
  if (length < SHORTEST) return refused('why-needed', 'Say why in a sentence');
  return length > LONGEST_WHY_OF_CONFLICT
    ? refused('why-needed', `Say why in ${LONGEST_WHY_OF_CONFLICT} characters or fewer`)
    : undefined;
};
