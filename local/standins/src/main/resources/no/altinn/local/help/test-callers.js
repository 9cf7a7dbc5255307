// On the help pages of the local platform: logs test persons and organisations in by one click.

const texts = {
  title: ['Test persons and organisations', 'Testpersoner og organisasjoner'],
  hint: ['Only on the local platform. The token has the scopes that this API knows.',
    'Bare på den lokale plattformen. Tokenet har de scopene som dette API-et kjenner.'],
};

function bilingual(tag, [english, norwegian]) {
  const element = document.createElement(tag);
  for (const [language, text] of [['en', english], ['nb', norwegian]]) {
    const part = document.createElement('span');
    part.className = part.lang = language;
    part.textContent = text;
    element.append(part);
  }
  return element;
}

// The description names its scopes in its own words, so they are found by their form.
async function scopes() {
  const description = await fetch(document.querySelector('link[rel="service-desc"]').href);
  const found = (await description.text()).match(/(?<![\w:])altinn:[a-z][a-z./-]*[a-z]/g) ?? [];
  return [...new Set(found)];
}

async function logIn(caller, known) {
  const address = new URL(caller.token, location.href);
  const isPerson = address.searchParams.has('pid');
  const wanted = known.filter(scope => !(isPerson && scope.startsWith('altinn:serviceowner')));
  address.searchParams.set('scopes', wanted.join(' ') || 'altinn:enduser');
  const answer = await fetch(address, { headers: { Authorization: `Basic ${btoa('help:help')}` } });
  const text = await answer.text();
  document.dispatchEvent(answer.ok
    ? new CustomEvent('help:header', {
      detail: { header: caller.header, value: text, of: caller.name } })
    : new CustomEvent('help:failed', { detail: text }));
}

const [{ callers }, known] = await Promise.all([
  fetch('/docs/test-callers.json').then(answer => answer.json()), scopes()]);
const section = document.createElement('section');
section.id = 'test-callers';
section.append(bilingual('h3', texts.title), bilingual('p', texts.hint));
for (const caller of callers) {
  if (document.querySelector(`[data-header="${caller.header}"]`) !== null) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = caller.name;
    button.addEventListener('click', () => logIn(caller, known));
    section.append(button);
  }
}
document.querySelector('#messages').before(section);
