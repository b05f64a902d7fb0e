/**
 * How the rules say no: a value, with a name that code can act on and a sentence that a person can. Each rule that
 * refuses lists its names, so that callers handle every one; a page chooses what to show by the name.
 */
export interface Refusal<Name extends string = string> {
  readonly kind: 'refused';
  readonly name: Name;
  readonly sentence: string;
}

export const refused = <Name extends string>(name: Name, sentence: string): Refusal<Name> => ({
  kind: 'refused',
  name,
  sentence,
});

/** Tells a refusal from any answer that is an object. */
export const isRefusal = (answer: object): answer is Refusal => 'kind' in answer && answer.kind === 'refused';
