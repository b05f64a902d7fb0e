import type { CaseEvent, CaseNow } from './case.ts';

/** What gave a case back, for as long as it has not been sent on again; undefined when nothing has, or it has been. */
export const findReturn = ({ events }: Pick<CaseNow, 'events'>): CaseEvent | undefined => {
  const last = events.findLast(({ from, to }) => from !== to);
  return last?.kind === 'return' ? last : undefined;
};
