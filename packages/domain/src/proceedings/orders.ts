/** A court's order. */
export interface CourtOrder {
  readonly title: string;
  /** The code of the return for the legal status that it gives a child in care; null where it gives none. */
  readonly status: string | null;
  /** Whether a child under it may be out of care: then it is in no return. */
  readonly alsoAtHome?: true;
}

/** Orders made while proceedings last. */
export const INTERIM_ORDERS = {
  'interim-care-order': { title: 'Interim care order', status: 'C1' },
  'interim-supervision-order': { title: 'Interim supervision order', status: null },
  'emergency-protection-order': { title: 'Emergency protection order', status: 'L2', alsoAtHome: true },
  'child-assessment-order': { title: 'Child assessment order', status: 'L3', alsoAtHome: true },
} as const satisfies Readonly<Record<string, CourtOrder>>;

/** Orders that end proceedings. Under a care order and a placement order the return says the placement order. */
export const FINAL_ORDERS = {
  'care-order': { title: 'Care order', status: 'C2' },
  'placement-order': { title: 'Care order and placement order', status: 'E1' },
  'supervision-order': { title: 'Supervision order', status: null },
  'special-guardianship': { title: 'Special guardianship order', status: null },
  'child-arrangements': { title: 'Child arrangements order', status: null },
  'no-order': { title: 'No order', status: null },
  withdrawn: { title: 'The application was withdrawn with the court’s permission', status: null },
} as const satisfies Readonly<Record<string, CourtOrder>>;

const ORDERS: Readonly<Record<string, CourtOrder>> = { ...INTERIM_ORDERS, ...FINAL_ORDERS };

export const findOrder = (id: unknown): CourtOrder | undefined =>
  typeof id === 'string' && Object.hasOwn(ORDERS, id) ? ORDERS[id] : undefined;

/** Whether it is an order that lasts while proceedings do, and may be made again. */
export const isInterim = (id: unknown): boolean =>
  typeof id === 'string' && Object.hasOwn(INTERIM_ORDERS, id);

export const titlesOf = (orders: Readonly<Record<string, CourtOrder>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(orders).map(([id, { title }]) => [id, title]));
