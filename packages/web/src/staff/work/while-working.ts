import { beginWork, type WorkAsked, type World } from '@rightplace/app';
import { type Answer, fragment, redirect } from '../../server/answer.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';

/** Where to go next: for a script that sent the form, as data; for a browser, as a redirect. */
export const goOn = ({ form }: Pick<Visit, 'form'>, to: string, notice?: string): Answer =>
  form.get('_answer') === 'address'
    ? fragment('application/json', JSON.stringify({ address: to }))
    : redirect(to, notice === undefined ? {} : { notice });

/**
 * Answers a form whose work may take a while: at once when it is soon done, otherwise with the page that shows how far it is,
 * while the work goes on by itself.
 */
export const whileWorking = async <Outcome>(
  visit: Visit,
  world: World,
  {
    answer,
    ...asked
  }: WorkAsked<Outcome> & { readonly answer: (outcome: Outcome) => Answer | Promise<Answer> },
): Promise<Answer> => {
  const begun = await beginWork(world, visit.signedIn, asked);
  return begun.kind === 'ended'
    ? answer(begun.outcome)
    : goOn(visit, staffPaths.work({ workId: String(begun.id) }));
};
