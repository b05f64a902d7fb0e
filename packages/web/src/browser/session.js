// Says that the session is about to run out, and offers to go on. Without this file it runs out all the same, and
// what was typed is kept: this only spares the detour.
const note = document.querySelector('[data-session-minutes]');
const minutes = Number(note?.dataset.sessionMinutes);
const WARNING_MINUTES = 3;
const KEY = 'rightplace-last-seen';

/** Another tab may have been busy meanwhile. */
const lastSeen = () => Number(localStorage.getItem(KEY)) || Date.now();
const minutesLeft = () => minutes - (Date.now() - lastSeen()) / 60_000;

const say = (text, offersMore) => {
  note.replaceChildren();
  note.hidden = text === '';
  if (text === '') return;
  const sentence = document.createElement('p');
  sentence.className = 'govuk-body govuk-!-font-weight-bold';
  sentence.textContent = text;
  note.append(sentence);
  if (!offersMore) return;
  const more = document.createElement('button');
  more.className = 'govuk-button govuk-button--secondary';
  more.textContent = 'Stay signed in';
  more.addEventListener('click', () => void staySignedIn());
  note.append(more);
};

const staySignedIn = async () => {
  const answer = await fetch('/stay-signed-in', { headers: { accept: 'application/json' } });
  if (!answer.ok || answer.redirected) return;
  localStorage.setItem(KEY, String(Date.now()));
  watch();
};

let said = '';
const watch = () => {
  const left = minutesLeft();
  const state = left <= 0 ? 'over' : left <= WARNING_MINUTES ? 'soon' : '';
  if (state === said) return;
  said = state;
  if (state === 'soon') say(`You will be signed out in about ${WARNING_MINUTES} minutes because nothing has been done here.`, true);
  else if (state === 'over') say('You have been signed out. If you send what you have typed, it is kept, and is in the form again once you have signed in.', false);
  else say('', false);
};

if (minutes > 0) {
  localStorage.setItem(KEY, String(Date.now()));
  setInterval(watch, 10_000);
}

// A module, as the page loads it: its names are its own.
export {};
