/**
 * The one direction (docs/decisions/0001 and 0002). `violations` reads source text and says where an import points the wrong way,
 * reaches past another package's door, or where a package of rules imports a tool of the outside world.
 */
export interface SourceFile {
  /** Path from the checkout's root, with forward slashes: `packages/web/src/staff/home/page.ts`. */
  readonly path: string;
  readonly text: string;
}

/** What each package may import of ours. Anything not listed is refused. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  spreadsheet: [],
  documents: [],
  solver: [],
  ssda903: ['domain', 'spreadsheet'],
  store: ['domain'],
  demo: ['domain'],
  workbench: ['domain', 'spreadsheet', 'ssda903'],
  app: ['documents', 'domain', 'solver', 'spreadsheet', 'ssda903', 'store'],
  web: ['app', 'domain'],
  cli: ['app', 'web', 'demo', 'solver', 'spreadsheet', 'ssda903', 'domain', 'store', 'workbench'],
};

/**
 * Doors besides the main one, for whoever would else read far more than they use: checking a return's files from the
 * command line needs neither the database's libraries nor the identity provider's.
 */
export const sideDoors: Readonly<Record<string, readonly string[]>> = { app: ['files'] };

/** Libraries a package of rules may use; everything else outside would let it reach the world. */
const librariesOfRules: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  spreadsheet: ['hucre/xlsx'],
  documents: ['docx'],
  solver: ['highs'],
  ssda903: ['saxes'],
  demo: [],
};

/** Audiences whose screens never import one another. */
const audiences = ['staff', 'provider', 'public'];

const importPattern =
  /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');

/** All that is read with a file, by its text: what it imports besides types, and so on through its own package. */
export const readWith = (path: string, textOf: (path: string) => string): ReadonlySet<string> => {
  const read = new Set<string>();
  const visit = (file: string): void => {
    if (read.has(file)) return;
    read.add(file);
    for (const target of importsOf(textOf(file).replaceAll(/^(?:import|export) type [^;]*;/gm, '')))
      if (target.startsWith('.')) visit(resolveFrom(file, target));
      else read.add(target);
  };
  visit(path);
  return read;
};

const isTest = (path: string): boolean => path.endsWith('.test.ts');

const resolveFrom = (path: string, target: string): string => {
  const parts = path.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
};

const audienceOf = (path: string): string | undefined => {
  const match = /^packages\/web\/src\/([^/]+)\//.exec(path);
  return audiences.find((audience) => audience === match?.[1]);
};

const whyNot = (file: SourceFile, target: string): string | undefined => {
  const home = /^packages\/([^/]+)\//.exec(file.path)?.[1] ?? '';
  if (target.startsWith('@rightplace/')) {
    const [, name = '', ...deeper] = target.split('/');
    if (deeper.length > 0 && sideDoors[name]?.includes(deeper.join('/')) !== true)
      return `reaches past the door of ${name}; import '@rightplace/${name}'`;
    if (name === home) return 'imports its own package by name; use a relative path';
    return mayImport[home]?.includes(name) === true ? undefined : `${home} may not import ${name}`;
  }
  if (target.startsWith('.')) {
    const resolved = resolveFrom(file.path, target);
    const material = /^packages\/([^/]+)\/test\//.exec(resolved)?.[1];
    // What one package's tests are made with serves the tests of those above it.
    if (material !== undefined && isTest(file.path) && mayImport[home]?.includes(material) === true)
      return undefined;
    if (!resolved.startsWith(`packages/${home}/`)) return 'a relative path that leaves the package';
    const [from, to] = [audienceOf(file.path), audienceOf(resolved)];
    return from !== undefined && to !== undefined && from !== to
      ? `${from}/ may not import ${to}/`
      : undefined;
  }
  const libraries = librariesOfRules[home];
  if (libraries === undefined || isTest(file.path) || libraries.includes(target)) return undefined;
  return `${home} holds rules only and may not import ${target}`;
};

export const violations = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) =>
    importsOf(file.text).flatMap((target) => {
      const why = whyNot(file, target);
      return why === undefined ? [] : [`${file.path} imports '${target}': ${why}`];
    }),
  );
