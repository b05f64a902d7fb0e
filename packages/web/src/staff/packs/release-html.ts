import type { ReleaseRead } from '@rightplace/app';
import { dayInWords, type ShownLine, type ShownPack, type ShownTable } from '@rightplace/domain';
import { type Html, html } from '../../kit/index.ts';
import { cellText } from './pack-parts.ts';
import { versionText } from './releases-page.ts';

/** A release as one file that needs nothing else: for an authority’s own website, or to send. Tables, and no script or picture. */
export const releaseHtml = ({ title: named, version, on, pack, says }: ReleaseRead): string => {
  const title = `${named}${versionText(version)}`;
  return String(html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}, ${pack.whose}</title>
<style>
body { font: 1rem/1.4 Arial, sans-serif; color: #0b0c0c; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
div { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: .5rem; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid #b1b4b6; text-align: right; }
th:first-child { text-align: left; }
@media print { section { break-inside: avoid; } }
</style>
</head>
<body>
<h1>${title}</h1>
<p>${pack.whose}. Published on ${dayInWords(on)}. ${says}</p>
${pack.tables.map((table) => tableHtml(table, pack))}
<h2>What is counted</h2>
<dl>${pack.definitions.map(({ title: name, definition, certainty }) => html`<dt>${name}</dt><dd>${definition} ${certainty}</dd>`)}</dl>
</body>
</html>
`);
};

const tableHtml = (table: ShownTable, { years, whose }: ShownPack): Html => {
  const hasBoth = new Set(table.lines.map(({ area }) => area)).size > 1;
  const named = ({ title, area }: ShownLine): string =>
    hasBoth ? `${title}, ${area === 'own' ? whose : 'England'}` : title;
  return html`<section>
<h2>${table.finding}</h2>
<div role="region" tabindex="0" aria-label="${table.number}"><table>
<caption>${table.number}: ${table.title}, ${table.lines[0]?.area === 'england' ? 'England' : whose}${hasBoth && ' and England'}</caption>
<thead><tr><th scope="col">${table.lineHeader}</th>${years.map((year) => html`<th scope="col">${year}</th>`)}</tr></thead>
<tbody>${table.lines.map(
    (line) =>
      html`<tr><th scope="row">${named(line)}</th>${line.cells.map((cell) => html`<td>${cellText(cell)}</td>`)}</tr>`,
  )}</tbody>
</table></div>
${[...table.notes, ...table.sources].map((note) => html`<p>${note}</p>`)}
</section>`;
};
