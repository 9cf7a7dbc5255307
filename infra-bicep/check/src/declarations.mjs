import { argumentsOf, firstOf, lastOf, partsOf, textOf } from './nodes.mjs';

/**
 * What a file declares, by name. A body stands in loops and under a condition or by itself; its
 * object is what is left when both are taken away.
 */
export function readDeclarations(source, report) {
  const model = {
    source,
    symbols: new Map(),
    outputs: new Map(),
    using: null,
    used: new Set(),
  };
  let decorators = [];
  for (const node of partsOf(source.root)) {
    if (node.type === 'decorators') {
      decorators = partsOf(node).map(readDecorator);
      continue;
    }
    const read = READERS[node.type];
    if (read) {
      declare(read(node, source), node, decorators, model, report);
    } else if (node.type === 'using_statement') {
      model.using = { node, path: textOf(firstOf(node)) };
    }
    if (!node.type.endsWith('comment')) {
      decorators = [];
    }
  }
  return model;
}

const READERS = {
  parameter_declaration: (node) => ({
    kind: 'parameter',
    type: partsOf(node)[1],
    value: partsOf(node)[2] ?? null,
  }),
  variable_declaration: (node, source) => ({
    kind: source.text.startsWith('param', node.startIndex) ? 'assignment' : 'variable',
    value: partsOf(node)[1],
  }),
  resource_declaration: (node) => ({
    kind: 'resource',
    type: textOf(partsOf(node)[1]).split('@')[0],
    version: textOf(partsOf(node)[1]).split('@')[1] ?? '',
    typeNode: partsOf(node)[1],
    existing: node.children.some((child) => child.type === 'existing'),
    body: lastOf(node),
  }),
  module_declaration: (node) => ({
    kind: 'module',
    path: textOf(partsOf(node)[1]),
    pathNode: partsOf(node)[1],
    body: lastOf(node),
  }),
  output_declaration: (node) => ({
    kind: 'output',
    type: partsOf(node)[1],
    value: partsOf(node)[2],
  }),
  type_declaration: (node) => ({ kind: 'type', type: partsOf(node)[1] }),
  user_defined_function: (node) => ({ kind: 'function', node }),
};

function declare(read, node, decorators, model, report) {
  const nameNode = firstOf(node);
  const declaration = { ...read, node, nameNode, name: nameNode.text, decorators };
  const table = declaration.kind === 'output' ? model.outputs : model.symbols;
  if (table.has(declaration.name)) {
    report.fault(model.source, nameNode, `${declaration.name} is declared twice`);
  }
  table.set(declaration.name, declaration);
}

function readDecorator(node) {
  const call = firstOf(node);
  return {
    node,
    name: call.childForFieldName('function')?.text.replace(/^sys\./, '') ?? '',
    values: argumentsOf(call),
  };
}

export function* declared(model, kind) {
  for (const declaration of model.symbols.values()) {
    if (declaration.kind === kind) {
      yield declaration;
    }
  }
}
