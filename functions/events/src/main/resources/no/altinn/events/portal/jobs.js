// The jobs of a subscription, with their progress.
import { below, call, poll, read, told } from "./api.js";
import { jobBadge } from "./badges.js";
import { ask } from "./dialog.js";
import { alertBox, button, el, replace, table } from "./dom.js";
import { number, time } from "./format.js";

const SECONDS = 5;

/** A list that keeps itself up to date while it is watched. */
export function jobs(page) {
  const { t, id, signal } = page;
  const place = el("div");
  const stale = el("div");
  let last;
  const look = async () => {
    const answer = await read(below(id, "jobs"), signal);
    stale.replaceChildren();
    const now = JSON.stringify(answer);
    if (now !== last) {
      last = now;
      replace(place, answer.jobs.length === 0 ? el("p", { class: "empty" }, t("jobs.none"))
        : table(t("jobs.caption"), [t("job.kind"), t("job.status"), t("job.period"),
          t("job.progress"), t("job.created"), t("actions")],
        answer.jobs.map((job) => row(page, job, look))));
    }
  };
  return {
    element: el("section", { class: "jobs" }, el("h2", {}, t("jobs")), stale, place),
    look,
    watch: () => poll(signal, SECONDS, look, (failure) => replace(stale, alertBox(
      t(last === undefined ? "failed" : "stale", told(t, failure))))),
  };
}

function row(page, job, look) {
  const { t } = page;
  return [
    t.value("job.kind", job.kind),
    jobBadge(t, job.status),
    period(t, job),
    t(job.kind === "redact" ? "job.counts.redact" : "job.counts", ...["examined", "started", "refused", "skipped"]
      .map((name) => number(t, job[name] ?? 0))),
    time(t, job.created),
    job.status === "running" ? button("secondary", t("job.cancel"), () => cancel(page, job, look),
      { "data-key": `cancel-${job.id}`,
        "aria-label": `${t("job.cancel")}: ${t.value("job.kind", job.kind)}` }) : "–",
  ];
}

function period(t, { from, to }) {
  if (from === undefined) {
    return "–";
  }
  return to === undefined ? [t("catchUp.from"), " ", time(t, from)]
    : [time(t, from), " – ", time(t, to)];
}

async function cancel(page, job, look) {
  const { t } = page;
  const isMeant = await ask(page, {
    title: t("job.cancel.title"), text: t("job.cancel.text"), yes: t("job.cancel.yes"),
  });
  if (isMeant) {
    try {
      await call("DELETE", below(page.id, "jobs", job.id));
      page.tell(t("job.cancelled"));
      await look();
    } catch (failure) {
      page.fail(failure);
    }
  }
}
