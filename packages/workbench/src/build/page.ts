import { settingsHtml } from './settings.ts';

/** The page as it is before anything is given to it. What it finds is put into `#results` by its script. */
export interface PageParts {
  readonly style: string;
  readonly script: string;
  /** The worker's script as JSON text that holds no "<". */
  readonly worker: string;
  readonly policy: string;
  readonly licences: string;
}

/** The input stands before its label, which shows its focus. */
const chooser = (id: string, look: string, words: string, unseen: string, folder = ''): string =>
  `<input class="chooser" type="file" id="${id}" multiple${folder}><label class="${look}" for="${id}">${words}<span class="unseen"> ${unseen}</span></label>`;

const slot = (
  id: string,
  title: string,
  hint: string,
  of: string,
): string => `<section class="slot" id="${id}" aria-labelledby="${id}-title">
<h2 class="slot__title" id="${id}-title">${title}</h2>
<p class="slot__state" id="${id}-state">${hint}</p>
<p class="slot__choose">${chooser(`${id}-files`, 'second', 'Choose files', of)} ${chooser(`${id}-folder`, 'link', 'or a folder', of, ' webkitdirectory')}</p>
</section>`;

const lists = `<section class="slot" id="lists" aria-labelledby="lists-title">
<h2 class="slot__title" id="lists-title">Ofsted’s lists and postcodes</h2>
<p class="slot__state" id="lists-state">Workbooks as Ofsted publishes them, and a postcode directory (CSV). Optional.</p>
<p class="slot__choose">${chooser('lists-files', 'second', 'Choose files', 'that are lists')}</p>
</section>`;

export const pageHtml = ({ style, script, worker, policy, licences }: PageParts): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Check a return: Rightplace workbench</title>
<style>${style}</style>
</head>
<body class="nothing-given">
<a class="skip" href="#main">Skip to main content</a>
<header>
<div class="masthead"><div class="width masthead__inner"><span class="masthead__name">Rightplace</span> <span>workbench</span></div></div>
<div class="width"><p class="promise">This page works by itself, from this computer’s disk. It cannot connect to anything, and keeps nothing when you close it.</p></div>
</header>
<div class="width">
<main id="main" tabindex="-1">
<div id="opening">
<h1>Check an SSDA903 return</h1>
<p class="lead">Drop the files of the return here. Every rule of its year is run at once, on this computer alone.</p>
</div>
<noscript><p class="notice">This page does its work by script, which is switched off in this browser.</p></noscript>
<form id="giving" autocomplete="off" novalidate>
<div class="slots">
${slot('this-year', 'This year’s return', 'CSV files, one XML or a zip of them, whatever they are called.', 'of this year’s return')}
${slot('last-year', 'Last year’s return', 'For the rules that compare the two years. Optional.', 'of last year’s return')}
${lists}
</div>
<details class="more" id="files-and-settings"><summary id="files-and-settings-summary">Files and settings</summary>
${settingsHtml}
<div id="files"></div>
</details>
</form>
<p id="given-note" class="quiet" hidden></p>
<div id="progress" class="progress" hidden></div>
<div id="trouble"></div>
<div id="results" hidden></div>
</main>
</div>
<p id="status" class="unseen" role="status"></p>
<footer class="footer"><div class="width">
<p>Made by Rightplace. It is a checking tool of an authority’s own and no service of the Department for Education or of Ofsted.</p>
<details class="more"><summary>What this page is made with</summary>
${licences}
</details>
</div></footer>
<script type="application/json" id="worker">${worker}</script>
<script>${script}</script>
</body>
</html>
`;
