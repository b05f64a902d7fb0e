import { addDays, type Day } from '@rightplace/domain';
import { SaxesParser } from 'saxes';
import { textDecoderFor } from '../csv/decode-text.ts';
import { listed } from '../set-aside.ts';
import { factsOfChild } from './census-child.ts';
import { type Element, element } from './census-elements.ts';
import { readDay } from './days.ts';
import type { BirthTold } from './doubts.ts';
import {
  identityOf,
  type NotTaken,
  nothingRead,
  type UpstreamFact,
  type UpstreamRead,
} from './upstream-fact.ts';

const PIECE = 1_048_576;
const EXPORT_AGAIN = 'Export it again; nothing of it was read.';

/** A census of one authority has a few thousand children: each is read when it is whole, and then let go. */
export const readCensus = (file: string, bytes: Uint8Array, latest: Day): UpstreamRead => {
  const facts = new Map<string, UpstreamFact>();
  const notTaken: NotTaken[] = [];
  const doubts: NotTaken[] = [];
  const births: BirthTold[] = [];
  const unknown = new Set<string>();
  let [rows, taken, children] = [0, 0, 0];
  let referenceDay: Day | undefined;
  const collection: { name: string } = { name: '' };

  const takeChild = (child: Element): void => {
    children++;
    const told = factsOfChild(file, child, latest);
    rows += told.rows;
    notTaken.push(...told.notTaken);
    doubts.push(...told.doubts);
    if (told.birth !== undefined) births.push(told.birth);
    for (const name of told.unknown) unknown.add(name);
    for (const { fact, line, counts } of told.facts) {
      const identity = identityOf(fact);
      if (!counts) {
        if (fact.kind !== 'child' || !facts.has(identity)) facts.set(identity, fact);
      } else if (facts.has(identity))
        notTaken.push({
          file,
          line,
          child: fact.child,
          reason: 'The same child has another of this kind and day.',
          todo: 'Keep the one that is right; one is counted.',
        });
      else {
        facts.set(identity, fact);
        taken++;
      }
    }
  };

  const open: Element[] = [];
  let outermost = '';
  const parser = new SaxesParser({ position: true });
  parser.on('doctype', () => {
    throw new Error('it declares a document type, which a census does not need');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const opened = element(name, parser.line);
    outermost ||= opened.name;
    open.at(-1)?.children.push(opened);
    open.push(opened);
  });
  parser.on('text', (text) => open.at(-1)?.texts.push(text));
  parser.on('cdata', (text) => open.at(-1)?.texts.push(text));
  parser.on('closetag', () => {
    const closed = open.pop();
    const within = open.at(-1);
    if (closed === undefined || within === undefined) return;
    if (closed.name === 'child' && within.name === 'children') {
      takeChild(closed);
      within.children.pop();
    } else if (within.name === 'collectiondetails') {
      const text = closed.texts.join('').trim();
      if (closed.name === 'collection') collection.name = text;
      const day = closed.name === 'referencedate' ? readDay(text, addDays(latest, 3660)) : undefined;
      if (day?.kind === 'day') referenceDay = day.day;
    }
  });

  try {
    const decode = textDecoderFor('utf-8');
    // In pieces: as one text a census of a hundred megabytes would be there three times over.
    for (let at = 0; at < bytes.length; at += PIECE) parser.write(decode(bytes.subarray(at, at + PIECE)));
    parser.write(decode());
    if (open.length > 0 || outermost === '') throw new Error('it stops before it is complete');
    parser.close();
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error))
      .replace(/^\d+:\d+: /, '')
      .replace(/\.$/, '');
    return nothingRead(
      file,
      `The XML is broken at or before line ${Math.max(1, parser.line)}: ${why}.`,
      EXPORT_AGAIN,
    );
  }
  if (collection.name !== '' && !/^(?:CIN|Children in need)/i.test(collection.name))
    return nothingRead(
      file,
      `This XML is of the collection ${collection.name}, not of the children in need census.`,
      'Give the census; a return of children looked after is loaded as a return.',
    );
  if (children === 0)
    return nothingRead(
      file,
      `This XML (its outermost element is ${outermost}) holds no Child within Children.`,
      'Give the children in need census as it is sent: Message, Children, Child.',
    );
  return {
    source: 'cin-census',
    kinds: ['child', 'referral', 'assessment', 'factor', 'section-47', 'in-need', 'protection-plan'],
    facts: [...facts.values()],
    rows,
    taken,
    notTaken,
    doubts,
    births,
    notes: [
      `${file} is the ${collection.name === '' ? '' : `${collection.name} `}census of ${children.toLocaleString('en-GB')} children.`,
      ...(referenceDay === undefined
        ? [`${file} has no ReferenceDate, so its year is taken to be the one up to the last day in it.`]
        : []),
      ...(unknown.size === 0 ? [] : [`${file}: ${listed([...unknown].slice(0, 10))} are not read.`]),
    ],
    referenceDay,
  };
};
