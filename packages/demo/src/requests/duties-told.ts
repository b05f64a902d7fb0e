import { type Answers, DUTIES } from '@rightplace/domain';

type Duty = keyof typeof DUTIES;
type Open = readonly [answer: 'not-yet' | 'does-not-apply', why: string];

const NOT_ASYLUM: Open = ['does-not-apply', 'Born here, and the family has lived here since.'];

/** The duties as a request records them: done, unless said otherwise and why. */
export const dutiesTold = (open: Partial<Readonly<Record<Duty, Open>>> = {}): Answers =>
  Object.fromEntries(
    (Object.keys(DUTIES) as readonly Duty[]).flatMap((duty) => {
      const told = open[duty] ?? (duty === 'asylum' ? NOT_ASYLUM : undefined);
      return told === undefined
        ? [[duty, 'done']]
        : [
            [duty, told[0]],
            [`${duty}-why`, told[1]],
          ];
    }),
  );
