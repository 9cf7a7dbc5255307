// Asks before what cannot be undone.
import { button, el } from "./dom.js";

let asked = 0;

/**
 * Asks a question.
 *
 * @param more elements between the text and the buttons
 * @return whether the answer was yes; also no when the screen is left
 */
export function ask(page, { title, text, yes, more = [], isDangerous = true }) {
  const id = `ask-${++asked}`;
  const opener = document.activeElement;
  const no = button("secondary", page.t("cancel"), () => dialog.close("no"));
  const dialog = el("dialog", {
    class: "dialog", "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-text`,
  },
  el("h2", { id: `${id}-title` }, title),
  el("p", { id: `${id}-text` }, text),
  more,
  el("div", { class: "actions" },
    button(isDangerous ? "danger" : "primary", yes, () => dialog.close("yes")), no));
  const leave = () => dialog.close("no");
  page.signal.addEventListener("abort", leave);
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      page.signal.removeEventListener("abort", leave);
      dialog.remove();
      giveBack(opener);
      resolve(dialog.returnValue === "yes");
    });
  });
}

/** What was pressed may have been drawn anew since. */
function giveBack(opener) {
  const { key } = opener?.dataset ?? {};
  const now = opener?.isConnected || key === undefined ? opener
    : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  now?.focus();
}
