// Keeps the list of findings up with what is typed and chosen. Without this file the form is sent with its button.
const form = document.querySelector('#narrow');
const WAIT = 300;

let timer;
let asking;

const address = () => {
  const asked = [...new FormData(form)].filter(([, value]) => value.trim() !== '');
  return `${form.getAttribute('action')}?${new URLSearchParams(asked)}`;
};

/** The list as it is at that address, in place of the one on the page; the words being typed are left alone. */
const show = async (to) => {
  asking?.abort();
  asking = new AbortController();
  const own = asking;
  const list = document.querySelector('#findings');
  list.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(to, { signal: own.signal });
    // Signed out, or something else than the list: the browser shows it as it is.
    if (!answer.ok || answer.redirected) return location.assign(to);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('#findings');
    if (fresh === null) return location.assign(to);
    const before = list.querySelector('[data-cleared]')?.dataset.cleared ?? '0';
    list.replaceWith(document.adoptNode(fresh));
    const cleared = fresh.querySelector('[data-cleared]');
    if (Number(cleared?.dataset.cleared ?? 0) > Number(before)) cleared.classList.add('app-cleared--more');
    history.replaceState(null, '', to);
    say(fresh.querySelector('#results').textContent);
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(to);
  }
};

const live = document.createElement('p');
live.className = 'govuk-visually-hidden';
live.setAttribute('role', 'status');
/** How many there are now, once the typing has stopped. */
const say = (words) => {
  live.textContent = words;
};

if (form) {
  form.after(live);
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(address()), wait);
  };
  form.addEventListener('input', (event) => soon(event.target.type === 'search' ? WAIT : 0));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
  // Come back to after a correction: what was put right is gone from the list.
  addEventListener('pageshow', (event) => {
    const [visit] = performance.getEntriesByType('navigation');
    if (event.persisted || visit?.type === 'back_forward') show(location.href);
  });
}
