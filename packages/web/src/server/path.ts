/**
 * A path and the function that writes links to it are one thing, so a moved page cannot leave a dead link:
 * `paths.child({ childId })` writes what the route registered as `paths.child` answers.
 */
export type NamesIn<Pattern extends string> = Pattern extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}`
    ? Name | NamesIn<`/${After}`>
    : Rest
  : never;

export type ParamsOf<Pattern extends string> = { readonly [Name in NamesIn<Pattern>]: string };

export type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

type LinkArguments<Pattern extends string> = [NamesIn<Pattern>] extends [never]
  ? [query?: Query]
  : [params: ParamsOf<Pattern>, query?: Query];

export type Path<Pattern extends string = string> = ((...args: LinkArguments<Pattern>) => string) & {
  readonly pattern: Pattern;
};

/** The query text, `?` and all; blank values are left out so that links stay short and comparable. */
export const queryText = (query: Query): string => {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') written.append(name, String(one));
  }
  return written.size === 0 ? '' : `?${written.toString()}`;
};

/** One step of a path. A step of dots would climb out of the page it names, so it is refused. */
const step = (name: string, value: string | undefined): string => {
  if (value === undefined || value === '' || /^\.{1,2}$/.test(value))
    throw new RangeError(`A link needs its ${name}; got ${JSON.stringify(value)}`);
  return encodeURIComponent(value);
};

export const path = <const Pattern extends `/${string}`>(pattern: Pattern): Path<Pattern> => {
  const hasParams = pattern.includes('/:');
  const write = (...args: readonly unknown[]): string => {
    const params = (hasParams ? args[0] : {}) as Readonly<Record<string, string>>;
    const query = (hasParams ? args[1] : args[0]) as Query | undefined;
    const address = pattern.replaceAll(/:([^/]+)/g, (_, name: string) => step(name, params[name]));
    return address + queryText(query ?? {});
  };
  return Object.assign(write, { pattern }) as Path<Pattern>;
};
