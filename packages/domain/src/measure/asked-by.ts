import type { MeasureText } from './measure.ts';

/** Who asks for measures, or whose definitions they are. Of most there are several. */
export const ASKERS = {
  dfe: 'Department for Education',
  ofsted: 'Ofsted',
  worcestershire: 'Worcestershire',
  'west-sussex': 'West Sussex',
  kent: 'Kent',
  law: 'Regulations and guidance',
} as const;
export type Asker = keyof typeof ASKERS;

const NAMED: Readonly<Record<Asker, RegExp>> = {
  // Adoption's board and scorecards are the Department's.
  dfe: /Department for Education|Adoption scorecards|Leadership Board/,
  ofsted: /Ofsted/,
  worcestershire: /Worcestershire/,
  'west-sussex': /West Sussex/,
  kent: /Kent/,
  law: /Regulations|statutory guidance|Working Together|national minimum standards|Children Act/,
};

export const isAsker = (text: string): text is Asker => Object.hasOwn(ASKERS, text);

/** Told from the words of the source, which name them. */
export const askersOf = ({ source }: Pick<MeasureText, 'source'>): readonly Asker[] =>
  (Object.keys(ASKERS) as readonly Asker[]).filter((asker) => NAMED[asker].test(source));
