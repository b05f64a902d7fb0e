import {
  type AgreementTerms,
  additionsOffered,
  asAgreed,
  type Day,
  type LineByMove,
  linesByMove,
  mayDoTo,
  plannedMoveOn,
  searchFrom,
} from '@rightplace/domain';
import { asTenant, listAgreements, listSearchEntries } from '@rightplace/store';
import { caseForAccess, findCaseFor } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { agreedPlacement } from './agreed-placements.ts';
import { offerChosen } from './given-by-search.ts';
import { APPROVED } from './make-agreement.ts';

/** The additions that begin with the child in the home that was chosen. */
export interface AdditionsAtMove {
  /** Of the agreement that says them; undefined where there is none yet, and the offer does. */
  readonly agreement: number | undefined;
  readonly mayChange: boolean;
  /** The first night that was agreed or offered. */
  readonly agreedFrom: Day;
  /** When the child moves or has moved; undefined while no day is confirmed. */
  readonly moves: Day | undefined;
  /** None where no addition begins with the child. */
  readonly lines: readonly LineByMove[];
}

/** What moves with a child, beside the step that says the day; undefined for whoever does not see what a placement costs. */
export const additionsAtMove = (
  world: World,
  signedIn: SignedIn,
  caseId: number,
): Promise<AdditionsAtMove | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const found = await findCaseFor(tx, { world, signedIn }, { id: caseId, to: 'see' });
    if (found.kind === 'refused') return undefined;
    const { child, stored, now, loaded } = found;
    const key = offerChosen(now.events);
    const may = (action: 'see-agreement' | 'make-agreement'): boolean =>
      mayDoTo({
        actor: signedIn.actor,
        action,
        on: loaded.today,
        child: caseForAccess(stored, child, loaded),
      }).kind === 'may';
    if (key === undefined || !APPROVED.has(now.state) || !may('see-agreement')) return undefined;
    const agreement = (await listAgreements(tx, { case: caseId })).find((one) => one.offer === key);
    const offer = searchFrom(await listSearchEntries(tx, caseId)).offers.find((one) => one.key === key);
    const placement = agreement && agreedPlacement(agreement, stored, child, loaded.today);
    const price: Pick<AgreementTerms, 'starts' | 'lines'> | undefined =
      placement?.written ?? (offer && additionsOffered(asAgreed(now.events, offer)));
    if (price === undefined) return undefined;
    const moves = placement
      ? (placement.payable.stay?.starts ?? placement.moves)
      : plannedMoveOn(stored.events);
    return {
      agreement: agreement?.id,
      mayChange: may('make-agreement'),
      agreedFrom: price.starts,
      moves,
      lines: linesByMove(price, moves ?? price.starts),
    };
  });
