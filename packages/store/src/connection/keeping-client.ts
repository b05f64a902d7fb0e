import pg from 'pg';

/**
 * What is asked in words with places for values is given a name when it is asked again, so that each connection plans it
 * once: planning takes the database longer than the answer for most of what a page asks. Only so many are named, because
 * every connection keeps all the plans it made.
 */
const MOST_NAMED = 400;
const NAMED_FROM = 3;

const timesAsked = new Map<string, number>();
const names = new Map<string, string>();

const nameOf = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMED) return known;
  const times = (timesAsked.get(text) ?? 0) + 1;
  if (times < NAMED_FROM) {
    // Texts that are never the same twice would otherwise gather here for as long as the process runs.
    if (timesAsked.size > 10 * MOST_NAMED) timesAsked.clear();
    timesAsked.set(text, times);
    return undefined;
  }
  timesAsked.delete(text);
  const name = `asked_${names.size + 1}`;
  names.set(text, name);
  return name;
};

const BEGINS = /^(?:begin$|start transaction\b)/;
const ENDS = /^(?:commit|rollback)$/;
const ASKS = /^\s*(?:select|with|insert|update|delete)\b/i;

const nothing = (command: string) => ({ command, rowCount: 0, oid: 0, fields: [], rows: [] });

type Asking = (
  text: unknown,
  values?: readonly unknown[],
  done?: unknown,
) => Promise<pg.QueryResult | readonly pg.QueryResult[]>;

/**
 * A connection that keeps its plans, and begins a transaction in the same breath as the first thing asked in it: whose rows it
 * is about. A transaction that asks nothing is none.
 */
export class KeepingClient extends pg.Client {
  #begin: string | undefined;

  override query = ((text: unknown, values?: readonly unknown[], done?: unknown) => {
    const ask = super.query.bind(this) as unknown as Asking;
    if (typeof text !== 'string' || done !== undefined || typeof values === 'function')
      return ask(text, values, done);
    const begin = this.#begin;
    if (begin === undefined) {
      if (BEGINS.test(text)) {
        this.#begin = text;
        return Promise.resolve(nothing('BEGIN'));
      }
      return ask(named(text, values));
    }
    this.#begin = undefined;
    if (ENDS.test(text)) return Promise.resolve(nothing(text.toUpperCase()));
    if (values === undefined || values.length === 0)
      return ask(`${begin};\n${text}`).then((results) => (Array.isArray(results) ? results.at(-1) : results));
    return ask(begin).then(() => ask(named(text, values)));
  }) as unknown as pg.Client['query'];
}

const named = (text: string, values: readonly unknown[] | undefined) => {
  const name = values !== undefined && ASKS.test(text) ? nameOf(text) : undefined;
  return { text, ...(values === undefined ? {} : { values }), ...(name === undefined ? {} : { name }) };
};
