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

type Saved = Pick<Evidence, 'revision' | 'answers' | 'savedBy' | 'savedAt' | 'section'>;

/**
 * Of all that was saved from one's own first time on: which of one's own answers stand otherwise now, and by whom. A part that
 * they have saved since, changed or not, they have seen as it was then; saving another part says nothing of this one.
 */
const overwritten = (
  { sections }: Form,
  saved: readonly Saved[],
  { person, nameOf }: { readonly person: number; readonly nameOf: (person: string) => string },
): readonly WrittenOver[] => {
  const now = saved.at(-1);
  if (now === undefined) return [];
  return sections.flatMap(({ id, questions }) => {
    const from = saved.findLastIndex(
      ({ savedBy, section }) => savedBy === person && (section === id || (section ?? null) === null),
    );
    const mine = saved[from];
    if (mine === undefined) return [];
    const since = saved.slice(from);
    return questions.flatMap((question): readonly WrittenOver[] => {
      const { name, label } = question;
      if (mine.answers[name] === undefined || same(mine.answers, now.answers, name)) return [];
      const change =
        since.findLast((one, at) => !same(one.answers, since[at - 1]?.answers ?? {}, name)) ?? now;
      const { when: _when, ...asked } = question;
      const yours = answersInWords([asked], mine.answers).flatMap(({ paragraphs }) => paragraphs);
      return [
        { section: id, question: name, label, by: nameOf(String(change.savedBy)), at: change.savedAt, yours },
      ];
    });
  });
};

/** For whoever writes a request: what of theirs a colleague has written over since they last saved that part of it. */
export const loadWrittenOver = async (
  tx: Tx,
  { id, workflow, evidence, loaded }: Pick<FoundCase, 'id' | 'workflow' | 'evidence' | 'loaded'>,
  person: number,
): Promise<readonly WrittenOver[]> =>
  evidence === undefined
    ? []
    : overwritten(workflow.evidence, await listEvidenceFrom(tx, id, person), {
        person,
        nameOf: namesIn(loaded),
      });
