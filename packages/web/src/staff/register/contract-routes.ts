import { type Contract, listContracts, tellContractTerms, type World } from '@rightplace/app';
import { CONTRACT_TERMS_QUESTIONS, type Day, mayAttempt } from '@rightplace/domain';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { contractHref, contractPage, contractsPage } from './contract-pages.ts';

type OfContract = Visit<{ readonly placements: string }>;
const EXAMPLE = { placements: 'residential' };

const onContract = async (
  { signedIn, params, query }: OfContract,
  world: World,
  show: (contract: Contract, today: Day) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const found = await listContracts(world, signedIn);
  if (found.kind === 'refused') return found;
  const asked = query.get('framework') ?? '';
  const contract = found.contracts.find(
    ({ placements, framework }) => placements === params.placements && framework === asked,
  );
  return contract === undefined ? notFound : show(contract, found.today);
};

/** The terms under which placements are bought. */
export const contractRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.contracts,
    action: 'see-register',
    audit: 'nothing',
    handler: async ({ signedIn }, world) => {
      const found = await listContracts(world, signedIn);
      return found.kind === 'refused' ? found : contractsPage(found);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.contract,
    example: EXAMPLE,
    action: 'see-register',
    audit: 'nothing',
    handler: (visit: OfContract, world) =>
      onContract(visit, world, (contract, today) => {
        const mayKeep =
          mayAttempt({ actor: visit.signedIn.actor, action: 'keep-register', on: today }).kind === 'may';
        return contractPage(contract, { today, filling: mayKeep ? { csrf: visit.csrf } : undefined });
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.contract,
    example: EXAMPLE,
    action: 'keep-register',
    audit: 'contract-terms-told',
    handler: (visit: OfContract, world) =>
      onContract(visit, world, async (contract, today) => {
        const { csrf, form, signedIn } = visit;
        const given = typedAnswers(form, CONTRACT_TERMS_QUESTIONS);
        const key = form.get('_key') ?? '';
        const { placements, framework } = contract;
        const answer = await tellContractTerms(world, signedIn, {
          of: { placements, framework },
          key,
          typed: given,
        });
        if (answer.kind === 'terms-told')
          return redirect(contractHref(contract), { notice: 'The terms are recorded.' });
        // Sent again it tells other terms, and so is another form.
        if (answer.name === 'said-otherwise') {
          const faults = [{ question: 'starts', sentence: answer.sentence }];
          return contractPage(contract, { today, filling: { csrf, given, faults } });
        }
        return 'faults' in answer
          ? contractPage(contract, { today, filling: { csrf, given, key, faults: answer.faults } })
          : answer.name === 'no-such-contract'
            ? notFound
            : answer;
      }),
  }),
];
