// Says what the rules find while a row is being corrected. Without this file the button “Check” says the same.
const form = document.querySelector('#correct-row');
const WAIT_MS = 600;

let timer;
let asking;
let lastAsked = '';

const fieldsOf = () => {
  const fields = new URLSearchParams(new FormData(form));
  fields.set('do', 'check');
  fields.set('part', 'findings');
  return fields;
};

/** What was typed, whatever the reason given and the token say. */
const rowOf = (fields) =>
  JSON.stringify([...fields].filter(([name]) => name !== 'reason' && name !== '_csrf'));

const look = async () => {
  const fields = fieldsOf();
  const row = rowOf(fields);
  if (row === lastAsked) return;
  lastAsked = row;
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(form.action, { method: 'POST', body: fields, signal: asking.signal });
    // The session has run out, or the row is gone: the buttons say so.
    if (answer.redirected || !answer.ok) return stop();
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  } catch {
    // Stopped for a newer one, or no connection: the next time it is asked again.
    if (lastAsked === row) lastAsked = '';
  }
};

const show = (page) => {
  for (const place of document.querySelectorAll('[data-found]')) {
    const fresh = page.getElementById(place.id);
    // Left alone when it says the same, so that nothing is read out twice.
    if (fresh && fresh.innerHTML !== place.innerHTML)
      place.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
  }
};

const soon = (event) => {
  if (event.target.name === 'reason') return;
  clearTimeout(timer);
  timer = setTimeout(() => void look(), event.type === 'change' ? 0 : WAIT_MS);
};

const stop = () => {
  clearTimeout(timer);
  form.removeEventListener('input', soon);
  form.removeEventListener('change', soon);
};

if (form) {
  // What was typed too late and has been put back is not what the page was drawn for.
  if (form.querySelector('[name=_kept]')) void look();
  else lastAsked = rowOf(fieldsOf());
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('submit', stop);
}

// A module, as the page loads it: its names are its own.
export {};
