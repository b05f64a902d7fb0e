import { type AttemptRefusal, type Refusal, refused } from '@rightplace/domain';

/** What is wrong with what was typed, and beside which field. */
export interface RegisterFault {
  readonly field: string;
  readonly sentence: string;
}

export type RegisterRefusal =
  | AttemptRefusal
  | Refusal<'no-such-setting' | 'no-such-provider' | 'said-otherwise'>
  | (Refusal<'register-wrong'> & { readonly faults: readonly RegisterFault[] });

export const wrong = (faults: readonly RegisterFault[]): RegisterRefusal => ({
  ...refused('register-wrong', 'Something that was typed is missing or wrong.'),
  faults,
});

export const NO_SETTING = refused('no-such-setting', 'There is no such home in the register.');
export const NO_PROVIDER = refused('no-such-provider', 'There is no such provider in the register.');

export const LONGEST_NAME = 120;
export const LONGEST_NOTE_OF_REGISTER = 500;

export const tidied = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
