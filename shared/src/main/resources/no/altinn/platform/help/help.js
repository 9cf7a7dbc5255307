// The test client of a help page: Swagger UI, and what goes along with each of its calls.

const page = document.documentElement;

// What readers enter stays in this tab: no other tab and no later visit sees it.
const store = {
  read: name => sessionStorage.getItem(`help.${name}`) ?? '',
  keep: (name, value) => sessionStorage.setItem(`help.${name}`, value),
};

function speak(language) {
  page.lang = language;
  store.keep('language', language);
  document.title = document.querySelector(`h1 .${language}`).textContent;
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
  }
}

function preferredLanguage() {
  const known = navigator.languages.find(language => /^(nb|nn|no|en)\b/i.test(language));
  return known === undefined || /^en/i.test(known) ? 'en' : 'nb';
}

// Shows one of the messages that the page has.
function tell(name, detail = '') {
  for (const message of document.querySelectorAll('[data-message]')) {
    message.hidden = message.dataset.message !== name;
    const place = message.querySelector('[data-detail]');
    if (place !== null) {
      place.textContent = message.hidden ? '' : detail;
    }
  }
}

function fields() {
  return [...document.querySelectorAll('[data-header]')];
}

function keep(field) {
  store.keep(`header.${field.dataset.header}`, field.value.trim());
}

// Swagger UI asks this before each call. A field that is filled in wins over the operation's own.
function withHeaders(request) {
  for (const field of fields()) {
    const value = field.value.trim();
    if (value !== '') {
      const name = field.dataset.header;
      for (const other of Object.keys(request.headers)) {
        if (other.toLowerCase() === name.toLowerCase()) {
          delete request.headers[other];
        }
      }
      request.headers[name] = (field.dataset.prefix ?? '') + value;
    }
  }
  return request;
}

// The reason that an answer gives: this API's own errors, or problem details.
async function reason(answer) {
  const text = await answer.text();
  try {
    const error = JSON.parse(text);
    return error.ErrorMessage ?? error.detail ?? error.title ?? `${answer.status}`;
  } catch {
    return `${answer.status} ${answer.statusText}`;
  }
}

async function post(address, body) {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.ok ? '' : await reason(answer);
  } catch (error) {
    return error.message;
  }
}

async function logIn(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const fault = await post(form.dataset.login, Object.fromEntries(new FormData(form)));
  if (fault === '') {
    form.reset();
    tell('logged-in');
  } else {
    tell('failed', fault);
  }
}

async function logOut(event) {
  const fault = await post(event.currentTarget.dataset.logout, {});
  tell(fault === '' ? 'logged-out' : 'failed', fault);
}

function goToIdPorten(event) {
  const link = event.currentTarget;
  link.search = new URLSearchParams({ returnUrl: location.href });
  store.keep('returning', 'true');
}

// Tools for test persons fill fields in by this event.
function fill(event) {
  const { header, value, of } = event.detail;
  for (const field of fields().filter(some => some.dataset.header === header)) {
    field.value = value;
    keep(field);
    tell('token', of);
  }
}

// Answers may be written once and referred to.
function mediaTypes(description) {
  const answers = [
    ...Object.values(description.components?.responses ?? {}),
    ...Object.values(description.paths ?? {})
      .flatMap(path => Object.values(path))
      .flatMap(operation => Object.values(operation.responses ?? {})),
  ];
  return [...new Set(answers.flatMap(answer => Object.keys(answer.content ?? {})))].sort();
}

function offerMediaTypes(description) {
  const choice = document.querySelector('select[data-header="Accept"]');
  if (choice !== null) {
    mediaTypes(description).forEach(type => choice.add(new Option(type, type)));
    choice.value = store.read('header.Accept');
    if (choice.selectedIndex < 0) {
      choice.value = '';
    }
  }
}

// Calls go to the host of this page, whatever host the description names.
function onThisHost(description, address) {
  const server = new URL(description.servers?.[0]?.url ?? '/', address);
  return { ...description, servers: [{ url: location.origin + server.pathname }] };
}

async function show() {
  const address = document.querySelector('link[rel="service-desc"]').href;
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(await reason(answer));
  }
  const description = await answer.json();
  offerMediaTypes(description);
  SwaggerUIBundle({
    spec: onThisHost(description, address),
    domNode: document.querySelector('#operations'),
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    tryItOutEnabled: true,
    filter: true,
    validatorUrl: null,
    withCredentials: true,
    persistAuthorization: false,
    requestInterceptor: withHeaders,
    // What goes along is entered above, once.
    plugins: [{ wrapComponents: {
      authorizeBtn: () => () => null,
      authorizeOperationBtn: () => () => null,
    } }],
  });
}

speak(store.read('language') || preferredLanguage());
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => speak(button.dataset.language));
}
for (const field of fields()) {
  field.value = store.read(`header.${field.dataset.header}`);
  field.addEventListener('input', () => keep(field));
}
document.querySelector('#password-login')?.addEventListener('submit', logIn);
document.querySelector('#log-out')?.addEventListener('click', logOut);
document.querySelector('#id-porten')?.addEventListener('click', goToIdPorten);
document.addEventListener('help:header', fill);
document.addEventListener('help:failed', event => tell('failed', event.detail));
if (store.read('returning') !== '') {
  store.keep('returning', '');
  tell('returned');
}
show().catch(error => tell('failed', error.message));
