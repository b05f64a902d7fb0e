import { type Answers, answersInWords, type Form, type Moment, sameAnswer } from '@rightplace/domain';
import { type Evidence, listEvidenceFrom, type Tx } from '@rightplace/store';
import { type FoundCase, namesIn } from './find-case.ts';

/** A question that somebody answered, and that a colleague has answered otherwise since. */
export interface WrittenOver {
  readonly section: string;
  readonly question: string;
  readonly label: string;
  /** Who changed it last, and when. */
  readonly by: string;
  readonly at: Moment;
  /** What they themselves had written. */
  readonly yours: readonly string[];
}

const same = (a: Answers, b: Answers, name: string): boolean => sameAnswer(a[name], b[name]);

/** Of all that was saved from one's own last time on: which of one's own answers stand otherwise now, and by whom. */
const overwritten = (
  { sections }: Form,
  saved: readonly Pick<Evidence, 'answers' | 'savedBy' | 'savedAt'>[],
  nameOf: (person: string) => string,
): readonly WrittenOver[] => {
  const [mine, now] = [saved[0], saved.at(-1)];
  if (mine === undefined || now === undefined) return [];
  return sections.flatMap(({ id, questions }) =>
    questions.flatMap((question): readonly WrittenOver[] => {
      const { name, label } = question;
      if (mine.answers[name] === undefined || same(mine.answers, now.answers, name)) return [];
      const change =
        saved.findLast((one, at) => !same(one.answers, saved[at - 1]?.answers ?? {}, name)) ?? now;
      const { when: _when, ...asked } = question;
      const yours = answersInWords([asked], mine.answers).flatMap(({ paragraphs }) => paragraphs);
      return [
        { section: id, question: name, label, by: nameOf(String(change.savedBy)), at: change.savedAt, yours },
      ];
    }),
  );
};

/** For whoever writes a request: what of theirs a colleague has written over since they last saved it. */
export const loadWrittenOver = async (
  tx: Tx,
  { id, workflow, evidence, loaded }: FoundCase,
  person: number,
): Promise<readonly WrittenOver[]> =>
  evidence === undefined || evidence.savedBy === person
    ? []
    : overwritten(workflow.evidence, await listEvidenceFrom(tx, id, person), namesIn(loaded));
