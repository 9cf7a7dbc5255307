// The calls of the REST API. The browser keeps the cookie of the login; no script sees it.
import { api, apiKey } from './config.js';

const HAL = 'application/hal+json';

/** What the API refuses, in its own words. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function refusal(answer) {
  const text = await answer.text();
  try {
    const error = JSON.parse(text);
    const faults = (error.ValidationErrors ?? []).map(fault => fault.ErrorMessage);
    return new Refused(answer.status, [error.ErrorMessage, ...faults].filter(Boolean).join(' '));
  } catch {
    return new Refused(answer.status, `${answer.status} ${answer.statusText}`);
  }
}

async function call(address, options = {}) {
  const answer = await fetch(address, {
    ...options,
    // The API is of another origin, and the cookie goes along all the same.
    credentials: 'include',
    headers: { Accept: HAL, ApiKey: apiKey, ...options.headers },
  });
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return answer;
}

/** Where a person logs in at ID-porten, to come back to an address of this application. */
export function loginAddress(returnUrl) {
  return `${api}/authentication/login?${new URLSearchParams({ returnUrl })}`;
}

export async function logOut() {
  await call(`${api}/authentication/logout`, { method: 'POST' });
}

/** The person's own messages, the last changed first. */
export async function messages() {
  const answer = await call(`${api}/my/messages`);
  return (await answer.json())._embedded.messages;
}

/** One message, by an address that the API gave. */
export async function message(address) {
  return (await call(address)).json();
}

/** Sends in the form 1001/1; gives the address of what was sent. */
export async function sendForm(navn) {
  const form = document.implementation.createDocument(null, 'Skjema');
  form.documentElement.append(Object.assign(form.createElement('navn'), { textContent: navn }));
  const answer = await call(`${api}/my/messages`, {
    method: 'POST',
    headers: { 'Content-Type': HAL },
    body: JSON.stringify({
      Type: 'FormTask',
      ServiceCode: '1001',
      ServiceEdition: 1,
      _embedded: {
        forms: [{
          Type: 'MainForm',
          DataFormatId: '5000',
          DataFormatVersion: '40000',
          FormData: new XMLSerializer().serializeToString(form),
        }],
      },
    }),
  });
  return answer.headers.get('Location');
}
