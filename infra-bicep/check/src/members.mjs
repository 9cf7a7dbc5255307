import { ANY, STRING, declaredType } from './types.mjs';
import { typed, unknown } from './values.mjs';

/** What `.name` of these values is; a fault where there is no such property. */
export function memberOf(values, name, node, scope) {
  return values.flatMap((value) => {
    switch (value.is) {
      case 'object':
        return ofObject(value, name, node, scope);
      case 'symbol':
        return ofSymbol(value.declaration, name, node, scope);
      case 'typed':
        return ofType(value.type, name, node, scope);
      default:
        return unknown(node, scope, `${node.text} is not followed`);
    }
  });
}

function ofObject(value, name, node, scope) {
  if (value.entries.has(name)) {
    return value.entries.get(name)();
  }
  if (!value.open) {
    scope.fault(
      node,
      `there is no ${name} in what stands at ${value.scope.source.place(value.node)}`,
    );
  }
  return unknown(node, scope, `${node.text} is not followed`);
}

function ofSymbol(declaration, name, node, scope) {
  if (declaration.kind === 'module') {
    if (name === 'outputs') {
      return typed(outputsOf(declaration, scope), node, scope);
    }
    return name === 'name'
      ? typed(STRING, node, scope)
      : noSuch(declaration.name, name, node, scope);
  }
  const body = scope.project.schemas.get(declaration.type)?.body;
  return body
    ? ofType(body, name, node, scope)
    : unknown(node, scope, `no schema of ${declaration.type}`);
}

function outputsOf(module, scope) {
  const target = scope.project.moduleOf(module, scope.model);
  if (!target) {
    return ANY;
  }
  const properties = new Map();
  for (const output of target.outputs.values()) {
    properties.set(output.name, { type: () => declaredType(output, target, scope.report) });
  }
  return { kind: 'object', properties, additional: null, name: module.path };
}

function ofType(type, name, node, scope) {
  switch (type.kind) {
    case 'any':
      return unknown(node, scope, `${node.text} may be anything`);
    case 'object': {
      const property = type.properties.get(name);
      if (property) {
        return typed(property.type(), node, scope);
      }
      return type.additional
        ? typed(type.additional, node, scope)
        : noSuch(type.name ?? 'it', name, node, scope);
    }
    case 'choice': {
      const found = [...type.cases.values()].filter((one) => one.properties.has(name));
      return found.length > 0
        ? found.flatMap((one) => ofType(one, name, node, scope))
        : noSuch('it', name, node, scope);
    }
    default:
      return noSuch(`a ${type.kind}`, name, node, scope);
  }
}

function noSuch(what, name, node, scope) {
  scope.fault(node, `${what} has no ${name}`);
  return unknown(node, scope, `${node.text} is not there`);
}

/** What the elements of these values are. */
export function elementsOf(values, node, scope) {
  return values.flatMap((value) => {
    if (value.is === 'array') {
      return value.items.flatMap((later) => later());
    }
    if (value.is === 'typed' && value.type.kind === 'array') {
      return typed(value.type.of, node, scope);
    }
    if (value.is === 'typed' && ['string', 'int', 'bool'].includes(value.type.kind)) {
      scope.fault(node, `a ${value.type.kind} has no elements`);
    }
    return unknown(node, scope, `${node.text} is not followed`);
  });
}
