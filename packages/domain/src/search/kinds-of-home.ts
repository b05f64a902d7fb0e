import type { Options } from '../form/form.ts';

/** What the law asks of a kind of home, and how the request calls it. */
interface KindOfHome {
  readonly title: string;
  /** As the request says which kinds suit. */
  readonly group?: 'foster' | 'residential' | 'supported';
  /** Nobody may run one that is not registered with Ofsted (Care Standards Act 2000, section 11, and regulations for each kind). */
  readonly registered?: true;
  readonly fosters?: true;
}

/** What may be offered. What is none of these is said to be so, and the gates look at it. */
export const KINDS_OF_HOME = {
  'own-carer': { title: 'Foster carer of the authority', group: 'foster', fosters: true },
  'agency-carer': {
    title: 'Foster carer of an agency',
    group: 'foster',
    fosters: true,
    registered: true,
  },
  connected: { title: 'Relative or friend', group: 'foster', fosters: true },
  'childrens-home': { title: 'Children’s home', group: 'residential', registered: true },
  'secure-home': { title: 'Secure children’s home', group: 'residential', registered: true },
  'residential-school': { title: 'Residential school', group: 'residential' },
  supported: { title: 'Supported accommodation', group: 'supported', registered: true },
  other: { title: 'Another arrangement, which nobody registers' },
} as const satisfies Readonly<Record<string, KindOfHome>>;

export type KindOfHomeId = keyof typeof KINDS_OF_HOME;

export const isKindOfHome = (text: string): text is KindOfHomeId => Object.hasOwn(KINDS_OF_HOME, text);

export const kindOfHome = (id: KindOfHomeId): KindOfHome => KINDS_OF_HOME[id];

export const KIND_OPTIONS: Options = Object.fromEntries(
  Object.entries(KINDS_OF_HOME).map(([id, { title }]) => [id, title]),
);

/** The kinds of which something is true, for a question that is asked of those alone. */
export const kindsThat = (is: (kind: KindOfHome) => boolean): readonly string[] =>
  Object.entries(KINDS_OF_HOME).flatMap(([id, kind]) => (is(kind) ? [id] : []));
