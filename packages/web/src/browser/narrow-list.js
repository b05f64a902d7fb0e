// Keeps a list up with what is typed and chosen. Without this file the form is sent with its button.
const form = document.querySelector('#narrow');
/** What of the page is the list: the form says. */
const LIST = form?.dataset.narrows;
const WAIT = 300;

let timer;
let asking;

const address = () => {
  const asked = [...new FormData(form)].filter(([, value]) => value.trim() !== '');
  return `${form.getAttribute('action')}?${new URLSearchParams(asked)}`;
};

/** The list as it is at that address, in place of the one on the page; the words being typed are left alone. */
const show = async (to, { quietly = false } = {}) => {
  asking?.abort();
  asking = new AbortController();
  const own = asking;
  const list = document.querySelector(LIST);
  if (!quietly) list.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(to, { signal: own.signal });
    // Signed out, or something else than the list: the browser shows it as it is.
    if (!answer.ok || answer.redirected) return quietly ? undefined : location.assign(to);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector(LIST);
    if (fresh === null) return quietly ? undefined : location.assign(to);
    const before = list.querySelector('[data-cleared]')?.dataset.cleared ?? '0';
    list.replaceWith(document.adoptNode(fresh));
    const cleared = fresh.querySelector('[data-cleared]');
    if (Number(cleared?.dataset.cleared ?? 0) > Number(before)) cleared.classList.add('app-cleared--more');
    history.replaceState(null, '', to);
    const results = fresh.querySelector('#results').textContent;
    if (!quietly || results !== list.querySelector('#results').textContent) say(results);
    lookAgain();
  } catch (error) {
    if (error.name !== 'AbortError' && !quietly) location.assign(to);
  }
};

/** A check takes a second or so; after that nobody waits for one. */
const LOOKS = 5;
let looks = 0;
let looking;

/** While the record is ahead of the list, the list is asked for again, unless somebody is in the middle of it. */
const lookAgain = () => {
  clearTimeout(looking);
  if (document.querySelector(`${LIST} [data-behind]`) === null) {
    looks = 0;
    return;
  }
  if (looks++ >= LOOKS) return;
  looking = setTimeout(() => {
    const isBeingUsed = document.querySelector(LIST).contains(document.activeElement);
    if (isBeingUsed) lookAgain();
    else void show(location.href, { quietly: true });
  }, 2000);
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
    timer = setTimeout(() => void show(address()), wait);
  };
  form.addEventListener('input', (event) => soon(event.target.type === 'search' ? WAIT : 0));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
  lookAgain();
  // Come back to after a correction: what was put right is gone from the list.
  addEventListener('pageshow', (event) => {
    const [visit] = performance.getEntriesByType('navigation');
    if (event.persisted || visit?.type === 'back_forward') void show(location.href);
  });
}

// A module, as the page loads it: its names are its own.
export {};
