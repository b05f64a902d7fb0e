import type { CollectionYear, Sex } from '@rightplace/domain';
import { codesIn } from './codes.ts';

/** SEX was 1 and 2 until 2023-24 and is M, F and U since. Inside there is one meaning, and each year is written its own way. */
const MEANINGS: Readonly<Record<string, Sex>> = { '1': 'M', '2': 'F', M: 'M', F: 'F', U: 'U' };
const NUMBERS: Readonly<Record<Sex, string>> = { M: '1', F: '2', U: '' };

export const sexFromCode = (code: string): Sex | undefined => MEANINGS[code];

/** The year's own code for it. U had none before 2024-25, and is then left blank. */
export const sexCode = (sex: Sex, year: CollectionYear): string =>
  Object.hasOwn(codesIn('SEX', year), '1') ? NUMBERS[sex] : sex;
