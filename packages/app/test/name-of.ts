/** How a use case answered: the name of its refusal, or its kind; of one that answered nothing “nothing”. */
export const nameOf = (
  answer: { readonly kind: string; readonly name?: string | undefined } | undefined,
): string => (answer === undefined ? 'nothing' : (answer.name ?? answer.kind));
