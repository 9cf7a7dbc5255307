import { argumentsOf, lastOf, partsOf } from './nodes.mjs';

/**
 * Where a name is looked up: the names of loops and lambdas from the inside out, then the file's.
 * `project` is everything that is checked together: files, schemas, the report.
 */
export class Scope {
  constructor(project, model, names = new Map(), outer = null) {
    this.project = project;
    this.model = model;
    this.names = names;
    this.outer = outer;
  }

  get source() {
    return this.model.source;
  }

  get report() {
    return this.project.report;
  }

  with(names) {
    return new Scope(this.project, this.model, new Map(names), this);
  }

  /** A binding of a loop or lambda `{binding}`, or a declaration of the file; else undefined. */
  find(name) {
    for (let scope = this; scope; scope = scope.outer) {
      if (scope.names.has(name)) {
        return { kind: 'binding', ...scope.names.get(name) };
      }
    }
    return this.model.symbols.get(name);
  }

  fault(node, sentence) {
    this.report.fault(this.source, node, sentence);
  }

  unchecked(node, reason) {
    this.report.unchecked(this.source, node, reason);
  }
}

/** The parts of `[for item in list: body]` and `[for (item, i) in list: body]`. */
export function loopOf(node) {
  const body = node.childForFieldName('body');
  const pair = partsOf(node).find((child) => child.type === 'for_loop_parameters');
  const [item, index] = pair ? partsOf(pair) : [node.childForFieldName('initializer'), null];
  const list = partsOf(node).find((child) => ![pair?.id, item?.id, body.id].includes(child.id));
  return { item, index, list, body };
}

/** The scope of a loop's body: each name stands for every element of the list. */
export function inLoop(node, scope) {
  const { item, index, list } = loopOf(node);
  const names = [];
  if (item) {
    names.push([item.text, { elementsOf: { node: list, scope } }]);
  }
  if (index) {
    names.push([index.text, { isIndex: true }]);
  }
  return scope.with(names);
}

const TAKE_ELEMENTS = new Set(['map', 'filter', 'sort', 'groupBy', 'toObject']);

/** The scope of a lambda's body, given the call that it is an argument of. */
export function inLambda(lambda, call, scope) {
  const [parameters] = partsOf(lambda);
  const names = parameters.type === 'parenthesized_expression' ? partsOf(parameters) : [parameters];
  const first = call && argumentsOf(call)[0];
  const elements = call && TAKE_ELEMENTS.has(call.childForFieldName('function').text);
  return scope.with(
    names.map((name, i) => [
      name.text,
      elements && i === 0 ? { elementsOf: { node: first, scope } } : { isUnknown: true },
    ]),
  );
}

/** A body without its loops and conditions, and the scope that it is in. */
export function unwrap(body, scope) {
  switch (body?.type) {
    case 'for_statement':
      return { ...unwrap(loopOf(body).body, inLoop(body, scope)), looped: true };
    case 'if_statement':
      return { ...unwrap(lastOf(body), scope), conditional: true };
    default:
      return { object: body, scope, looped: false, conditional: false };
  }
}
