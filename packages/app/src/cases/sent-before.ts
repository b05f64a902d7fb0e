import { type Moment, momentInWords, type Refusal, refused } from '@rightplace/domain';

/** That a form was sent before and says something else now: what it said first is recorded, and how to say what it says now. */
export const sentBefore = (at: Moment, goOn: string): Refusal<'said-otherwise'> =>
  refused(
    'said-otherwise',
    `This form was sent before, on ${momentInWords(at)}, and what it said then is recorded. What it says now is not. ${goOn}`,
  );
