import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The folders of the libraries that a bundle has taken something from: `…/node_modules/saxes`. */
export const librariesIn = (inputs: readonly string[]): readonly string[] => {
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  return [...new Set(folders)].filter((folder) => !folder.includes('@rightplace')).toSorted();
};

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

/** Each library with its licence, as the licences ask of whoever passes a copy on. */
export const licencesHtml = (folders: readonly string[]): string =>
  folders
    .map((folder) => {
      const {
        name,
        version,
        license = '',
        author,
      } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
      const by = typeof author === 'object' ? author.name : author;
      const texts = [folder, join(folder, 'dist')]
        .filter((place) => existsSync(place))
        .flatMap((place) =>
          readdirSync(place)
            .filter((file) => /licen[cs]e/i.test(file))
            .map((file) => readFileSync(join(place, file), 'utf8')),
        );
      return `<h3>${escaped(`${name} ${version}`)}</h3>
<p>${escaped(`${license} licence${by === undefined ? '' : `, ${by}`}`)}</p>
${texts.map((text) => `<pre class="licence" tabindex="0">${escaped(text.trim())}</pre>`).join('\n')}`;
    })
    .join('\n');
