import {
  type Answer,
  type Answers,
  additionsFrom,
  asAgreed,
  type CaseEvent,
  type Day,
  lastApprovalOfHome,
  OFFER_CHOSEN,
  type Offer,
  type PencePerWeek,
  plannedMoveOn,
  type Search,
  sinceChosen,
  textSaid,
} from '@rightplace/domain';

type Events = readonly CaseEvent[];

const poundsOf = (weekly: PencePerWeek): string => (weekly / 100).toFixed(2);

/** Nothing where an empty text was said. */
const anyText = (answer: Answer | undefined): string | undefined => textSaid(answer) || undefined;

const lastSaid = (events: Events, step: string): Answers =>
  events.findLast((event) => event.step === step)?.said ?? {};

/** On which conditions the director approved the home last; undefined where on none. */
export const conditionsOfApproval = (events: Events): string | undefined =>
  anyText(lastApprovalOfHome(events)?.said['conditions']);

/** How the search calls the offer that was chosen last. */
export const offerChosen = (events: Events): string | undefined =>
  anyText(lastSaid(events, 'choose')[OFFER_CHOSEN]);

/** What an offer at its agreed price says that an agreement asks as well. */
const fromOffer = (offer: Offer | undefined): Answers => {
  if (offer === undefined) return {};
  const { core, additions, startsOn, said } = offer;
  const conditions = anyText(said['conditions']);
  return {
    'core-weekly': poundsOf(core),
    ...(startsOn === undefined ? {} : { 'starts-on': startsOn }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(additions.length === 0
      ? {}
      : {
          additions: additions.map(({ what, weekly, starts, ends, why }) => ({
            what,
            weekly: poundsOf(weekly),
            starts,
            ...(ends === undefined ? {} : { ends }),
            why,
          })),
        }),
  };
};

/** An offer for the day on which the child moves: additions that were to begin with them begin then, for as many nights. */
const putFromMove = (offer: Offer, moves: Day | undefined): Offer =>
  moves === undefined ? offer : { ...offer, additions: additionsFrom(offer, moves) };

/** What a search says already of what an agreement asks, offered again. */
export const givenBySearch = (
  events: Events,
  { offers }: Pick<Search, 'offers'>,
  chosen: string,
): Answers => {
  const weekly = anyText(lastSaid(sinceChosen(events), 'agree-terms')['agreed-weekly']);
  const moves = plannedMoveOn(events);
  const offered = offers.find(({ key }) => key === chosen);
  return {
    ...fromOffer(offered && putFromMove(asAgreed(events, offered), moves)),
    ...(weekly === undefined ? {} : { 'core-weekly': weekly }),
    ...(moves === undefined ? {} : { 'starts-on': moves }),
  };
};

/** "Offer 2: Lane House" is Lane House. */
export const homeIn = (offer: string): string => offer.replace(/^Offer \d+: /, '');
