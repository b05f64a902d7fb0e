// Watches work that goes on by itself: how far it is, and then what came of it. Without this file there is a link to look.
const box = document.querySelector('#work');
const [words, bar] = [box?.querySelector('.app-progress__words'), box?.querySelector('progress')];

const LOOK_EVERY_MS = 1000;
/** When the connection is lost, less and less often. */
const LONGEST_MS = 15_000;
let wait = LOOK_EVERY_MS;

const look = async () => {
  try {
    const answer = await fetch(`${box.dataset.work}?as=data`, { cache: 'no-store' });
    // Signed out, or no longer there: the page says so.
    if (!answer.ok || answer.redirected) return location.reload();
    const far = await answer.json();
    // Not kept among the pages gone through: what came of it is in its place.
    if (far.ended) {
      if (far.file === undefined) return location.replace(box.dataset.work);
      // The file is saved while the page stays, and then says that it was ready.
      location.assign(far.file);
      return setTimeout(() => location.replace(box.dataset.work), LOOK_EVERY_MS);
    }
    if (far.words && words.textContent !== far.words) words.textContent = far.words;
    bar.value = far.percent;
    wait = LOOK_EVERY_MS;
  } catch {
    wait = Math.min(wait * 2, LONGEST_MS);
  }
  setTimeout(() => void look(), wait);
};

if (box) {
  document.querySelector('#look-again')?.remove();
  setTimeout(() => void look(), LOOK_EVERY_MS);
}

// A module, as the page loads it: its names are its own.
export {};
