// Places of the portal. They stand behind the # of the address, where no server sees them.

/** A place: the parts of its path, and its query. What is malformed is no part. */
export function parse(hash) {
  const [path, query = ""] = hash.replace(/^#/, "").split("?", 2);
  return {
    parts: path.split("/").map(decoded).filter((part) => part !== ""),
    query: new URLSearchParams(query),
  };
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** The address of a place. */
export function to(parts, query = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== "") {
        search.append(name, one);
      }
    }
  }
  const text = search.toString();
  return `#/${parts.map(encodeURIComponent).join("/")}${text === "" ? "" : `?${text}`}`;
}
