/** What was found: faults, and values that could not be checked. Each place says a thing once. */
export class Report {
  #faults = new Set();
  #unchecked = new Set();

  fault(source, node, sentence) {
    this.#faults.add(`${source.path}\0${position(node)}\0${source.place(node)}: ${sentence}`);
  }

  unchecked(source, node, reason) {
    this.#unchecked.add(`${source.path}\0${position(node)}\0${source.place(node)}: ${reason}`);
  }

  /** Sentences with file, line and column in front, in the order of the files. */
  get faults() {
    return inOrder(this.#faults);
  }

  get notChecked() {
    return inOrder(this.#unchecked);
  }
}

function position(node) {
  return String(node.startIndex).padStart(9, '0');
}

function inOrder(lines) {
  return [...lines].sort().map((line) => line.split('\0')[2]);
}
