import { isDeepStrictEqual } from 'node:util';
import {
  type AgreementTerms,
  agreedFrom,
  changeAgreement,
  type Day,
  isAgreementChange,
  readAgreement,
  sameAnswers,
} from '@rightplace/domain';
import type { AgreementVersion } from '@rightplace/store';

/** As they are kept. Nights away are recorded of the child, and not by a form of the whole. */
const kept = ({ absences, ...terms }: AgreementTerms, change: string): unknown =>
  JSON.parse(JSON.stringify(isAgreementChange(change) ? { ...terms, absences } : terms));

/**
 * Whether a form that wrote one of these versions before says the same now: then it was sent twice. A change was made on
 * the terms as they were put to the day of the move, which it kept.
 */
export const isSameForm = (
  versions: readonly AgreementVersion[],
  version: AgreementVersion,
  { what, typed }: { readonly what: string; readonly typed: Readonly<Record<string, unknown>> },
  today: Day,
): boolean => {
  if (what !== version.what) return false;
  const before = versions.find(({ number }) => number === version.number - 1);
  const read =
    isAgreementChange(what) && before !== undefined
      ? changeAgreement(agreedFrom(before.terms, version.terms.starts), what, typed, today)
      : { ...readAgreement(typed, today), said: undefined };
  return (
    read.kind === 'terms' &&
    isDeepStrictEqual(kept(read.terms, what), kept(version.terms, what)) &&
    (read.said === undefined || sameAnswers(read.said, version.said))
  );
};
