import { type LookedAt, TELLS_NOBODY, type TellsWho } from '@rightplace/domain';
import { type Html, html } from '../../kit/index.ts';

/** Words that may tell who the child is, which whoever writes is asked to look at, and all that was written with them. */
export type LookAt = Omit<LookedAt, 'why'>;

export const NOTHING_TO_LOOK_AT: LookAt = { keys: [], words: '' };

/** Sent along, so that only what was on the page was looked at, and of other words nothing is said by it. */
export const lookAtFields = ({ keys, words }: LookAt = NOTHING_TO_LOOK_AT): readonly (Html | false)[] => [
  ...keys.map((key) => html`<input type="hidden" name="_looked-at" value="${key}">`),
  keys.length > 0 && html`<input type="hidden" name="_looked-at-words" value="${words}">`,
];

export const lookedAtIn = (form: URLSearchParams): LookAt => ({
  keys: form.getAll('_looked-at'),
  words: form.get('_looked-at-words') ?? '',
});

export const lookAtOf = ({ toLookAt: keys, words }: TellsWho): LookAt => ({ keys, words });

/** Why words tell nobody is asked once some are found, and stays asked once it was answered: no reason is typed twice. */
export const asksWhy = (
  { keys }: LookAt = NOTHING_TO_LOOK_AT,
  given: Readonly<Record<string, unknown>> = {},
): boolean => keys.length > 0 || (given[TELLS_NOBODY] ?? '') !== '';
