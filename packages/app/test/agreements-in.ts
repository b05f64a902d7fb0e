import assert from 'node:assert/strict';
import { type AgreementView, openAgreement } from '../src/payment/agreement-view.ts';
import { makeAgreement, saveAgreementChange } from '../src/payment/make-agreement.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { type AgreementWorld, TYPED } from './agreement-world.ts';

type Typed = Readonly<Record<string, unknown>>;

/** How a use case answered: the name of its refusal, or its kind. */
export const name = (answer: { readonly kind: string; readonly name?: string } | undefined): string =>
  answer === undefined ? 'nothing' : (answer.name ?? answer.kind);

/** Agreements made, seen and changed by an officer. */
export const agreementsIn = (world: AgreementWorld, officer: SignedIn) => {
  const made = async (caseId: number, typed: Typed = TYPED): Promise<number> => {
    const answer = await makeAgreement(world, officer, { caseId, key: `make ${caseId}`, typed });
    assert.ok(answer.kind === 'agreement-saved', JSON.stringify(answer));
    return answer.id;
  };
  const seen = async (id: number, who = officer): Promise<AgreementView> => {
    const view = await openAgreement(world, who, id);
    assert.ok(view?.kind === 'agreement', name(view));
    return view;
  };
  let changes = 0;
  const change = async (id: number, what: string, typed: Typed) => {
    changes += 1;
    const { version: basedOn } = await seen(id);
    return saveAgreementChange(world, officer, { id, what, basedOn, key: `change ${changes}`, typed });
  };
  return { made, seen, change };
};

/** The rows of a CSV without quoted cells, below its first line. */
export const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));
