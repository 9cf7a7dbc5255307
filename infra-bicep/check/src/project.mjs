import { posix } from 'node:path';
import { readDeclarations } from './declarations.mjs';
import { checkLayout } from './layout.mjs';
import { checkModules, givenByModules } from './modules.mjs';
import { checkParameterFile, givenByFile } from './parameter-files.mjs';
import { Source } from './parser.mjs';
import { Report } from './report.mjs';
import { checkResources } from './resources.mjs';
import { Scope } from './scope.mjs';
import { checkSymbols } from './symbols.mjs';

/** Files that are checked together. Paths are relative to one folder, with slashes. */
export class Project {
  #files;
  #models = new Map();
  #given = new Map();

  /**
   * @param files Map of path to text: what ends in .bicep or .bicepparam is checked, others are read
   * @param schemas Map of resource types to their schemas
   * @param older Map of resource types to versions that stay although there are newer ones
   */
  constructor(files, schemas, older = new Map()) {
    this.#files = files;
    this.schemas = schemas;
    this.older = older;
    this.report = new Report();
    // Variables and parameters that are being followed just now.
    this.following = new Set();
    for (const [path, text] of files) {
      if (/\.bicep(param)?$/.test(path)) {
        const source = new Source(path, text);
        checkLayout(source, this.report);
        this.#models.set(path, readDeclarations(source, this.report));
      }
    }
  }

  check() {
    for (const model of this.#models.values()) {
      if (model.source.isParameterFile) {
        checkParameterFile(model, this);
      } else {
        checkResources(model, this);
        checkModules(model, this);
      }
      checkSymbols(model, this);
    }
    return this.report;
  }

  scopeOf(model) {
    return new Scope(this, model);
  }

  /** What each module and parameter file gives that uses the file: names of parameters to later. */
  given(model) {
    if (!this.#given.has(model)) {
      const users = [...this.#models.values()];
      this.#given.set(
        model,
        users.flatMap((user) =>
          user.source.isParameterFile
            ? givenByFile(user, model, this)
            : givenByModules(user, model, this),
        ),
      );
    }
    return this.#given.get(model);
  }

  /** What the module's file declares; undefined if there is no such file. */
  moduleOf(module, model) {
    return this.modelAt(model.source, module.path);
  }

  modelAt(source, path) {
    return this.#models.get(beside(source, path));
  }

  /** The content of a JSON file; undefined if there is none. */
  json(source, path) {
    const text = this.#files.get(beside(source, path));
    return text === undefined ? undefined : JSON.parse(text);
  }

  counted(kind) {
    return [...this.#models.values()]
      .flatMap((model) => [...model.symbols.values()])
      .filter((one) => one.kind === kind);
  }
}

function beside(source, path) {
  return posix.join(posix.dirname(source.path), path);
}
