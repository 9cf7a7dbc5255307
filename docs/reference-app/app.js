import { Refused, loginAddress, logOut, message, messages, sendForm } from './api.js';

const $ = id => document.getElementById(id);

function show(isInside) {
  $('outside').hidden = isInside;
  for (const id of ['inside', 'box', 'send']) {
    $(id).hidden = !isInside;
  }
  if (!isInside) {
    $('message').hidden = true;
  }
}

// Runs what a person asked for. Who is not logged in, or no longer, is led to the login.
async function attempt(action) {
  $('error').textContent = '';
  try {
    await action();
  } catch (error) {
    if (error instanceof Refused && error.status === 401) {
      show(false);
    } else {
      $('error').textContent = error.message;
    }
  }
}

// A body is HTML. As text it needs no trust.
function text(html) {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}

async function open(address) {
  const opened = await message(address);
  $('message-title').textContent = opened.Subject;
  $('message-facts').replaceChildren(
    ...[['Fra', opened.MessageSender ?? opened.ServiceOwner], ['Status', opened.Status]]
      .filter(([, value]) => value !== undefined)
      .flatMap(([name, value]) => [
        Object.assign(document.createElement('dt'), { textContent: name }),
        Object.assign(document.createElement('dd'), { textContent: value }),
      ]));
  $('message-body').textContent = text(opened.Body ?? opened.Summary ?? '');
  $('message').hidden = false;
  $('message').focus();
}

function row(listed) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = listed.Subject;
  button.addEventListener('click', () => attempt(() => open(listed._links.self.href)));
  const status = document.createElement('span');
  status.textContent = listed.Status;
  const item = document.createElement('li');
  item.append(button, status);
  return item;
}

async function list() {
  const listed = await messages();
  $('messages').replaceChildren(...listed.map(row));
  show(true);
}

async function send() {
  const address = await sendForm($('name').value);
  $('form').reset();
  $('sent').textContent = 'Skjemaet er sendt inn.';
  await list();
  await open(address);
}

$('log-in').href = loginAddress(location.origin + location.pathname);
$('log-out').addEventListener('click', () => attempt(async () => {
  await logOut();
  show(false);
}));
$('form').addEventListener('submit', event => {
  event.preventDefault();
  $('sent').textContent = '';
  attempt(send);
});
attempt(list);
