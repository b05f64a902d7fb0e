// Sends the files of a return, or lists and censuses of children before care, and shows how far it is. Without this file the form is sent as any other, and the
// browser shows that it is busy.
import { createAll, ErrorSummary, FileUpload } from 'govuk-frontend';

const MEGABYTE = 1_048_576;

const begin = () => {
  const form = document.querySelector('#load-return, #load-upstream');
  const input = form?.querySelector('input[type=file]');
  if (!input) return;
  form.addEventListener('submit', (event) => {
    if (input.files.length === 0) return; // the server says what is missing
    event.preventDefault();
    const most = Number(input.dataset.mostBytes);
    const total = [...input.files].reduce((sum, { size }) => sum + size, 0);
    const progress = showProgress(form);
    if (total > most) {
      progress.stop(
        `These files are ${Math.ceil(total / MEGABYTE)} MB together, and no more than ${Math.floor(most / MEGABYTE)} MB can be sent here. Larger ones can be loaded where Rightplace runs, with the command “${input.dataset.command ?? 'rightplace import'}”.`,
      );
      return;
    }
    send(form, input.files.length, progress);
  });
};

/** The bar, what it means in words, and a way to stop. */
const showProgress = (form) => {
  for (const old of document.querySelectorAll('.govuk-error-summary, .govuk-error-message, .app-progress')) old.remove();
  for (const group of form.querySelectorAll('.govuk-form-group--error'))
    group.classList.remove('govuk-form-group--error');
  const box = document.createElement('div');
  box.className = 'app-progress';
  box.innerHTML =
    '<p class="govuk-body app-progress__words" role="status"></p><progress max="100"></progress><button type="button" class="govuk-button govuk-button--secondary">Stop</button>';
  const [words, bar, stop] = box.children;
  const button = form.querySelector('.govuk-button:not(.app-progress *)[type=submit]');
  bar.setAttribute('aria-label', 'Sending the files');
  button.classList.add('govuk-!-display-none');
  form.append(box);
  return {
    say: (text, percent) => {
      if (words.textContent !== text) words.textContent = text;
      if (percent === undefined) bar.removeAttribute('value');
      else bar.value = percent;
    },
    stop: (text) => {
      words.textContent = text;
      bar.remove();
      stop.remove();
      button.classList.remove('govuk-!-display-none');
    },
    onStop: (act) => stop.addEventListener('click', act),
  };
};

const send = (form, files, progress) => {
  const request = new XMLHttpRequest();
  const body = new FormData();
  // Fields go before files, and among them that an address is wanted in answer: a redirect would be followed unseen.
  body.append('_answer', 'address');
  for (const [name, value] of new FormData(form)) body.append(name, value);
  const what = files === 1 ? 'the file' : `${files} files`;
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    // Said in tens, so that a screen reader is not kept talking.
    const percent = Math.floor((100 * loaded) / total);
    if (percent < 100) progress.say(`Sending ${what}: ${percent - (percent % 10)}%`, percent);
  });
  request.upload.addEventListener('load', () =>
    progress.say('Reading the files and comparing them with the record. This takes a few seconds.'),
  );
  request.addEventListener('load', () => {
    const isData = request.getResponseHeader('content-type')?.startsWith('application/json');
    if (request.status === 200 && isData) location.assign(JSON.parse(request.responseText).address);
    else if (request.responseURL && new URL(request.responseURL).pathname !== location.pathname)
      location.assign(request.responseURL); // the session had run out
    else showAnswer(request.responseText);
  });
  request.addEventListener('error', () =>
    progress.stop('The connection was lost, so nothing was read. Choose “Read the files” to send them again.'),
  );
  request.addEventListener('abort', () => progress.stop('Stopped. Nothing was read.'));
  progress.onStop(() => request.abort());
  progress.say(`Sending ${what}`, 0);
  request.open('POST', form.action);
  request.send(body);
};

/** The page again with what is wrong with the files, or what went wrong with the service. */
const showAnswer = (text) => {
  const answer = new DOMParser().parseFromString(text, 'text/html');
  document.title = answer.title;
  document.querySelector('main').replaceWith(document.adoptNode(answer.querySelector('main')));
  createAll(FileUpload);
  createAll(ErrorSummary);
  begin();
};

begin();
